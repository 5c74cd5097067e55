"""The documents that the demo zone's rules rest on; those of the zone are invented."""

from __future__ import annotations

from datetime import date

from loaders.demo.building import Policy
from loaders.demo.words import COMMITTEE

POLICIES = (
    Policy(
        "岚开综党字〔2021〕4号", "岚川经开区两新组织党建工作办法(虚构)", COMMITTEE, date(2021, 3, 18), date(2021, 4, 1),
        ("挂点干部", "部门联系网格"), date(2024, 1, 1),
    ),
    Policy(
        "岚开综党字〔2023〕19号", "岚川经开区机关与企业党组织结对共建实施方案(虚构)", COMMITTEE, date(2023, 5, 11),
        date(2023, 6, 1), ("结对共建",),
    ),
    Policy(
        "岚开综党字〔2023〕42号", "岚川经开区部门联系网格、干部联系企业工作办法(虚构)", COMMITTEE, date(2023, 12, 20),
        date(2024, 1, 1), ("部门联系网格", "挂点干部", "工作覆盖"),
    ),
    Policy(
        "岚开综党字〔2025〕8号", "岚川经开区两新组织党建提质增效若干措施(虚构)", COMMITTEE, date(2025, 2, 26),
        date(2025, 3, 1), ("有党员的企业都有党组织", "单独与联合"),
    ),
    Policy(
        "岚开综党字〔2026〕6号", "岚川经开区党建统计口径说明(虚构)", COMMITTEE, date(2026, 3, 30), date(2026, 4, 1),
        ("纳入范围的企业类型", "实体运营", "按组织关系统计"),
    ),
)  # fmt: skip
"""In the order they were issued; the third replaced the first."""

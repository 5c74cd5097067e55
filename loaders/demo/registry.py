"""The market regulator's register of the zone's firms, as CSV; some are registered here and operate elsewhere."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

from loaders.demo.words import REGISTERED_ELSEWHERE
from loaders.demo.world import Firm, World

HEADINGS = (
    "企业名称", "统一社会信用代码", "注册日期", "企业类型", "注册资金", "经营范围", "所在省份", "地区", "注册地址",
)  # fmt: skip
_TYPES = {
    "私营": "有限责任公司(自然人投资或控股)",
    "港澳台商": "台港澳法人独资",
    "外商": "外商独资企业",
    "国有控股": "国有控股有限责任公司",
}


def write_registry(path: Path, world: World, as_of: date) -> None:
    """Write the firms registered in the zone by the date `as_of`, by registration date."""
    here = [f for f in (*world.firms, *world.outsiders) if f.registered_place not in REGISTERED_ELSEWHERE]
    known = [f for f in here if f.registered_on <= as_of]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADINGS)
        writer.writerows(_row(f) for f in sorted(known, key=lambda f: (f.registered_on, f.uscc)))


def _row(firm: Firm) -> tuple[str, ...]:
    capital = 50 + int(firm.uscc[8:17], 36) % 40 * 50
    return (
        firm.name,
        firm.uscc,
        firm.registered_on.isoformat(),
        _TYPES[firm.ownership],
        f"{capital}(万元人民币)",
        f"{firm.industry}产品的研发、生产、销售(示例数据)",
        "虚构",
        "岚川",
        firm.registered_place,
    )

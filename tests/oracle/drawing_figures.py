"""The figures that a drawn zone has reported, and the party statistics of its offices."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from tests.oracle.draw import Draw
from tests.oracle.sheets import DATES, Row, Sheet

FIGURES = {
    "单独党支部": "own_branches",
    "联合党支部": "joint_branches",
    "指导员和联合支部书记": "instructors_and_joint_secretaries",
    "今年新建单独党支部": "founded_this_year",
    "今年撤销单独党支部": "dissolved_this_year",
    "有党员未覆盖企业": "firms_with_members_uncovered",
    "安商服务小组": "service_teams",
    "收集诉求": "service_requests",
    "已销号诉求": "requests_closed",
    "正常推进诉求": "requests_in_progress",
    "单位总数": "operating_firms",
    "单独建党委": "own_committees",
    "单独建党总支": "own_general_branches",
    "联合建单位": "joint_firms",
    "应建未建": "qualified_unbuilt",
    "没有党员未建": "memberless_unbuilt",
    "未转入组织关系的党员": "members_elsewhere",
}
"""What is reported, by the word of the ledger."""
STATISTICS = {
    "单位总数": "operating_firms",
    "已单独建/合计": "own_branches",
    "已单独建/党支部": "own_party_branches",
    "已建联合/单位数": "joint_firms",
    "已建联合/其中≥3名党员的": "joint_firms_of_three",
    "已建联合/联合支部数": "joint_branches",
    "未建/应建未建": "qualified_unbuilt",
    "未建/仅有个别党员": "few_members_unbuilt",
    "未建/没有党员": "memberless_unbuilt",
    "未建/已派指导员": "instructed_unbuilt",
    "未转入组织关系的党员": "members_elsewhere",
}
"""What the party statistics tell, by heading."""
MONTHS = ["2026-03", "2026-04", "2026-09", "2026-10"]


def with_figures(draw: Draw, sheets: Sequence[Sheet]) -> list[Sheet]:
    """The ledgers with those of figures among them: some are loaded before a figure is, some after."""
    found = list(sheets)
    for day in draw.sample(DATES, draw.choice([0, 1, 2])):
        words = draw.sample(sorted(FIGURES), draw.randint(1, 5))
        rows = tuple(_reported(word, draw.choice(MONTHS)) for word in words)
        found.insert(draw.randint(0, len(found)), Sheet("published_figures", day, rows))
    for day in draw.sample(DATES, draw.choice([0, 1])):
        offices = [f"{draw.own}{side}所" for side in "东西"[: draw.randint(1, 2)]]
        told: list[Row] = [
            {"填报单位": office, **{heading: draw.choice(["", "0", "1", "2"]) for heading in STATISTICS}}
            for office in offices
        ]
        found.append(Sheet("statistics", day, tuple(row for row in told if any(list(row.values())[1:]))))
    return found


def _reported(word: str, month: str) -> Row:
    """A figure of a month, the same whoever reports it."""
    value = int((word + month).encode().hex(), 16) % 4
    return {"指标": word, "月份": month, "数值": str(value), "填报单位": "综合党委办"}


def last_day(month: str) -> str:
    """The day that a month stands for, its last."""
    year, number = (int(part) for part in month.split("-"))
    following = DATES[0].replace(year=year, month=number + 1, day=1)
    return (following - timedelta(days=1)).isoformat()

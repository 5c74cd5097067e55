"""What else is told of the firms of a drawn zone: more visits, who applied for membership, production begun."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from tests.oracle.draw import Draw, Firm
from tests.oracle.drawing_work import codes
from tests.oracle.months import add_months
from tests.oracle.sheets import DATES, NONE, Row, Sheet

COUNTS = ["", "", "0", "0", "2", NONE]


def sheets(draw: Draw, firms: list[Firm]) -> list[Sheet]:
    """The ledgers of visits, applicants and changes."""
    return [_visits(draw, firms), *_applicants(draw, firms), _changes(draw, firms)]


def _visits(draw: Draw, firms: Sequence[Firm]) -> Sheet:
    rows: list[Row] = []
    for number in range(draw.choice([0, 4, 10, 25])):
        code, firm = draw.choice(codes(draw)), draw.choice(firms[:3])
        rows.append(
            {
                "走访编号": f"W{draw.own}{number}",
                "走访日期": _in_month(draw).isoformat(),
                "走访人/姓名": f"毕{code}",
                "走访人/工号": code,
                "走访人/所在部门": "",
                "走访企业/企业名称": firm.name,
                "走访企业/统一社会信用代码": firm.uscc,
            }
        )
    return Sheet("visits", DATES[-1], tuple(rows))


def _in_month(draw: Draw) -> date:
    """A day of some month of the year, often the first or the last."""
    first = date(2026, draw.randint(2, 10), 1)
    last = add_months(first, 1) - timedelta(days=1)
    return draw.choice([first, last, first + timedelta(days=draw.randint(0, 27))])


def _applicants(draw: Draw, firms: Sequence[Firm]) -> list[Sheet]:
    told = [firm for firm in firms if draw.chance(0.6)]
    found = []
    for day in DATES:
        rows: list[Row] = [
            {
                "企业名称": firm.name,
                "统一社会信用代码": firm.uscc,
                "入党申请人": draw.choice(COUNTS),
                "积极分子": draw.choice(COUNTS),
                "发展对象": draw.choice(COUNTS),
            }
            for firm in told
            if draw.chance(0.85)
        ]
        found.append(Sheet("applicants", day, tuple(rows)))
    return found


def _changes(draw: Draw, firms: Sequence[Firm]) -> Sheet:
    rows: list[Row] = []
    for number, firm in enumerate(draw.sample(list(firms), draw.randint(0, len(firms)))):
        rows.append(
            {
                "变动编号": f"X{draw.own}{number}",
                "变动日期": draw.day_in(draw.randint(0, 2)).isoformat(),
                "变动类型": draw.choice(["投产", "投产", "更名"]),
                "变动企业/企业名称": firm.name,
                "变动企业/统一社会信用代码": firm.uscc,
            }
        )
    return Sheet("changes", DATES[-1], tuple(rows))

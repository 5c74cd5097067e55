"""The members of a drawn zone, who move between firms and branches; now and then a crowd in one firm."""

from __future__ import annotations

from datetime import timedelta
from itertools import islice
from typing import NamedTuple

from loaders.demo.codes import id_numbers
from tests.oracle.draw import Branch, Draw, Firm
from tests.oracle.drawing_branches import FIXED
from tests.oracle.sheets import DATES, NONE, Sheet

STANDINGS = ["正式党员"] * 5 + ["预备党员", "预备党员", "停止党籍", ""]
PLACES = ["", "", "", "在企业党组织", "村", "人才市场", "其他"]
BASES = ["", "合同", "返聘", "出资人", "出资人"]
CROWDS = [55, 55, 108]
"""More than a general branch needs; more than a committee needs."""


class Person(NamedTuple):
    """A member as all ledgers name one."""

    name: str
    number: str
    born: str
    joined: str
    confirmed: str


def people(draw: Draw) -> list[Person]:
    """All members; some joined a year, or two, before a day that is asked about."""
    count = draw.choice(CROWDS) if draw.crowded else draw.randint(6, 20) if draw.bare else draw.randint(0, 14)
    found = []
    for n, (born, number) in enumerate(islice(id_numbers(draw, draw.region), count)):
        year_before = draw.day_in(draw.randint(0, 2)) - timedelta(days=365)
        joined = draw.choice(["2001-07-01", "", year_before.isoformat(), year_before.replace(year=2024).isoformat()])
        confirmed = draw.choice(["", "", "", *(d.isoformat() for d in DATES)])
        found.append(Person(f"{'安鲍'[n % 2]}{draw.own}", number, born.isoformat(), joined, confirmed))
    return found


def sheets(draw: Draw, found: list[Person], firms: list[Firm], branches: list[Branch]) -> list[Sheet]:
    """The ledgers of members."""
    choices = [
        *branches[1:2] * (30 if draw.bare else 6),
        branches[2],
        *branches[FIXED:] * 2,
        *branches[FIXED : FIXED + 1] * 3,
    ]
    now: dict[str, tuple[Firm | None, Branch | None, str, str]] = {}
    told = []
    for ledger, day in enumerate(DATES):
        rows = []
        for person in found:
            number = person.number
            if draw.chance(0.01 if draw.crowded else 0.12):
                now.pop(number, None)
                continue
            before = now.get(number)
            if draw.crowded:
                now[number] = (firms[0], branches[FIXED], "正式党员" if draw.chance(0.97) else "预备党员", "")
            elif before is None or draw.chance(0.3):
                firm = draw.choice([None, *firms * 3, *firms[: 0 if draw.bare else 1] * len(firms)])
                now[number] = (firm, draw.choice([None, *choices]), draw.choice(STANDINGS), draw.choice(PLACES))
            firm, branch, standing, place = now[number]
            if branch is not None and branch.known > ledger:
                branch = branches[1]
                now[number] = (firm, branch, standing, place)
            works = before is not None and before[0] is firm
            belongs = before is not None and before[1] is branch
            rows.append(
                {
                    "姓名": person.name,
                    "身份证号": number,
                    "出生日期": person.born,
                    "入党日期": person.joined,
                    "转正日期": person.confirmed,
                    "党员类别": standing,
                    "组织关系所在": place,
                    "工作单位/企业名称": firm.name if firm else NONE,
                    "工作单位/统一社会信用代码": firm.uscc if firm else "",
                    "工作单位/起始日期": draw.since(ledger, works, "works", number, firm.uscc) if firm else "",
                    "用工方式": _basis(number, firm) if firm else "",
                    "组织关系/党组织名称": branch.name if branch else NONE,
                    "组织关系/党组织代码": branch.code if branch else "",
                    "组织关系/转入日期": draw.since(ledger, belongs, "belongs", number, branch.code) if branch else "",
                }
            )
        told.append(Sheet("members", day, tuple(rows)))
    return told


def _basis(number: str, firm: Firm) -> str:
    """How the person works at the firm, the same in every ledger."""
    return BASES[int((number[6:14] + firm.uscc).encode().hex(), 16) % len(BASES)]

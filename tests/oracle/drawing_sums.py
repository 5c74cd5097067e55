"""What is paid to the branches of a drawn zone, and how those who lead or instruct are reviewed."""

from __future__ import annotations

from collections.abc import Sequence

from tests.oracle.draw import Branch, Draw, Firm
from tests.oracle.drawing_branches import FIXED
from tests.oracle.drawing_members import Person
from tests.oracle.drawing_work import codes
from tests.oracle.sheets import DATES, Row, Sheet

GRADES = ["优秀", "好", "较好", "合格", "一般", "基本合格", "差", "不合格", ""]


def sheets(draw: Draw, branches: list[Branch], firms: Sequence[Firm], people: list[Person]) -> list[Sheet]:
    """The ledgers of funding and of reviews."""
    return [_funding(draw, branches, firms), _reviews(draw, branches, people)]


def _funding(draw: Draw, branches: list[Branch], firms: Sequence[Firm]) -> Sheet:
    rows: list[Row] = []
    for number in range(draw.randint(0, 6)):
        branch, firm = draw.choice(branches[FIXED:]), draw.choice([None, None, *firms])
        rows.append(
            {
                "凭证号": f"F{draw.own}{number}",
                "党组织名称": branch.name,
                "党组织代码": branch.code,
                "年度": draw.choice(["2025", "2025", "2026"]),
                "经费来源": draw.choice(["税前列支", "党费返还", "党费返还", "财政支持", "其他"]),
                "金额": str(draw.randint(1, 90) * 100),
                "拨付日期": draw.choice(["", draw.day_in(0).isoformat(), draw.day_in(2).isoformat()]),
                "列支企业/企业名称": firm.name if firm else "",
                "列支企业/统一社会信用代码": firm.uscc if firm else "",
            }
        )
    return Sheet("funding", DATES[-1], tuple(rows))


def _reviews(draw: Draw, branches: list[Branch], people: list[Person]) -> Sheet:
    rows: list[Row] = []
    for year in ("2025", "2026"):
        for code in codes(draw):
            if draw.chance(0.7):
                sent = {"姓名": f"毕{code}", "工号": code, "身份证号": ""}
                rows.append({**_review(draw, branches, year), **sent})
        for person in draw.sample(people, min(len(people), draw.randint(0, 2))):
            member = {"姓名": person.name, "工号": "", "身份证号": person.number}
            rows.append({**_review(draw, branches, year), **member, "考核种类": "书记述职评议"})
    return Sheet("reviews", DATES[-1], tuple(rows))


def _review(draw: Draw, branches: list[Branch], year: str) -> Row:
    branch, dates = draw.choice([None, *branches[FIXED:]]), ["", draw.day_in(0).isoformat(), draw.day_in(2).isoformat()]
    return {
        "考核年度": year,
        "考核种类": draw.choice(["指导员考核", "书记述职评议"]),
        "党组织名称": branch.name if branch else "",
        "党组织代码": branch.code if branch else "",
        "考核等次": draw.choice(GRADES),
        "得分": draw.choice(["", "85", "92"]),
        "考核日期": draw.choice(dates),
        "补助金额": draw.choice(["", "1000"]),
        "补助是否发放": draw.choice(["", "已发放", "未发放"]),
    }

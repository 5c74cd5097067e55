"""What the branches of a drawn zone owe: elections at the end of a term, meetings, approvals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from tests.oracle.draw import Branch, Draw, Firm
from tests.oracle.drawing_branches import FIXED
from tests.oracle.months import add_months
from tests.oracle.sheets import DATES, Row, Sheet

TERM = ("届次", "本届起始日期", "届满日期", "任期年限", "延期至")
MEETINGS = ["党员大会", "党员大会", "支委会", "支委会", "主题党日", "党课"]


def with_terms(draw: Draw, sheets: list[Sheet], branches: list[Branch]) -> list[Sheet]:
    """The branch ledgers with the term of each branch; some elect anew between two of them."""
    terms = {branch.code: _term(draw, branch) for branch in branches}
    found = []
    for ledger, sheet in enumerate(sheets):
        for branch in branches:
            if ledger > branch.known and terms[branch.code]["本届起始日期"] and draw.chance(0.2):
                terms[branch.code] = _told(draw, draw.day_in(ledger), draw.choice([3, 3, 5]), "第二届")
        rows = tuple({**row, **terms[row["党组织代码"]]} for row in sheet.rows)
        found.append(replace(sheet, rows=rows))
    return found


def _term(draw: Draw, branch: Branch) -> Row:
    """A term that ends about now, or half a year on, or far off; or none."""
    if draw.chance(0.2):
        return dict.fromkeys(TERM, "")
    years = draw.choice([3, 3, 3, 5, 4])
    ends = draw.choice([draw.day_in(draw.randint(0, 2)), add_months(draw.day_in(draw.randint(0, 2)), 6), DATES[1]])
    begun = add_months(ends + timedelta(days=1), -12 * years)
    if draw.chance(0.2):
        begun = add_months(begun, draw.choice([-12, 1, 2]))
    return _told(draw, begun, years, "第一届", ends)


def _told(draw: Draw, begun: date, years: int, term: str, ends: date | None = None) -> Row:
    ends = ends or add_months(begun, 12 * years) - timedelta(days=1)
    said = draw.choice(["end", "end", "years", "both", "neither"])
    extended = draw.choice([None, None, None, add_months(ends, 6), add_months(ends, 12), add_months(ends, 13)])
    return {
        "届次": term,
        "本届起始日期": begun.isoformat(),
        "届满日期": ends.isoformat() if said in ("end", "both") else "",
        "任期年限": str(years) if said in ("years", "both") else "",
        "延期至": extended.isoformat() if extended else "",
    }


def sheets(draw: Draw, branches: list[Branch], firms: Sequence[Firm]) -> list[Sheet]:
    """The ledgers of meetings and of approvals."""
    return [_meetings(draw, branches), _approvals(draw, branches, firms)]


def _meetings(draw: Draw, branches: list[Branch]) -> Sheet:
    rows: list[Row] = []
    for number in range(draw.choice([0, 3, 12])):
        branch, month = draw.choice(branches[FIXED:]), date(2026, draw.randint(1, 10), 1)
        last = add_months(month, 1) - timedelta(days=1)
        rows.append(
            {
                "活动编号": f"M{draw.own}{number}",
                "活动名称": "会议",
                "活动类别": draw.choice(MEETINGS),
                "活动日期": draw.choice([month, last, month + timedelta(days=9)]).isoformat(),
                "协议编号": "",
                "党组织名称": branch.name,
                "党组织代码": branch.code,
            }
        )
    return Sheet("activities", DATES[-1], tuple(rows))


def _approvals(draw: Draw, branches: list[Branch], firms: Sequence[Firm]) -> Sheet:
    rows: list[Row] = []
    for branch in branches[FIXED:]:
        for matter in ("成立", "撤销"):
            if draw.chance(0.5):
                continue
            applied = draw.choice([draw.day_in(draw.randint(0, 2)), draw.day_in(0), None])
            approved = draw.choice([None, draw.day_in(2), draw.day_in(1)]) if applied else draw.day_in(1)
            approved = max(approved, applied) if approved and applied else approved
            recorded = draw.choice([None, approved, max(approved, draw.day_in(2))]) if approved else None
            case = {
                "审批事项": matter,
                "党组织名称": branch.name,
                "党组织代码": branch.code,
                "申请日期": applied.isoformat() if applied else "",
                "批复日期": approved.isoformat() if approved else "",
                "备案日期": recorded.isoformat() if recorded else "",
                "事由": draw.choice(["", "党员不足"]),
                "审批党委": draw.choice(["", branches[0].name]),
            }
            firm = draw.choice([None, *firms])
            named = {
                "所涉企业/企业名称": firm.name if firm else "",
                "所涉企业/统一社会信用代码": firm.uscc if firm else "",
            }
            rows.append({**case, **named})
    return Sheet("approvals", DATES[-1], tuple(rows))

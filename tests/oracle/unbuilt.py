"""Answers on firms without a branch of their own, counted from the facts."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from tests.oracle.coverage import Rows, placed
from tests.oracle.known import Known
from tests.oracle.months import add_months


def share(part: int, whole: int) -> float | None:
    """A part in per cent, to one decimal."""
    if whole == 0:
        return None
    return tenth(part / whole * 100)


def tenth(number: float) -> float:
    """A number to one decimal, a half upwards."""
    return float(Decimal(repr(number)).quantize(Decimal("0.1"), ROUND_HALF_UP))


def one_short(facts: Known, day: date, short: int = 2) -> Rows:
    """差一名即可单建, here up to two."""
    found = []
    for firm in facts.operating(day):
        formal, _ = facts.numbers(firm, day)
        elsewhere = facts.elsewhere(firm, day)
        if 3 - short <= formal < 3 and elsewhere and facts.without_own(firm, day):
            coming = facts.formal_among(elsewhere, day)
            told = {
                "lacking": 3 - formal,
                "elsewhere": len(elsewhere),
                "elsewhere_formal": coming,
                "result": "enough" if formal + coming >= 3 else "short",
                "members": elsewhere,
            }
            found.append(placed(facts, firm, day, formal=formal, **told, **_organised(facts, firm, day)))
    return found


def transferable(facts: Known, day: date) -> Rows:
    """组织关系待转入."""
    found = []
    for firm in facts.operating(day):
        formal, _ = facts.numbers(firm, day)
        elsewhere = facts.elsewhere(firm, day)
        coming = facts.formal_among(elsewhere, day)
        if formal < 3 <= formal + coming and facts.without_own(firm, day):
            places = [facts.membership_at(member, day) for member in elsewhere]
            told = {
                "elsewhere_formal": coming,
                "together": formal + coming,
                "elsewhere": len(elsewhere),
                "from_village": places.count("village"),
                "from_market": places.count("talent_market"),
                "from_others": len(places) - places.count("village") - places.count("talent_market"),
                "members": elsewhere,
            }
            found.append(placed(facts, firm, day, formal=formal, **told, **_organised(facts, firm, day)))
    return found


def _organised(facts: Known, firm: str, day: date) -> dict[str, Any]:
    branch = next(iter(facts.organisations(firm, day)), None)
    return {"branch": branch, "branch_name": facts.names[branch] if branch else None}


def probationary_only(facts: Known, day: date, most: int = 0) -> Rows:
    """仅有预备党员; with `most` 2, all that have some and too few formal members."""
    found = []
    for firm in facts.operating(day):
        formal, probationary = facts.numbers(firm, day)
        if not probationary or formal > most:
            continue
        waiting = [m for m in facts.counted(firm, day) if facts.standing(m, day) == "预备"]
        due = {m: facts.confirmed(m) or _year_after(facts.joined(m)) for m in waiting}
        dates = sorted(filter(None, due.values()))
        lacking = 3 - formal
        reaches = dates[lacking - 1] if len(dates) >= lacking else None
        for member, on in due.items():
            state = "undated" if on is None else "overdue" if on <= day else "due"
            told = {"formal": formal, "probationary": probationary, "member": member, "joined_on": facts.joined(member)}
            found.append(placed(facts, firm, day, **told, due_on=on, state=state, reaches_on=reaches))
    return found


def probationary_below(facts: Known, day: date) -> Rows:
    """有预备党员而正式党员不足的企业."""
    return probationary_only(facts, day, most=2)


def _year_after(day: date | None) -> date | None:
    return add_months(day, 12) if day else None


def large_unbuilt(facts: Known, day: date) -> Rows:
    """规模企业未建."""
    found = []
    for firm in facts.operating(day):
        staff, above = facts.staff(firm, day), facts.above_scale(firm, day)
        if not facts.organisations(firm, day) and (above or (staff or 0) >= 100):
            formal, probationary = facts.numbers(firm, day)
            told = {
                "staff": staff,
                "above_scale": above,
                "formal": formal,
                "probationary": probationary,
                "elsewhere": len(facts.elsewhere(firm, day)),
                "reason": facts.reason(firm, day)[0],
            }
            found.append(placed(facts, firm, day, **told))
    return found


def unbuilt_reasons(facts: Known, day: date) -> Rows:
    """未建原因分布."""
    groups: dict[tuple[str | None, str], list[str]] = {}
    for firm in facts.operating(day):
        if not facts.organisations(firm, day):
            groups.setdefault(facts.reason(firm, day), []).append(firm)
    total = sum(map(len, groups.values()))
    return [
        {
            "reason": reason,
            "state": state,
            "count": len(firms),
            "share": share(len(firms), total),
            "with_members": sum(any(facts.numbers(firm, day)) for firm in firms),
            "firms": firms,
        }
        for (reason, state), firms in groups.items()
    ]

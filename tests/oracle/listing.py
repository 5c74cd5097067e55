"""Answers on firms where something is still to be told or done, counted from the facts."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.oracle.coverage import Rows, placed
from tests.oracle.known import Known
from tests.oracle.sheets import NONE
from tests.oracle.surveys import APPLIED, CLEARS
from tests.oracle.unbuilt import tenth


def no_applicants(facts: Known, day: date) -> Rows:
    """无党员无申请人."""
    found = []
    for firm in facts.operating(day):
        staff, told = facts.staff(firm, day), [facts.clear(heading, firm, day) for heading in APPLIED]
        works = [member for member in facts.workers(firm, day) if facts.standing(member, day) != "停止"]
        if (staff or 0) >= 50 and not works and all(word in (None, "0", NONE) for word in told):
            state = "unknown" if told[0] is None else "none"
            found.append(placed(facts, firm, day, staff=staff, applicants=state))
    return found


def started_unlisted(facts: Known, day: date) -> Rows:
    """新投产未纳入."""
    found = []
    for firm in facts.sorted_firms():
        changed = min((at for at in facts.started.get(firm, ()) if at <= day), default=None)
        own = facts.producing(firm)
        started = changed or (own if own and own <= day else None)
        last = facts.last_surveyed(firm, day)
        if started is None or (last and last >= started):
            continue
        told = {
            "state": "overdue" if (day - started).days > 30 else "due",
            "started_on": started,
            "days": (day - started).days,
            "source": "change" if changed else "firm",
            "last_surveyed": last,
            "department": facts.responsible(firm, day),
        }
        found.append(placed(facts, firm, day, **told))
    return found


def clears_incomplete(facts: Known, day: date, every: bool = False) -> Rows:
    """七个清缺项; `every`: all that are not full."""
    found = []
    for firm in facts.sorted_firms():
        if not facts.surveyed(firm, day) or facts.state(firm, day) not in (None, "operating"):
            continue
        shares = {clear: _filled(facts, firm, day, clear) for clear in CLEARS}
        asked = [share for share in shares.values() if share is not None]
        empty = asked.count(0)
        if empty or (every and min(asked) < 1):
            told: dict[str, Any] = {clear: _word(share) for clear, share in shares.items()}
            told |= {
                "empty": empty,
                "complete": tenth(sum(asked) / len(asked) * 100),
                "state": "empty" if empty else "part",
                "last_surveyed": facts.last_surveyed(firm, day),
            }
            found.append(placed(facts, firm, day, **told))
    return found


def clears_not_full(facts: Known, day: date) -> Rows:
    """七个清缺项, all that are not full."""
    return clears_incomplete(facts, day, every=True)


def _filled(facts: Known, firm: str, day: date, clear: str) -> float | None:
    """How much of a clear is filled; null where it does not apply."""
    has_branch = facts.clear("是否建立党组织", firm, day)
    if clear == "unbuilt" and (has_branch == "是" or facts.organisations(firm, day)):
        return None
    if clear == "organisation" and has_branch == "否":
        return 1.0
    headings = CLEARS[clear]
    return sum(facts.clear(heading, firm, day) is not None for heading in headings) / len(headings)


def _word(share: float | None) -> str:
    return "none" if share is None else "empty" if share == 0 else "full" if share == 1 else "part"

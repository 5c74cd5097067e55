"""Who has not visited in time, counted from the facts."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from tests.oracle.coverage import Rows
from tests.oracle.known import Known
from tests.oracle.months import add_months, ends_month


class Charge(NamedTuple):
    """An officer in charge of a firm, or of a branch with the firms it covers, since a day."""

    officer: str
    firm: str | None
    branch: str | None
    firms: list[str]
    since: date


def last_visit(facts: Known, officer: str, firms: list[str], day: date) -> date | None:
    """The officer's last visit to one of the firms."""
    return max((at for who, where, at in facts.visits if who == officer and where in firms and at <= day), default=None)


def has_ledger(facts: Known, month: date, day: date) -> bool:
    """Some visit of the month is recorded, of whomever."""
    return any(at.replace(day=1) == month and at <= day for _, _, at in facts.visits)


def visits_missing(facts: Known, day: date) -> Rows:
    """未按期走访 of contact officers, each month."""
    operating = set(facts.operating(day))
    charges = [
        Charge(s.subject, s.other, None, [s.other], s.since)
        for s in facts.contacting
        if s.at(day) and s.other in operating and not any(facts.numbers(s.other, day))
    ]
    return _missing(facts, day, charges, "contact", 1)


def instructors_missing(facts: Known, day: date) -> Rows:
    """未按期走访 of instructors, each quarter."""
    charges = [Charge(s.subject, s.other, None, [s.other], s.since) for s in facts.guiding if s.at(day)]
    for s in facts.instructing:
        if s.at(day) and facts.living(s.other, day):
            firms = facts.covered(s.other, day)
            charges.append(Charge(s.subject, firms[0] if len(firms) == 1 else None, s.other, firms, s.since))
    return _missing(facts, day, charges, "instructor", 3)


def _missing(facts: Known, day: date, charges: list[Charge], who: str, period: int) -> Rows:
    this_month, over = day.replace(day=1), ends_month(day)
    found = []
    for charge in charges:
        last = last_visit(facts, charge.officer, charge.firms, day)
        # the first month that lies under the charge whole, with no visit in it or after it
        first = charge.since if charge.since.day == 1 else add_months(charge.since.replace(day=1), 1)
        if last is not None:
            first = max(first, add_months(last.replace(day=1), 1))
        if add_months(first, period - 1) > this_month:
            continue
        missed, month = 0, this_month if over else add_months(this_month, -1)
        while month >= first and has_ledger(facts, month, day):
            missed, month = missed + 1, add_months(month, -1)
        state = "missed" if missed >= period else "not_yet"
        if state == "not_yet" and over and not has_ledger(facts, this_month, day):
            state = "unknown"
        found.append(
            {
                "officer": charge.officer,
                "department": facts.serves_in(charge.officer, day),
                "who": who,
                "firm": charge.firm,
                "firm_name": facts.names[charge.firm] if charge.firm else None,
                "branch": charge.branch,
                "branch_name": facts.names[charge.branch] if charge.branch else None,
                "state": state,
                "missed": missed // period,
                "last_visit": last,
                "since": charge.since,
            }
        )
    return found


def visit_state(facts: Known, last: date | None, day: date) -> str:
    """Whether one was there this month."""
    if last is not None and last >= day.replace(day=1):
        return "visited"
    if not ends_month(day):
        return "not_yet"
    return "missed" if has_ledger(facts, day.replace(day=1), day) else "unknown"

"""Holes by the department that answers for them, and how long they have been there, counted from the facts."""

from __future__ import annotations

from datetime import date, timedelta

from tests.oracle.coverage import Rows
from tests.oracle.known import Known

HOLES = ("qualified_unbuilt", "members_uncovered", "unreached", "never_surveyed", "ungridded")
"""Gravest first."""


def holes_by_department(facts: Known, day: date) -> Rows:
    """各部门空白点."""
    before, found = day.replace(day=1) - timedelta(days=1), []
    for firm in facts.sorted_firms():
        now, earlier = facts.holes(firm, day), facts.holes(firm, before)
        area, cell = facts.places(firm, day)
        for kind in sorted(now | earlier):
            days = sorted({*facts.days_of(firm), before, day})
            closed = next((at for at in days if before < at <= day and kind not in facts.holes(firm, at)), None)
            closed = None if kind in now else closed
            since = day if closed is None else closed - timedelta(days=1)
            for at in reversed([at for at in days if at <= since]):
                if kind not in facts.holes(firm, at):
                    break
                since = at
            found.append(
                {
                    "department": facts.responsible(firm, day),
                    "kind": kind,
                    "state": "closed" if closed else "new" if since > before else "standing",
                    "firm": firm,
                    "firm_name": facts.names[firm],
                    "since": since,
                    "closed_on": closed,
                    "days": ((closed or day) - since).days,
                    "area": area,
                    "cell": cell,
                }
            )
    return found

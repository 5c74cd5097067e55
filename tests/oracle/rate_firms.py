"""The firms of a rate, counted from the facts."""

from __future__ import annotations

from datetime import date
from functools import partial

from tests.oracle.coverage import Rows, placed
from tests.oracle.known import Known
from tests.oracle.rating import groups_of, standings_of

PARTS = {
    "numerator": ("reached",),
    "denominator": ("reached", "gap"),
    "gap": ("gap",),
    "unknown": ("unknown",),
}


def _rate_firms(facts: Known, day: date, rate: str, part: str, by: str, base: str) -> Rows:
    found = []
    for firm in facts.zone_firms(day):
        counts, reached = standings_of(facts, firm, day, base)[rate]
        state = "unknown" if counts == "unknown" else "reached" if reached else "gap"
        if counts == "out" or state not in PARTS[part]:
            continue
        branch = next(iter(facts.organisations(firm, day)), None)
        for group, group_name in groups_of(facts, firm, day, by):
            told = {
                "rate": rate,
                "state": state,
                "group": group,
                "group_name": group_name,
                "staff": facts.staff(firm, day),
                "branch": branch,
                "branch_name": facts.names[branch] if branch else None,
            }
            found.append(placed(facts, firm, day, **told))
    return found


ASKED = [
    ("organisation", "gap", "zone", "operating"),
    ("organisation", "denominator", "department", "operating"),
    ("own", "numerator", "township", "operating"),
    ("own", "gap", "cell", "three_have"),
    ("assigned", "numerator", "industry", "operating"),
    ("assigned", "gap", "area", "operating"),
    ("active", "numerator", "zone", "operating"),
    ("active", "gap", "size", "operating"),
    ("should_build", "denominator", "zone", "operating"),
    ("should_build", "unknown", "zone", "three_have"),
    ("organisation", "unknown", "size", "three_have"),
]
"""Rate, part, grouping and base, each of them at least once."""
RATE_FIRMS = {
    ("rate-firms", f"rate={rate} part={part} by={by} base={base}"): partial(
        _rate_firms, rate=rate, part=part, by=by, base=base
    )
    for rate, part, by, base in ASKED
}

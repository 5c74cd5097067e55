"""Terms of branches: elected anew every three years (a committee every five), now and then late.

At 2026-09-30 three branches are overdue, two extended within a year and one by more than a year.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from loaders.demo.organisation import Term
from loaders.demo.world import DRIFTED, SETTLED, Branch, World

_YEARS = {"党委": 5}
_OVERDUE, _EXTENDED, _EXTENDED_TOO_LONG = 3, 2, 1
_RECENT = timedelta(days=330)


def branch_terms(world: World) -> tuple[Term, ...]:
    """Every term of each enterprise branch that began by 2026-10-31, oldest first."""
    terms = {b.code: _terms(b) for b in world.branches if b.side == "企业"}
    recent = [
        code
        for code, found in terms.items()
        if len(found) > 1 and SETTLED - _RECENT < found[-1].since <= SETTLED and world.branch[code].lives(SETTLED)
    ]
    for number, code in enumerate(recent[: _OVERDUE + _EXTENDED + _EXTENDED_TOO_LONG]):
        *earlier, last = terms[code][:-1]  # the election was not held
        put_off = None
        if number >= _OVERDUE:
            months = 11 if number < _OVERDUE + _EXTENDED else 15
            put_off = last.until + timedelta(days=30 * months)
        terms[code] = [*earlier, replace(last, extended_to=put_off)]
    return tuple(term for found in terms.values() for term in found)


def term_at(terms: tuple[Term, ...], branch: str, at: date) -> Term | None:
    """The term of a branch on the day `at`, also when it should have ended."""
    return next((t for t in reversed(terms) if t.branch == branch and t.since <= at), None)


def _terms(branch: Branch) -> list[Term]:
    years = _YEARS.get(branch.level, 3)
    found: list[Term] = []
    since = branch.founded_on
    while since < min(branch.dissolved_on, DRIFTED):
        until = since.replace(year=since.year + years, day=min(since.day, 28))
        found.append(Term(branch.code, len(found) + 1, since, until, years))
        since = until
    return found

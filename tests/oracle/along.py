"""Answers on whom to build along with, counted from the facts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from tests.oracle.coverage import Rows
from tests.oracle.known import Known

NEAR, WIDE, STAFF_TIMES = 1000, 2000, 3


def build_along(facts: Known, day: date, *, most: int = 1000, uncovered_only: bool = False) -> Rows:
    """可联建企业 for each firm with members, too few for a branch of its own, and without an organisation."""
    found = []
    for firm in facts.operating(day):
        formal, probationary = facts.numbers(firm, day)
        if formal < 3 and formal + probationary and not facts.organisations(firm, day):
            found += _for(facts, day, firm, WIDE, most, uncovered_only)
    return found


def nearest_along(facts: Known, day: date) -> Rows:
    """可联建企业, the best two for each."""
    return build_along(facts, day, most=2)


def uncovered_along(facts: Known, day: date) -> Rows:
    """可联建企业 among those without an organisation."""
    return build_along(facts, day, uncovered_only=True)


def along_firm(facts: Known, day: date, firm: str) -> Rows:
    """可联建企业 for one firm, which may have members enough; the best five."""
    if firm not in facts.operating(day) or not any(facts.numbers(firm, day)) or facts.organisations(firm, day):
        return []
    return _for(facts, day, firm, NEAR, 5)


def along_branch(facts: Known, day: date, branch: str) -> Rows:
    """可联建企业 for one branch: whom it may take in, the best five."""
    base = facts.covered(branch, day)
    found = [c for other in facts.operating(day) if (c := _candidate(facts, day, base, other, NEAR))]
    free = [c for c in found if c["candidate_branch"] is None]
    told = {"firm": None, "branch": branch, "name": facts.names[branch]}
    return [{**told, **c, "step": "take_in"} for c in _best(free, 5)]


def _for(facts: Known, day: date, firm: str, radius: int, most: int, uncovered_only: bool = False) -> Rows:
    found = [c for other in facts.operating(day) if (c := _candidate(facts, day, [firm], other, radius))]
    if uncovered_only:
        found = [c for c in found if c["candidate_branch"] is None]
    told = {"firm": firm, "branch": None, "name": facts.names[firm]}
    return [{**told, **c, "step": "join" if c["candidate_branch"] else "found"} for c in _best(found, most)]


def _best(found: Rows, most: int) -> Rows:
    """Most principles first, then the nearest; what is not near comes after."""
    return sorted(found, key=lambda c: (-c["principles"], c["metres"] is None, c["metres"], c["candidate"]))[:most]


def _candidate(facts: Known, day: date, base: Sequence[str], other: str, radius: int) -> dict[str, Any] | None:
    """A firm with members that shares something with one of these; one that builds its own branch is none."""
    formal, probationary = facts.numbers(other, day)
    organisations = facts.organisations(other, day)
    if other in base or formal + probationary == 0 or (formal >= 3 and not organisations):
        return None
    apart = [facts.apart(facts.stands(one, day), facts.stands(other, day)) for one in base]
    near = [a.metres for a in apart if a and a.metres <= radius]
    supplies = [
        product for one, two, product, span in facts.supplies if span.at(day) and _between(one, two, base, other)
    ]
    ties = {
        "same_chain": bool(supplies),
        "same_cell": any(set(facts.cells_of(one, day)) & set(facts.cells_of(other, day)) for one in base),
        "near": bool(near),
        "same_trade": facts.industry(other) is not None and facts.industry(other) in map(facts.industry, base),
    }
    if not any(ties.values()):
        return None
    similar, branch = any(_alike(facts, day, one, other) for one in base), min(organisations, default=None)
    return {
        "candidate": other,
        "candidate_name": facts.names[other],
        "principles": sum(ties.values()) + similar,
        **ties,
        "similar_size": similar,
        "metres": min(near, default=None),
        "products": "、".join(sorted({*supplies} - {""})) or None,
        "trade": facts.industry(other),
        "staff": facts.staff(other, day),
        "formal": formal,
        "probationary": probationary,
        "candidate_branch": branch,
        "candidate_branch_name": facts.names[branch] if branch else None,
        "room": max(0, 5 - len(facts.covered(branch, day))) if branch else None,
    }


def _between(supplier: str, buyer: str, base: Sequence[str], other: str) -> bool:
    return (supplier == other and buyer in base) or (buyer == other and supplier in base)


def _alike(facts: Known, day: date, one: str, other: str) -> bool:
    """Neither has more than three times the other's staff, where both are told."""
    own, theirs = facts.staff(one, day), facts.staff(other, day)
    return own is not None and theirs is not None and max(own, theirs) <= STAFF_TIMES * min(own, theirs)

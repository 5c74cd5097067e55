"""Which firms hang together, counted from the facts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tests.oracle.coverage import Rows
from tests.oracle.known import Known

Tie = tuple[str, str]


def clusters(facts: Known, day: date) -> Rows:
    """企业群."""
    return _clusters(facts, day, [*_ties(facts, day), *_of_officers(facts, day)], officers=True)


def clusters_without_officers(facts: Known, day: date) -> Rows:
    """企业群, not counting shared officers."""
    return _clusters(facts, day, list(_ties(facts, day)), officers=False)


def _ties(facts: Known, day: date) -> Iterator[Tie]:
    """Firms and the branches that cover them, branches and their pairs, suppliers and buyers."""
    for one, other in [(s.subject, s.other) for s in facts.covers if s.at(day)]:
        if not facts.gone(one, day):
            yield one, other
    for sides in (facts.organ_sides, facts.enterprise_sides):
        yield from ((s.subject, s.other) for s in sides if s.at(day) and not facts.gone(s.other, day))
    yield from ((seller, buyer) for seller, buyer, _, span in facts.supplies if span.at(day))


def _of_officers(facts: Known, day: date) -> Iterator[Tie]:
    """Officers and what they contact, instruct and lead."""
    for held in (facts.contacting, facts.guiding, facts.instructing):
        for s in held:
            if s.at(day) and not (s.other in facts.branches and facts.gone(s.other, day)):
                yield s.subject, s.other
    for branch in facts.branches:
        secretary = facts.secretary(branch, day)
        if secretary and secretary.officer and not facts.gone(branch, day):
            yield secretary.who, branch


def _clusters(facts: Known, day: date, ties: list[Tie], *, officers: bool) -> Rows:
    beside: dict[str, set[str]] = {}
    for one, other in ties:
        beside.setdefault(one, set()).add(other)
        beside.setdefault(other, set()).add(one)
    operating, seen, found = set(facts.operating(day)), set[str](), []
    for firm in sorted(operating):
        if firm in seen:
            continue
        together, edge = {firm}, [firm]
        while edge:
            new = beside.get(edge.pop(), set()) - together
            together |= new
            edge += new
        seen |= together
        firms = sorted(together & operating)
        # a cluster is called by its smallest firm, operating or not
        label = min(together & facts.names_of_firms().keys())
        if len(firms) < 2:
            continue
        organised = [f for f in firms if facts.organisations(f, day)]
        branches = sorted({branch for f in firms for branch in facts.organisations(f, day)})
        pairs = sorted({pair for branch in branches for pair in facts.partners(branch, day)})
        held = {*firms, *branches}
        shared = [o for o in sorted(facts.officers) if len(beside.get(o, set()) & held) > 1] if officers else []
        found.append(
            {
                "cluster": label,
                "firms": len(firms),
                "covered": len(organised),
                "branches": len(branches),
                "supplies": sum(s.at(day) and {one, other} <= {*firms} for one, other, _, s in facts.supplies),
                "firm_keys": firms,
                "branch_keys": branches,
                "organ_keys": sorted({partner for _, partner in pairs}),
                "pair_keys": sorted({pair for pair, _ in pairs}),
                "officer_keys": shared,
                "uncovered": [f for f in firms if f not in organised and any(facts.numbers(f, day))],
                "unpaired": [b for b in branches if facts.pairs_up(b, day) and not facts.partners(b, day)],
            }
        )
    return found


def without_mass(facts: Known, day: date) -> Rows:
    """有党组织缺群团; of the drawn zones' firms some have a union, none another body."""
    found = []
    for firm in facts.operating(day):
        branch = min(facts.organisations(firm, day), default=None)
        if branch:
            union = facts.has_union(firm, day)
            found.append(
                {
                    "firm": firm,
                    "missing": 2 if union else 3,
                    "union": "has" if union else "missing",
                    "youth": "missing",
                    "women": "missing",
                    "branch": branch,
                    "branch_name": facts.names[branch],
                }
            )
    return found

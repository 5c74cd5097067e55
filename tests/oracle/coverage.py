"""Answers on coverage, counted from the facts."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.oracle.known import Known

Rows = list[dict[str, Any]]


def members_uncovered(facts: Known, day: date) -> Rows:
    """有党员未覆盖."""
    found = []
    for firm in facts.operating(day):
        formal, probationary = facts.numbers(firm, day)
        if formal + probationary and not facts.organisations(firm, day):
            found.append(placed(facts, firm, day, formal=formal, probationary=probationary))
    return found


def qualified_unbuilt(facts: Known, day: date) -> Rows:
    """应建未建 and 联建待转单建."""
    found = []
    for firm in facts.operating(day):
        formal, probationary = facts.numbers(firm, day)
        organisations = facts.organisations(firm, day)
        if formal < 3 or not facts.without_own(firm, day):
            continue
        branch = organisations[0] if organisations else None
        told = {
            "list": "in_joint" if organisations else "unbuilt",
            "formal": formal,
            "probationary": probationary,
            "branch": branch,
            "branch_name": facts.names[branch] if branch else None,
        }
        found.append(placed(facts, firm, day, **told))
    return found


def unreached(facts: Known, day: date) -> Rows:
    """无挂点干部."""
    found = []
    for firm in facts.operating(day):
        if sum(facts.numbers(firm, day)) or facts.organisations(firm, day) or facts.reached(firm, day):
            continue
        found.append(placed(facts, firm, day, department=facts.responsible(firm, day)))
    return found


def placed(facts: Known, firm: str, day: date, **told: Any) -> dict[str, Any]:
    """A row of a firm, with what is told of it and where it lies."""
    area, cell = facts.places(firm, day)
    return {"firm": firm, "name": facts.names[firm], **told, "area": area, "cell": cell}

"""Answers on coverage, counted from the facts."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.oracle.working import Working

Rows = list[dict[str, Any]]


def members_uncovered(facts: Working, day: date) -> Rows:
    """有党员未覆盖."""
    found = []
    for firm in facts.operating(day):
        formal, probationary = facts.numbers(firm, day)
        if formal + probationary and not facts.organisations(firm, day):
            found.append(_placed(facts, firm, day, formal=formal, probationary=probationary))
    return found


def qualified_unbuilt(facts: Working, day: date) -> Rows:
    """应建未建 and 联建待转单建."""
    found = []
    for firm in facts.operating(day):
        formal, probationary = facts.numbers(firm, day)
        organisations = facts.organisations(firm, day)
        if formal < 3 or any(facts.kind(branch, day) == "own" for branch in organisations):
            continue
        branch = organisations[0] if organisations else None
        told = {
            "list": "in_joint" if organisations else "unbuilt",
            "formal": formal,
            "probationary": probationary,
            "branch": branch,
            "branch_name": facts.names[branch] if branch else None,
        }
        found.append(_placed(facts, firm, day, **told))
    return found


def unreached(facts: Working, day: date) -> Rows:
    """无挂点干部."""
    found = []
    for firm in facts.operating(day):
        if sum(facts.numbers(firm, day)) or facts.organisations(firm, day) or facts.reached(firm, day):
            continue
        cells = [cell for site in facts.sites(firm, day) if (cell := facts.cell(site, day))]
        offices = sorted({office for cell in cells if (office := facts.department(cell, day))})
        found.append(_placed(facts, firm, day, department=offices[0] if offices else None))
    return found


def _placed(facts: Working, firm: str, day: date, **told: Any) -> dict[str, Any]:
    area, cell = facts.places(firm, day)
    return {"firm": firm, "name": facts.names[firm], **told, "area": area, "cell": cell}

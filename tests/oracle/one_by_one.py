"""Answers on one officer or one firm, counted from the facts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from tests.oracle.along import along_branch, along_firm
from tests.oracle.coverage import Rows
from tests.oracle.filed import firm_file
from tests.oracle.holes import HOLES
from tests.oracle.known import Known
from tests.oracle.spans import Ties
from tests.oracle.visiting import last_visit, visit_state


def my_list(facts: Known, day: date, officer: str) -> Rows:
    """我的清单."""
    contacts, instructs = facts.contacts(officer, day), facts.instructs(officer, day)
    found = []
    for firm in sorted(contacts | instructs):
        last = last_visit(facts, officer, [firm], day)
        formal, probationary = facts.numbers(firm, day)
        requests, (area, cell) = facts.open_requests(firm, day), facts.places(firm, day)
        holes = facts.holes(firm, day)
        found.append(
            {
                "firm": firm,
                "firm_name": facts.names[firm],
                "role": "both" if firm in contacts & instructs else "contact" if firm in contacts else "instructor",
                "visit": visit_state(facts, last, day),
                "last_visit": last,
                "hole": next((hole for hole in HOLES if hole in holes), None),
                "formal": formal,
                "probationary": probationary,
                "requests": len(requests),
                "overdue": sum(request.overdue(day) for request in requests),
                "open_requests": [request.key for request in requests],
                "area": area,
                "cell": cell,
                "officer": officer,
            }
        )
    return found


def officer_leaves(facts: Known, day: date, officer: str) -> Rows:
    """干部调离的影响."""
    found = []

    def left(role: str, name: str, since: date, others: Iterable[str], **charged: str) -> None:
        remaining = sorted({*others} - {officer})
        told = {"state": "shared" if remaining else "nobody", "others": len(remaining), "remaining": remaining}
        keys = {**dict.fromkeys(("firm", "branch", "team", "cell")), **charged}
        found.append({"role": role, "name": name, "since": since, **told, **keys, "officer": officer})

    for firm, since in _held(facts.contacting, officer, day):
        others = facts.contacting.to(firm, day) + facts.guiding.to(firm, day)
        left("contact", facts.names[firm], since, others, firm=firm)
    for firm, since in _held(facts.guiding, officer, day):
        left("instructor", facts.names[firm], since, facts.guiding.to(firm, day), firm=firm)
    for branch, since in _held(facts.instructing, officer, day):
        if facts.living(branch, day):
            left("instructor", facts.names[branch], since, facts.instructing.to(branch, day), branch=branch)
    for branch in facts.branches:
        secretary = facts.secretary(branch, day)
        if secretary and secretary.who == officer and facts.living(branch, day):
            left("secretary", facts.names[branch], secretary.since, [], branch=branch)
    for role, ties in (("team", facts.team_officers), ("team_lead", facts.leading)):
        for span in ties.spans_to(officer):
            if span.at(day):
                left(role, f"{span.subject}小组", span.since, ties.of(span.subject, day), team=span.subject)
    department = facts.serves_in(officer, day)
    if department and facts.serving.to(department, day) == [officer]:
        for span in facts.answering.spans_to(department):
            if span.at(day):
                left("cell", f"{span.subject}网格", span.since, [], cell=span.subject)
    return found


def _held(ties: Ties, officer: str, day: date) -> list[tuple[str, date]]:
    return [(span.other, span.since) for span in ties.spans_of(officer) if span.at(day)]


def path_to_officer(facts: Known, day: date, firm: str) -> Rows:
    """企业到干部."""
    found = []

    def way(via: str, officer: str | None, department: str | None, **told: str) -> None:
        places = {**dict.fromkeys(("site", "cell", "team")), **told}
        found.append({"via": via, "firm": firm, **places, "department": department, "officer": officer})

    for officer in facts.contacting.to(firm, day):
        way("contact", officer, facts.serves_in(officer, day))
    for site in facts.sites(firm, day):
        cell = facts.cell(site, day)
        if cell:
            department = facts.department(cell, day)
            for who in (facts.serving.to(department, day) if department else []) or [None]:
                way("grid", who, department, site=site, cell=cell)
    for team in facts.serving_teams(firm, day):
        for officer in facts.team_officers.of(team, day):
            way("team", officer, facts.serves_in(officer, day), team=team)
    return found


Asked = Callable[[Known, date, str], Rows]
ONE_BY_ONE: Mapping[tuple[str, str], Asked] = {
    ("my-list", "officer"): my_list,
    ("officer-leaves", "officer"): officer_leaves,
    ("path-to-officer", "firm"): path_to_officer,
    ("firm-file", "firm"): firm_file,
    ("build-along", "firm"): along_firm,
    ("build-along", "branch"): along_branch,
}
"""By question and the parameter that names the one."""


def keys(facts: Known, parameter: str) -> list[Any]:
    """All that may be asked about."""
    if parameter == "branch":
        return sorted(facts.branches)
    return sorted(facts.officers) if parameter == "officer" else facts.sorted_firms()

"""Answers on service teams and requests, counted from the facts."""

from __future__ import annotations

from datetime import date
from statistics import median

from tests.oracle.coverage import Rows
from tests.oracle.known import Known
from tests.oracle.service import Request


def requests_overdue(facts: Known, day: date) -> Rows:
    """诉求超期未销号."""
    return [
        {
            "request": request.key,
            "title": request.title,
            "category": request.category,
            "raised_on": request.raised,
            "due_on": request.due,
            "days": (day - request.due).days if request.due else None,
            "firm": request.firm,
            "firm_name": facts.names[request.firm] if request.firm else None,
            "project": None,
            "project_name": None,
            "team": request.team,
            "team_name": facts.teams[request.team][0] if request.team else None,
            "department": request.department,
        }
        for request in facts.requests
        if request.overdue(day)
    ]


def teams(facts: Known, day: date) -> Rows:
    """安商服务小组."""
    found = []
    for team, (name, founded) in facts.teams.items():
        if founded and founded > day:
            continue
        members = sorted({*facts.team_officers.of(team, day), *facts.leading.of(team, day)})
        found.append(
            {
                "team": team,
                "team_name": name,
                "area": facts.team_area(team, day),
                "firms": len(facts.team_firms(team, day)),
                "officers": len(members),
                "lead": facts.leading.one(team, day),
                "departments": len({facts.serves_in(officer, day) for officer in members} - {None}),
                "founded_on": founded,
                "members": members,
            }
        )
    return found


def requests_by_team(facts: Known, day: date) -> Rows:
    """各小组诉求办理."""
    of_team: dict[str | None, list[Request]] = {
        team: [] for team, (_, founded) in facts.teams.items() if founded is None or founded <= day
    }
    for request in facts.requests:
        if request.raised <= day:
            of_team.setdefault(request.team, []).append(request)
    found = []
    for team, raised in of_team.items():
        ages = [(day - request.raised).days for request in raised if request.open(day)]
        overdue = [request.key for request in raised if request.overdue(day)]
        found.append(
            {
                "team": team,
                "team_name": facts.teams[team][0] if team else None,
                "area": facts.team_area(team, day) if team else None,
                "raised": len(raised),
                "closed": len(raised) - len(ages),
                "in_progress": len(ages),
                "overdue": len(overdue),
                "oldest": max(ages, default=None),
                "median": float(median(ages)) if ages else None,
                "overdue_requests": overdue,
            }
        )
    return found

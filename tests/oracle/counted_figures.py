"""The figures that are reported, counted from the facts."""

from __future__ import annotations

from datetime import date

from tests.oracle.coverage import Rows, members_uncovered
from tests.oracle.known import Known
from tests.oracle.standing import zone_figures

LEVELS = {"own_committees": "committee", "own_general_branches": "general_branch", "own_party_branches": "branch"}


def month_figures(facts: Known, day: date) -> Rows:
    """月度定稿数字."""
    raised = [request for request in facts.requests if request.raised <= day]
    closed = [request for request in raised if not request.open(day)]
    figures = {
        "service_teams": sum(founded is None or founded <= day for _, founded in facts.teams.values()),
        "service_requests": len(raised),
        "requests_closed": len(closed),
        "requests_in_progress": len(raised) - len(closed),
    }
    return zone_figures(facts, day) + [{"figure": figure, "value": value} for figure, value in figures.items()]


def all_figures(facts: Known, day: date) -> dict[str, int]:
    """Every figure that is ever reported, those of the party statistics too."""
    firms = {firm: facts.numbers(firm, day) for firm in facts.operating(day)}
    bare = {firm: told for firm, told in firms.items() if not facts.organisations(firm, day)}
    zone = facts.zone_branches(day)
    own = [facts.level(branch, day) for branch in zone if facts.kind(branch, day) == "own"]
    joint = {f for branch in zone if facts.kind(branch, day) == "joint" for f in facts.covered(branch, day)}
    uncovered, qualified = len(members_uncovered(facts, day)), sum(formal >= 3 for formal, _ in bare.values())
    return {
        **{row["figure"]: row["value"] for row in month_figures(facts, day)},
        **{figure: own.count(level) for figure, level in LEVELS.items()},
        "joint_firms": len(joint),
        "joint_firms_of_three": sum(facts.numbers(firm, day)[0] >= 3 for firm in joint),
        "operating_firms": len(firms),
        "qualified_unbuilt": qualified,
        "few_members_unbuilt": uncovered - qualified,
        "memberless_unbuilt": sum(told == (0, 0) for told in bare.values()),
        "instructed_unbuilt": sum(bool(facts.contacting.to(f, day) or facts.guiding.to(f, day)) for f in bare),
        "members_elsewhere": len({member for firm in firms for member in facts.elsewhere(firm, day)}),
    }

"""The organ branches that are free to pair, each with the enterprise branches most in need, counted from the facts."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.oracle.coverage import Rows
from tests.oracle.known import Known
from tests.oracle.months import half_year
from tests.oracle.placing import Apart

MOST = 100
LINE = (
    *("branch", "branch_name", "score", "near", "unpaired", "below_three", "inactive", "few_members", "members"),
    *("matched", "metres", "approximate"),
)
"""What is told of an enterprise branch; nothing of it where none is unpaired."""


def free_organ_branches(facts: Known, day: date) -> Rows:
    """可结对的机关党组织, each with up to a hundred of the unpaired."""
    alone = [b for b in facts.branches if facts.pairs_up(b, day) and not facts.partners(b, day)]
    needs = {branch: _needs(facts, branch, day) for branch in alone if facts.side(branch) == "企业"}
    places = {branch: facts.branch_places(branch, day) for branch in alone}
    cells = {
        branch: {cell for firm in facts.covered(branch, day) for cell in facts.cells_of(firm, day)} for branch in needs
    }
    answering: dict[str | None, set[str]] = {}
    for cell in facts.cells:
        answering.setdefault(facts.department(cell, day), set()).add(cell)
    found = []
    for organ in [branch for branch in alone if branch not in needs]:
        department = facts.department_of(organ, day)
        own = answering.get(department, set())
        lines = []
        for branch, told in needs.items():
            apart = facts.apart(places[organ], places[branch])
            matched = "distance" if apart else _matched(facts, department, own, cells[branch], day)
            near = apart.metres <= 1000 if apart else matched != "none"
            parts = [near, told["unpaired"], told["below_three"], told["inactive"], told["few_members"]]
            lines.append({"score": sum(parts), "near": near, "matched": matched, **_measured(apart), **told})
        lines.sort(key=_most_in_need)
        named = {"organ": organ, "organ_name": facts.names[organ], "department": department}
        found += [{**named, **line} for line in lines[:MOST] or [dict.fromkeys(LINE)]]
    return found


def _needs(facts: Known, branch: str, day: date) -> dict[str, Any]:
    own = facts.kind(branch, day) == "own"
    members = [facts.standing(member, day) for member in facts.belongs.to(branch, day)]
    members = [standing for standing in members if standing in ("正式", "预备")]
    return {
        "branch": branch,
        "branch_name": facts.names[branch],
        "unpaired": True,
        "below_three": own and facts.counted_in(branch, day)[0] < 3,
        "inactive": not any(at >= half_year(day) for at, _ in facts.held(branch, day)),
        "few_members": len(members) < 3,
        "members": len(members),
    }


def _measured(apart: Apart | None) -> dict[str, Any]:
    if apart is None:
        return {"metres": None, "approximate": None}
    return {"metres": apart.metres, "approximate": apart.rough}


def _most_in_need(line: dict[str, Any]) -> tuple[Any, ...]:
    metres = line["metres"]
    return -line["score"], metres is None, metres or 0.0, not line["near"], line["members"], line["branch"]


def _matched(facts: Known, department: str | None, own: set[str], theirs: set[str], day: date) -> str:
    """What the cells of a branch's firms share with an organ branch's department and the cells it answers for, where
    no distance is known.
    """
    if department is None:
        return "none"
    if own & theirs:
        return "cell"
    if {facts.area(cell, day) for cell in own} & {facts.area(cell, day) for cell in theirs} - {None}:
        return "area"
    offices = {office for cell in theirs if (office := facts.township(cell, day))}
    return "township" if any(department.startswith(office) for office in offices) else "none"

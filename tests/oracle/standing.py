"""Answers on branches, cells and the zone's figures, counted from the facts."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from tests.oracle.cells import day_of
from tests.oracle.coverage import Rows, members_uncovered
from tests.oracle.known import Known


def joint_branch_load(facts: Known, day: date) -> Rows:
    """联合党支部负荷, all of them."""
    found = []
    for branch in facts.zone_branches(day):
        if facts.kind(branch, day) == "joint":
            covered = facts.covered(branch, day)
            state = "over" if len(covered) > 5 else "at" if len(covered) == 5 else "below"
            told = {"firms": len(covered), "limit_firms": 5, "room": max(0, 5 - len(covered)), "state": state}
            found.append({"branch": branch, "name": facts.names[branch], **told, "covered": covered})
    return found


def unpaired_branches(facts: Known, day: date) -> Rows:
    """未结对党组织, of both sides."""
    found = []
    for branch in facts.branches:
        if facts.pairs_up(branch, day) and not facts.partners(branch, day):
            side = "organ" if facts.side(branch) == "机关" else "enterprise"
            told = {
                "side": side,
                "firms": len(facts.covered(branch, day)),
                "department": facts.department_of(branch, day),
            }
            found.append({"branch": branch, "name": facts.names[branch], **told})
    return found


def cell_unassigned(facts: Known, day: date) -> Rows:
    """网格无联系部门."""
    found = []
    for cell in sorted(facts.cells):
        if facts.department(cell, day) is None:
            told = {"area": facts.area(cell, day), "firms": len(facts.firms_in(cell, day))}
            found.append({"cell": cell, "name": f"{cell}网格", **told})
    return found


def zone_figures(facts: Known, day: date) -> list[dict[str, Any]]:
    """全区数字."""
    zone = facts.zone_branches(day)
    kinds = {branch: facts.kind(branch, day) for branch in zone}
    founded, dissolved = [], []
    for branch in facts.branches:
        began, ended = day_of(facts.founded(branch)), day_of(facts.dissolved(branch))
        gone = ended is not None and ended <= day
        last_day = ended - timedelta(days=1) if ended is not None and gone else day
        if facts.counted_branch(branch, last_day) and facts.kind(branch, last_day) == "own":
            founded += [branch] if began is not None and began.year == day.year else []
            dissolved += [branch] if gone and ended is not None and ended.year == day.year else []
    figures = {
        "own_branches": list(kinds.values()).count("own"),
        "joint_branches": list(kinds.values()).count("joint"),
        "instructors_and_joint_secretaries": len(facts.instructors(day) | _joint_secretaries(facts, kinds, day)),
        "founded_this_year": len(founded),
        "dissolved_this_year": len(dissolved),
        "firms_with_members_uncovered": len(members_uncovered(facts, day)),
    }
    return [{"figure": figure, "value": value} for figure, value in figures.items()]


def _joint_secretaries(facts: Known, kinds: dict[str, str], day: date) -> set[str]:
    """The officers who lead a joint branch."""
    led = [facts.secretary(branch, day) for branch, kind in kinds.items() if kind == "joint"]
    return {secretary.who for secretary in led if secretary and secretary.officer}

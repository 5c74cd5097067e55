"""Answers on how many members branches have, and who leads them, counted from the facts."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from tests.oracle.cells import day_of
from tests.oracle.coverage import Rows
from tests.oracle.known import Known


def _told(facts: Known, branch: str, **told: Any) -> dict[str, Any]:
    return {"branch": branch, "name": facts.names[branch], **told}


def _numbers(facts: Known, branch: str, day: date) -> dict[str, Any]:
    formal, probationary = facts.counted_in(branch, day)
    return {"formal": formal, "probationary": probationary, "firms": len(facts.covered(branch, day))}


def below_three(facts: Known, day: date) -> Rows:
    """不足3名待调整."""
    found = []
    for branch in facts.zone_branches(day):
        numbers = _numbers(facts, branch, day)
        if facts.kind(branch, day) == "own" and numbers["formal"] < 3:
            course = [(at, facts.counted_in(branch, at)[0]) for at in facts.days_of(branch) if at <= day]
            enough = max((n for n, (_, formal) in enumerate(course) if formal >= 3), default=None)
            told = {
                "state": "never" if enough is None else "fell",
                "since": None if enough is None else course[enough + 1][0],
                "before": None if enough is None else course[enough][1],
                "covered": facts.covered(branch, day),
            }
            found.append(_told(facts, branch, **numbers, **told))
    return found


def joint_total_below(facts: Known, day: date) -> Rows:
    """联合党支部人数偏少."""
    found = []
    for branch in facts.zone_branches(day):
        numbers = _numbers(facts, branch, day)
        if facts.kind(branch, day) == "joint" and numbers["formal"] < 3:
            found.append(_told(facts, branch, **numbers, covered=facts.covered(branch, day)))
    return found


def level_due(facts: Known, day: date) -> Rows:
    """达到人数未升级别."""
    found = []
    for branch in facts.zone_branches(day):
        level, numbers = facts.level(branch, day), _numbers(facts, branch, day)
        members = numbers["formal"]
        due = "committee" if members >= 100 else "general_branch" if members >= 50 and level == "branch" else None
        if due and level != "committee":
            found.append(_told(facts, branch, level=level, due=due, members=members, **numbers))
    return found


def committee_size(facts: Known, day: date) -> Rows:
    """支部委员会人数."""
    found = []
    for branch in facts.zone_branches(day):
        people, numbers = facts.committee(branch, day), _numbers(facts, branch, day)
        del numbers["probationary"]
        if facts.level(branch, day) != "branch":
            continue
        if people == 0 and numbers["formal"] >= 7:
            found.append(_told(facts, branch, state="none", committee=people, **numbers))
        elif 0 < people < 3 or people > 7:
            state = "small" if people < 3 else "large"
            found.append(_told(facts, branch, state=state, committee=people, **numbers))
    return found


def secretary_vacant(facts: Known, day: date) -> Rows:
    """书记空缺或不在本支部."""
    found = []
    for branch in facts.zone_branches(day):
        secretary = facts.secretary(branch, day)
        if secretary is None:
            since = facts.vacant_since(branch, day)
            told = {"state": "vacant", "verdict": "breach", "since": since, "member": None, "officer": None}
            found.append(_told(facts, branch, **told, source=None, home=None, home_name=None))
            continue
        home = None if secretary.officer else facts.membership(secretary.who, day)
        if secretary.source == "assigned" or (home and home in facts.down_from(branch, day)):
            continue
        told = {
            "state": "elsewhere" if home else "unknown",
            "verdict": "breach" if home else "check",
            "since": secretary.since,
            "member": None if secretary.officer else secretary.who,
            "officer": secretary.who if secretary.officer else None,
            "source": secretary.source,
        }
        found.append(_told(facts, branch, **told, home=home, home_name=facts.names[home] if home else None))
    return found


def listed(facts: Known, day: date, which: str = "standing") -> Rows:
    """党组织名单."""
    found = []
    for branch in sorted(facts.branches):
        founded, dissolved = day_of(facts.founded(branch)), day_of(facts.dissolved(branch))
        gone = dissolved is not None and dissolved <= day
        at = dissolved - timedelta(days=1) if dissolved and gone and which != "standing" else day
        turned = {"founded_this_year": founded, "dissolved_this_year": dissolved if gone else None}.get(which)
        if which != "standing" and (turned is None or turned.year != day.year or turned > day):
            continue
        if facts.counted_branch(branch, at):
            told = {
                "kind": facts.kind(branch, at),
                "level": facts.level(branch, at),
                "founded_on": founded,
                "dissolved_on": dissolved if gone else None,
                "covered": facts.covered(branch, at),
            }
            found.append(_told(facts, branch, **told, **_numbers(facts, branch, at)))
    return found


def founded(facts: Known, day: date) -> Rows:
    """今年新建."""
    return listed(facts, day, "founded_this_year")


def dissolved(facts: Known, day: date) -> Rows:
    """今年撤销."""
    return listed(facts, day, "dissolved_this_year")

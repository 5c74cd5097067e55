"""Answers on branches whose firms have stopped, and on who leads several, counted from the facts."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.oracle.coverage import Rows
from tests.oracle.known import Known

STOPPED = ("stopped", "cancelled")


def stopped_with_branch(facts: Known, day: date) -> Rows:
    """停产企业仍有支部."""
    found = []
    for branch in facts.zone_branches(day):
        covered = facts.covered(branch, day)
        stopped = {firm: _stopped_on(facts, firm, day) for firm in covered if facts.state(firm, day) in STOPPED}
        if not stopped:
            continue
        states, ordered = [facts.state(firm, day) for firm in stopped], sorted(stopped, key=lambda f: (stopped[f], f))
        formal, probationary = facts.counted_in(branch, day)
        found.append(
            {
                "branch": branch,
                "name": facts.names[branch],
                "kind": facts.kind(branch, day),
                "state": "all" if len(stopped) == len(covered) else "some",
                "firms": len(covered),
                "stopped_firms": states.count("stopped"),
                "cancelled_firms": states.count("cancelled"),
                "stopped_names": "、".join(facts.names[firm] for firm in ordered),
                "since": min(stopped.values()),
                "formal": formal,
                "probationary": probationary,
                "stopped": sorted(stopped),
            }
        )
    return found


def _stopped_on(facts: Known, firm: str, day: date) -> date:
    """Since when, without a break, ledgers say that the firm is stopped or cancelled."""
    since = day
    for at in sorted((at for at in facts.days_of(firm) if at <= day), reverse=True):
        if facts.state(firm, at) not in STOPPED:
            break
        since = at
    return since


def several_posts(facts: Known, day: date, least: int = 1) -> Rows:
    """一人兼几个联合支部书记; here also those who lead one."""
    led: dict[tuple[bool, str], list[str]] = {}
    for branch in facts.zone_branches(day):
        secretary = facts.secretary(branch, day)
        if secretary and facts.kind(branch, day) == "joint":
            led.setdefault((secretary.officer, secretary.who), []).append(branch)
    found: list[dict[str, Any]] = []
    for (officer, who), branches in led.items():
        if len(branches) >= least:
            found.append(
                {
                    "officer": who if officer else None,
                    "member": None if officer else who,
                    "department": facts.serves_in(who, day) if officer else None,
                    "branches": len(branches),
                    "firms": sum(len(facts.covered(branch, day)) for branch in branches),
                    "joint_names": "、".join(facts.names[branch] for branch in branches),
                    "joint": branches,
                }
            )
    return found


def several_twice(facts: Known, day: date) -> Rows:
    """一人兼几个联合支部书记."""
    return several_posts(facts, day, 2)

"""Answers on what lies near what, counted from the facts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from tests.oracle.coverage import Rows, placed
from tests.oracle.known import Known
from tests.oracle.placing import Apart

RADIUS = 2000


def uncovered_near(facts: Known, day: date, action: str = "joint") -> Rows:
    """附近党组织, all within two kilometres."""
    found = []
    for firm in facts.operating(day):
        formal, probationary = facts.numbers(firm, day)
        fits = {
            "joint": formal < 3 and formal + probationary > 0,
            "own": formal >= 3,
            "work": formal + probationary == 0 and not facts.reached(firm, day),
        }
        if facts.organisations(firm, day) or not fits[action]:
            continue
        roughs = [place.rough for place in facts.stands(firm, day)]
        located = "none" if not roughs else "cell" if all(roughs) else "point"
        for near in _near(facts, firm, day) or [None]:
            told: dict[str, Any] = dict.fromkeys(NEAR_BRANCH)
            if near:
                branch, apart = near
                told = _branch_near(facts, firm, branch, apart, day)
                told["becomes_joint"] = action == "joint" and _becomes_joint(facts, firm, branch, day)
            row = {"formal": formal, "probationary": probationary, "located": located, **told}
            found.append(placed(facts, firm, day, **row))
    return found


NEAR_BRANCH = (
    *("branch", "branch_name", "metres", "place", "place_name", "approximate", "kind", "firms", "room"),
    *("crosses_area", "crosses_township", "becomes_joint"),
)


def _near(facts: Known, firm: str, day: date) -> list[tuple[str, Apart]]:
    here = facts.stands(firm, day)
    found = [(b, facts.apart(here, facts.branch_places(b, day))) for b in facts.zone_branches(day)]
    return [(branch, apart) for branch, apart in found if apart and apart.metres <= RADIUS]


def _branch_near(facts: Known, firm: str, branch: str, apart: Apart, day: date) -> dict[str, Any]:
    firms = len(facts.covered(branch, day))
    return {
        "branch": branch,
        "branch_name": facts.names[branch],
        "metres": apart.metres,
        "place": apart.there.sort,
        "place_name": apart.there.name,
        "approximate": apart.rough,
        "kind": facts.kind(branch, day),
        "firms": firms,
        "room": max(0, 5 - firms),
        "crosses_area": _crosses(facts.area, apart, day),
        "crosses_township": _crosses(facts.township, apart, day),
    }


def _crosses(of: Callable[[str | None, date], str | None], apart: Apart, day: date) -> bool | None:
    """Whether the two places lie in different ones; null where it is not known of both."""
    here, there = of(apart.here.cell, day), of(apart.there.cell, day)
    return None if here is None or there is None else here != there


def _becomes_joint(facts: Known, firm: str, branch: str, day: date) -> bool:
    covered = facts.covered(branch, day)
    groups = {facts.group(other, day) for other in covered}
    return bool(covered) and facts.kind(branch, day) == "own" and facts.group(firm, day) not in groups


def near_own(facts: Known, day: date) -> Rows:
    """附近党组织 of those to build their own."""
    return uncovered_near(facts, day, "own")


def near_work(facts: Known, day: date) -> Rows:
    """附近党组织 of those without members whom nobody reaches."""
    return uncovered_near(facts, day, "work")


def joint_candidates(facts: Known, day: date, most: int = 100) -> Rows:
    """最适合并入的联合党支部."""
    found = []
    for firm in facts.operating(day):
        formal, probationary = facts.numbers(firm, day)
        if facts.organisations(firm, day) or formal >= 3 or formal + probationary == 0:
            continue
        fits = [_fit(facts, firm, branch, apart, day) for branch, apart in _near(facts, firm, day)]
        fits = [fit for fit in fits if fit["room"] > 0]
        fits.sort(key=lambda fit: (-fit["score"], fit["kind"] != "joint", fit["metres"], fit["branch"]))
        for fit in fits[:most] or [dict.fromkeys(FIT)]:
            told = {"formal": formal, "probationary": probationary, **fit, "trade": facts.industry(firm)}
            found.append(placed(facts, firm, day, **told))
    return found


FIT = (
    *("branch", "branch_name", "metres", "place_name", "approximate", "kind", "firms", "room"),
    *("becomes_joint", "near", "same_trade", "same_chain", "no_border", "score"),
)


def _fit(facts: Known, firm: str, branch: str, apart: Apart, day: date) -> dict[str, Any]:
    told = _branch_near(facts, firm, branch, apart, day)
    del told["place"]
    covered = facts.covered(branch, day)
    borders = [told.pop("crosses_area"), told.pop("crosses_township")]
    parts = {
        "near": apart.metres <= 1000,
        "same_trade": facts.industry(firm) is not None and facts.industry(firm) in map(facts.industry, covered),
        "same_chain": any(facts.chained(firm, other, day) for other in covered),
        "no_border": True not in borders and False in borders,
    }
    return {**told, "becomes_joint": _becomes_joint(facts, firm, branch, day), **parts, "score": sum(parts.values())}


def best_candidate(facts: Known, day: date) -> Rows:
    """最适合并入的联合党支部, the best one of each firm."""
    return joint_candidates(facts, day, most=1)


def neighbours(facts: Known, day: date) -> Rows:
    """邻近企业合起来达三名."""
    numbers = {firm: facts.numbers(firm, day) for firm in facts.operating(day) if not facts.organisations(firm, day)}
    waiting = {firm: told for firm, told in numbers.items() if 0 < told[0] < 3}
    best: dict[tuple[str, ...], tuple[float, str, bool]] = {}
    for first in waiting:
        here = facts.stands(first, day)
        around = [(facts.apart(here, facts.stands(firm, day)), firm) for firm in waiting if firm != first]
        near = sorted((a.metres, firm, a.rough) for a, firm in around if a and a.metres <= RADIUS)
        together, total = [(0.0, first, False)], waiting[first][0]
        while total < 3 and len(together) <= len(near):
            together.append(near[len(together) - 1])
            total += waiting[together[-1][1]][0]
        if total >= 3 and len(together) <= 5:
            firms = tuple(sorted(firm for _, firm, _ in together))
            told = (together[-1][0], first, any(rough for *_, rough in together))
            best[firms] = min(best.get(firms, told), told)
    found = []
    for firms, (metres, first, rough) in best.items():
        told = {
            "firms": list(firms),
            "names": "、".join(facts.names[firm] for firm in firms),
            "count": len(firms),
            "formal": sum(waiting[firm][0] for firm in firms),
            "probationary": sum(waiting[firm][1] for firm in firms),
            "metres": metres,
            "approximate": rough,
        }
        found.append(placed(facts, first, day, **told))
    return found

"""The 21 joint branches: neighbours around a host, one of them across a township border."""

from __future__ import annotations

from datetime import date

from loaders.demo.formation import Formation
from loaders.demo.places import metres
from loaders.demo.words import SHORT_ZONE
from loaders.demo.world import Tie

JOINT_FORMAL = (
    (2, 1, 1, 1, 0), (2, 1, 1, 1, 0), (2, 1, 1, 1, 1), (2, 1, 1, 1, 1),
    (2, 1, 1, 0), (2, 1, 1, 0), (2, 2, 1, 1), (2, 2, 1, 1), (2, 2, 1, 1), (2, 2, 1, 1),
    (2, 1, 0), (2, 1, 0), (2, 1, 1), (2, 1, 1), (2, 1, 1), (2, 1, 1), (2, 2, 1), (2, 2, 1),
    (2, 1), (2, 1), (2, 1),
)  # fmt: skip
"""Formal members of each firm at 2026-09-30, the host first; 0: on probation only. The last of a list may join late."""
_JOINT_FOUNDED_2026 = {9: date(2026, 6, 16), 17: date(2026, 7, 9)}
_JOINED_2026 = {
    0: date(2026, 5, 20), 1: date(2026, 6, 3), 4: date(2026, 7, 1), 5: date(2026, 8, 5), 10: date(2026, 8, 20),
}  # fmt: skip
_SPLIT_2026 = {6: (3, date(2026, 3, 18)), 12: (4, date(2026, 6, 22)), 13: (3, date(2026, 8, 14))}
"""Joint branch → formal members and day of the firm that left it for a branch of its own."""
_ACROSS_BORDER = 14
_SMALL = 200
"""A firm with more staff joins no joint branch."""


def form_joint(formation: Formation) -> list[tuple[str, date, Tie]]:
    """Joint branches of neighbours around a host. Returns the firms that left: (firm, day, tie to the joint branch)."""
    draw, left, hosts, names = formation.draw, [], _hosts(formation), set[str]()
    for index, composition in enumerate(JOINT_FORMAL):
        host = formation.sites[hosts[index]]
        near = sorted(formation.free(), key=lambda u: metres(formation.sites[u], host))
        near = [u for u in near if u not in hosts[index + 1 :] and formation.firms[u].surveys[0].staff <= _SMALL]
        founded = _JOINT_FOUNDED_2026.get(index) or draw.day(date(2014, 3, 1), date(2024, 11, 30))
        if index == _ACROSS_BORDER:
            across = next(u for u in near if formation.townships[u] != formation.townships[near[0]])
            near = [*near[:2], across]
        coverage = []
        for position, (uscc, formal) in enumerate(zip(near, composition, strict=False)):
            late = _JOINED_2026.get(index) if position == len(composition) - 1 else None
            first_day = founded if position < 2 else draw.day(founded, date(2025, 11, 30))
            coverage.append(Tie(uscc, late or first_day))
            formation.formal[uscc] = formal
            if formal == 0:
                formation.probationary[uscc] = 1
        if index in _SPLIT_2026:
            formal, day = _SPLIT_2026[index]
            uscc = near[len(composition)]
            formation.formal[uscc] = formal
            coverage.append(Tie(uscc, draw.day(founded, date(2025, 6, 30)), day))
            left.append((uscc, day, coverage[-1]))
        name = _joint_name(formation, hosts[index], names)
        formation.add(name, "联合建立", founded, tuple(coverage))
    return left


def _hosts(formation: Formation) -> list[str]:
    """A middling firm in each of 21 cells; the one nearest to a township border hosts the branch across it."""
    by_cell: dict[str, str] = {}
    for uscc in (u for u in formation.free(20) if formation.firms[u].surveys[0].staff <= _SMALL):
        by_cell.setdefault(formation.sites[uscc].cell, uscc)
    hosts = formation.draw.random.sample(sorted(by_cell.values()), k=len(JOINT_FORMAL))
    nearest = min(range(len(hosts)), key=lambda i: _to_border(formation, hosts[i]))
    hosts[nearest], hosts[_ACROSS_BORDER] = hosts[_ACROSS_BORDER], hosts[nearest]
    return hosts


def _to_border(formation: Formation, uscc: str) -> float:
    """Metres from a firm to the nearest one of another township."""
    township, here = formation.townships[uscc], formation.sites[uscc]
    return min(metres(here, formation.sites[u]) for u, other in formation.townships.items() if other != township)


def _joint_name(formation: Formation, host: str, names: set[str]) -> str:
    road = formation.sites[host].address.removeprefix(SHORT_ZONE).split("标准厂房")[0].rstrip("0123456789号")
    for number in ("", "第二", "第三", "第四", "第五"):
        name = f"{SHORT_ZONE}{road}{formation.firms[host].industry}企业{number}联合党支部"
        if name not in names:
            break
    names.add(name)
    return name

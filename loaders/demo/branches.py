"""The party organisations of the zone: 52 own branches, 21 joint ones, their committee, and those beside them.

`formal` and `probationary` say how many members each covered firm has at 2026-09-30; the members step enrols them.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from loaders.demo.draw import Draw
from loaders.demo.firms import BUILDING, CANCELLED, MOVED, STOPPED
from loaders.demo.places import metres
from loaders.demo.words import COMMITTEE, DEPARTMENTS, DISSOLVED_WHY, ORGAN_COMMITTEE, SHORT_ZONE, STATE_COMMITTEE
from loaders.demo.world import SETTLED, Branch, Cell, Firm, Site, Tie

ZONE_COMMITTEE = "990000000001"
HOLDING = "990000000002"
STATE_GROUP_COMMITTEE = "990000900001"

OWN_FORMAL = (56, 30, 23, 18, 15, 14, 13, 12, 11, 10, 10, 9, 9, 8, 8, 7, 7, *[6] * 4, *[5] * 6, *[4] * 11, *[3] * 14)
_FOUNDED_2026 = {
    20: date(2026, 2, 26), 25: date(2026, 5, 15), 31: date(2026, 6, 12), 36: date(2026, 6, 30), 42: date(2026, 7, 24),
}  # fmt: skip
_GROUP, _TWO_PLANTS = 2, 1
JOINT_FORMAL = (
    (2, 1, 1, 1, 0), (2, 1, 1, 1, 0), (2, 1, 1, 1, 1), (2, 1, 1, 1, 1),
    (2, 1, 1, 0), (2, 1, 1, 0), (2, 2, 1, 1), (2, 2, 1, 1), (2, 2, 1, 1), (2, 2, 1, 1),
    (2, 1, 0), (2, 1, 0), (2, 1, 1), (2, 1, 1), (2, 1, 1), (2, 1, 1), (2, 2, 1), (2, 2, 1),
    (2, 1), (2, 1), (2, 1),
)  # fmt: skip
"""Formal members of each firm at 2026-09-30, the host first; 0: on probation only."""
_JOINT_FOUNDED_2026 = {9: date(2026, 6, 16), 17: date(2026, 7, 9)}
_JOINED_2026 = {
    0: date(2026, 5, 20), 1: date(2026, 6, 3), 4: date(2026, 7, 1), 5: date(2026, 8, 5), 10: date(2026, 8, 20),
}  # fmt: skip
_SPLIT_2026 = {6: (3, date(2026, 3, 18)), 12: (4, date(2026, 6, 22)), 13: (3, date(2026, 8, 14))}
"""Joint branch → formal members and day of the firm that left it for a branch of its own."""
_ACROSS_BORDER = 14
_SMALL = 200
"""A firm with more staff joins no joint branch."""
_DISSOLVED_2026 = ((STOPPED, date(2026, 3, 6)), (MOVED, date(2026, 6, 17)), (CANCELLED, date(2026, 8, 25)))


@dataclass
class Formation:
    """Branches as they are formed, and how many members their firms have."""

    draw: Draw
    firms: dict[str, Firm]
    sites: dict[str, Site]
    townships: dict[str, str]
    branches: list[Branch] = field(default_factory=list)
    formal: dict[str, int] = field(default_factory=dict)
    probationary: dict[str, int] = field(default_factory=dict)
    groups: dict[str, str] = field(default_factory=dict)
    two_plants: str = ""

    def free(self, least: int = 0) -> list[str]:
        """Private operating firms with at least `least` staff that no branch covers yet."""
        return [
            f.uscc
            for f in self.firms.values()
            if f.uscc not in self.formal
            and f.operates(SETTLED)
            and f.ownership != "国有控股"
            and f.surveys[0].staff >= least
        ]

    def add(
        self, name: str, formation: str, founded_on: date, coverage: tuple[Tie, ...], level: str = "党支部"
    ) -> Branch:
        """A branch of enterprises under the zone's committee."""
        branch = Branch(
            code=f"990000{200000 + len(self.branches) + 1}",
            name=name,
            side="企业",
            level=level,
            formation=formation,
            founded_on=founded_on,
            upper=ZONE_COMMITTEE,
            approval=f"岚开综党字〔{founded_on.year}〕{self.draw.random.randint(1, 60)}号",
            coverage=coverage,
        )
        self.branches.append(branch)
        return branch


def form_branches(draw: Draw, firms: tuple[Firm, ...], sites: tuple[Site, ...], cells: tuple[Cell, ...]) -> Formation:
    """All organisations; firms of the two groups get their parent."""
    main = {s.firm: s for s in reversed(sites)}
    township = {c.code: c.township for c in cells}
    formation = Formation(draw, {f.uscc: f for f in firms}, main, {u: township[s.cell] for u, s in main.items()})
    split = _joint(formation)
    _own(formation, split)
    _dissolved(formation)
    _state_group(formation)
    formation.branches += _committees_and_organs(draw)
    return formation


def _joint(formation: Formation) -> list[tuple[str, date, Tie]]:
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


def _own(formation: Formation, split: list[tuple[str, date, Tie]]) -> None:
    """Own branches, the largest in the largest firms; the three that split are among the small ones."""
    draw = formation.draw
    free = sorted(formation.free(), key=lambda u: -formation.firms[u].surveys[0].staff)
    hosts = sorted(draw.random.sample(free[:170], k=len(OWN_FORMAL)), key=free.index)
    formal = list(OWN_FORMAL)
    for uscc, day, _ in split:
        formal.remove(formation.formal[uscc])
        _add_own(formation, uscc, day, formation.formal[uscc])
    for index, (uscc, count) in enumerate(zip(hosts, formal, strict=False)):
        founded = _FOUNDED_2026.get(index) or draw.day(date(2009, 5, 1), date(2025, 10, 31))
        _add_own(formation, uscc, founded, count, in_group=index == _GROUP)
        if index == _TWO_PLANTS:
            formation.two_plants = uscc


def _add_own(formation: Formation, uscc: str, founded: date, formal: int, in_group: bool = False) -> None:
    covered = [uscc]
    name = f"{formation.firms[uscc].name}党支部"
    if in_group:
        covered += [f.uscc for f in formation.firms.values() if f.survey(SETTLED).state == BUILDING][:2]  # type: ignore[union-attr]
        brand = formation.firms[uscc].short_name[:2]
        name = f"{brand}集团岚川企业党支部"
        _join_group(formation, f"{brand}控股集团有限公司(虚构)", covered)
    if formal > 50:
        name = name.removesuffix("党支部") + "党总支"
    formation.add(name, "单独建立", founded, tuple(Tie(u, founded) for u in covered), name[-3:])
    formation.formal[uscc] = formal


def _join_group(formation: Formation, name: str, firms: list[str]) -> None:
    parent = formation.draw.credit_code()
    formation.groups[parent] = name
    for uscc in firms:
        formation.firms[uscc] = replace(formation.firms[uscc], group=parent)


def _dissolved(formation: Formation) -> None:
    """Three own branches that ended in 2026 with their firms; each had three formal members."""
    for state, day in _DISSOLVED_2026:
        uscc = next(f.uscc for f in formation.firms.values() if f.surveys[1].state == state)
        founded = formation.draw.day(date(2012, 5, 1), date(2021, 10, 31))
        name = f"{formation.firms[uscc].name}党支部"
        branch = formation.add(name, "单独建立", founded, (Tie(uscc, founded, day),))
        formation.branches[-1] = replace(branch, dissolved_on=day, dissolved_why=DISSOLVED_WHY)
        formation.formal[uscc] = 3


def _state_group(formation: Formation) -> None:
    """The state-controlled firms have a committee of their own, which is not under the zone's."""
    firms = [f.uscc for f in formation.firms.values() if f.ownership == "国有控股"]
    _join_group(formation, "岚川国有资本运营集团有限公司(虚构)", firms)
    founded = date(2016, 7, 1)
    coverage = tuple(Tie(u, founded) for u in firms)
    branch = formation.add("岚川国有资本运营集团党委(虚构)", "单独建立", founded, coverage, "党委")
    formation.branches[-1] = replace(branch, code=STATE_GROUP_COMMITTEE, upper=STATE_COMMITTEE, approval="")


def _committees_and_organs(draw: Draw) -> list[Branch]:
    """The zone's committee, the branch that holds memberships for it (neither has a side), and the organ branches."""
    zone = Branch(ZONE_COMMITTEE, COMMITTEE, "", "党委", "", date(2011, 9, 1), "")
    holding = Branch(
        HOLDING, f"{SHORT_ZONE}两新组织党员代管党支部(虚构)", "", "党支部", "代管", date(2017, 4, 1), ZONE_COMMITTEE
    )
    organs = [
        Branch(
            code=f"990000{100001 + index}",
            name=f"{SHORT_ZONE}{department}党支部",
            side="机关",
            level="党支部",
            formation="单独建立",
            founded_on=draw.day(date(2011, 10, 1), date(2018, 6, 30)),
            upper=ORGAN_COMMITTEE,
            department=department,
        )
        for index, department in enumerate(DEPARTMENTS)
    ]
    return [zone, holding, *organs]

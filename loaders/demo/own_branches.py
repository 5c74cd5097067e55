"""The 52 own branches of 2026-09-30, and three that were dissolved in the course of the year."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from loaders.demo.firms import BUILDING, CANCELLED, MOVED, STOPPED
from loaders.demo.formation import Formation
from loaders.demo.words import DISSOLVED_WHY
from loaders.demo.world import Tie

OWN_FORMAL = (56, 30, 23, 18, 15, 14, 13, 12, 11, 10, 10, 9, 9, 8, 8, 7, 7, *[6] * 4, *[5] * 6, *[4] * 11, *[3] * 14)
_FOUNDED_2026 = {
    20: date(2026, 2, 26), 25: date(2026, 5, 15), 31: date(2026, 6, 12), 36: date(2026, 6, 30), 42: date(2026, 7, 24),
}  # fmt: skip
_GROUP, _TWO_PLANTS = 2, 1
_PLANTS_TAKEN_IN = date(2026, 5, 15)
_DISSOLVED_2026 = ((STOPPED, date(2026, 3, 6)), (MOVED, date(2026, 6, 17)), (CANCELLED, date(2026, 8, 25)))


def form_own(formation: Formation, split: list[tuple[str, date, Tie]]) -> None:
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
    """A branch of its own for a firm; that of the group takes in two plants being built, once the group is declared."""
    coverage = [Tie(uscc, founded)]
    name = f"{formation.firms[uscc].name}党支部"
    if in_group:
        plants = [f.uscc for f in formation.firms.values() if f.surveys[1].state == BUILDING][:2]
        coverage += [Tie(plant, _PLANTS_TAKEN_IN) for plant in plants]
        brand = formation.firms[uscc].short_name[:2]
        name = f"{brand}集团岚川企业党支部"
        formation.join_group(f"{brand}控股集团有限公司(虚构)", [uscc, *plants])
    if formal > 50:
        name = name.removesuffix("党支部") + "党总支"
    formation.add(name, "单独建立", founded, tuple(coverage), name[-3:])
    formation.formal[uscc] = formal


def form_dissolved(formation: Formation) -> None:
    """Three own branches that ended in 2026 with their firms; each had three formal members."""
    for state, day in _DISSOLVED_2026:
        uscc = next(f.uscc for f in formation.firms.values() if f.surveys[1].state == state)
        founded = formation.draw.day(date(2012, 5, 1), date(2021, 10, 31))
        name = f"{formation.firms[uscc].name}党支部"
        branch = formation.add(name, "单独建立", founded, (Tie(uscc, founded, day),))
        formation.branches[-1] = replace(branch, dissolved_on=day, dissolved_why=DISSOLVED_WHY)
        formation.formal[uscc] = 3

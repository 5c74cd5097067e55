"""The party organisations of the zone: own and joint branches, their committee, and those beside them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from loaders.demo.draw import Draw
from loaders.demo.formation import HOLDING, ZONE_COMMITTEE, Formation
from loaders.demo.joint_branches import form_joint
from loaders.demo.own_branches import form_dissolved, form_own
from loaders.demo.words import COMMITTEE, DEPARTMENTS, ORGAN_COMMITTEE, SHORT_ZONE, STATE_COMMITTEE
from loaders.demo.world import Branch, Cell, Firm, Site, Tie

STATE_GROUP_COMMITTEE = "990000900001"


def form_branches(draw: Draw, firms: tuple[Firm, ...], sites: tuple[Site, ...], cells: tuple[Cell, ...]) -> Formation:
    """All organisations; firms of the two groups get their parent."""
    main = {s.firm: s for s in reversed(sites)}
    township = {c.code: c.township for c in cells}
    formation = Formation(draw, {f.uscc: f for f in firms}, main, {u: township[s.cell] for u, s in main.items()})
    split = form_joint(formation)
    form_own(formation, split)
    form_dissolved(formation)
    _state_group(formation)
    formation.branches += _committees_and_organs(draw)
    return formation


def _state_group(formation: Formation) -> None:
    """The state-controlled firms have a committee of their own, which is not under the zone's."""
    firms = [f.uscc for f in formation.firms.values() if f.ownership == "国有控股"]
    formation.join_group("岚川国有资本运营集团有限公司(虚构)", firms)
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

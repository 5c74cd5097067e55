"""The party statistics of a date as the six areas report them, counted from the same lines as the survey."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from loaders.demo.enterprise_lines import EnterpriseLine, enterprise_lines
from loaders.demo.words import AREAS
from loaders.demo.world import World, current

_ENOUGH = 3


@dataclass(frozen=True)
class AreaStatistics:
    """What one area reports: branches by level, firms by how they are organised, members held elsewhere."""

    area: str
    firms: int
    own: dict[str, int]
    joint_firms: int
    joint_firms_of_three: int
    joint_branches: int
    qualified: int
    few_members: int
    memberless: int
    instructed: int
    elsewhere: int


def area_statistics(world: World, at: date) -> tuple[AreaStatistics, ...]:
    """One for each area. A branch counts where its host firm lies, a person in the first area only."""
    first: dict[str, EnterpriseLine] = {}
    for line in enterprise_lines(world, at):
        if line.firm.operates(at) and line.firm.ownership != "国有控股":
            first.setdefault(line.firm.uscc, line)
    contacted = {t.target for o in world.officers for t in current(o.contacts, at)}
    counted = {m.id_number for line in first.values() for m in line.inside}
    elsewhere: dict[str, str] = {}
    for line in first.values():
        for member in line.outside:
            if member.id_number not in counted:
                elsewhere.setdefault(member.id_number, line.cell.area)
    return tuple(_of(area, at, list(first.values()), contacted, elsewhere) for area in AREAS)


def _of(
    area: str, at: date, lines: list[EnterpriseLine], contacted: set[str], elsewhere: dict[str, str]
) -> AreaStatistics:
    here = [line for line in lines if line.cell.area == area]
    own = [line.branch for line in here if line.branch and line.branch.formation == "单独建立"]
    joint = [line for line in here if line.branch and line.branch.formation == "联合建立"]
    unbuilt = [line for line in here if line.branch is None]
    formal = {line.firm.uscc: sum(m.formal(at) for m in line.inside) for line in here}
    qualified = [line for line in unbuilt if formal[line.firm.uscc] >= _ENOUGH]
    memberless = [line for line in unbuilt if not line.inside]
    return AreaStatistics(
        area,
        len(here),
        {level: sum(b.level == level for b in own) for level in ("党委", "党总支", "党支部")},
        len(joint),
        sum(formal[line.firm.uscc] >= _ENOUGH for line in joint),
        sum(line.branch is not None and line.branch.covers(at)[0] == line.firm.uscc for line in joint),
        len(qualified),
        len(unbuilt) - len(qualified) - len(memberless),
        len(memberless),
        sum(line.firm.uscc in contacted for line in unbuilt),
        sum(found == area for found in elsewhere.values()),
    )

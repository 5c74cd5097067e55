"""The words of the design counted by plain Python from the demo zone's world; nothing here comes from the generator."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from loaders.demo.world import Branch, Firm, Member, World, current

COMMITTEE, HOLDING = "990000000001", "990000000002"


@dataclass(frozen=True)
class Counted:
    """Counted members (在册) of a firm by standing."""

    formal: int = 0
    probationary: int = 0

    @property
    def all(self) -> int:
        return self.formal + self.probationary


def zone_branches(world: World, at: date) -> list[Branch]:
    """Living enterprise branches under the zone's committee."""
    return [b for b in world.branches if b.side == "企业" and b.upper == COMMITTEE and b.lives(at)]


def is_own(world: World, branch: Branch, at: date) -> bool:
    firms = branch.covers(at)
    groups = {world.firm[u].group or u for u in firms}
    return len(groups) == 1 if firms else branch.formation == "单独建立"


def own(world: World, at: date) -> list[Branch]:
    return [b for b in zone_branches(world, at) if is_own(world, b, at)]


def joint(world: World, at: date) -> list[Branch]:
    return [b for b in zone_branches(world, at) if not is_own(world, b, at)]


def covering(world: World, at: date) -> dict[str, list[Branch]]:
    """Firm → the living enterprise branches that cover it, the state group's committee included."""
    found: dict[str, list[Branch]] = {}
    for branch in world.branches:
        for uscc in branch.covers(at):
            found.setdefault(uscc, []).append(branch)
    return found


def counted(world: World, at: date) -> dict[str, Counted]:
    covered = covering(world, at)
    found: dict[str, list[Member]] = {}
    for member in world.members:
        belongs = {t.target for t in current(member.memberships, at)}
        for work in current(member.works, at):
            branches = {b.code for b in covered.get(work.target, ())} | {HOLDING}
            if belongs & branches:
                found.setdefault(work.target, []).append(member)
    return {
        uscc: Counted(sum(m.formal(at) for m in members), sum(not m.formal(at) for m in members))
        for uscc, members in found.items()
    }


def base(world: World, at: date) -> list[Firm]:
    """Operating private firms."""
    return [f for f in world.firms if f.listed_on <= at and f.operates(at) and f.ownership != "国有控股"]


def contacted(world: World, at: date) -> set[str]:
    return {t.target for o in world.officers if o.left_on > at for t in current(o.contacts, at)}


def instructors_and_joint_secretaries(world: World, at: date) -> set[str]:
    return {o.staff_id for o in world.officers if current(o.instructs, at) or current(o.leads, at)}


def holes(world: World, at: date) -> dict[str, int]:
    """Every kind of hole and adjustment of the design, counted at the date `at`."""
    members, covered = counted(world, at), covering(world, at)
    firms = base(world, at)
    uncovered = [f for f in firms if f.uscc not in covered]
    none = Counted()
    return {
        "qualified_unbuilt": sum(members.get(f.uscc, none).formal >= 3 for f in uncovered),
        "members_uncovered": sum(members.get(f.uscc, none).all > 0 for f in uncovered),
        "joint_qualified": sum(members.get(u, none).formal >= 3 for b in joint(world, at) for u in b.covers(at)),
        "joint_overfull": sum(len(b.covers(at)) > 5 for b in joint(world, at)),
        "below_three": sum(sum(members.get(u, none).formal for u in b.covers(at)) < 3 for b in own(world, at)),
        "stopped_with_branch": sum(
            any(s.state in ("停产", "注销", "迁出") for u in b.covers(at) if (s := world.firm[u].survey(at)))
            for b in zone_branches(world, at)
        ),
        "never_surveyed": sum(f.listed_on <= at and f.survey(at) is None for f in world.firms),
        "unreached": sum(not members.get(f.uscc, none).all and f.uscc not in contacted(world, at) for f in uncovered),
        "ungridded": sum(s.gridded_on > at for s in world.sites if world.firm[s.firm].listed_on <= at),
        "cell_unassigned": sum(not current(c.departments, at) for c in world.cells),
    }

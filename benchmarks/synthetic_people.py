"""Branches, members, departments and officers of one area of the synthetic zone."""

from __future__ import annotations

from itertools import pairwise

from benchmarks.synthetic_shape import FIRST, LATEST, Area, Branch, Firm, Top, sometimes
from benchmarks.zone_store import OPEN, ZoneFiles

PEOPLE_COLUMNS = {
    "Branch": ("name", "side", "founded_on", "dissolved_on"),
    "BranchRecord": ("level", "formation", "term_since", "term_until", "term_years", "since", "until"),
    "Member": ("name", "id_mask", "born_on", "joined_on", "confirmed_on"),
    "MemberRecord": ("standing", "membership_at", "since", "until"),
    "Department": ("name", "township_office", "committee_member", "leaders"),
    "Officer": ("name", "staff_id", "post"),
    "Venue": ("name", "address", "location"),
}
OFFICERS, CONTACTS = 300, 4
"""Officers of an area, and the firms that each contacts."""


def write_top(files: ZoneFiles) -> Top:
    """The committees over the enterprise branches and over the organ branches."""
    committee = files.node("Branch", "96000000001", "示例综合党委", "enterprise", "2015-07-01", None)
    organs = files.node("Branch", "96000000002", "示例机关党委", "organ", "2012-07-01", None)
    for node, key in ((committee, "96000000001"), (organs, "96000000002")):
        _record(files, node, key, "committee", None)
    return Top(committee, organs)


def write_branches(files: ZoneFiles, area: Area, top: Top) -> None:
    """Own branches, joint ones of three or four firms that lie beside each other, one that holds members, organs'."""
    for department in range(3):
        name = f"示例第{area.number}局{department}"
        office = files.node("Department", name, name, department == 2, True, 4)
        area.departments.append(office)
        files.edge("MEMBER_OF", office, top.committee, FIRST)
        key = f"98{area.number:06d}{department:03d}"
        organ = files.node("Branch", key, f"示例机关党支部{key}", "organ", "2014-07-01", None)
        area.organs.append(organ)
        _record(files, organ, key, "branch", "own")
        files.edge("SET_IN", organ, office, FIRST)
        files.edge("UNDER", organ, top.organs, FIRST)
    for number, cell in enumerate(area.cells[1:]):  # the first has no department
        files.edge("RESPONSIBLE_FOR", area.departments[number % 3], cell, FIRST)
    for firm in area.of_role("own"):
        _branch(files, area, top, [firm], "own")
    joint = area.of_role("joint")
    starts = [0]
    while starts[-1] < len(joint):
        starts.append(starts[-1] + (4 if len(starts) <= 10 else 3))
    for start, end in pairwise(starts):
        _branch(files, area, top, joint[start:end], "joint")
    key = f"97{area.number:06d}000"
    holding = files.node("Branch", key, f"示例代管党支部{area.number}", "enterprise", "2016-07-01", None)
    _record(files, holding, key, "branch", "holding")
    files.edge("UNDER", holding, top.committee, FIRST)
    area.branches.append(Branch(holding, key, []))


def _branch(files: ZoneFiles, area: Area, top: Top, firms: list[Firm], formation: str) -> None:
    chance, number = area.chance, len(area.branches)
    key = f"99{area.number:06d}{number:03d}"
    founded = f"{chance.randrange(2016, 2027)}-{chance.randrange(1, 10):02d}-01"
    node = files.node("Branch", key, f"示例党支部{key}", "enterprise", founded, None)
    area.branches.append(Branch(node, key, firms))
    _record(files, node, key, "branch", formation, chance.randrange(2022, 2026))
    files.edge("UNDER", node, top.committee, FIRST)
    for firm in firms:
        files.edge("COVERS", node, firm.node, FIRST)
    seat = firms[0].site
    if sometimes(chance, 0.3):
        address = f"示例路{number}号"
        where = area.point(firms[0].cell // 5 + chance.random(), firms[0].cell % 5 + chance.random())
        seat = files.node("Venue", f"示例阵地{key}", f"示例阵地{key}", address, where)
    if seat is not None:
        files.edge("SEATED_AT", node, seat, FIRST)


def _record(files: ZoneFiles, branch: int, key: str, level: str, formation: str | None, term: int = 2024) -> None:
    begun = f"{term}-07-01", f"{term + 3}-07-01"
    record = files.node("BranchRecord", f"{key}#1", level, formation, *begun, 3, FIRST, OPEN)
    files.edge("DESCRIBES", record, branch, FIRST)


def write_people(files: ZoneFiles, area: Area) -> None:
    """Members where branches cover, in the holding branch, and elsewhere; secretaries and committees."""
    chance, holding = area.chance, area.branches[-1]
    for branch in area.branches[:-1]:
        own = len(branch.covers) == 1
        for firm in branch.covers:
            for _ in range(chance.choices((3, 5, 9, 20), (45, 35, 15, 5))[0] if own else chance.choice((1, 1, 2))):
                _member(files, area, firm, branch)
        _lead(files, area, branch, own)
    for position, firm in enumerate(area.of_role("hole")):
        for _ in range(3 if position < 10 else chance.choice((1, 1, 2))):
            _member(files, area, firm, holding)
    for firm in area.of_role("outside"):
        for _ in range(chance.choice((1, 1, 1, 3))):
            _member(files, area, firm, None)


def _member(files: ZoneFiles, area: Area, firm: Firm, branch: Branch | None) -> None:
    chance, number = area.chance, files.counts["nodes"]
    key = f"{number * 0x9E3779B97F4A7C15F39CC061 % (1 << 96):024x}"
    formal, joined = not sometimes(chance, 0.08), chance.randrange(1990, 2026)
    confirmed = f"{joined + 1}-07-01" if formal else None
    mask = f"990000********{number % 10_000:04d}"
    member = files.node("Member", key, f"示例{number}", mask, f"{joined - 24}-03-01", f"{joined}-07-01", confirmed)
    where = "here" if branch else chance.choice(("village", "talent_market", "other"))
    standing = "formal" if formal else "probationary"
    record = files.node("MemberRecord", f"{key}#1", standing, where, FIRST, OPEN)
    files.edge("DESCRIBES", record, member, FIRST)
    files.edge("WORKS_AT", member, firm.node, FIRST)
    firm.members.append(member)
    if branch:
        files.edge("BELONGS_TO", member, branch.node, FIRST if sometimes(chance, 0.95) else LATEST)
        branch.members.append(member)


def _lead(files: ZoneFiles, area: Area, branch: Branch, own: bool) -> None:
    if own or sometimes(area.chance, 0.5):
        files.edge("SECRETARY_OF", branch.members[0], branch.node, FIRST)
    for member in branch.members[: 3 if own else 0]:
        files.edge("COMMITTEE_MEMBER_OF", member, branch.node, FIRST)


def write_officers(files: ZoneFiles, area: Area) -> None:
    """Officers in the departments, with the firms they contact and the branches they instruct or lead."""
    chance = area.chance
    for number in range(OFFICERS):
        key = f"99{area.number:06d}{number:04d}"
        officer = files.node("Officer", key, f"示例干部{key}", key, "示例科员")
        area.officers.append(officer)
        files.edge("SERVES_IN", officer, area.departments[number % 3], FIRST)
    uncovered = area.of_role("hole", "outside", "operating")
    for number, firm in enumerate(uncovered):
        if sometimes(chance, 0.5 if firm.role == "hole" else 0.82):
            files.edge("CONTACTS", area.officers[number // CONTACTS % OFFICERS], firm.node, FIRST)
    for number, branch in enumerate(area.branches[:-1]):
        if len(branch.covers) > 1 and sometimes(chance, 0.4):
            files.edge("SECRETARY_OF", area.officers[number], branch.node, FIRST)
        if sometimes(chance, 0.7):
            files.edge("INSTRUCTS", area.officers[-1 - number % 60], branch.node, FIRST)

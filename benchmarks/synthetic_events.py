"""What happens in one area of the synthetic zone: meetings, pairs, supply, service, money, visits and so on."""

from __future__ import annotations

from itertools import pairwise

from benchmarks.synthetic_shape import FIRST, LATEST, SURVEYED, Area, sometimes
from benchmarks.zone_store import ZoneFiles

EVENT_COLUMNS = {
    "Activity": ("title", "category", "held_on", "attendance"),
    "Approval": ("matter", "applied_on", "approved_on", "number", "recorded_on"),
    "Brand": ("name", "level", "created_on"),
    "ChangeEvent": ("change", "happened_on"),
    "CoBuildingPair": ("agreement", "signed_on", "runs_until", "state", "plan", "activities_per_half_year"),
    "CoBuildingProject": ("name", "started_on"),
    "Conflict": ("what", "day", "shown", "other", "shown_load", "other_load"),
    "Funding": ("source", "year", "amount", "paid_on"),
    "MassOrganisation": ("name", "body", "founded_on", "members"),
    "Post": ("name", "category", "set_up_on"),
    "Project": ("name", "number", "stage", "started_on"),
    "Review": ("sort", "result", "reviewed_on"),
    "ServiceRequest": ("number", "title", "category", "raised_on", "due_on", "closed_on", "state"),
    "ServiceTeam": ("name", "number", "founded_on"),
    "Transfer": ("number", "state", "asked_on", "moved_on"),
    "Village": ("name",),
    "Visit": ("visited_on", "subject_matter"),
}


def write_events(files: ZoneFiles, area: Area) -> None:
    """All that happens."""
    _branch_life(files, area)
    _pairs(files, area)
    _firm_links(files, area)
    _service(files, area)
    _visits(files, area)
    _people(files, area)
    _quality(files, area)


def _of(files: ZoneFiles, event: int, owner: int, day: str, name: str = "OF") -> None:
    """An edge of an event, which begins with it and never ends."""
    files.edge(name, event, owner, day)


def _branch_life(files: ZoneFiles, area: Area) -> None:
    chance = area.chance
    for branch in area.branches[:-1]:
        for category, late in (("members_meeting", 0.9), ("committee_meeting", 0.8), ("theme_day", 0.8)):
            day = f"2026-{10 if sometimes(chance, late) else 6:02d}-{chance.randrange(1, 28):02d}"
            title = "示例活动"
            activity = files.node("Activity", f"{branch.key}|{category}|{day}", title, category, day, 5)
            _of(files, activity, branch.node, day)
        if sometimes(chance, 0.4):
            grant = files.node(
                "Funding", f"{branch.key}|2026", "dues", 2026, float(chance.randrange(1_000, 20_000)), FIRST
            )
            _of(files, grant, branch.node, FIRST)
        if sometimes(chance, 0.3):
            post = files.node("Post", f"岗{branch.key}", "示例先锋岗", "vanguard", "2024-07-01")
            _of(files, post, branch.node, "2024-07-01")
        if sometimes(chance, 0.1):
            brand = files.node("Brand", f"品牌{branch.key}", "示例品牌", "区级", "2024-07-01")
            _of(files, brand, branch.node, "2024-07-01")
        if sometimes(chance, 0.05):
            applied, decided = "2026-07-01", "2026-08-01" if sometimes(chance, 0.6) else None
            approval = files.node("Approval", f"{branch.key}|founding", "founding", applied, decided, None, None)
            _of(files, approval, branch.node, applied)
        if sometimes(chance, 0.6):
            grade = chance.choice(("excellent", "good", "fair", "average"))
            review = files.node("Review", f"{branch.key}|2025|secretary", "secretary", grade, "2025-12-31")
            _of(files, review, branch.node, "2025-12-31")


def _pairs(files: ZoneFiles, area: Area) -> None:
    village = files.node("Village", f"示例村{area.number}", f"示例村{area.number}")
    files.edge("IN", village, area.townships[0], FIRST)
    for number in range(20):  # two of the three organ branches pair up
        branch, organ = area.branches[number * 4], area.organs[number % 2]
        key = f"示例协议{area.number}-{number}"
        state = "idle" if number % 7 == 0 else "active"
        pair = files.node("CoBuildingPair", key, key, "2025-03-01", "2027-03-01", state, "示例计划", 2)
        files.edge("ORGAN_SIDE", pair, organ, FIRST)
        files.edge("ENTERPRISE_SIDE", pair, branch.node, FIRST)
        if number % 2:
            activity = files.node("Activity", f"{key}|joint", "示例共建活动", "joint", "2026-09-01", 12)
            _of(files, activity, pair, "2026-09-01")
        if number < 2:
            name = f"示例联建项目{area.number}-{number}"
            project = files.node("CoBuildingProject", f"{area.number}|{name}", name, "2026-06-01")
            files.edge("PART_OF", project, pair, FIRST)
            files.edge("IN", project, village, FIRST)
            files.edge("BUILT_BY", project, branch.node, FIRST)
            files.edge("GIVEN_BY", project, branch.covers[0].node, FIRST)


def _firm_links(files: ZoneFiles, area: Area) -> None:
    chance, firms = area.chance, area.of_role("own", "joint", "hole", "operating")
    for _ in range(200):
        supplier, buyer = chance.sample(firms, 2)
        files.edge("SUPPLIES", supplier.node, buyer.node, FIRST)
    for head in range(10):
        for member in chance.sample(firms, 2):
            if member is not firms[head]:
                files.edge("PART_OF", member.node, firms[head].node, FIRST)
    for firm in chance.sample(firms, 80):
        body = chance.choice(("union", "youth", "women"))
        mass = files.node("MassOrganisation", f"{firm.key}|{body}", "示例群团", body, "2020-05-01", 30)
        files.edge("SERVES", mass, firm.node, FIRST)


def _service(files: ZoneFiles, area: Area) -> None:
    chance = area.chance
    for number in range(6):
        key = f"示例小组{area.number}-{number}"
        team = files.node("ServiceTeam", key, key, key, "2026-01-15")
        area.teams.append(team)
        files.edge("SERVES", team, area.node, FIRST)
        for officer in chance.sample(area.officers, 5):
            files.edge("MEMBER_OF", officer, team, FIRST)
    for firm in chance.sample(area.of_role("operating", "own"), 40):
        key, raised = f"SQ{firm.node}", f"2026-{chance.randrange(5, 11):02d}-10"
        closed = SURVEYED if sometimes(chance, 0.6) and raised < SURVEYED else None
        due = "2026-12-01" if sometimes(chance, 0.9) else "2026-10-25"
        state = "closed" if closed else "in_progress"
        request = files.node("ServiceRequest", key, key, "示例诉求", "融资", raised, due, closed, state)
        _of(files, request, firm.node, raised, "RAISED_BY")
        _of(files, request, chance.choice(area.teams), raised, "HANDLED_BY")
    for number in range(5):
        key = f"XM{area.number:06d}{number}"
        project = files.node("Project", key, f"示例项目{key}", key, "投产", "2025-01-01")
        files.edge("SITED_IN", project, area.node, FIRST)
        if number < 3:
            files.edge("BECOMES", project, area.firms[number * 7].node, FIRST)


def _visits(files: ZoneFiles, area: Area) -> None:
    """One visit of the last month to most firms that an officer contacts."""
    chance = area.chance
    for number, firm in enumerate(area.of_role("hole", "outside", "operating")):
        if sometimes(chance, 0.8):
            day = f"2026-{10 if sometimes(chance, 0.9) else 8:02d}-{chance.randrange(1, 29):02d}"
            visit = files.node("Visit", f"ZF{firm.node}", day, "示例走访")
            _of(files, visit, area.officers[number // 4 % len(area.officers)], day, "BY")
            _of(files, visit, firm.node, day, "TO")


def _people(files: ZoneFiles, area: Area) -> None:
    for one, two in pairwise(area.branches[:11]):
        number = f"ZJ{one.node}"
        transfer = files.node("Transfer", number, number, "under_way", "2026-08-01", None)
        _of(files, transfer, one.members[-1], "2026-08-01")
        _of(files, transfer, one.node, "2026-08-01", "OUT_OF")
        _of(files, transfer, two.node, "2026-08-01", "INTO")
    for officer in area.officers[:30]:
        review = files.node("Review", f"{officer}|2025|instructor", "instructor", "passed", "2025-12-31")
        _of(files, review, officer, "2025-12-31")


def _quality(files: ZoneFiles, area: Area) -> None:
    told, lost = (area.loads[ledger][1] for ledger in ("enterprises", "enterprises-earlier"))
    for firm in area.of_role("own")[:2]:
        conflict = files.node("Conflict", f"{firm.key}|staff|{LATEST}", "staff", SURVEYED, "80", "90", told, lost)
        files.link("CONCERNS", conflict, firm.node)
    for firm in area.of_role("stopped")[:10]:
        event = files.node("ChangeEvent", f"{firm.key}|stopped|{SURVEYED}", "stopped", SURVEYED)
        _of(files, event, firm.node, SURVEYED)
    for firm in area.of_role("unsurveyed")[:10]:
        event = files.node("ChangeEvent", f"{firm.key}|started|2026-09-01", "started", "2026-09-01")
        _of(files, event, firm.node, "2026-09-01")

"""Places, firms, their surveys and the ledger rows that speak of them, of one area of the synthetic zone."""

from __future__ import annotations

from stdnum.cn import uscc

from benchmarks.synthetic_shape import (
    FIRMS_PER_AREA,
    FIRMS_PER_CELL,
    FIRST,
    HIGH,
    SURVEYED,
    WIDE,
    Area,
    Firm,
    roles,
    sometimes,
)
from benchmarks.zone_store import OPEN, ZoneFiles

TRADES = ("光电", "汽车零部件", "有色加工", "电子信息", "机械", "建材", "食品")
SCOPE = "示例园区"
FIRM_COLUMNS = {
    "Area": ("name", "lead_post"),
    "Township": ("name",),
    "GridCell": ("name", "code", "centre"),
    "Enterprise": ("name", "uscc", "uscc_state", "ownership", "industry", "registered_on", "in_production_since"),
    "Site": ("address", "park", "location"),
    "SurveyRecord": (
        "operating_state", "turnover", "above_scale", "staff", "investor_name", "investor_is_member",
        "investor_is_secretary", "reported_members", "applicants", "activists", "reported_has_branch", "unbuilt_reason",
        "needs", "since", "until",
    ),
    "Load": ("file", "kind", "scope", "as_of", "full", "state"),
    "LedgerRow": ("load", "kind", "scope", "as_of", "file", "sheet", "row", "state"),
}  # fmt: skip
LEDGERS = {
    "enterprises": SURVEYED,
    "enterprises-earlier": "2026-03-31",
    "coordinates": SURVEYED,
    "registry": FIRST,
}
"""What speaks of the firms of an area: its latest survey, the one before for those not surveyed since, and so on."""
STATES = {"stopped": "stopped", "building": "building", "cancelled": "cancelled"}


def write_places(files: ZoneFiles, area: Area) -> None:
    """The area, its two townships and its grid cells."""
    name = f"示例第{area.number}片区"
    area.node = files.node("Area", name, name, "示例负责人")
    for half in range(2):
        township = f"示例第{area.number}乡办{half}"
        area.townships.append(files.node("Township", township, township))
    for column in range(WIDE):
        for row in range(HIGH):
            code = f"99{area.number:05d}{len(area.cells):02d}"
            centre = area.point(column + 0.5, row + 0.5)
            cell = files.node("GridCell", code, f"示例网格{code}", code, centre)
            area.cells.append(cell)
            files.edge("PART_OF", cell, area.node, FIRST)
            files.edge("IN", cell, area.townships[column // 5], FIRST)


def write_loads(files: ZoneFiles, area: Area) -> None:
    """The ledgers of the area."""
    for ledger, as_of in LEDGERS.items():
        kind, key = ledger.partition("-")[0], f"load-{area.number}-{ledger}"
        full = kind == "enterprises"
        load = files.node("Load", key, f"{ledger}.xlsx", kind, f"{SCOPE}/{area.number}", as_of, full, "loaded")
        area.loads[ledger] = (load, key)


def write_firms(files: ZoneFiles, area: Area) -> None:
    """The firms with their sites, surveys and ledger rows."""
    write_loads(files, area)
    first = area.number * FIRMS_PER_AREA
    for position, role in enumerate(roles(area.chance)):
        number, chance = first + position, area.chance
        trade = chance.choice(TRADES)
        body = f"91990000MA{number:07d}"
        code = body + str(uscc.calc_check_digit(body))
        name = f"示例{trade}第{number}有限公司"
        ownership = chance.choices(("private", "foreign", "hmt", "state"), (96, 2, 1, 1))[0]
        state = "failed" if sometimes(chance, 0.002) else "valid"
        registered = f"{chance.randrange(2000, 2025)}-{chance.randrange(1, 13):02d}-01"
        producing = f"{chance.randrange(2015, 2026)}-06-01"
        node = files.node("Enterprise", code, name, code, state, ownership, trade, registered, producing)
        firm = Firm(node, code, name, role, position // FIRMS_PER_CELL)
        area.firms.append(firm)
        if role != "registered":
            _site(files, area, firm, number)
        if role not in ("registered", "unsurveyed"):
            _survey(files, area, firm)
        _row(files, area, firm, position)


def _site(files: ZoneFiles, area: Area, firm: Firm, number: int) -> None:
    chance = area.chance
    across, up = firm.cell // HIGH + chance.random(), firm.cell % HIGH + chance.random()
    where = None if sometimes(chance, 0.02) else area.point(across, up)
    address = f"示例大道{number}号"
    firm.site = files.node("Site", f"{firm.key}/{address}", address, "示例产业园", where)
    files.edge("OF", firm.site, firm.node, FIRST)
    if not sometimes(chance, 0.01):
        files.edge("IN_GRID", firm.site, area.cells[firm.cell], FIRST)


def _survey(files: ZoneFiles, area: Area, firm: Firm) -> None:
    chance = area.chance
    staff = chance.choices((6, 25, 80, 200, 600), (30, 40, 20, 8, 2))[0] + chance.randrange(5)
    member = sometimes(chance, 0.1)
    built = firm.role in ("own", "joint")
    told = (
        chance.randrange(50, 5_000), staff > 50, staff, f"示例出资人{firm.node % 997}", member,
        member and built and sometimes(chance, 0.5), 3 if built else chance.randrange(3),
        None if sometimes(chance, 0.3) else chance.randrange(4), chance.randrange(2), built,
        None if built or sometimes(chance, 0.2) else chance.choice(("党员不足三名", "出资人支持不够", "党员流动大")),
        None if sometimes(chance, 0.5) else "希望选派指导员",
    )  # fmt: skip
    spans = [(FIRST, OPEN)] if sometimes(chance, 0.8) else [(FIRST, "2026-08-31"), ("2026-08-31", OPEN)]
    for ordinal, (since, until) in enumerate(spans, 1):
        state = STATES.get(firm.role, "operating")
        record = files.node("SurveyRecord", f"{firm.key}#{ordinal}", state, *told, since, until)
        files.edge("DESCRIBES", record, firm.node, since, until)


def _row(files: ZoneFiles, area: Area, firm: Firm, position: int) -> None:
    """The latest ledger row that states the firm; one firm in eight was last surveyed half a year ago."""
    ledger = {"registered": "registry", "unsurveyed": "coordinates"}.get(firm.role, "enterprises")
    if ledger == "enterprises" and position % 8 == 0:
        ledger = "enterprises-earlier"
    load, key = area.loads[ledger]
    kind, file = ledger.partition("-")[0], f"{ledger}.xlsx"
    row = files.node(
        "LedgerRow", f"{key}//{position:07d}", key, kind, f"{SCOPE}/{area.number}", LEDGERS[ledger], file, "台账",
        position, "accepted",
    )  # fmt: skip
    files.link("IN_LOAD", row, load)
    files.evidence(row, firm.node, "Enterprise", firm.name)

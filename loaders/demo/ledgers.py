"""The demo zone's ledgers on disk, as offices would send them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from loaders.demo.applicants import applicant_sheet
from loaders.demo.approvals import approval_sheet
from loaders.demo.building_rows import activity_sheet, brand_sheet, payment_sheet, policy_sheet, post_sheet
from loaders.demo.co_building_rows import pair_sheet, project_sheet
from loaders.demo.committees import committee_sheet
from loaders.demo.enterprise_rows import enterprise_sheet
from loaders.demo.figure_rows import published_sheet, statistics_sheet
from loaders.demo.firm_rows import change_sheet, coordinate_sheet, name_sheet, supply_sheet, venue_sheet
from loaders.demo.instructors import instructor_sheet
from loaders.demo.mass_organisations import mass_sheet
from loaders.demo.offices import area_sheet, department_sheet
from loaders.demo.organisation_rows import branch_sheet, cell_sheet
from loaders.demo.people_rows import member_sheet, officer_sheet
from loaders.demo.registry import write_registry
from loaders.demo.reviews import review_sheet
from loaders.demo.service_rows import investment_sheet, request_sheet, team_sheet, visit_sheet
from loaders.demo.sheet import LedgerSheet
from loaders.demo.transfers import transfer_sheet
from loaders.demo.words import ZONE
from loaders.demo.workbook import write_workbook
from loaders.demo.world import DATES, DRIFTED, FIRST_SURVEY, SETTLED, World
from loaders.demo.zone import build_world
from loaders.mapping import mapping_of

DEMO_SCOPE = ZONE


@dataclass(frozen=True)
class Written:
    """A kind of ledger that the demo zone writes as a workbook: its sheet at each of `dates`, full or partial."""

    kind: str
    sheet: Callable[[World, date, str], LedgerSheet]
    dates: tuple[date, ...] = DATES
    full: bool = True


WORKBOOKS: tuple[Written, ...] = (
    Written("grid_cells", cell_sheet),
    Written("enterprises", enterprise_sheet),
    Written("branches", branch_sheet),
    Written("members", member_sheet),
    Written("officers", officer_sheet),
    Written("pairs", pair_sheet),
    Written("service_teams", team_sheet, (SETTLED,)),
    Written("projects", investment_sheet, (SETTLED,)),
    Written("service_requests", request_sheet, (SETTLED, DRIFTED)),
    Written("visits", visit_sheet, (SETTLED, DRIFTED), full=False),
    Written("changes", change_sheet, (SETTLED, DRIFTED), full=False),
    Written("names", name_sheet, (SETTLED,), full=False),
    Written("coordinates", coordinate_sheet, (SETTLED,), full=False),
    Written("supply", supply_sheet, (SETTLED,)),
    Written("venues", venue_sheet, (SETTLED,)),
    Written("activities", activity_sheet, full=False),
    Written("co_building_projects", project_sheet, (SETTLED,)),
    Written("funding", payment_sheet, (SETTLED,)),
    Written("posts", post_sheet, (SETTLED,)),
    Written("brands", brand_sheet, (SETTLED,)),
    Written("policies", policy_sheet, (SETTLED,)),
    Written("published_figures", published_sheet, (SETTLED,)),
    Written("statistics", statistics_sheet, (SETTLED,)),
    Written("departments", department_sheet, (SETTLED,)),
    Written("areas", area_sheet, (SETTLED,)),
    Written("committees", committee_sheet, (SETTLED,)),
    Written("instructors", instructor_sheet, (SETTLED,)),
    Written("mass_organisations", mass_sheet, (SETTLED,)),
    Written("approvals", approval_sheet, (SETTLED,)),
    Written("applicants", applicant_sheet, (SETTLED,)),
    Written("transfers", transfer_sheet, (SETTLED,)),
    Written("reviews", review_sheet, (SETTLED,)),
)
"""In the order they are loaded at each date. At 2026-09-30 every kind is written: that is what examples/ shows."""


@dataclass(frozen=True)
class DemoLedger:
    """A written ledger and how to load it: kind, scope, as-of date (inclusive), full or partial."""

    path: Path
    kind: str
    scope: str
    as_of: date
    full: bool


def write_demo_zone(folder: Path, seed: int = 2026) -> tuple[DemoLedger, ...]:
    """Write the register and the workbooks of each date into `folder`. Returns them in the order to load."""
    world = build_world(seed)
    folder.mkdir(parents=True, exist_ok=True)
    registry = folder / _file("registry", FIRST_SURVEY, "csv")
    write_registry(registry, world, FIRST_SURVEY)
    ledgers = [DemoLedger(registry, "registry", DEMO_SCOPE, FIRST_SURVEY, full=False)]
    for at in DATES:
        for kept in (w for w in WORKBOOKS if at in w.dates):
            path = folder / _file(kept.kind, at, "xlsx")
            label = mapping_of(kept.kind).label.zh
            title = f"{ZONE}{label}【示例数据：企业、人员、代码、坐标均为虚构】截至{at:%Y-%m-%d}"
            write_workbook(path, kept.sheet(world, at, title), at)
            ledgers.append(DemoLedger(path, kept.kind, DEMO_SCOPE, at, kept.full))
    return tuple(ledgers)


def _file(kind: str, at: date, suffix: str) -> str:
    return f"{at:%Y-%m-%d}-{kind}-示例数据.{suffix}"

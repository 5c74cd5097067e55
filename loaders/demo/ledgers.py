"""The demo zone's ledgers on disk, as offices would send them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from loaders.demo.enterprise_rows import enterprise_sheet
from loaders.demo.organisation_rows import branch_sheet, cell_sheet, pair_sheet
from loaders.demo.people_rows import member_sheet, officer_sheet
from loaders.demo.registry import write_registry
from loaders.demo.words import ZONE
from loaders.demo.workbook import write_workbook
from loaders.demo.world import DATES, FIRST_SURVEY
from loaders.demo.zone import build_world
from loaders.mapping import mapping_of

DEMO_SCOPE = ZONE

_SHEETS = {
    "grid_cells": cell_sheet,
    "enterprises": enterprise_sheet,
    "branches": branch_sheet,
    "members": member_sheet,
    "officers": officer_sheet,
    "pairs": pair_sheet,
}


@dataclass(frozen=True)
class DemoLedger:
    """A written ledger and how to load it: kind, scope, as-of date (inclusive), full or partial."""

    path: Path
    kind: str
    scope: str
    as_of: date
    full: bool


def write_demo_zone(folder: Path, seed: int = 2026) -> tuple[DemoLedger, ...]:
    """Write the register and six workbooks for each of three dates into `folder`. Returns them in the order to load."""
    world = build_world(seed)
    folder.mkdir(parents=True, exist_ok=True)
    registry = folder / _file("registry", FIRST_SURVEY, "csv")
    write_registry(registry, world, FIRST_SURVEY)
    ledgers = [DemoLedger(registry, "registry", DEMO_SCOPE, FIRST_SURVEY, full=False)]
    for at in DATES:
        for kind, sheet in _SHEETS.items():
            path = folder / _file(kind, at, "xlsx")
            title = f"{ZONE}{mapping_of(kind).label.zh}【示例数据：企业、人员、代码、坐标均为虚构】截至{at:%Y-%m-%d}"
            write_workbook(path, sheet(world, at, title), at)
            ledgers.append(DemoLedger(path, kind, DEMO_SCOPE, at, full=True))
    return tuple(ledgers)


def _file(kind: str, at: date, suffix: str) -> str:
    return f"{at:%Y-%m-%d}-{kind}-示例数据.{suffix}"

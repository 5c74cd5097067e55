"""Typed answers on grid cells: all of them, those no department answers for, firms in none."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from graph.connection import Database
from queries.ask import ask
from queries.typed import typed


@dataclass(frozen=True)
class CellUnassigned:
    """A grid cell no department answers for, with the number of firms in it."""

    cell: str
    name: str
    area: str | None
    firms: int


def cell_unassigned(db: Database, at: date, limit: int = 200) -> tuple[CellUnassigned, ...]:
    """网格无联系部门 at a date, cells with most firms first. Raises as `ask` does."""
    return typed(CellUnassigned, ask(db, "cell-unassigned", at, limit=limit))


@dataclass(frozen=True)
class FirmUngridded:
    """A firm without a site, or one of its sites that lies in no cell; `metres` to the nearest cell's centre."""

    firm: str
    firm_name: str
    state: Literal["no_site", "no_cell"]
    site: str | None
    site_name: str | None
    nearest: str | None
    nearest_name: str | None
    metres: float | None


@dataclass(frozen=True)
class Cell:
    """A grid cell with the number of its operating firms: in all, covered, reached, holes."""

    cell: str
    name: str
    area: str | None
    township: str | None
    department: str | None
    firms: int
    covered: int
    reached: int
    holes: int
    hole_firms: tuple[str, ...]


def firm_ungridded(db: Database, at: date, limit: int = 200) -> tuple[FirmUngridded, ...]:
    """企业无网格 at a date, by what is missing. Raises as `ask` does."""
    return typed(FirmUngridded, ask(db, "firm-ungridded", at, limit=limit))


def cells(db: Database, at: date, area: str = "", department: str = "", limit: int = 1000) -> tuple[Cell, ...]:
    """Every grid cell at a date, by area. Raises as `ask` does."""
    return typed(Cell, ask(db, "cells", at, {"area": area, "department": department}, limit))

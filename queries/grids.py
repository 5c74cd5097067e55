"""Typed answers on grid cells: those no department answers for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

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

"""Where a firm stands in the grid at a date: its cells, and the departments responsible for them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from graph.connection import Database

_CELLS = """
MATCH (firm:Enterprise {key: $firm})<-[of:OF]-(:Site)-[stands:IN_GRID]->(cell:GridCell)
WHERE of.since <= $at < of.until AND stands.since <= $at < stands.until
WITH DISTINCT cell
OPTIONAL MATCH (cell)<-[charge:RESPONSIBLE_FOR]-(department:Department)
WHERE charge.since <= $at < charge.until
WITH cell, department ORDER BY department.key
RETURN coalesce(cell.name, cell.key) AS cell, collect(coalesce(department.name, department.key)) AS departments
ORDER BY cell
"""


@dataclass(frozen=True)
class Cell:
    """A grid cell by name, and the names of the departments responsible for it."""

    cell: str
    departments: tuple[str, ...]


def cells_of(db: Database, firm: str, at: date) -> tuple[Cell, ...]:
    """The cells of the firm's sites, by name. Raises DatabaseError when the database cannot be asked."""
    return tuple(Cell(row["cell"], tuple(row["departments"])) for row in db.read(_CELLS, {"firm": firm, "at": at}))

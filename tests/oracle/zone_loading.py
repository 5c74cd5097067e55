"""Drawn zones through the loaders into the graph: the sheets of several zones as one ledger of each kind and date."""

from __future__ import annotations

import csv
import tempfile
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from graph.connection import Database
from graph.constraints import apply_schema
from loaders import apply
from tests.ledgers import read
from tests.oracle.sheets import Row, Zone


def load(database: Database, zones: Iterable[Zone]) -> None:
    """Empty the database and load the zones. No row may be rejected, none may wait: the oracle reads them all."""
    database.run_schema("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS")
    apply_schema(database)
    rows: dict[tuple[date, str, bool], list[Row]] = {}
    for zone in zones:
        for sheet in zone.sheets:
            rows.setdefault((sheet.as_of, sheet.kind, sheet.full), []).extend(sheet.rows)
    with tempfile.TemporaryDirectory() as folder:
        for number, ((as_of, kind, full), found) in enumerate(rows.items()):
            if found:
                path = written(Path(folder) / f"{number}.csv", found)
                outcome = apply.load(database, read(path, as_of, full=full, kind=kind))
                assert set(outcome.rows) <= {"accepted"}, f"{kind} {as_of}: {outcome.rows}"


def written(path: Path, rows: list[Row]) -> Path:
    headings = list(dict.fromkeys(heading for row in rows for heading in row))
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, headings)
        writer.writeheader()
        writer.writerows(rows)
    return path

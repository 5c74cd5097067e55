"""Drawn zones through the loaders into the graph: the sheets of several zones as one ledger of each kind and date."""

from __future__ import annotations

import csv
import tempfile
from collections.abc import Iterable
from pathlib import Path

from graph.connection import Database
from graph.constraints import apply_schema
from loaders import apply
from tests.ledgers import read
from tests.oracle.sheets import Row, Sheet, Zone

FAULTY = ("registry", "names")
"""Of these kinds a drawn row may be sent back, or wait for a person."""


def files(zones: Iterable[Zone]) -> list[tuple[str, Sheet]]:
    """The files that the zones' offices send, in the order in which they are loaded: name and content of each."""
    rows: dict[tuple[str, object, bool, str], list[Row]] = {}
    first: dict[tuple[str, object, bool, str], Sheet] = {}
    for zone in zones:
        for sheet in zone.sheets:
            of = sheet.kind, sheet.as_of, sheet.full, sheet.scope
            first.setdefault(of, sheet)
            told = rows.setdefault(of, [])
            # a figure that several zones report is reported once
            told.extend(row for row in sheet.rows if sheet.kind != "published_figures" or row not in told)
    together = [Sheet(s.kind, s.as_of, tuple(rows[of]), s.full, s.scope) for of, s in first.items()]
    return [(f"{number}.csv", sheet) for number, sheet in enumerate(together) if sheet.rows]


def load(database: Database, zones: Iterable[Zone]) -> None:
    """Empty the database and load the zones. No row may be rejected, none may wait, but of the faulty kinds."""
    database.run_schema("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS")
    apply_schema(database)
    with tempfile.TemporaryDirectory() as folder:
        for name, sheet in files(zones):
            path = written(Path(folder) / name, list(sheet.rows))
            outcome = apply.load(database, read(path, sheet.as_of, full=sheet.full, kind=sheet.kind, scope=sheet.scope))
            fine = set(outcome.rows) <= {"accepted"} or sheet.kind in FAULTY
            assert fine, f"{sheet.kind} {sheet.as_of}: {outcome.rows}"


def written(path: Path, rows: list[Row]) -> Path:
    headings = list(dict.fromkeys(heading for row in rows for heading in row))
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, headings)
        writer.writeheader()
        writer.writerows(rows)
    return path

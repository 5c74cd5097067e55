"""What the database keeps of loads: rejected and waiting rows with their place."""

from __future__ import annotations

import json
from dataclasses import dataclass

from graph.connection import Database
from loaders.ledger import Fault


@dataclass(frozen=True)
class KeptRow:
    """A row that is not (fully) used: where it stands and why. `candidates`: whom a waiting row may mean."""

    load: str
    file: str
    sheet: str
    row: int
    state: str
    faults: tuple[Fault, ...]
    candidates: tuple[tuple[str, tuple[str, ...]], ...] = ()


def unused_rows(database: Database, load_id: str | None = None) -> list[KeptRow]:
    """All rejected and waiting rows, of one load or of all, in the order of their files.

    Not what is left of rows about people who were removed: nobody is to work on those.
    """
    rows = database.read(
        "MATCH (r:LedgerRow) WHERE r.state IN ['rejected', 'waiting'] AND ($load IS NULL OR r.load = $load) "
        "AND r.mentions <> '[]' "
        "RETURN r.load AS load, r.file AS file, r.sheet AS sheet, r.row AS row, r.state AS state, r.faults AS faults, "
        "[(r)-[l:STATES|NAMES]->(n) WHERE l.by IN ['name', 'like'] | [l.called, n.key]] AS named "
        "ORDER BY file, sheet, row",
        {"load": load_id},
    )
    kept = []
    for row in rows:
        named: dict[str, list[str]] = {}
        for called, key in row.pop("named"):
            named.setdefault(called, []).append(key)
        faults = tuple(Fault(**f) for f in json.loads(row.pop("faults")))
        candidates = tuple((called, tuple(sorted(keys))) for called, keys in sorted(named.items()))
        kept.append(KeptRow(**row, faults=faults, candidates=candidates if row["state"] == "waiting" else ()))
    return kept

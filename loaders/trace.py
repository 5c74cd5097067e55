"""Where every value comes from: file, sheet, cell, date, who loaded it, and what was said before. Reads only."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from graph.connection import Database
from graph.model import model
from loaders.authority import Authority, authority_of
from loaders.derive import FullLoad
from loaders.entries import PlacedRow, Trace, Traces, entries_of, named
from loaders.facts import Key
from loaders.ledger import mentions_from, statements_from
from loaders.sayings import histories

_ROW = """r {.load, .kind, .scope, .as_of, .state, .file, .sheet, .row, .statements, .mentions, .cells,
        nodes: [(r)-[l:STATES|NAMES]->(o) | [l.mention, o.key]]}"""

_TRACED = f"""
RETURN
  COLLECT {{
    MATCH (l:Load)
    RETURN l {{id: l.key, .file, .kind, .scope, .as_of, .full, .state, .loaded_by, .loaded_at}}
  }} AS loads,
  COLLECT {{ MATCH (a:Authority) RETURN {{field: a.key, kinds: a.kinds}} }} AS authority,
  COLLECT {{
    UNWIND $subjects AS subject
    MATCH (n:Entity {{key: subject.key}}) WHERE subject.type IN labels(n)
    RETURN {{type: subject.type, key: subject.key, rows: COLLECT {{
      MATCH (n)<-[:STATES]-(r:LedgerRow)
      WITH DISTINCT r
      RETURN {_ROW}
    }}, naming: COLLECT {{
      // whoever is only named is called as the latest row calls it
      MATCH (n)<-[l:STATES|NAMES]-(r:LedgerRow {{state: 'accepted'}})
      WHERE subject.caption IN keys(n)
      WITH l, r ORDER BY l.called = '', r.as_of DESC, r.key DESC LIMIT 1
      RETURN {{row: {_ROW}, mention: l.mention}}
    }}}}
  }} AS subjects
"""


def trace(database: Database, subjects: Sequence[Key], at: date) -> Traces:
    """All that was said of these subjects, as it stands at the day `at`, in one query. Unknown ones have no trace."""
    asked = [{"type": t, "key": k, "caption": model()[t].caption} for t, k in dict.fromkeys(subjects)]
    (found,) = database.read(_TRACED, {"subjects": asked})
    loads = {load["id"]: load for load in found["loads"]}
    full = [
        FullLoad(load["id"], load["kind"], load["scope"], load["as_of"])
        for load in found["loads"]
        if load["full"] and load["state"] not in ("reading", "unloading")
    ]
    authority = authority_of(found["authority"])
    traced: list[Trace] = []
    for row in found["subjects"]:
        subject = (row["type"], row["key"])
        rows = [_read(r, authority) for r in row["rows"]]
        said = [entries_of(h, loads) for h in histories(subject, rows, full, model(), at)]
        caption = model()[subject[0]].caption
        if row["naming"] and not any(t.slot == caption and t.shown and t.shown.value is not None for t in said):
            naming = row["naming"][0]
            said.append(named(subject, caption, _read(naming["row"], authority), naming["mention"], loads))
        traced += said
    return Traces(tuple(traced))


def _read(row: Mapping[str, Any], authority: Authority) -> PlacedRow:
    mentions = mentions_from(row["mentions"])
    accepted = row["state"] == "accepted"
    return PlacedRow(
        load=row["load"],
        kind=row["kind"],
        scope=row["scope"],
        as_of=row["as_of"],
        authority=authority,
        accepted=accepted,
        statements=statements_from(row["statements"]) if accepted else (),
        nodes={position: (mentions[position].type, key) for position, key in row["nodes"]},
        file=row["file"],
        sheet=row["sheet"] or "",
        row=row["row"],
        mentions=mentions,
        cells=json.loads(row["cells"]),
    )

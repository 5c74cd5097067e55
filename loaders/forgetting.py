"""A person is removed from rows, raw cells and graph, and held back when an old ledger that has the person comes again.

What remains is a note that somebody was removed (`Forgotten`): when, by whom, from how many rows, and keyed digests of
the codes and names by which rows knew the person. A row that names the person later keeps nothing but its place and
the reason; without the keys of the installation the note tells nobody who it was.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from itertools import groupby
from typing import Any
from uuid import uuid4

from graph.connection import Database
from graph.constraints import apply_schema, renew_word_indexes
from graph.errors import NotFound
from graph.model import model
from graph.progress import Progress, silent
from graph.text import Text
from graph.values.digest import Digester
from loaders.apply import finish
from loaders.evidence import queue_rows
from loaders.held_back import noted, told_apart
from loaders.keyring import hold
from loaders.lease import leased
from loaders.ledger import Fault, LedgerRow, mentions_from, statements_from
from loaders.loads import user
from loaders.session import Transaction
from loaders.striking import GONE, names_of, struck, without

_KEPT = (
    "r.key AS key, r.kind AS kind, r.load AS load, r.file AS file, r.sheet AS sheet, r.row AS row, "
    "r.mentions AS mentions, r.statements AS statements, r.cells AS cells, r.faults AS faults, r.notes AS notes"
)


@dataclass(frozen=True)
class Where:
    """A row, as a person looks for it."""

    file: str
    sheet: str
    row: int


@dataclass(frozen=True)
class Forgetting:
    """What forgetting did. `people`: the nodes that were one person; `gone`: rows that spoke of the person; `struck`:
    rows of others from which the person was struck; `left`: rows that still hold the name, maybe a namesake's; `names`:
    the names the person was known by, for whoever looks further."""

    people: tuple[tuple[str, str], ...]
    gone: int
    struck: int
    left: tuple[Where, ...]
    names: frozenset[str] = field(repr=False)


@dataclass(frozen=True)
class Note:
    """That somebody was removed."""

    on: date
    by: str
    rows: int


def forget(
    database: Database, digester: Digester, key: str, *, everywhere: bool = False, progress: Progress = silent
) -> Forgetting:
    """Remove a person by key (or `Type:key`), as a member and as an officer. `everywhere`: strike the names from all
    other rows too, namesakes included; else these are only told.

    Raises NotFound, Busy while a load runs, SettingsError when the keys are not those of the database. Killed half way,
    the next command completes it.
    """
    apply_schema(database)
    finish(database, progress)
    with leased(database, progress) as step:
        step(partial(hold, digester=digester))
        done = step(partial(_forget, digester=digester, key=key, everywhere=everywhere))
    finish(database, progress)
    renew_word_indexes(database)
    return done


def notes(database: Database) -> list[Note]:
    """All notes of people removed, the latest first."""
    rows = database.read(
        "MATCH (f:Forgotten) RETURN f.removed_on AS on, f.removed_by AS by, f.rows AS rows ORDER BY on DESC, f.key"
    )
    return [Note(**row) for row in rows]


def _forget(tx: Transaction, digester: Digester, key: str, everywhere: bool) -> Forgetting:
    people = _people(tx, key)
    keys = {key for _, key in people}
    found = _rows_of(tx, people)
    left: dict[str, LedgerRow] = {}
    told: set[str] = set()
    names: set[str] = set()
    for kept, positions in found:
        row = _row(kept)
        told |= {word for i in positions for word in told_apart(row.mentions, i)}
        names |= {name for i in positions for name in names_of(row.mentions[i])}
        left[kept["key"]] = without(row, kept["kind"], positions, keys)
    holding = _holding(tx, names)
    if everywhere:
        for kept in (k for k in holding if k["key"] not in left):
            row = _row(kept)
            same = [i for i, m in enumerate(row.mentions) if model()[m.type].person and names_of(m) & names]
            told |= {word for i in same for word in told_apart(row.mentions, i)}
            left[kept["key"]] = struck(without(row, kept["kind"], same, keys), names)
    _write(tx, left)
    gone = sum(row.faults == (GONE,) for row in left.values())
    _note(tx, digester, told, len(left))
    where = tuple(Where(k["file"], k["sheet"], k["row"]) for k in holding if _holds(k, left.get(k["key"]), names))
    return Forgetting(people, gone, len(left) - gone, where, frozenset(names))


def _people(tx: Transaction, word: str) -> tuple[tuple[str, str], ...]:
    """The nodes that are the person: of that key, and those an edge between people says are the same one."""
    kind, _, rest = word.partition(":")
    typed = kind in model().types and bool(rest)
    people = model().people
    arrows = {name for source, name, target, _ in model().arrows if {source, target} <= set(people)}
    rows = tx.run(
        f"MATCH (n:{'|'.join(people)} {{key: $key}}) WHERE $kind IS NULL OR $kind IN labels(n) "
        f"MATCH (n)-[:{'|'.join(sorted(arrows))}*0..2]-(same) "
        "RETURN DISTINCT [l IN labels(same) WHERE l IN $people][0] AS type, same.key AS key ORDER BY type, key",
        key=rest if typed else word,
        kind=kind if typed else None,
        people=people,
    )
    if not rows:
        raise NotFound(
            Text(f"没有这个人：{word}", f"there is no such person: {word}"),
            Text("在页面上搜索，用找到的标识再试", "search on the page and try again with the key found there"),
        )
    return tuple((row["type"], row["key"]) for row in rows)


def _rows_of(tx: Transaction, people: Sequence[tuple[str, str]]) -> list[tuple[Mapping[str, Any], list[int]]]:
    """Every row that means one of these people, and at which positions; not rows that may as well mean another."""
    types = "|".join(model().people)
    rows = tx.run(
        f"UNWIND $people AS person MATCH (n:{types} {{key: person[1]}})<-[l:STATES|NAMES]-(r:LedgerRow) "
        "WHERE person[0] IN labels(n) AND COUNT { (r)-[o:STATES|NAMES]->() WHERE o.mention = l.mention } = 1 "
        f"RETURN {_KEPT}, l.mention AS mention ORDER BY key",
        people=[list(person) for person in people],
    )
    return [
        (kept[0], sorted({row["mention"] for row in kept}))
        for _, group in groupby(rows, key=lambda row: row["key"])
        if (kept := list(group))
    ]


def _holding(tx: Transaction, names: Iterable[str]) -> list[dict[str, Any]]:
    """Every row that has one of these names in anything it keeps."""
    return tx.run(
        "MATCH (r:LedgerRow) WHERE any(name IN $names WHERE r.cells CONTAINS name OR r.mentions CONTAINS name "
        "OR r.statements CONTAINS name OR r.faults CONTAINS name OR r.notes CONTAINS name OR r.file CONTAINS name "
        f"OR r.sheet CONTAINS name) RETURN {_KEPT} ORDER BY file, sheet, row",
        names=sorted(name for name in names if len(name) > 1),
    )


def _holds(kept: Mapping[str, Any], now: LedgerRow | None, names: Iterable[str]) -> bool:
    """Whether a row as it is `now` (None: unchanged) still has one of the names, were it in what a firm is called."""
    told = [kept["file"], kept["sheet"], *now.to_json().values()] if now else None
    return told is None or any(name in word for name in names for word in told)


def _row(kept: Mapping[str, Any]) -> LedgerRow:
    faults, notes = (tuple(Fault(**fault) for fault in json.loads(kept[name])) for name in ("faults", "notes"))
    mentions, statements = mentions_from(kept["mentions"]), statements_from(kept["statements"])
    return LedgerRow(kept["sheet"], kept["row"], mentions, statements, json.loads(kept["cells"]), faults, notes)


def _write(tx: Transaction, rows: Mapping[str, LedgerRow]) -> None:
    """Keep rows as they are now, and queue them to be settled again."""
    tx.run(
        "UNWIND $rows AS row MATCH (r:LedgerRow {key: row.key}) SET r += row.kept",
        rows=[{"key": key, "kept": {**row.to_json(), "rejected": bool(row.faults)}} for key, row in rows.items()],
    )
    queue_rows(tx, list(rows))


def _note(tx: Transaction, digester: Digester, told: Iterable[str], rows: int) -> None:
    digests = sorted({noted(digester, word) for word in told})
    when = {"removed_on": date.today(), "removed_by": user()}
    note = {"key": uuid4().hex[:16], **when, "rows": rows, "digests": digests}
    tx.run("CREATE (f:Forgotten) SET f = $note", note=note)

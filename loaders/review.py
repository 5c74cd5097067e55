"""Rows that wait for a person: whom their names may mean, with scores, and the decisions that settle them.

A decision is a load of one row of the kind `decisions`: kept, listed, reused for later ledgers, undone by unloading it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from graph.connection import Database
from graph.model import model
from graph.values.names import normalise
from loaders.by_hand import mentions_of, one_row_ledger
from loaders.decisions import EVERYWHERE
from loaders.facts import Key
from loaders.identity import provisional
from loaders.kinds import DECISIONS
from loaders.ledger import Ledger, Mention, mentions_from
from loaders.likeness import likeness


@dataclass(frozen=True)
class Candidate:
    """A node a name may mean, called as it may be shown. `score` from 0 to 1; `why`: what it shares with the row."""

    key: str
    caption: str
    score: float
    why: tuple[str, ...] = ()


@dataclass(frozen=True)
class Waiting:
    """A name in a row that waits: where it stands, what it is called, whom it may mean, the best first.

    `row` is the row's key; `name` the name as rows are known by it (`Type|…`), which a decision speaks of.
    """

    row: str
    load: str
    file: str
    sheet: str
    number: int
    kind: str
    scope: str
    type: str
    name: str
    called: str
    candidates: tuple[Candidate, ...]

    @property
    def shown(self) -> str:
        """What it is called, a person's name masked."""
        return model()[self.type].masked(self.called)

    @property
    def where(self) -> str:
        """The ledgers a decision for this row is reused in."""
        return f"{self.kind}|{self.scope}"


def waiting(database: Database, load_id: str | None = None) -> list[Waiting]:
    """All names that wait for a person, of one load or of all, in the order of their files."""
    rows = database.read(
        "MATCH (r:LedgerRow {state: 'waiting'}) WHERE $load IS NULL OR r.load = $load "
        "RETURN r.key AS row, r.load AS load, r.file AS file, r.sheet AS sheet, r.row AS number, r.kind AS kind, "
        "r.scope AS scope, r.mentions AS mentions, r.cells AS cells, "
        "[(r)-[l:STATES|NAMES]->(n) | "
        "{mention: l.mention, by: l.by, name: l.as, called: l.called, key: n.key}] AS links "
        "ORDER BY file, sheet, number",
        {"load": load_id},
    )
    found = []
    for row in rows:
        mentions, cells = mentions_from(row.pop("mentions")), " ".join(json.loads(row.pop("cells")).values())
        links = row.pop("links")
        for position, mention in enumerate(mentions):
            own = [link for link in links if link["mention"] == position]
            unsure = mention.unsure and not mention.code
            if own and (len(own) > 1 or own[0]["by"] == "like" or unsure):
                name = own[0]["name"]
                kept = _people(database, name) if unsure else _nodes(database, mention.type, [k["key"] for k in own])
                ranked = tuple(sorted((_scored(name, cells, k) for k in kept), key=lambda c: (-c.score, c.key)))
                found.append(Waiting(**row, type=mention.type, name=name, called=own[0]["called"], candidates=ranked))
    return found


def means(database: Database, waits: Waiting, key: str | None, as_of: date, *, everywhere: bool = False) -> Ledger:
    """The decision that the name means the node `key`; None: none of those known, but one of its own.

    It holds for all ledgers of the same kind and scope, or `everywhere`; a person's bare name never everywhere.
    Raises NotFound when there is no such node.
    """
    everywhere = everywhere and not model()[waits.type].person
    own = (Mention(waits.type, provisional(waits.name), ""),)
    first, *others = mentions_of(database, (waits.type, key)) if key else own
    decided = replace(first, also=(waits.name,), where=EVERYWHERE if everywhere else waits.where)
    cells = {"名称": waits.called, "即": key or "另一个"}
    return one_row_ledger(DECISIONS, (decided, *others), (), cells, waits.scope, as_of)


def same(database: Database, keep: Key, gone: Key, as_of: date, scope: str) -> Ledger:
    """The decision that two nodes of one type are one: `gone` becomes `keep`, and its key stays an alias.

    Unloading it parts them again, with the history of each. Raises NotFound when one does not exist.
    """
    mentions = mentions_of(database, keep)
    mentions_of(database, gone)
    merged = (replace(mentions[0], same=(gone[1],)), *mentions[1:])
    return one_row_ledger(DECISIONS, merged, (), {"保留": keep[1], "并入": gone[1]}, scope, as_of)


def _nodes(database: Database, node_type: str, keys: list[str]) -> list[dict[str, Any]]:
    caption = model()[node_type].caption
    rows = database.read(
        "UNWIND $keys AS key MATCH (n:Entity {key: key}) WHERE $type IN labels(n) "
        "RETURN n.key AS key, properties(n) AS properties, "
        "[(n)--(o:Entity) WHERE none(l IN labels(o) WHERE l IN $people) | o.name] AS around",
        {"keys": keys, "type": node_type, "people": model().people},
    )
    return [{**row, "caption": str(row["properties"].get(caption) or row["key"])} for row in rows]


def _people(database: Database, name: str) -> list[dict[str, Any]]:
    """Everybody whom some row calls by this bare name together with a code or with dates."""
    rows = database.read(
        "CALL () { MATCH (:LedgerRow)-[l:STATES]->(n:Entity) WHERE l.as STARTS WITH $name RETURN n, l "
        "UNION MATCH (:LedgerRow)-[l:NAMES]->(n:Entity) WHERE l.as STARTS WITH $name RETURN n, l } "
        "WITH n, l WHERE l.as = $name OR l.as STARTS WITH $name + '|' RETURN DISTINCT n.key AS key",
        {"name": name},
    )
    keys = [row["key"] for row in rows if row["key"] != provisional(name)]
    return _nodes(database, name.partition("|")[0], keys)


def _scored(name: str, cells: str, node: dict[str, Any]) -> Candidate:
    """How likely a name in a row with these cells means a node: by the name, and by what else the row shares."""
    word = name.partition("|")[2].rpartition("/")[2]
    shared = [str(v) for n, v in node["properties"].items() if n.endswith("_on") and str(v)[:7] in cells]
    shared += [str(o) for o in node["around"] if o and str(o) in cells]
    base = likeness(word, normalise(node["caption"]))
    score = base + (1 - base) * (1 - 0.5 ** len(set(shared))) if shared else base * 0.9
    called = model()[name.partition("|")[0]].masked(node["caption"])
    return Candidate(node["key"], called, round(min(score, 0.99), 2), tuple(dict.fromkeys(shared)))


def by_name(found: Iterable[Waiting]) -> dict[str, list[Waiting]]:
    """Names that wait, each once with all the places where it stands: one decision settles them all."""
    grouped: dict[str, list[Waiting]] = {}
    for one in found:
        grouped.setdefault(f"{one.name}|{one.where}", []).append(one)
    return grouped

"""Loads as the database keeps them: how far each one is, and what stands in it.

State: reading (rows go in) → linking (all rows are in; whoever comes next can complete it) → done; unloading.
"""

from __future__ import annotations

import os
from dataclasses import fields
from datetime import UTC, datetime
from getpass import getuser
from typing import Any

from graph.connection import Database
from graph.errors import LedgerRefused, NotFound
from graph.text import Text
from loaders.ledger import Load
from loaders.session import Transaction

READING, LINKING, DONE, UNLOADING = "reading", "linking", "done", "unloading"


def loads(database: Database) -> list[dict[str, Any]]:
    """All loads, newest as-of date first, with their rows by state."""
    return database.read(
        "MATCH (l:Load) OPTIONAL MATCH (r:LedgerRow)-[:IN_LOAD]->(l) "
        "WITH l, r.state AS state, count(r) AS number "
        "RETURN l.key AS id, l.file AS file, l.kind AS kind, l.scope AS scope, l.as_of AS as_of, l.full AS full, "
        "l.state AS state, l.loaded_at AS loaded_at, l.loaded_by AS loaded_by, "
        "sum(CASE state WHEN 'accepted' THEN number ELSE 0 END) AS accepted, "
        "sum(CASE state WHEN 'rejected' THEN number ELSE 0 END) AS rejected, "
        "sum(CASE state WHEN 'waiting' THEN number ELSE 0 END) AS waiting "
        "ORDER BY as_of DESC, loaded_at DESC, id"
    )


def open_load(tx: Transaction, load: Load) -> None:
    """Begin a load."""
    told = {f.name: getattr(load, f.name) for f in fields(Load) if f.name != "id"}
    began = {"state": READING, "rows_in": 0, "loaded_at": datetime.now(UTC), "loaded_by": user()}
    tx.run("CREATE (l:Load {key: $id}) SET l += $kept", id=load.id, kept={**told, **began})


def kept(tx: Transaction, load_id: str) -> dict[str, Any]:
    """What is kept of a load; empty when there is none such."""
    found = tx.run("MATCH (l:Load {key: $id}) RETURN properties(l) AS kept", id=load_id)
    return found[0]["kept"] if found else {}


def kept_load(tx: Transaction, load_id: str) -> Load:
    """A load by its id. Raises NotFound."""
    known = kept(tx, load_id)
    if not known:
        raise NotFound(
            Text(f"没有批次 {load_id}", f"there is no load {load_id}"),
            Text("用 liangxin loads 查看全部批次", "see all loads with liangxin loads"),
        )
    told: dict[str, Any] = {f.name: known.get("key" if f.name == "id" else f.name) for f in fields(Load)}
    return Load(**told)


def replaced_load(tx: Transaction, load: Load, *, begun: bool) -> Load | None:
    """The load that a correction names; None when it names none, or an earlier run that was killed has taken it out.

    Raises LedgerRefused when there is no such load, or the two are not of one kind, scope and date.
    """
    if load.replaces is None or (begun and not kept(tx, load.replaces)):
        return None
    if not kept(tx, load.replaces):
        raise LedgerRefused(
            Text(f"没有要替换的批次 {load.replaces}", f"there is no load {load.replaces} to replace"),
            Text("用 liangxin loads 查看全部批次", "see all loads with liangxin loads"),
        )
    found = kept_load(tx, load.replaces)
    if (found.kind, found.scope, found.as_of) != (load.kind, load.scope, load.as_of):
        raise LedgerRefused(
            Text(f"批次 {found.id} 的种类、范围或截至日不同", f"load {found.id} is of another kind, scope or date"),
            Text("更正须与被替换的批次一致；用 liangxin loads 查看", "a correction must match it; see liangxin loads"),
        )
    return found


def unfinished(tx: Transaction) -> list[dict[str, str]]:
    """Id and state of the loads that a killed command left."""
    return tx.run("MATCH (l:Load) WHERE l.state <> $done RETURN l.key AS id, l.state AS state", done=DONE)


def set_state(tx: Transaction, load_id: str, state: str) -> None:
    """Note how far a load is."""
    tx.run("MATCH (l:Load {key: $id}) SET l.state = $state", id=load_id, state=state)


def remove_load(tx: Transaction, load_id: str) -> None:
    """End the record of a load whose rows are out."""
    tx.run("MATCH (l:Load {key: $id}) DETACH DELETE l", id=load_id)


def row_states(tx: Transaction, load_id: str) -> dict[str, int]:
    """How many rows of a load are in each state."""
    found = tx.run("MATCH (r:LedgerRow {load: $id}) RETURN r.state AS state, count(r) AS number", id=load_id)
    return {row["state"]: row["number"] for row in found}


def user() -> str:
    """Who works here, as the system knows them."""
    try:
        return getuser()
    except OSError:
        return str(os.getpid())

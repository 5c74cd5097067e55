"""Load, unload, rebuild: rows go in or out, and the graph is brought to what follows from them.

Every step commits with its progress mark, so a command killed at any point is completed by the next one, and the
result is the same as if nothing had happened. A preview is the same work in one transaction that is rolled back.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, fields
from datetime import UTC, datetime
from getpass import getuser
from typing import Any, TypeVar

from graph.connection import Database
from graph.constraints import apply_schema
from graph.errors import LedgerRefused, NotFound
from graph.model import model
from graph.server.progress import Progress, Step, silent
from graph.text import Text
from loaders import lease
from loaders.derivation import count_stale, derive_batch
from loaders.diff import Changes
from loaders.evidence import (
    INSERTED,
    insert_rows,
    link_codes,
    mark_absent,
    mark_all,
    queue_all,
    remove_rows,
    settle_rows,
)
from loaders.ledger import Ledger, Load
from loaders.session import Steps, Transaction

T = TypeVar("T")

READING, LINKING, DONE, UNLOADING = "reading", "linking", "done", "unloading"

_PUT = Text("写入台账行", "writing rows")
_LINK = Text("核对身份", "recognising who is who")
_DERIVE = Text("推算图谱", "deriving the graph")
_REMOVE = Text("撤回台账行", "taking rows out")


@dataclass
class Outcome:
    """What a load did (or would do). `known`: the same file was loaded before, nothing was written."""

    load: Load
    rows: dict[str, int] = field(default_factory=dict)
    changes: Changes = field(default_factory=Changes)
    seconds: float = 0.0
    known: bool = False


def load(database: Database, ledger: Ledger, progress: Progress = silent) -> Outcome:
    """Bring a ledger into the graph. The same ledger again writes nothing.

    Raises Busy while another load runs, LedgerRefused when `--replaces` names no such load, DatabaseError when the
    database goes away: the next load or rebuild then completes the work.
    """
    apply_schema(database)
    with _steps(database) as step:
        _finish(step, ledger.load.id, progress)
        return _load(step, ledger, progress)


def preview(database: Database, ledger: Ledger, progress: Progress = silent) -> Outcome:
    """What `load` would do, exactly, with nothing kept."""
    apply_schema(database)
    return database.rehearse(lambda transaction: _load(lambda work: work(Transaction(transaction)), ledger, progress))


def unload(database: Database, load_id: str, progress: Progress = silent) -> Outcome:
    """Leave the graph as if that load had never been. Raises NotFound."""
    with _steps(database) as step:
        _finish(step, load_id, progress)
        return _unload(step, _kept_load(step, load_id), progress)


def rebuild(database: Database, progress: Progress = silent) -> Changes:
    """Derive everything from the kept rows: the upgrade path, and the proof that the graph follows from them."""
    apply_schema(database)
    with _steps(database) as step:
        step(mark_all)
        while step(queue_all):
            pass
        changes = Changes()
        _bring_up(step, changes, progress)
        return changes


def finish(database: Database, progress: Progress = silent) -> None:
    """Complete what a killed command left undone, and derive whatever is marked for it."""
    with _steps(database) as step:
        _finish(step, "", progress)


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


@contextmanager
def _steps(database: Database) -> Iterator[Steps]:
    """Steps that each commit, under the lease."""

    def step(work: Any) -> Any:
        def leased(transaction: Any) -> Any:
            one = Transaction(transaction)
            lease.take(one)
            return work(one)

        return database.write(leased)

    step(lambda s: None)
    try:
        yield step
    finally:
        database.write(lambda transaction: lease.give_back(Transaction(transaction)))


def _load(step: Steps, ledger: Ledger, progress: Progress) -> Outcome:
    started = time.monotonic()
    outcome = Outcome(ledger.load)
    kept = step(lambda s: _kept(s, ledger.load.id))
    if kept and kept["state"] == DONE:
        outcome.known = True
    else:
        replaced = _replaced(step, ledger.load)
        if not kept:
            step(lambda s: _open(s, ledger.load))
        if replaced:
            _unload(step, replaced, progress)
        if not kept or kept["state"] == READING:
            _insert(step, ledger, kept["rows_in"] if kept else 0, progress)
        _complete(step, ledger.load, outcome.changes, progress)
    outcome.rows = step(lambda s: _row_states(s, ledger.load.id))
    outcome.seconds = time.monotonic() - started
    return outcome


def _open(tx: Transaction, load: Load) -> None:
    tx.run(
        "CREATE (l:Load {key: $id}) SET l += $properties",
        id=load.id,
        properties={
            "file": load.file,
            "kind": load.kind,
            "scope": load.scope,
            "as_of": load.as_of,
            "full": load.full,
            "replaces": load.replaces,
            "state": READING,
            "rows_in": 0,
            "loaded_at": datetime.now(UTC),
            "loaded_by": _user(),
        },
    )


def _replaced(step: Steps, load: Load) -> Load | None:
    """The load that a correction names; None when it names none, or an earlier, killed run has taken it out."""
    if load.replaces is None or not step(lambda s: _kept(s, load.replaces or "")):
        return None
    found = _kept_load(step, load.replaces)
    if (found.kind, found.scope, found.as_of) != (load.kind, load.scope, load.as_of):
        raise LedgerRefused(
            Text(
                f"批次 {load.replaces} 的种类、范围或截至日不同",
                f"load {load.replaces} is of another kind, scope or date",
            ),
            Text("更正须与被替换的批次一致；用 liangxin loads 查看", "a correction must match it; see liangxin loads"),
        )
    return found


def _insert(step: Steps, ledger: Ledger, done: int, progress: Progress) -> None:
    total = len(ledger.rows)
    for start in range(done, total, INSERTED):
        batch = ledger.rows[start : start + INSERTED]
        step(lambda s, batch=batch, start=start: insert_rows(s, ledger.load, batch, start))  # type: ignore[misc]
        progress(Step(_PUT, start + len(batch), total))
    step(lambda s: s.run("MATCH (l:Load {key: $id}) SET l.state = $state", id=ledger.load.id, state=LINKING))


def _complete(step: Steps, load: Load, changes: Changes, progress: Progress) -> None:
    """From rows that are in, to the graph that follows."""
    _settle(step, progress)
    if load.full:
        step(lambda s: mark_absent(s, load))
    _derive(step, changes, progress)
    step(lambda s: s.run("MATCH (l:Load {key: $id}) SET l.state = $state", id=load.id, state=DONE))


def _bring_up(step: Steps, changes: Changes, progress: Progress) -> None:
    _settle(step, progress)
    _derive(step, changes, progress)


def _settle(step: Steps, progress: Progress) -> None:
    for work in (link_codes, settle_rows):
        done = 0
        while number := step(work):
            done += number
            progress(Step(_LINK, done))


def _derive(step: Steps, changes: Changes, progress: Progress) -> None:
    total = step(count_stale)
    done = 0
    while True:
        number, changed = step(lambda s: derive_batch(s, model()))
        if not number:
            return
        changes.add(changed)
        done += number
        progress(Step(_DERIVE, done, max(total, done)))


def _unload(step: Steps, load: Load, progress: Progress) -> Outcome:
    started = time.monotonic()
    outcome = Outcome(load)
    step(lambda s: s.run("MATCH (l:Load {key: $id}) SET l.state = $state", id=load.id, state=UNLOADING))
    if load.full:
        step(lambda s: mark_absent(s, load))
    done = 0
    while number := step(lambda s: remove_rows(s, load.id)):
        done += number
        progress(Step(_REMOVE, done))
    _bring_up(step, outcome.changes, progress)
    step(lambda s: s.run("MATCH (l:Load {key: $id}) DETACH DELETE l", id=load.id))
    outcome.rows = {"removed": done}
    outcome.seconds = time.monotonic() - started
    return outcome


def _finish(step: Steps, current: str, progress: Progress) -> None:
    """Complete, or take back, what a killed command left; the load that comes again now goes on by itself."""
    left = step(
        lambda s: s.run("MATCH (l:Load) WHERE l.state <> $done RETURN l.key AS id, l.state AS state", done=DONE)
    )
    for row in left:
        if row["id"] == current:
            continue
        load = _kept_load(step, row["id"])
        if row["state"] == LINKING:
            _complete(step, load, Changes(), progress)
        else:
            # half a file cannot be completed without the file: nothing of it may stay
            _unload(step, load, progress)
    if not any(row["id"] == current for row in left):
        _bring_up(step, Changes(), progress)


def _kept(tx: Transaction, load_id: str) -> dict[str, Any]:
    """What the database keeps of a load; empty when it has none such."""
    found = tx.run("MATCH (l:Load {key: $id}) RETURN properties(l) AS kept", id=load_id)
    return found[0]["kept"] if found else {}


def _kept_load(step: Steps, load_id: str) -> Load:
    kept = step(lambda s: _kept(s, load_id))
    if not kept:
        raise NotFound(
            Text(f"没有批次 {load_id}", f"there is no load {load_id}"),
            Text("用 liangxin loads 查看全部批次", "see all loads with liangxin loads"),
        )
    names: dict[str, Any] = {f.name: kept.get("key" if f.name == "id" else f.name) for f in fields(Load)}
    return Load(**names)


def _row_states(tx: Transaction, load_id: str) -> dict[str, int]:
    found = tx.run("MATCH (r:LedgerRow {load: $id}) RETURN r.state AS state, count(r) AS number", id=load_id)
    return {row["state"]: row["number"] for row in found}


def _user() -> str:
    try:
        return getuser()
    except OSError:
        return str(os.getpid())

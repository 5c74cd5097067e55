"""Load, unload, rebuild: rows go in or out, and the graph is brought to what follows from them.

Every step commits with its progress mark, so a command killed at any point is completed by the next one, and the
result is the same as if nothing had happened. A preview is the same work in one transaction that is rolled back.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import Any, TypeVar

from graph.connection import Database
from graph.constraints import apply_schema
from graph.model import model
from graph.progress import Progress, Step, silent
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
from loaders.loads import (
    DONE,
    LINKING,
    READING,
    UNLOADING,
    kept,
    kept_load,
    open_load,
    remove_load,
    replaced_load,
    row_states,
    set_state,
    unfinished,
)
from loaders.session import Steps, Transaction

T = TypeVar("T")

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
        return _unload(step, step(lambda s: kept_load(s, load_id)), progress)


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


@contextmanager
def _steps(database: Database) -> Iterator[Steps]:
    """Steps that each commit, under the lease."""
    me = lease.holder()

    def step(work: Any) -> Any:
        def leased(transaction: Any) -> Any:
            one = Transaction(transaction)
            lease.take(one, me)
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
    known = step(lambda s: kept(s, ledger.load.id))
    if known and known["state"] == DONE:
        outcome.known = True
    else:
        replaced = step(lambda s: replaced_load(s, ledger.load))
        if not known:
            step(lambda s: open_load(s, ledger.load))
        if replaced:
            _unload(step, replaced, progress)
        if not known or known["state"] == READING:
            _insert(step, ledger, known["rows_in"] if known else 0, progress)
        _complete(step, ledger.load, outcome.changes, progress)
    outcome.rows = step(lambda s: row_states(s, ledger.load.id))
    outcome.seconds = time.monotonic() - started
    return outcome


def _insert(step: Steps, ledger: Ledger, done: int, progress: Progress) -> None:
    total = len(ledger.rows)
    for start in range(done, total, INSERTED):
        batch = ledger.rows[start : start + INSERTED]
        step(partial(insert_rows, load=ledger.load, rows=batch, done=start))
        progress(Step(_PUT, start + len(batch), total))
    step(lambda s: set_state(s, ledger.load.id, LINKING))


def _complete(step: Steps, load: Load, changes: Changes, progress: Progress) -> None:
    """From rows that are in, to the graph that follows."""
    _settle(step, progress)
    if load.full:
        step(lambda s: mark_absent(s, load))
    _derive(step, changes, progress)
    step(lambda s: set_state(s, load.id, DONE))


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
    step(lambda s: set_state(s, load.id, UNLOADING))
    if load.full:
        step(lambda s: mark_absent(s, load))
    done = 0
    while number := step(lambda s: remove_rows(s, load.id)):
        done += number
        progress(Step(_REMOVE, done))
    _bring_up(step, outcome.changes, progress)
    step(lambda s: remove_load(s, load.id))
    outcome.rows = {"removed": done}
    outcome.seconds = time.monotonic() - started
    return outcome


def _finish(step: Steps, current: str, progress: Progress) -> None:
    """Complete, or take back, what a killed command left; the load that comes again now goes on by itself."""
    left = step(unfinished)
    for row in left:
        if row["id"] == current:
            continue
        load = step(partial(kept_load, load_id=row["id"]))
        if row["state"] == LINKING:
            _complete(step, load, Changes(), progress)
        else:
            # half a file cannot be completed without the file: nothing of it may stay
            _unload(step, load, progress)
    if not any(row["id"] == current for row in left):
        _bring_up(step, Changes(), progress)

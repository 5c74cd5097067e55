"""Load, preview, unload, rebuild: rows go in or out, and the graph is brought to what follows from them.

Rows are settled (who is who), the subjects they touch are derived, and the difference to the graph is written, in steps
that each commit with their progress mark. A command killed at any point is completed by the next one, and the result is
the same as if nothing had happened. A preview is the same work without the writing.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from typing import Any

from graph.connection import Database
from graph.constraints import apply_schema
from graph.model import model
from graph.progress import Progress, Step, counted, silent
from graph.text import Text
from loaders.authority import Authority, authority_kept
from loaders.behind import Behind
from loaders.derivation import Deriver, Plan
from loaders.diff import Changes
from loaders.evidence import absent_from, mark, mark_all, queue_all, queue_load, remove_rows
from loaders.facts import Key
from loaders.keyring import hold
from loaders.lease import leased
from loaders.ledger import Ledger, LedgerRow, Load
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
from loaders.seen import Seen, seen
from loaders.session import Steps, Transaction
from loaders.settle import Settled
from loaders.striking import GONE
from loaders.uncollected import uncollected
from loaders.work import (
    bring_up,
    derive_kept,
    in_batches,
    note_changes,
    settle_new,
    write_derived,
    write_planned,
)

CHUNK = 10_000
"""Rows of one file that are settled and derived at a time; memory does not grow beyond it."""

READ = Text("读取各行", "reading the rows")
COMPARE = Text("与图谱比对", "comparing with the graph")

_REMOVE = Text("撤回台账行", "taking rows out")


@dataclass
class Outcome:
    """What a load did (or would do). `known`: the same file was loaded before, nothing was written.

    `asked_again`: kept rows of other loads that were settled anew because of this one. `held_back`: what is left of
    rows about people who were removed. `seen`: of a preview, what a person is shown of it.
    """

    load: Load
    rows: dict[str, int] = field(default_factory=dict)
    changes: Changes = field(default_factory=Changes)
    asked_again: int = 0
    held_back: list[LedgerRow] = field(default_factory=list)
    seconds: float = 0.0
    known: bool = False
    seen: Seen = field(default_factory=Seen)

    def used(self, rows: Iterable[LedgerRow]) -> Iterator[LedgerRow]:
        """The rows of the ledger, with what is left of those about people who were removed."""
        left = {(row.sheet, row.row): row for row in self.held_back}
        return (left.get((row.sheet, row.row), row) for row in rows)


def load(database: Database, ledger: Ledger, progress: Progress = silent) -> Outcome:
    """Bring a ledger into the graph. The same ledger again writes nothing.

    Raises Busy while another load runs, LedgerRefused when `--replaces` names no such load, SettingsError when its ID
    numbers were digested with other keys than those of the database, DatabaseGone when the database stays away longer
    than a load waits: the next load or rebuild then completes the work.
    """
    apply_schema(database)
    with leased(database, progress) as step:
        step(partial(_hold, ledger=ledger))
        _finish(step, ledger.load.id, progress)
        return _load(step, ledger, progress)


def preview(database: Database, ledger: Ledger, progress: Progress = silent) -> Outcome:
    """What `load` would do, exactly, with nothing written. Raises LedgerRefused and SettingsError like `load`."""
    apply_schema(database)
    with uncollected():
        return database.rehearse(lambda transaction: _preview(Transaction(transaction), ledger, progress))


def unload(database: Database, load_id: str, progress: Progress = silent) -> Outcome:
    """Leave the graph as if that load had never been. Raises NotFound."""
    with leased(database, progress) as step:
        _finish(step, load_id, progress)
        return _unload(step, step(lambda tx: kept_load(tx, load_id)), progress)


def rebuild(database: Database, progress: Progress = silent) -> Changes:
    """Derive everything from the kept rows: the upgrade path, and the proof that the graph follows from them."""
    apply_schema(database)
    with leased(database, progress) as step:
        step(mark_all)
        while step(queue_all):
            pass
        changes = Changes()
        bring_up(step, step(authority_kept), changes, progress)
        return changes


def finish(database: Database, progress: Progress = silent) -> None:
    """Complete what a killed command left undone: queued rows, marked subjects, half loads."""
    with leased(database, progress) as step:
        _finish(step, "", progress)


def _hold(tx: Transaction, ledger: Ledger) -> None:
    if ledger.digester is not None:
        hold(tx, ledger.digester)


def _load(step: Steps, ledger: Ledger, progress: Progress) -> Outcome:
    started = time.monotonic()
    outcome = Outcome(ledger.load)
    known = step(lambda tx: kept(tx, ledger.load.id))
    if known and known["state"] == DONE:
        outcome.known = True
    else:
        replaced = step(lambda tx: replaced_load(tx, ledger.load, begun=bool(known)))
        if not known:
            step(lambda tx: open_load(tx, ledger.load))
        if replaced:
            _unload(step, replaced, progress)
        _put_in(step, ledger, known, outcome, progress)
    outcome.rows = step(lambda tx: row_states(tx, ledger.load.id))
    outcome.seconds = time.monotonic() - started
    return outcome


def _put_in(step: Steps, ledger: Ledger, known: dict[str, Any], outcome: Outcome, progress: Progress) -> None:
    """All rows of a ledger from where a killed run left them, then what a full one ends."""
    load, authority = ledger.load, step(authority_kept)
    done = known.get("rows_in", 0)
    if known:
        step(lambda tx: queue_load(tx, load))
        bring_up(step, authority, outcome.changes, progress)
    with uncollected() as collect, Behind(step) as behind:
        for rows in in_batches(islice(ledger.rows, done, None), CHUNK):
            behind.wait()
            collect()
            settled, plan = step(partial(_planned, ledger=ledger, rows=rows, authority=authority))
            write_planned(behind, load, settled, plan, done, ledger.total, progress)
            note_changes(plan, outcome.changes)
            outcome.asked_again += sum(s.row.new is None for s in settled)
            outcome.held_back += [s.row.new for s in settled if s.row.new and GONE in s.row.new.faults]
            done += len(rows)
            del settled, plan
    _complete(step, load, authority, outcome.changes, progress)


def _planned(tx: Transaction, ledger: Ledger, rows: Any, authority: Authority) -> tuple[list[Settled], Plan]:
    """Rows settled, and what becomes of every subject they touch."""
    settled = settle_new(tx, ledger, rows)
    deriver = Deriver(tx, model(), authority, settled, ledger.load)
    return settled, deriver.plan(deriver.touched)


def _preview(tx: Transaction, ledger: Ledger, progress: Progress) -> Outcome:
    started = time.monotonic()
    _hold(tx, ledger)
    outcome = Outcome(ledger.load)
    known = kept(tx, ledger.load.id)
    if known and known["state"] == DONE:
        outcome.known = True
        outcome.rows = row_states(tx, ledger.load.id)
        return outcome
    if replaced := replaced_load(tx, ledger.load, begun=bool(known)):
        _unload(lambda work: work(tx), replaced, silent)
    authority = authority_kept(tx)
    settled = settle_new(tx, ledger, counted(ledger.rows, READ, ledger.total or 0, progress))
    deriver = Deriver(tx, model(), authority, settled, ledger.load)
    absent = absent_from(tx, ledger.load, _stated(settled)) if ledger.load.full else ()
    plan = deriver.plan({*deriver.touched, *absent})
    steps = list(counted(plan, COMPARE, len(plan), progress))
    note_changes(steps, outcome.changes)
    outcome.seen = seen(settled, steps, outcome.changes, absent)
    for one in settled:
        if one.row.new is not None:
            outcome.rows[one.state] = outcome.rows.get(one.state, 0) + 1
            outcome.held_back += [one.row.new] if GONE in one.row.new.faults else []
        else:
            outcome.asked_again += 1
    outcome.seconds = time.monotonic() - started
    return outcome


def _stated(settled: list[Settled]) -> set[Key]:
    return {node for s in settled if s.row.new for position, node in s.nodes() if position in s.row.stating}


def _complete(step: Steps, load: Load, authority: Authority, changes: Changes, progress: Progress) -> None:
    """From rows that are in, to what the load ends by their absence."""
    step(lambda tx: set_state(tx, load.id, LINKING))
    if load.full:
        absent = step(lambda tx: absent_from(tx, load, ()))
        steps = step(partial(derive_kept, authority=authority, subjects=absent))
        with Behind(step) as behind:
            write_derived(behind, steps, len(steps), progress)
        note_changes(steps, changes)
    step(lambda tx: set_state(tx, load.id, DONE))


def _unload(step: Steps, load: Load, progress: Progress) -> Outcome:
    started = time.monotonic()
    outcome = Outcome(load)
    step(lambda tx: set_state(tx, load.id, UNLOADING))
    if load.full:
        step(lambda tx: mark(tx, absent_from(tx, load, ())))
    done = 0
    while number := step(lambda tx: remove_rows(tx, load.id)):
        done += number
        progress(Step(_REMOVE, done))
    bring_up(step, step(authority_kept), outcome.changes, progress)
    step(lambda tx: remove_load(tx, load.id))
    outcome.rows = {"removed": done}
    outcome.seconds = time.monotonic() - started
    return outcome


def _finish(step: Steps, current: str, progress: Progress) -> None:
    """Complete, or take back, what a killed command left; the load that comes again now goes on by itself."""
    for row in step(unfinished):
        if row["id"] == current:
            continue
        load = step(partial(kept_load, load_id=row["id"]))
        if row["state"] == LINKING:
            authority, changes = step(authority_kept), Changes()
            step(partial(queue_load, load=load))
            bring_up(step, authority, changes, progress)
            _complete(step, load, authority, changes, progress)
        else:
            # half a file cannot be completed without the file: nothing of it may stay
            _unload(step, load, progress)
    bring_up(step, step(authority_kept), Changes(), progress)


__all__ = ["READING", "Outcome", "finish", "load", "preview", "rebuild", "unload"]

"""One piece of a load's work: rows settled, the subjects they touch derived, what changes written in small steps."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import partial
from itertools import islice
from typing import TypeVar

from graph.model import model
from graph.progress import Progress, Step
from graph.text import Text
from loaders.authority import Authority
from loaders.behind import Behind
from loaders.derivation import DERIVED, Deriver, Plan, count_stale, stale
from loaders.derivation import Step as Derived
from loaders.diff import Changes, changes
from loaders.evidence import BATCH, header, queued, relink_rows, row_key, rows_inserted
from loaders.fact_writing import facts_written
from loaders.facts import Key
from loaders.held_back import held_back
from loaders.kept_rows import KeptRows
from loaders.ledger import Ledger, LedgerRow, Load
from loaders.session import Steps, Transaction
from loaders.settle import Row, Settled, settle

T = TypeVar("T")

PUT = Text("写入台账行", "writing rows")
LINK = Text("核对身份", "recognising who is who")
DERIVE = Text("推算图谱", "deriving the graph")


def settle_new(tx: Transaction, ledger: Ledger, rows: Iterable[LedgerRow]) -> list[Settled]:
    """New rows settled, in their order, and after them the kept rows that are asked again because of them.

    Of people who were removed the rows come without them.
    """
    load, head = ledger.load, header(ledger.load)
    told = held_back(tx, load.kind, rows, ledger.digester)
    new = [Row(row_key(load, r), head, r.mentions, r.statements, bool(r.faults), r) for r in told]
    settled = settle(new, KeptRows(tx), model())
    return [*(settled.pop(row.key) for row in new), *settled.values()]


def note_changes(steps: Iterable[Derived], into: Changes) -> None:
    """Count what becomes of subjects as changes."""
    for step in steps:
        into.add(changes(step.subject, step.old, step.new))


def write_planned(
    behind: Behind,
    load: Load,
    settled: Sequence[Settled],
    plan: Plan,
    done: int,
    total: int | None,
    progress: Progress,
) -> None:
    """Put new rows in (`done` of the load are in already), link kept ones anew, and write what follows."""
    fresh = plan.unknown()
    created: set[Key] = set()
    for batch in in_batches((s for s in settled if s.row.new is not None), BATCH):
        done += len(batch)
        named = {node: plan[node].new for s in batch for _, node in s.nodes() if node in fresh and node not in created}
        statements = rows_inserted(load, batch, done, named)
        behind(partial(Transaction.all, statements=statements), partial(progress, Step(PUT, done, total or done)))
        created |= named.keys()
    for batch in in_batches((s for s in settled if s.row.new is None), BATCH):
        behind(partial(relink_rows, rows=batch))
    write_derived(behind, (s.once_there() if s.subject in created else s for s in plan), len(plan), progress)


def write_derived(behind: Behind, steps: Iterable[Derived], total: int, progress: Progress) -> None:
    """Write what becomes of so many subjects."""
    done = 0
    for batch in in_batches(steps, DERIVED):
        done += len(batch)
        if changed := [s for s in batch if not s.idle]:
            statements = facts_written(changed, model())
            behind(partial(Transaction.all, statements=statements), partial(progress, Step(DERIVE, done, total)))


def bring_up(step: Steps, authority: Authority, into: Changes, progress: Progress) -> None:
    """Settle all rows that are queued and derive all subjects that are marked, until none is left."""
    done = 0
    while rows := step(queued):
        settled = step(lambda tx, rows=rows: list(settle(rows, KeptRows(tx), model()).values()))  # type: ignore[misc]
        for batch in in_batches(settled, BATCH):
            step(partial(relink_rows, rows=batch))
        done += len(rows)
        progress(Step(LINK, done))
    total, done = step(count_stale), 0
    while subjects := step(partial(stale, schema=model())):
        steps = step(partial(derive_kept, authority=authority, subjects=subjects, marked=True))
        note_changes(steps, into)
        step(partial(Transaction.all, statements=facts_written(steps, model())))
        done += len(subjects)
        progress(Step(DERIVE, done, max(total, done)))


def derive_kept(
    tx: Transaction, authority: Authority, subjects: Collection[Key], marked: bool = False
) -> list[Derived]:
    """What becomes of subjects by the kept rows alone; `marked`: the database has them marked."""
    return list(Deriver(tx, model(), authority, marked=subjects if marked else ()).plan(subjects))


def in_batches(values: Iterable[T], size: int) -> Iterator[list[T]]:
    """`values` in lists of at most `size`."""
    rest = iter(values)
    while batch := list(islice(rest, size)):
        yield batch

"""A new key for the digests of ID numbers, without knowing a single number.

Digests are brought up, not made anew: each is passed through the new key, and numbers read later pass through all keys
in order. Rows are marked `OldKey` in the transaction that notes the new key, and lose the mark in those that bring
them up; they are queued like rows whose meaning has changed, so the graph follows by the same steps as after a load.
Killed anywhere, the next rotation goes on from the marks, and no load is let in between.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from graph.connection import Database
from graph.constraints import apply_schema
from graph.model import model
from graph.progress import Progress, Step, silent
from graph.text import Text
from graph.values.digest import Digester, add_key, is_digest
from loaders.apply import finish
from loaders.evidence import queue_rows
from loaders.keyring import FORM, KeyMark, digester_of, foreign, hold, key_mark
from loaders.lease import leased
from loaders.ledger import Mention, mentions_from
from loaders.session import Steps, Transaction

BATCH = 1000

_BRINGING_UP = Text("更换密钥", "changing the key")
_WITHIN = re.compile(rf"(?<![0-9a-f]){FORM}(?![0-9a-f])")


@dataclass(frozen=True)
class Rotation:
    """What a rotation did. `completed`: it completed an earlier one, and made no new key. `rows`: brought up."""

    completed: bool
    keys: int
    rows: int


def rotate(database: Database, home: Path, progress: Progress = silent) -> Rotation:
    """Add a key and bring everything up to it; or complete a rotation that was killed, or bring up an older backup.

    Raises Busy while a load runs, SettingsError when the key file is missing, damaged or not that of the database.
    """
    apply_schema(database)
    if database.write(lambda tx: key_mark(Transaction(tx))).next is None:
        finish(database, progress)
    with leased(database, progress, rotating=True) as step:
        digester, mark = digester_of(database, home), step(key_mark)
        completed = mark.next is not None or mark.mark in digester.marks[:-1]
        if not completed:
            step(partial(hold, digester=digester))
            digester = add_key(home)
        rows = 0
        while (mark := step(key_mark)).mark != digester.mark:
            if mark.next is None:
                step(partial(_begin, digester=digester))
            else:
                rows += _bring_up(step, digester, mark, progress)
    finish(database, progress)
    return Rotation(completed, len(digester.marks), rows)


def _begin(tx: Transaction, digester: Digester) -> None:
    """Note the keys that are to be, and mark all that holds digests."""
    tx.run("MATCH (r:LedgerRow) WHERE r.mentions =~ $form SET r:OldKey", form=f"(?s).*{FORM}.*")
    tx.run("MATCH (f:Forgotten) SET f:OldKey")
    tx.run("MATCH (k:KeyMark {key: 'id-number'}) SET k.next = $mark", mark=digester.mark)


def _bring_up(step: Steps, digester: Digester, mark: KeyMark, progress: Progress) -> int:
    """Bring up all that is marked, from the keys of the database to those it notes as the next. Returns the rows."""
    known, last = (_place(digester, m) for m in mark)
    work = partial(_rows, digester=digester.first(last), known=known)
    total, done = step(_count), 0
    while number := step(work):
        done += number
        progress(Step(_BRINGING_UP, done, total))
    step(partial(_end, digester=digester.first(last), known=known))
    return done


def _place(digester: Digester, mark: str | None) -> int:
    if mark not in digester.marks:
        raise foreign()
    return digester.marks.index(mark) + 1


def _count(tx: Transaction) -> int:
    return int(tx.run("MATCH (r:OldKey:LedgerRow) RETURN count(r) AS number")[0]["number"])


def _rows(tx: Transaction, digester: Digester, known: int) -> int:
    """Bring up the digests of a batch of rows, and queue them to be settled. Returns how many."""
    rows = tx.run(
        "MATCH (r:OldKey:LedgerRow) WITH r LIMIT $most "
        "RETURN r.key AS key, {mentions: r.mentions, cells: r.cells} AS kept",
        most=BATCH,
    )
    for row in rows:
        digests = {digest for mention in mentions_from(row["kept"]["mentions"]) for digest in _digests(mention)}
        for digest in digests:
            new = digester.brought_up(digest, known)
            row["kept"] = {name: text.replace(digest, new) for name, text in row["kept"].items()}
    tx.run("UNWIND $rows AS row MATCH (r:LedgerRow {key: row.key}) SET r += row.kept REMOVE r:OldKey", rows=rows)
    queue_rows(tx, [row["key"] for row in rows])
    return len(rows)


def _digests(mention: Mention) -> Iterator[str]:
    """People's codes, keys found to be the same, and such keys within names that a decision speaks of."""
    if model()[mention.type].person:
        yield from filter(is_digest, filter(None, [mention.code, *mention.same]))
    if mention.where:
        yield from (digest for name in mention.also for digest in _WITHIN.findall(name))


def _end(tx: Transaction, digester: Digester, known: int) -> None:
    """Bring up the digests of people removed, and note the new keys as those of the database."""
    for one in tx.run("MATCH (f:OldKey:Forgotten) RETURN f.key AS key, f.digests AS digests"):
        one["digests"] = [digester.brought_up(digest, known) for digest in one["digests"]]
        tx.run("MATCH (f:Forgotten {key: $key}) SET f.digests = $digests REMOVE f:OldKey", **one)
    tx.run(
        "MATCH (k:KeyMark {key: 'id-number'}) SET k.mark = k.next, k.since = $now REMOVE k.next", now=datetime.now(UTC)
    )

"""People who were removed are held back when a ledger brings them again: their rows keep only place and reason."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from graph.model import model
from graph.values.digest import Digester, is_digest
from loaders.identity import name_of
from loaders.ledger import LedgerRow, Mention
from loaders.session import Transaction
from loaders.striking import without


def held_back(tx: Transaction, kind: str, rows: Iterable[LedgerRow], digester: Digester | None) -> Iterable[LedgerRow]:
    """New rows of a ledger of that kind, without the people that were removed."""
    known = {digest for f in tx.run("MATCH (f:Forgotten) RETURN f.digests AS digests") for digest in f["digests"]}
    if not known or digester is None:
        return rows
    return _without_known(kind, rows, lambda told: noted(digester, told) in known)


def told_apart(mentions: tuple[Mention, ...], position: int) -> tuple[str, ...]:
    """By what a row tells who a person is: first its code, or its name where it has none; then all other ways."""
    mention = mentions[position]
    codes = [f"{mention.type}|{code}" for code in (mention.code, *mention.same) if code]
    return (*codes, name_of(mentions, position))


def noted(digester: Digester, told: str) -> str:
    """What is noted of it: a digest as it is, of any other word its digest. A rotation brings both up alike."""
    code = told.rpartition("|")[2]
    return code if is_digest(code) else digester.of(told)


def _without_known(kind: str, rows: Iterable[LedgerRow], known: Callable[[str], bool]) -> Iterator[LedgerRow]:
    for row in rows:
        people = (i for i, m in enumerate(row.mentions) if model()[m.type].person and (m.code or m.name))
        gone = [i for i in people if known(told_apart(row.mentions, i)[0])]
        yield without(row, kind, gone) if gone else row

"""One fact by hand: what a form on a node says, as a ledger of one row, kept and undone like any other."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date
from typing import Any

from graph.connection import Database
from graph.errors import NotFound, Place, WrongQuestion
from graph.errors import RowRejected as Unreadable
from graph.model import Property, model
from graph.text import Text
from graph.values.masks import mask_id_numbers, mask_numbers, mask_phone
from loaders.cells import read_cell
from loaders.facts import Key
from loaders.kept_rows import naming
from loaders.kinds import BY_HAND, label_of
from loaders.ledger import Ledger, LedgerRow, Load, Mention, Scalar, Statement, load_id
from loaders.mapping import CellKind, Column
from loaders.session import Transaction
from loaders.told import Said

_CELLS: dict[str, CellKind] = {
    "text": "text",
    "int": "count",
    "float": "number",
    "bool": "yes_no",
    "date": "date",
    "choice": "choice",
}
"""How a form's words are read for each type of property: as the cells of a ledger are."""

FILLED_IN = frozenset(_CELLS)
"""Types of properties that can be said by hand."""


def value_by_hand(database: Database, node: Key, slot: str, word: str, as_of: date, scope: str) -> Ledger:
    """The ledger that says `word` of a property or survey field of a node, as of a date; ID numbers in it are masked,
    and telephone numbers where the field is not one for them.

    Raises NotFound when there is no such node, WrongQuestion when the slot takes no such value.
    """
    declared = model().slots(node[0]).get(slot)
    if declared is None or declared.type not in _CELLS:
        known = "、".join(name for name, p in model().slots(node[0]).items() if p.type in _CELLS)
        raise WrongQuestion(
            Text(f"{node[0]} 没有可填的项“{slot}”", f"{node[0]} has no field “{slot}” to fill in"),
            Text(f"可填：{known}", f"choose from: {known}"),
        )
    written = mask_id_numbers(word) if declared.private == "phone" else mask_numbers(word)
    statement = Statement(0, slot, _read(declared, written))
    cells = {declared.label.zh: mask_phone(written) if declared.private == "phone" else written}
    return one_row_ledger(BY_HAND, mentions_of(database, node), (statement,), cells, scope, as_of)


def edge_by_hand(
    database: Database,
    node: Key,
    edge: str,
    other: Key | None,
    as_of: date,
    scope: str,
    *,
    since: date | None = None,
    until: date | None = None,
) -> Ledger:
    """The ledger that says an edge of a node (`<NAME`: one that arrives at it), or with no `other` that there is none.

    Raises NotFound for an unknown node, WrongQuestion when the schema has no such edge stated by this end.
    """
    mentions = mentions_of(database, node)
    if other is None:
        statement = Statement(0, edge)
    else:
        arrow = model().stated(node[0], edge, other[0])
        if arrow is None or arrow.subject != ("to" if edge.startswith("<") else "from"):
            raise WrongQuestion(
                Text(f"{node[0]} 不能填“{edge}”到 {other[0]}", f"{node[0]} cannot state {edge} of {other[0]}"),
                Text("在另一端的页面上填写，或对照 docs/model.md", "state it at the other end, or see docs/model.md"),
            )
        shift = len(mentions)
        mentions += tuple(_moved(m, shift) for m in mentions_of(database, other))
        begun, ended = since.isoformat() if since else None, until.isoformat() if until else None
        statement = Statement(0, edge, to=shift, since=begun, until=ended)
    label = model().edge_label(edge.lstrip("<")).zh
    return one_row_ledger(BY_HAND, mentions, (statement,), {label: other[1] if other else "无"}, scope, as_of)


def mentions_of(database: Database, node: Key) -> tuple[Mention, ...]:
    """How a kept row names a node, itself first, so that a new row names it likewise. Raises NotFound."""
    found = database.rehearse(lambda transaction: naming(Transaction(transaction), node))
    if not found:
        raise NotFound(
            Text(f"没有 {node[0]}:{node[1]}", f"there is no {node[0]}:{node[1]}"),
            Text("在页面上搜索它的标识", "search for its key on the page"),
        )
    return found


def one_row_ledger(
    kind: str,
    mentions: tuple[Mention, ...],
    statements: tuple[Statement, ...],
    cells: dict[str, str],
    scope: str,
    as_of: date,
) -> Ledger:
    """A ledger of one row that comes from no file: the same words at the same date are the same load."""
    content = json.dumps([asdict(m) for m in mentions] + [asdict(s) for s in statements], default=str)
    id_ = load_id([content.encode()], kind, scope, as_of, False)
    row = LedgerRow("", 1, mentions, statements, cells)
    return Ledger(Load(id_, label_of(kind).zh, kind, scope, as_of, False), (row,))


def _read(declared: Property, word: str) -> Scalar:
    words: dict[str, tuple[str, ...]] = {stored: (label.zh, label.en) for stored, label in declared.values.items()}
    column = Column(headings=(declared.label.zh,), value=_CELLS[declared.type], words=words)
    try:
        told = read_cell(word, column).value
    except Unreadable as fault:
        raise WrongQuestion(
            fault.what,
            Text("改正后再提交", "correct it and try again"),
            Place(column=declared.label.zh, value=word),
        ) from fault
    if told is Said.NOTHING:
        raise WrongQuestion(
            Text("没有填写内容", "nothing was filled in"), Text("没有时填“无”", "write 无 where there is none")
        )
    return None if isinstance(told, Said) else told


def _moved(mention: Mention, by: int) -> Mention:
    values: dict[str, Any] = asdict(mention)
    return Mention(**{**values, "within": tuple(w + by for w in mention.within)})

"""A ledger once read: its rows as numbered evidence, each a set of mentions and statements.

These values are what the database keeps of a row (as JSON), and all that the graph is derived from.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sized
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any, Literal

from graph.values.digest import Digester

Scalar = str | int | float | bool | None

RowState = Literal["accepted", "rejected", "waiting"]


@dataclass(frozen=True)
class Mention:
    """A node that a row names: by `code` where the row has one, else by `name` within other mentions of the row.

    `name` is as written; `within` are positions of other mentions. `unsure`: a person told by a name alone, whom nobody
    may guess. `also`: other names a reviewed list gives it; where a person decided what a name means, `where` says in
    which ledgers (`*`, or `kind|scope`) and `also` has the name as rows are known by it. `same`: keys found to be it.
    """

    type: str
    code: str | None
    name: str
    within: tuple[int, ...] = ()
    unsure: bool = False
    also: tuple[str, ...] = ()
    where: str = ""
    same: tuple[str, ...] = ()


@dataclass(frozen=True)
class Statement:
    """What a row says of one mention (`of`): a value for `slot`, or an edge to the mention `to`.

    `slot` is a property, a field of the period record, or an edge name (`<NAME` when it arrives). Neither value nor
    `to`: the row says there is none. `since` and `until` are dates written in the row (ISO); `cell` is where it stands.
    """

    of: int
    slot: str
    value: Scalar | list[float] = None
    to: int | None = None
    since: str | None = None
    until: str | None = None
    properties: Mapping[str, Scalar] = field(default_factory=dict)
    cell: str = ""


@dataclass(frozen=True)
class Fault:
    """Why a row is rejected, or what was noticed of an accepted one or of a sheet. `column` is the heading.

    `suggestion`: what the cell may have meant, for a person to decide; never applied by itself.
    """

    column: str
    value: str
    zh: str
    en: str
    suggestion: str | None = None


@dataclass(frozen=True)
class LedgerRow:
    """One row: where it stands, what it says, its raw cells (ID numbers masked), and its faults if rejected."""

    sheet: str
    row: int
    mentions: tuple[Mention, ...]
    statements: tuple[Statement, ...]
    cells: Mapping[str, str]
    faults: tuple[Fault, ...] = ()
    notes: tuple[Fault, ...] = ()

    def to_json(self) -> dict[str, str]:
        """The parts that the database keeps as JSON text, with stable bytes."""
        return {
            "mentions": as_json([_told(m) for m in self.mentions]),
            "statements": as_json([_said(s) for s in self.statements]),
            "cells": as_json(dict(self.cells)),
            "faults": _noticed(self.faults),
            "notes": _noticed(self.notes),
        }


@dataclass(frozen=True)
class Load:
    """One load of one file: kind, scope (a path zone/office), as-of date, full or partial."""

    id: str
    file: str
    kind: str
    scope: str
    as_of: date
    full: bool
    replaces: str | None = None


@dataclass(frozen=True)
class Near:
    """A column of a mapping, with the heading of it that is most like another; `likeness` from 0 to 1."""

    column: str
    heading: str
    likeness: float


@dataclass(frozen=True)
class Unmapped:
    """A heading path that no column of the mapping claims; its cells are kept raw.

    `letter` is what a spreadsheet calls the column; `sample` its first filled cell, private numbers masked; `nearest`
    the columns it may be, the most alike first.
    """

    heading: str
    letter: str
    sample: str
    nearest: tuple[Near, ...] = ()


@dataclass(frozen=True)
class Ledger:
    """A file read for loading. `rows` can be gone through more than once; those of long tables are read anew each time.

    `digester`: what its people's ID numbers were digested with; None for what no file says.
    """

    load: Load
    rows: Iterable[LedgerRow]
    unmapped: tuple[Unmapped, ...] = ()
    remarks: tuple[Fault, ...] = ()
    digester: Digester | None = field(default=None, compare=False)

    @property
    def total(self) -> int | None:
        """How many rows it has, where that is known before they are read."""
        return len(self.rows) if isinstance(self.rows, Sized) else None


def load_id(content: Iterable[bytes], kind: str, scope: str, as_of: date, full: bool) -> str:
    """What makes a load the same load: the file's bytes, kind, scope, as-of date and extent."""
    told = as_json([kind, scope, as_of.isoformat(), full]).encode()
    digest = hashlib.sha256(told)
    for part in content:
        digest.update(part)
    return digest.hexdigest()[:16]


def mentions_from(text: str) -> tuple[Mention, ...]:
    """The mentions of a kept row."""
    return tuple(mention_from(mention) for mention in json.loads(text))


def mention_from(kept: dict[str, Any]) -> Mention:
    """One mention as it is kept."""
    for name in ("within", "also", "same"):
        if name in kept:
            kept[name] = tuple(kept[name])
    return Mention(**kept)


def statements_from(text: str) -> tuple[Statement, ...]:
    """The statements of a kept row."""
    return tuple(Statement(**s) for s in json.loads(text))


def _noticed(faults: tuple[Fault, ...]) -> str:
    return as_json([asdict(f) for f in faults]) if faults else "[]"


def _told(mention: Mention) -> dict[str, Any]:
    """A mention without what it leaves open."""
    kept = {name: value for name in _LEFT_OPEN if (value := getattr(mention, name))}
    return {"type": mention.type, "code": mention.code, "name": mention.name} | kept


def _said(statement: Statement) -> dict[str, Any]:
    """A statement without what it leaves open."""
    kept: dict[str, Any] = {"of": statement.of, "slot": statement.slot}
    if statement.value is not None and statement.value != "":
        kept["value"] = statement.value
    if statement.to is not None:
        kept["to"] = statement.to
    if statement.since:
        kept["since"] = statement.since
    if statement.until:
        kept["until"] = statement.until
    if statement.properties:
        kept["properties"] = statement.properties
    if statement.cell:
        kept["cell"] = statement.cell
    return kept


_LEFT_OPEN = ("within", "unsure", "also", "where", "same")

_encoder = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def as_json(value: object) -> str:
    """JSON text with stable bytes."""
    return _encoder.encode(value)

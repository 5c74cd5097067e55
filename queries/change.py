"""Typed answers on change: what is otherwise at a date than it was at an earlier one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from graph.connection import Database
from queries.ask import ask
from queries.typed import typed


@dataclass(frozen=True)
class WhatChanged:
    """One change: `what` happened, which sort (`detail`: own or joint, or the hole), and from which `day` on.

    `day` is None where only the two dates are known. `name` is that of the firm, branch or cell, `person` that of the
    member or officer (masked); the other fields are keys of the nodes concerned.
    """

    what: str
    detail: str | None
    day: date | None
    name: str | None
    person: str | None
    firm: str | None
    branch: str | None
    organ: str | None
    member: str | None
    officer: str | None
    pair: str | None
    cell: str | None


def what_changed(
    db: Database, at: date, settings: Mapping[str, str | object] | None = None, limit: int = 1000
) -> tuple[WhatChanged, ...]:
    """What changed after the day `since` (a month before, unless set) up to `at`. Raises as `ask` does."""
    return typed(WhatChanged, ask(db, "what-changed", at, settings, limit))

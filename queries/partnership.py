"""Typed answers on co-building pairs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from graph.connection import Database
from queries.ask import ask
from queries.typed import typed


@dataclass(frozen=True)
class UnpairedBranch:
    """A branch of either side without a co-building pair."""

    branch: str
    name: str
    side: Literal["enterprise", "organ"]
    firms: int
    department: str | None


def unpaired_branches(
    db: Database, at: date, side: Literal["all", "enterprise", "organ"] = "all", limit: int = 200
) -> tuple[UnpairedBranch, ...]:
    """未结对党组织 at a date, enterprise side first. Raises as `ask` does."""
    return typed(UnpairedBranch, ask(db, "unpaired-branches", at, {"side": side}, limit))

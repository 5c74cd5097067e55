"""What a cell tells once it is read."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import NamedTuple

from graph.text import Text
from graph.values.codes import CodeState
from loaders.ledger import Scalar


class Said(Enum):
    """A cell without a value: it says nothing (blank, unknown) or says that there is none."""

    NOTHING = "nothing"
    NONE = "none"


class Told(NamedTuple):
    """What a cell tells. `state`: what the check of a code found; `note`: what a person should know of the reading.

    `suggestion`: what the cell may have meant, for a person to decide; `others`: the second and later values of a cell
    that lists several.
    """

    value: Scalar | Said
    state: CodeState | None = None
    note: Text | None = None
    suggestion: str | None = None
    others: tuple[Told, ...] = ()

    @property
    def word(self) -> str:
        """The value as a word; empty where there is none."""
        return "" if self.value is None or isinstance(self.value, Said) else str(self.value)


def word_of(told: Mapping[str, Told], column: str | None) -> str:
    """What a row says in a column, as a word; empty where it says nothing there."""
    one = told.get(column) if column else None
    return one.word if one else ""

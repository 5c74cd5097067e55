"""A number of the overview with the way to exactly what it counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from app.link import asking


@dataclass(frozen=True)
class Counted:
    """So many rows of an answer, and where the explorer shows them."""

    number: int
    link: str

    @classmethod
    def of(cls, number: int, question: str, at: date, parameters: Mapping[str, object]) -> Counted:
        """A number of rows of a question's answer."""
        return cls(number, asking(question, at, parameters))

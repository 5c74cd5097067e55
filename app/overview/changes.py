"""What changed since a month before, as the overview tells it: a line for each kind of change. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from app.overview.counted import Counted
from graph.text import Text
from queries.catalog import catalog

QUESTION = "what-changed"
LINES: Mapping[str, tuple[str, ...]] = {
    "coverage": ("firm_covered", "firm_uncovered"),
    "holes": ("hole_opened", "hole_closed"),
    "operation": ("firm_operating", "firm_stopped"),
    "branches": ("branch_founded", "branch_dissolved"),
    "members": ("member_in", "member_out", "member_hired", "member_left"),
    "contacts": ("contact_gained", "contact_lost"),
    "pairs": ("pair_begun", "pair_ended"),
}
"""What the question can be asked for, and the changes it then tells."""


@dataclass(frozen=True)
class Line:
    """One kind of change: all of it, and how many of each sort."""

    name: Text
    all: Counted
    sorts: tuple[tuple[Text, int], ...]


@dataclass(frozen=True)
class Changes:
    """What is otherwise than it was at the end of the day `since`."""

    since: date
    lines: tuple[Line, ...]


def of_counts(counts: Mapping[str, int], since: date, at: date) -> Changes:
    """`counts`: rows of the answer by what changed."""
    question = catalog()[QUESTION]
    kinds, names = question.parameters["what"].values, question.columns["what"].values
    lines = []
    for kind, sorts in LINES.items():
        total = sum(counts.get(sort, 0) for sort in sorts)
        link = Counted.of(total, QUESTION, at, {"since": since, "what": kind})
        lines.append(Line(kinds[kind], link, tuple((names[sort], counts.get(sort, 0)) for sort in sorts)))
    return Changes(since, tuple(lines))

"""The kinds of holes that the page counts, in their groups: which question tells each, with which parameters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from graph.connection import Database
from queries.ask import ask
from queries.catalog import catalog

GROUPS = ("holes", "to_adjust", "to_check")


@dataclass(frozen=True)
class Kind:
    """One kind of hole; its id is also the id of its words."""

    id: str
    group: str
    question: str
    parameters: Mapping[str, str] = field(default_factory=dict)

    def is_asked(self, question: str | None, parameters: Mapping[str, Any]) -> bool:
        """Whether the picture now drawn is of exactly this kind."""
        return question == self.question and all(parameters.get(n) == value for n, value in self.parameters.items())


KINDS = (
    Kind("qualified_unbuilt", "holes", "qualified-unbuilt", {"list": "unbuilt"}),
    Kind("members_uncovered", "holes", "members-uncovered"),
    Kind("unreached", "holes", "unreached"),
    Kind("cell_unassigned", "holes", "cell-unassigned"),
    Kind("joint_qualified", "to_adjust", "qualified-unbuilt", {"list": "in_joint"}),
    Kind("joint_overfull", "to_adjust", "joint-branch-load", {"least": "over"}),
)


def hole_counts(database: Database, at: date) -> dict[str, int]:
    """How many of each kind there are at a date."""
    known = [kind for kind in KINDS if kind.question in catalog()]
    return {kind.id: ask(database, kind.question, at, kind.parameters, limit=1).total for kind in known}

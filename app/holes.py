"""The kinds of holes that the pages count, in their groups: which question tells each, with which parameters."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from app.kept import Kept

GROUPS = ("holes", "to_adjust", "to_check")


@dataclass(frozen=True)
class Kind:
    """One kind of hole; its id is also the id of its words. `strip`: the explorer's strip has room for it."""

    id: str
    group: str
    question: str
    parameters: Mapping[str, str] = field(default_factory=dict)
    strip: bool = False

    def is_asked(self, question: str | None, parameters: Mapping[str, Any]) -> bool:
        """Whether the picture now drawn is of exactly this kind."""
        return question == self.question and all(parameters.get(n) == value for n, value in self.parameters.items())


KINDS = (
    Kind("qualified_unbuilt", "holes", "qualified-unbuilt", {"list": "unbuilt"}, strip=True),
    Kind("members_uncovered", "holes", "members-uncovered", strip=True),
    Kind("unreached", "holes", "unreached", strip=True),
    Kind("cell_unassigned", "holes", "cell-unassigned", strip=True),
    Kind("never_surveyed", "holes", "never-surveyed"),
    Kind("survey_stale", "holes", "survey-stale"),
    Kind("ungridded", "holes", "firm-ungridded"),
    Kind("joint_qualified", "to_adjust", "qualified-unbuilt", {"list": "in_joint"}, strip=True),
    Kind("joint_overfull", "to_adjust", "joint-branch-load", {"least": "over"}, strip=True),
    Kind("below_three", "to_adjust", "below-three"),
    Kind("stopped_with_branch", "to_adjust", "stopped-with-branch"),
    Kind("transferable", "to_check", "transferable"),
    Kind("unknown_verdict", "to_check", "unknown-verdict"),
)
STRIP = tuple(kind for kind in KINDS if kind.strip)


def hole_counts(kept: Kept, at: date, kinds: Iterable[Kind]) -> dict[str, int]:
    """How many of each kind there are at a date. Raises as `ask` does."""
    return {kind.id: kept.total(kind.question, at, kind.parameters) for kind in kinds}

"""Holes as the overview tells them: each kind of a group with its count. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from app.holes import KINDS
from app.overview.counted import Counted

Group = Mapping[str, Counted]
"""Counts by kind."""


def of_group(group: str, counts: Mapping[str, int], at: date) -> Group:
    """Every kind of the group, also those of which there is none; `counts` by the kind's id."""
    return {k.id: Counted.of(counts[k.id], k.question, at, k.parameters) for k in KINDS if k.group == group}

"""A choice among the days that ledgers speak of, which come when the page opens."""

from __future__ import annotations

from collections.abc import Sequence

import dash_mantine_components as dmc


def build(name: str | dict[str, str], label: str, days: Sequence[str] = (), **more: object) -> dmc.Select:
    """The control with the id `name`; `days`: those known already; `more` is passed on to it."""
    offered = [{"value": day, "label": day} for day in days]
    return dmc.Select(id=name, label=label, data=offered, size="xs", className="control", **more)

"""A choice among the days that ledgers speak of, which come when the page opens."""

from __future__ import annotations

import dash_mantine_components as dmc


def build(name: str, label: str, **more: object) -> dmc.Select:
    """The control with the id `name`; `more` is passed on to it."""
    return dmc.Select(id=name, label=label, data=[], size="xs", className="control", **more)

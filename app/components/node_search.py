"""A control in which a node of one type is searched for; the server finds what is typed."""

from __future__ import annotations

from typing import Any

import dash_mantine_components as dmc

from app import ids
from app.i18n import say
from graph.text import Language

WITHIN = {"shadow": "md", "withinPortal": True}
"""How what a control unfolds lies over the page."""


def build(control: ids.Id, language: Language, **also: Any) -> dmc.Select:
    """The control of that id, empty at first; `also`: its label and the like."""
    return dmc.Select(
        id=control,
        data=[],
        searchable=True,
        size="xs",
        placeholder=say("search_hint", language),
        nothingFoundMessage=say("search_type_more", language),
        filter={"function": "keepAll"},
        comboboxProps=WITHIN,
        **also,
    )

"""Facts of a node in words: labels and units from the schema, choices by their labels, private values masked."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from app.i18n import say
from graph.model import Property, model
from graph.text import Language
from graph.values.masks import mask_private


class Fact(NamedTuple):
    """A known property: its name in the schema, its label and its value in words."""

    name: str
    label: str
    value: str


def facts(node_type: str, properties: Mapping[str, Any], language: Language) -> list[Fact]:
    """Each known property, in the schema's order; what is not known is left out."""
    found = []
    for name, declared in model()[node_type].properties.items():
        value = properties.get(name)
        if value is not None and value != "":
            month = properties.get(f"{name}_precision") == "month"
            found.append(Fact(name, declared.label.say(language), told(declared, value, language, month)))
    return found


def told(declared: Property, value: Any, language: Language, month: bool = False) -> str:
    """One value in words."""
    if declared.type == "choice":
        label = declared.values.get(str(value))
        return label.say(language) if label else str(value)
    if declared.type == "bool":
        return say("yes" if value else "no", language)
    if declared.type == "date":
        return day(value, month)
    if declared.type in ("int", "float"):
        return f"{value:,.10g}" if abs(value) < 1e9 else f"{value:,.0f}"
    if declared.type == "point":
        longitude, latitude = value[0], value[1]
        return f"{longitude:.5f}, {latitude:.5f}"
    return str(mask_private(value, declared.private))


def day(value: Any, month: bool = False) -> str:
    """A date as written here; a month-precise one without its day."""
    if isinstance(value, date):
        return value.strftime("%Y-%m") if month else value.isoformat()
    return str(value)

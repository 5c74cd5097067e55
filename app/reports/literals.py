"""Values as Cypher literals, for the one place where a value must stand in Cypher: a script that leaves as a file.

Everything here reads the same in Cypher 5 and Cypher 25.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from math import isfinite
from typing import Any

from app.reports.flat import Point

_SPECIAL = re.compile(r"""[\\'\x00-\x1f\x7f\u0085\u2028\u2029]""")
_NOT_FINITE = {"inf": "Infinity", "-inf": "-Infinity", "nan": "NaN"}


def literal(value: Any) -> str:
    """`value` (str, int, float, bool, date, datetime, Point, list of these) as a Cypher expression on one line."""
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return "'" + _SPECIAL.sub(_escaped, value) + "'"
        case int():
            return str(value)
        case float():
            return repr(value) if isfinite(value) else f"toFloat('{_NOT_FINITE[str(value)]}')"
        case datetime():
            return f"datetime('{value.isoformat()}')"
        case date():
            return f"date('{value.isoformat()}')"
        case Point():
            return f"point({{longitude: {literal(value.longitude)}, latitude: {literal(value.latitude)}}})"
        case list() | tuple():
            return "[" + ", ".join(literal(item) for item in value) + "]"
    raise TypeError(f"{type(value).__name__} is no property value of the graph")


def map_literal(values: Mapping[str, Any]) -> str:
    """`{name: value, …}` with every name quoted."""
    return "{" + ", ".join(f"{quoted(name)}: {literal(value)}" for name, value in values.items()) + "}"


def quoted(name: str) -> str:
    """A label, edge type or property name in backticks."""
    return "`" + name.replace("`", "``") + "`"


def _escaped(match: re.Match[str]) -> str:
    # Quotes and backslashes never by their code: Cypher reads \u0027 before it reads strings, so it would end one.
    character = match.group()
    return f"\\{character}" if character in "\\'" else f"\\u{ord(character):04X}"

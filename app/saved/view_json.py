"""A view as plain JSON with the number of its format, and back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, fields
from datetime import date
from typing import Any

from app.saved.view import View
from app.scene.filters import KINDS, Filter

FORMAT = 1
"""Raise it when what is kept changes its shape, and read the older ones too: views are kept for good."""


def written(view: View) -> str:
    """The JSON text."""
    plain = asdict(view) | {
        "at": view.at.isoformat(),
        "compared": view.compared.isoformat() if view.compared else None,
        **{name: sorted(getattr(view, name)) for name in ("pinned", "hidden", "hidden_types")},
    }
    return json.dumps({"format": FORMAT, **plain}, ensure_ascii=False, indent=1)


def read(text: str) -> View:
    """The view of a JSON text. Raises ValueError when it is none, or of a format that is not known."""
    plain = json.loads(text)
    if not isinstance(plain, dict) or plain.pop("format", None) != FORMAT:
        raise ValueError("not a view of a known format")
    if plain.keys() != {one.name for one in fields(View)}:
        raise ValueError("parts are missing or unknown")
    try:
        return View(**{**plain, **_typed(plain)})
    except (AttributeError, KeyError, TypeError) as error:
        raise ValueError("a part has another shape") from error


def _typed(plain: Mapping[str, Any]) -> dict[str, Any]:
    words = ("name", "saved", "question", "look", "size_by")
    named = ("parameters", "added", "edges", "notes", "brought")
    return {
        **{name: str(plain[name]) for name in words},
        **{name: {str(i): str(value) for i, value in plain[name].items()} for name in named},
        **{name: frozenset(map(str, plain[name])) for name in ("pinned", "hidden", "hidden_types")},
        "at": date.fromisoformat(plain["at"]),
        "compared": date.fromisoformat(plain["compared"]) if plain["compared"] else None,
        "total": int(plain["total"]),
        "rows": None if plain["rows"] is None else {str(i): str(called) for i, called in plain["rows"].items()},
        "positions": {str(i): (float(x), float(y)) for i, (x, y) in plain["positions"].items()},
        "filters": tuple(_filter(**one) for one in plain["filters"]),
    }


def _filter(kind: str, value: str) -> Filter:
    known = next((one for one in KINDS if one == kind), None)
    if known is None or (known == "within" and not str(value).isdecimal()):
        raise ValueError("an unknown filter")
    return Filter(known, str(value))

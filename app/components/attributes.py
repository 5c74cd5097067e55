"""Attributes of HTML that Python cannot spell as names: `aria-…` and `data-…`."""

from __future__ import annotations

import json
from typing import Any


def aria(**values: str) -> dict[str, Any]:
    """What a screen reader is told: `aria(label="…")` → `aria-label`."""
    return {f"aria-{name}": value for name, value in values.items()}


def data(**values: str) -> dict[str, Any]:
    """What the page's scripts and tests read: `data(tip="…")` → `data-tip`."""
    return {f"data-{name}": value for name, value in values.items()}


def act(name: str, **words: object) -> dict[str, Any]:
    """By which a click on an element becomes an action, without a callback of its own: the page's script reads it."""
    return data(act=json.dumps({"name": name, **words}, ensure_ascii=False))

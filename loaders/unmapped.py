"""Headings that nobody knows: for each, the columns whose headings are most like it, so that a person can choose."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher
from itertools import islice

from graph.values.masks import mask_numbers
from loaders.cells import written
from loaders.heading_words import HeadingPath
from loaders.headings import Headings
from loaders.ledger import Near, Unmapped
from loaders.mapping import Mapping
from loaders.sheets import Sheet, at, letters

MOST = 3
LEAST = 0.4
"""How many columns are offered, and how alike (0 to 1) their headings must be."""

_SEARCHED = 200
"""Rows below the headings that are searched for a sample."""


def unmapped_headings(sheet: Sheet, headings: Headings, mapping: Mapping) -> tuple[Unmapped, ...]:
    """The unmapped headings of a sheet, and columns without any heading that hold something, from left to right."""
    found = [
        Unmapped(
            headings.paths[index],
            letters(index),
            _sample(sheet, headings.first_row, index),
            nearest_columns(headings.rows.plain[index], headings, mapping),
        )
        for index in headings.unclaimed
    ]
    width = max((len(row) for row in islice(sheet.rows, _SEARCHED)), default=0)
    for index in range(width):
        if index not in headings.paths.keys() | headings.rows.ignored and (
            sample := _sample(sheet, headings.first_row, index)
        ):
            found.append(Unmapped(f"({letters(index)})", letters(index), sample))
    return tuple(found)


def nearest_columns(path: HeadingPath, headings: Headings, mapping: Mapping) -> tuple[Near, ...]:
    """The columns that the sheet lacks whose headings are most like `path`."""
    best: dict[str, Near] = {}
    for known, column, value in mapping.heading_paths:
        if value is None and column not in headings.present:
            near = Near(column, "/".join(known), likeness(path, known))
            if near.likeness >= LEAST and (column not in best or near.likeness > best[column].likeness):
                best[column] = near
    return tuple(sorted(best.values(), key=lambda near: -near.likeness)[:MOST])


def nearest_headings(column: str, headings: Headings, mapping: Mapping) -> tuple[str, ...]:
    """The unmapped headings of the sheet, as written, that are most like those of a column it lacks."""
    known = [path for path, name, value in mapping.heading_paths if name == column and value is None]
    scored = [
        (max(likeness(headings.rows.plain[index], path) for path in known), headings.paths[index])
        for index in headings.unclaimed
    ]
    return tuple(heading for score, heading in sorted(scored, key=lambda s: -s[0])[:MOST] if score >= LEAST)


def likeness(one: HeadingPath, other: HeadingPath) -> float:
    """How alike two heading paths are: their last words, or the paths as a whole."""
    pairs: Iterable[tuple[str, str]] = ((one[-1], other[-1]), ("".join(one), "".join(other)))
    return round(max(SequenceMatcher(None, a, b, autojunk=False).ratio() for a, b in pairs), 2)


def _sample(sheet: Sheet, first_row: int, index: int) -> str:
    words = (written(at(row, index)) for row in islice(sheet.rows, first_row, first_row + _SEARCHED))
    return mask_numbers(next((word for word in words if word), ""))

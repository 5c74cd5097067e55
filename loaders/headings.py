"""Which columns a sheet has: heading rows, merged both ways, become paths, and paths find their column of the mapping.

A heading of the mapping matches a column whose path ends with it, or whose one component equals it; of two that match,
the longer one wins. `*` and unit brackets at the end of a heading do not matter.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from graph.values.masks import mask_numbers
from graph.values.names import normalise
from loaders.mapping import Mapping
from loaders.sheets import Merge, Row, Sheet

MOST_HEADING_ROWS = 5
LOOKED_AT = 15
"""How many rows from the top may be titles above the headings."""

Path = tuple[str, ...]


@dataclass(frozen=True)
class Headings:
    """Where the headings of a sheet are and what they are.

    `columns`: column of the mapping → index in the sheet; `ticks`: (column, stored value) → index of a tick column;
    `paths`: index → heading path as written; `first_row`: index of the first row below the headings.
    """

    first_row: int
    columns: dict[str, int]
    ticks: dict[tuple[str, str], int]
    paths: dict[int, str]

    @property
    def known(self) -> int:
        """How many columns are recognised."""
        return len(self.columns) + len(self.ticks)

    @property
    def unmapped(self) -> tuple[str, ...]:
        """Headings that no column of the mapping claims."""
        claimed = set(self.columns.values()) | set(self.ticks.values())
        return tuple(path for index, path in self.paths.items() if index not in claimed)

    def missing(self, mapping: Mapping) -> tuple[str, ...]:
        """Required columns, and those the kind is recognised by, that the sheet lacks (as their first heading)."""
        needed = dict.fromkeys([*mapping.recognised_by, *(n for n, c in mapping.columns.items() if c.required)])
        present = {*self.columns, *(column for column, _ in self.ticks)}
        lacking = [names for n in needed if present.isdisjoint(names := n.split("|"))]
        return tuple("|".join(mapping.columns[n].headings[0] for n in names) for names in lacking)


def find_headings(sheet: Sheet, mapping: Mapping) -> Headings:
    """The reading of the top rows that knows the most columns; of equals the one of fewest rows, then the highest."""
    best = Headings(0, {}, {}, {})
    for depth in range(1, min(MOST_HEADING_ROWS, len(sheet.top)) + 1):
        for top in range(min(LOOKED_AT, len(sheet.top) - depth + 1)):
            found = match(_paths(sheet, top, depth), mapping, top + depth)
            if found.known > best.known:
                best = found
    return best


def _paths(sheet: Sheet, top: int, depth: int) -> dict[int, Path]:
    """Column index → its headings from the widest to the narrowest, equal neighbours once."""
    width = max(len(row) for row in sheet.top[top : top + depth])
    grid = [[_word(row, column) for column in range(width)] for row in sheet.top[top : top + depth]]
    for merge in sheet.merges:
        _fill(grid, merge, top)
    if not sheet.merges:
        _fill_to_the_right(grid)
    paths = {}
    for column in range(width):
        words = [row[column] for row in grid]
        path = tuple(w for i, w in enumerate(words) if w and (i == 0 or w != words[i - 1]))
        if path:
            paths[column] = path
    return paths


def _word(row: Row, column: int) -> str:
    """A heading without spaces; what is no heading may be a row of people, so numbers are masked."""
    return mask_numbers(re.sub(r"\s+", "", str(row[column]))) if column < len(row) and row[column] is not None else ""


def _fill(grid: list[list[str]], merge: Merge, top: int) -> None:
    if top <= merge.top < top + len(grid):
        word = grid[merge.top - top][merge.left] if merge.left < len(grid[0]) else ""
        for row in range(merge.top - top, min(merge.bottom - top + 1, len(grid))):
            for column in range(merge.left, min(merge.right + 1, len(grid[0]))):
                grid[row][column] = word


def _fill_to_the_right(grid: list[list[str]]) -> None:
    """A text table has no merged cells: a gap above a heading belongs to its left neighbour."""
    for upper, lower in pairwise(grid):
        for column in range(1, len(upper)):
            if not upper[column] and lower[column]:
                upper[column] = upper[column - 1]


def match(paths: dict[int, Path], mapping: Mapping, first_row: int) -> Headings:
    """Which column of the mapping each heading path belongs to."""
    plain = {index: tuple(_plain(part) for part in path) for index, path in paths.items()}
    ending: dict[str, list[int]] = {}
    for index, path in plain.items():
        ending.setdefault(path[-1], []).append(index)
    columns: dict[str, int] = {}
    ticks: dict[tuple[str, str], int] = {}
    taken: set[int] = set()
    for written, name, value in mapping.heading_paths:
        heading = tuple(_plain(part) for part in written)
        if (name in columns) if value is None else ((name, value) in ticks):
            continue
        for index in ending.get(heading[-1], ()):
            if index not in taken and _ends_with(plain[index], heading):
                if value is None:
                    columns[name] = index
                else:
                    ticks[name, value] = index
                taken.add(index)
                break
    return Headings(first_row, columns, ticks, {i: "/".join(p) for i, p in paths.items()})


def _ends_with(path: Path, heading: Path) -> bool:
    """`heading` is the end of `path`; one part may stand anywhere above the end where the rest of the path agrees."""
    if path[-len(heading) :] == heading:
        return True
    return len(heading) > 1 and path[-1] == heading[-1] and set(heading[:-1]) <= set(path[:-1])


@lru_cache(maxsize=4096)
def _plain(word: str) -> str:
    """A heading without what does not matter: spaces, marks of required fields, a unit in brackets at the end."""
    return re.sub(r"[(\[][^()\[\]]*[)\]]$", "", normalise(word).strip("*:")) or normalise(word)

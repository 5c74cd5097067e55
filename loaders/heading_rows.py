"""The rows at the top of a sheet, read in every way in which they may be its headings: once a sheet, for all kinds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from graph.values.masks import mask_numbers
from loaders.cells import written
from loaders.heading_words import HeadingPath, is_returned, plain_path
from loaders.sheets import LOOKED_AT, Cell, Merge, Sheet, at, letters

MOST_HEADING_ROWS = 5
MOST_TITLE_ROWS = LOOKED_AT - MOST_HEADING_ROWS

_Grid = list[list[str]]


@dataclass(frozen=True)
class HeadingRows:
    """Some rows read as headings: index of a column → its heading path; `first_row` is the first row below them.

    `ignored`: columns of reasons that were added to rejected rows.
    """

    paths: Mapping[int, HeadingPath]
    first_row: int
    ignored: frozenset[int] = frozenset()

    @cached_property
    def plain(self) -> dict[int, HeadingPath]:
        """The paths as they are compared."""
        return {index: plain_path(path) for index, path in self.paths.items()}

    @cached_property
    def ending_in(self) -> dict[str, list[int]]:
        """The columns by the last word of their path."""
        found: dict[str, list[int]] = {}
        for index, path in self.plain.items():
            found.setdefault(path[-1], []).append(index)
        return found

    @cached_property
    def written(self) -> dict[int, str]:
        """The paths as a person reads them, each once: of equal ones the later say in which column they stand."""
        found: dict[int, str] = {}
        taken: set[str] = set()
        for index, path in self.paths.items():
            word = "/".join(path)
            found[index] = f"{word}({letters(index)})" if word in taken else word
            taken.add(found[index])
        return found


def readings(sheet: Sheet) -> tuple[HeadingRows, ...]:
    """Every reading of the top rows as one to five heading rows: those of fewest rows first, then the highest."""
    width = max((len(row) for row in sheet.top), default=0)
    words = [[_word(at(row, column)) for column in range(width)] for row in sheet.top]
    merges = [merge for merge in sheet.merges if merge.top < len(words)]
    blocks = [_Block(words, merges, top) for top in range(min(MOST_TITLE_ROWS, len(words)))]
    return tuple(
        _rows(dict(block.paths(depth)), top + depth)
        for depth in range(1, MOST_HEADING_ROWS + 1)
        for top, block in enumerate(blocks)
        if top + depth <= len(words)
    )


def _rows(paths: dict[int, HeadingPath], first_row: int) -> HeadingRows:
    ignored = frozenset(index for index, path in paths.items() if is_returned(path))
    return HeadingRows({index: path for index, path in paths.items() if index not in ignored}, first_row, ignored)


class _Block:
    """The rows from `top` on, with merged cells filled: those merged further up belong to what stands there."""

    def __init__(self, words: _Grid, merges: list[Merge], top: int) -> None:
        self._words: _Grid = [list(row) for row in words[top : top + MOST_HEADING_ROWS]]
        self._merged: set[tuple[int, int]] = set()
        for merge in merges:
            if top <= merge.top < top + len(self._words):
                self._fill(merge, top)

    def _fill(self, merge: Merge, top: int) -> None:
        width = len(self._words[0])
        word = self._words[merge.top - top][merge.left] if merge.left < width else ""
        for row in range(merge.top - top, min(merge.bottom - top + 1, len(self._words))):
            for column in range(merge.left, min(merge.right + 1, width)):
                self._words[row][column] = word
                self._merged.add((row, column))

    def paths(self, depth: int) -> Iterator[tuple[int, HeadingPath]]:
        """Column index → its headings from the widest to the narrowest, equal neighbours once."""
        rows = [list(row) for row in self._words[:depth]]
        for number, (upper, lower) in enumerate(pairwise(rows)):
            self._fill_to_the_right(number, upper, lower)
        for column, words in enumerate(zip(*rows, strict=True)):
            path = tuple(w for i, w in enumerate(words) if w and (i == 0 or w != words[i - 1]))
            if path:
                yield column, path

    def _fill_to_the_right(self, number: int, upper: list[str], lower: list[str]) -> None:
        """Where cells are not merged, a gap above a heading belongs to its left neighbour."""
        for column in range(1, len(upper)):
            if not upper[column] and lower[column] and not {(number, column), (number, column - 1)} & self._merged:
                upper[column] = upper[column - 1]


def _word(cell: Cell) -> str:
    """A heading without spaces; what is no heading may be a row of people, so numbers are masked."""
    return mask_numbers(re.sub(r"\s+", "", written(cell)))

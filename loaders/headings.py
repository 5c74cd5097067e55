"""Which columns a sheet has: heading rows, merged both ways, become paths, and paths find their column of the mapping.

A heading of the mapping matches a column whose path ends with it, or whose one component equals it; of two that match,
the longer one wins. `*` and unit brackets at the end of a heading do not matter.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from loaders.heading_rows import HeadingRows, readings
from loaders.heading_words import HeadingPath
from loaders.mapping import Mapping
from loaders.sheets import Sheet


@dataclass(frozen=True)
class Headings:
    """Where the headings of a sheet are and what they are.

    `columns`: column of the mapping → index in the sheet; `ticks`: (column, stored value) → index of a tick column;
    `rows`: the rows they stand in.
    """

    rows: HeadingRows
    columns: dict[str, int]
    ticks: dict[tuple[str, str], int]

    @property
    def first_row(self) -> int:
        """Index of the first row below the headings."""
        return self.rows.first_row

    @property
    def paths(self) -> dict[int, str]:
        """Index in the sheet → heading path as written."""
        return self.rows.written

    @property
    def known(self) -> int:
        """How many columns are recognised."""
        return len(self.columns) + len(self.ticks)

    @cached_property
    def present(self) -> frozenset[str]:
        """The columns of the mapping that the sheet has, as one column or as ticks."""
        return frozenset({*self.columns, *(column for column, _ in self.ticks)})

    @cached_property
    def unclaimed(self) -> tuple[int, ...]:
        """Index of each heading that no column of the mapping claims."""
        claimed = {*self.columns.values(), *self.ticks.values()}
        return tuple(index for index in self.rows.paths if index not in claimed)

    def missing(self, mapping: Mapping) -> tuple[tuple[str, ...], ...]:
        """Required columns, and those the kind is recognised by, that the sheet lacks; of several one would do."""
        needed = dict.fromkeys([*mapping.recognised_by, *(n for n, c in mapping.columns.items() if c.required)])
        return tuple(names for n in needed if self.present.isdisjoint(names := tuple(n.split("|"))))


NO_HEADINGS = Headings(HeadingRows({}, 0), {}, {})


def find_headings(sheet: Sheet, mapping: Mapping) -> Headings:
    """The reading of the top rows that knows the most columns; of equals the one of fewest rows, then the highest."""
    return best_headings(readings(sheet), mapping)


def best_headings(read: Iterable[HeadingRows], mapping: Mapping) -> Headings:
    """Of several readings of one sheet, in the order in which equals are preferred, the one that knows most columns."""
    best = NO_HEADINGS
    for rows in read:
        told = rows.ending_in.keys() & mapping.heading_ends
        if sum(len(rows.ending_in[word]) for word in told) > best.known:
            found = match(rows, mapping)
            best = found if found.known > best.known else best
    return best


def match(rows: HeadingRows, mapping: Mapping) -> Headings:
    """Which column of the mapping each heading path belongs to."""
    columns: dict[str, int] = {}
    ticks: dict[tuple[str, str], int] = {}
    taken: set[int] = set()
    for heading, name, value in mapping.heading_paths:
        indexes = rows.ending_in.get(heading[-1])
        if not indexes or ((name in columns) if value is None else ((name, value) in ticks)):
            continue
        for index in indexes:
            if index not in taken and _ends_with(rows.plain[index], heading):
                if value is None:
                    columns[name] = index
                else:
                    ticks[name, value] = index
                taken.add(index)
                break
    return Headings(rows, columns, ticks)


def _ends_with(path: HeadingPath, heading: HeadingPath) -> bool:
    """`heading` is the end of `path`; one part may stand anywhere above the end where the rest of the path agrees."""
    if path[-len(heading) :] == heading:
        return True
    return len(heading) > 1 and path[-1] == heading[-1] and set(heading[:-1]) <= set(path[:-1])

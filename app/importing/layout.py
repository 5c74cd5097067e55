"""What the headings of a file tell: which kind of ledger it is, which headings are unknown, and which are lacking."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from app.importing.guessing import as_of_of_titles
from graph.text import Text
from loaders.cells import written
from loaders.headings import Headings
from loaders.ledger import Unmapped
from loaders.mapping import Mapping as Kind
from loaders.recognition import ReadSheet, missing_headings, read_sheets
from loaders.remembered import Remembered, mappings_with
from loaders.sheets import Sheet
from loaders.sources import Source
from loaders.unmapped import unmapped_headings

_NO_HEADINGS = Text("没有认出任何表头", "no heading is known")

_ALIKE = 0.6
"""Of a file without any known heading, the first row with this share of the most different words is taken for them."""


@dataclass(frozen=True)
class Layout:
    """`kind`: None when no heading is known at all. `lacking`: what a ledger of the kind must have and this has not."""

    kind: str | None
    unknown: tuple[Unmapped, ...] = ()
    lacking: Text | None = None
    title_date: date | None = None


def layout_of(source: Source, kind: str | None, remembered: Remembered) -> Layout:
    """The layout as one of a ledger of `kind`, or of the kind that knows most of its headings.

    Raises LedgerRefused for a file without any content.
    """
    sheets, known = read_sheets(source), mappings_with(remembered)
    mapping = known[kind] if kind else _kind(sheets, list(known.values()))
    if mapping is None:
        return Layout(
            None, lacking=_NO_HEADINGS, title_date=as_of_of_titles(_titles(s.sheet, len(s.sheet.top)) for s in sheets)
        )
    read = [(s.sheet, s.headings(mapping)) for s in sheets]
    fitting = [(sheet, headings) for sheet, headings in read if not headings.missing(mapping)]
    parts = fitting or [_best(sheets, mapping)]
    lacking = None if fitting else missing_headings(source.name, *parts[0], mapping).what
    unknown = {u.heading: u for sheet, headings in parts for u in unmapped_headings(sheet, headings, mapping)}
    return Layout(
        mapping.kind,
        tuple(unknown.values()),
        lacking,
        as_of_of_titles(_titles(sheet, headings.first_row) for sheet, headings in parts),
    )


def _kind(sheets: Sequence[ReadSheet], kinds: Sequence[Kind]) -> Kind | None:
    """The kind whose needed columns some sheet has, else the one that knows most headings; of equals it lacks fewest.

    None when none knows any.
    """
    fitting = [best for sheet in sheets if (best := sheet.best_kind(kinds))]
    found = fitting or [(kind, sheet.headings(kind)) for sheet in sheets for kind in kinds]
    kind, headings = max(found, key=lambda f: (f[1].known, -len(f[1].missing(f[0]))))
    return kind if headings.known else None


def _best(sheets: Sequence[ReadSheet], kind: Kind) -> tuple[Sheet, Headings]:
    """The sheet that has most of the kind's columns, or where none has any, the likeliest headings of the first."""
    sheet, headings = max(((s, s.headings(kind)) for s in sheets), key=lambda f: f[1].known)
    return sheet.sheet, headings if headings.known else _likeliest(sheets[0])


def _likeliest(sheet: ReadSheet) -> Headings:
    one_row = [rows for number, rows in enumerate(sheet.readings, 1) if rows.first_row == number]
    different = [len({path[-1] for path in rows.paths.values()}) for rows in one_row]
    enough = max(different, default=0) * _ALIKE
    rows = next(rows for rows, number in zip(one_row, different, strict=True) if number >= enough)
    return Headings(rows, {}, {})


def _titles(sheet: Sheet, before: int) -> str:
    """What stands above the rows of a sheet, headings included, in one text."""
    return " ".join(_words(sheet, before))


def _words(sheet: Sheet, before: int) -> Iterator[str]:
    for row in sheet.top[:before]:
        yield from (word for cell in row if isinstance(cell, str) and (word := written(cell)))

"""A file and its mapping → a ledger: every row with its mentions, statements, raw cells and faults."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from graph.errors import LedgerRefused, Place
from graph.text import Text
from graph.values.digest import Digester
from loaders.body import FOOTER, TOTAL, Body
from loaders.duplicates import reject_duplicates
from loaders.headings import Headings
from loaders.ledger import Fault, Ledger, LedgerRow, Load, load_id
from loaders.mapping import Mapping as Kind
from loaders.mapping import mapping_of
from loaders.recognition import ReadSheet, missing_headings, read_sheets, recognise
from loaders.remembered import NOTHING, Remembered, mappings_with
from loaders.row import RowReader
from loaders.sheets import Sheet
from loaders.sources import FILLED, Source
from loaders.totals import wrong_totals
from loaders.uncollected import uncollected
from loaders.unmapped import unmapped_headings

KEPT_ROWS = 100_000
"""A ledger of more rows is read anew each time it is gone through, and takes no more memory than this many do."""

_NAMED = 3
_TELLING = 2
"""A sheet with so many known headings is meant to be a ledger."""

_NO_ROWS = Text("表头下面没有数据行", "there are no rows below the headings")
_HIDDEN = Text("隐藏的工作表，没有读取", "hidden sheet, not read")
_NO_LEDGER = Text("没有台账表头，没有读取", "no ledger headings, not read")


@dataclass(frozen=True)
class _Part:
    """One sheet of a ledger, its headings found."""

    sheet: Sheet
    headings: Headings
    body: Body


@dataclass(frozen=True)
class _RowsAnew(Iterable[LedgerRow]):
    """The rows of a ledger, read each time they are gone through."""

    parts: tuple[_Part, ...] = field(repr=False)  # cells as they are, private numbers included
    kind: Kind
    digester: Digester
    as_of: date

    def __len__(self) -> int:
        return sum(part.body.total for part in self.parts)

    def __iter__(self) -> Iterator[LedgerRow]:
        yield from reject_duplicates(self._read(), many=len(self) > KEPT_ROWS)

    def _read(self) -> Iterator[LedgerRow]:
        for part in self.parts:
            reader = RowReader(part.sheet, part.headings, self.kind, self.digester, self.as_of)
            for index, cells in part.body.rows():
                yield reader.read(index, cells)


@dataclass(frozen=True)
class _RowsHeld(Sequence[LedgerRow]):
    """The rows of a ledger, read once they are asked for: those of a file that was loaded before never are."""

    anew: _RowsAnew = field(repr=False)

    def __len__(self) -> int:
        return len(self.anew)

    def __iter__(self) -> Iterator[LedgerRow]:
        return iter(self._rows)

    def __getitem__(self, index: Any) -> Any:
        return self._rows[index]

    @cached_property
    def _rows(self) -> tuple[LedgerRow, ...]:
        with uncollected():
            return tuple(self.anew)


def read_ledger(
    source: Source,
    digester: Digester,
    *,
    kind: str | None,
    scope: str,
    as_of: date,
    full: bool,
    replaces: str | None = None,
    remembered: Remembered = NOTHING,
) -> Ledger:
    """The ledger in `source`, as of the date `as_of` (inclusive) for `scope`.

    `kind` None: recognised by the headings. `remembered`: headings and words that people entered themselves. ID numbers
    become keyed digests and masks here and go no further. Raises LedgerRefused for a file without the needed headings
    or without any row, DeclarationError where what people entered does not fit.
    """
    sheets, kinds = read_sheets(source), mappings_with(remembered)
    mapping = kinds[mapping_of(kind).kind] if kind else recognise(source.name, sheets, kinds)
    parts, remarks = _parts(source, sheets, mapping, kinds)
    rows = _RowsAnew(parts, mapping, digester, as_of)
    if not len(rows):
        raise LedgerRefused(_NO_ROWS, FILLED, Place(file=source.name))
    load_key = load_id(source.file.chunks(), mapping.kind, scope, as_of, full)
    unmapped = {u.heading: u for part in parts for u in unmapped_headings(part.sheet, part.headings, mapping)}
    return Ledger(
        Load(load_key, source.name, mapping.kind, scope, as_of, full, replaces),
        _RowsHeld(rows) if len(rows) <= KEPT_ROWS else rows,
        tuple(unmapped.values()),
        tuple(remarks),
        digester,
    )


def _parts(
    source: Source, sheets: list[ReadSheet], kind: Kind, kinds: Mapping[str, Kind]
) -> tuple[tuple[_Part, ...], list[Fault]]:
    """The sheets that are ledgers of the kind, and what is to be said of the file and of each sheet."""
    parts: list[_Part] = []
    remarks = [Fault("", "", *text) for text in source.remarks]
    remarks += [_remark(sheet, _HIDDEN) for sheet in source.sheets if sheet.hidden]
    for read in sheets:
        headings = read.headings(kind)
        if headings.missing(kind):
            other = read.best_kind(kinds.values())
            if len(sheets) == 1 or (other is None and headings.known >= _TELLING):
                raise missing_headings(source.name, read.sheet, headings, kind)
            remarks.append(_remark(read.sheet, _NO_LEDGER if other is None else _another(other[0])))
            continue
        body = Body(read.sheet, headings)
        parts.append(_Part(read.sheet, headings, body))
        remarks += [*_skipped(read.sheet, body), *wrong_totals(read.sheet.name, body, headings)]
    return tuple(parts), remarks


def _skipped(sheet: Sheet, body: Body) -> Iterator[Fault]:
    """Rows that are no data are named, so that nothing is left out silently."""
    for kind, label in ((TOTAL, Text("合计", "totals")), (FOOTER, Text("表尾", "footers"))):
        if rows := [str(index + 1) for index in body.skipped(kind)]:
            more = "" if len(rows) <= _NAMED else " …"
            named = ", ".join(rows[:_NAMED]) + more
            zh, en = f"第 {named} 行是{label.zh}，不作为数据", f"rows {named} are {label.en}, not data"
            yield _remark(sheet, Text(zh, en))


def _another(kind: Kind) -> Text:
    return Text(
        f"是另一种台账({kind.label.zh})，没有读取；请用 --kind {kind.kind} 另导入一次",
        f"another kind of ledger ({kind.label.en}), not read; load it once more with --kind {kind.kind}",
    )


def _remark(sheet: Sheet, what: Text) -> Fault:
    return Fault("", sheet.name, what.zh, what.en)

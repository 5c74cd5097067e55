"""The cells of a row → what each of its columns tells. Equal cells of a column are read once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache, partial
from typing import NamedTuple

from graph.errors import RowRejected
from graph.text import Text
from loaders.cells import listed, read_cell, ticked, written
from loaders.headings import Headings
from loaders.ledger import Fault
from loaders.mapping import Column, Mapping
from loaders.private_cells import PrivateCells
from loaders.sheets import Cell, Row, Sheet, at, is_blank, letters
from loaders.told import Said, Told

REMEMBERED = 4096
"""Cells of one column whose reading is kept; a name or a code comes once, a choice or a date again and again."""

_REQUIRED = Text("必填，不能为空", "required and empty")
_NOTHING = Told(Said.NOTHING)


class Answer(NamedTuple):
    """What a cell tells, or why it cannot be used; `raw` is the cell as it is kept, private numbers masked."""

    told: Told
    raw: str
    fault: Text | None = None

    @property
    def clear(self) -> bool:
        """Whether it tells something, and nothing of it is to be noticed."""
        return self.fault is None and self.told.note is None and self.told.value is not Said.NOTHING


@dataclass(slots=True)
class RowTold:
    """What a row tells by column, where it tells anything; what is wrong and what is noticed; its cells as kept.

    `faulty`: columns whose cell cannot be used.
    """

    told: dict[str, Told] = field(default_factory=dict)
    cells: dict[str, str] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    notes: list[Fault] = field(default_factory=list)
    faulty: set[str] = field(default_factory=set)


class ColumnReaders:
    """Reads the rows of one sheet, column by column."""

    def __init__(self, sheet: Sheet, headings: Headings, mapping: Mapping, private: PrivateCells) -> None:
        self._sheet, self._headings, self._mapping, self._private = sheet, headings, mapping, private
        names = {index: name for name, index in headings.columns.items()}
        self._columns = [(i, path, n := names.get(i), self._reader(n, path)) for i, path in headings.paths.items()]
        self._ticks = list(self._tick_readers())
        self._required = [name for name, column in mapping.columns.items() if column.required]
        headed = headings.paths.keys() | headings.rows.ignored
        self._width = max(headed, default=-1) + 1
        self._gaps = [index for index in range(self._width) if index not in headed]

    def read(self, index: int, cells: Row) -> RowTold:
        """What the row at `index` (from 0) tells."""
        row = RowTold()
        width = len(cells)
        for at_, path, name, reader in self._columns:
            cell = cells[at_] if at_ < width else None
            if cell is None or cell == "":
                continue
            answer = reader(cell)
            if answer.fault is not None and isinstance(cell, float):
                answer = self._as_shown(index, at_, reader) or answer
            if answer.raw:
                row.cells[path] = answer.raw
            if name is not None:
                if answer.clear:
                    row.told[name] = answer.told
                else:
                    self._tell(row, name, answer, cell)
        self._read_ticks(row, cells)
        self._keep_unheaded(row, cells)
        for name in self._required:
            if name not in row.told and name not in row.faulty:
                row.faults.append(self.fault(name, cells, _REQUIRED))
        return row

    def heading(self, name: str) -> str:
        """The heading of a column as the sheet writes it."""
        index = self._headings.columns.get(name)
        return self._headings.paths.get(index, "") if index is not None else self._mapping.columns[name].headings[0]

    def fault(self, name: str, cells: Row, why: Text, suggestion: str | None = None) -> Fault:
        """What is wrong with, or to be noticed of, a cell."""
        return self._fault(name, at(cells, self._headings.columns.get(name)), why, suggestion)

    def _tell(self, row: RowTold, name: str, answer: Answer, cell: Cell) -> None:
        if answer.fault is not None:
            row.faults.append(self._fault(name, cell, answer.fault))
            row.faulty.add(name)
            return
        if answer.told.note is not None:
            row.notes.append(self._fault(name, cell, answer.told.note, answer.told.suggestion))
        if answer.told.value is not Said.NOTHING:
            row.told[name] = answer.told

    def _fault(self, name: str, cell: Cell, why: Text, suggestion: str | None = None) -> Fault:
        return Fault(self.heading(name), self._private.shown(name, written(cell)), why.zh, why.en, suggestion)

    def _reader(self, name: str | None, path: str) -> Callable[[Cell], Answer]:
        read: Callable[[Cell], Told] | None = None
        if name is not None:
            column = self._mapping.columns[name]
            read = partial(read_cell, column=column, heading=path, epoch_1904=self._sheet.epoch_1904)
            read = partial(_read_several, read) if column.several else read
        return lru_cache(REMEMBERED, typed=True)(partial(self._read_one, name, read))

    def _read_one(self, name: str | None, read: Callable[[Cell], Told] | None, cell: Cell) -> Answer:
        word = written(cell)
        harmless = self._private.harmless(name, word)
        raw = word if harmless else self._private.kept(name, word)
        if name is None or read is None:
            return Answer(_NOTHING, raw)
        try:
            return Answer(read(cell if harmless else self._private.readable(name, cell)), raw)
        except RowRejected as fault:
            return Answer(_NOTHING, raw, fault.what)

    def _as_shown(self, row: int, column: int, reader: Callable[[Cell], Answer]) -> Answer | None:
        """The number read as a person sees it in the spreadsheet: 2023.1 may be shown as 2023.10."""
        shown = self._sheet.shown(row, column) if self._sheet.shown else None
        answer = reader(shown) if shown else None
        return answer if answer and answer.fault is None else None

    def _tick_readers(self) -> Iterator[tuple[str, list[int], Callable[[tuple[Cell, ...]], Answer]]]:
        groups: dict[str, dict[str, int]] = {}
        for (name, value), index in self._headings.ticks.items():
            groups.setdefault(name, {})[value] = index
        for name, indexes in groups.items():
            read = partial(self._read_group, self._mapping.columns[name], tuple(indexes))
            yield name, list(indexes.values()), lru_cache(REMEMBERED, typed=True)(read)

    def _read_group(self, column: Column, values: tuple[str, ...], cells: tuple[Cell, ...]) -> Answer:
        try:
            return Answer(ticked(dict(zip(values, cells, strict=True)), column), "")
        except RowRejected as fault:
            return Answer(_NOTHING, "", fault.what)

    def _read_ticks(self, row: RowTold, cells: Row) -> None:
        for name, indexes, reader in self._ticks:
            answer = reader(tuple(at(cells, index) for index in indexes))
            if answer.fault is not None or answer.told.value is not Said.NOTHING:
                self._tell(row, name, answer, None)

    def _keep_unheaded(self, row: RowTold, cells: Row) -> None:
        """Cells without a heading are kept too, under the letter of their column."""
        for index in (*self._gaps, *range(self._width, len(cells))):
            if not is_blank(cell := at(cells, index)):
                row.cells[f"({letters(index)})"] = self._private.kept(None, written(cell))


def _read_several(read: Callable[[Cell], Told], cell: Cell) -> Told:
    """A cell that may list several values."""
    words = listed(written(cell))
    if len(words) < 2:
        return read(cell)
    first, *others = map(read, words)
    return first._replace(others=tuple(others))

"""One row of cells → mentions and statements, by the mapping."""

from __future__ import annotations

from datetime import date

from graph.errors import RowRejected
from graph.model import model
from graph.text import Text
from graph.values.digest import Digester
from loaders.cells import written
from loaders.column_readers import ColumnReaders
from loaders.headings import Headings
from loaders.ledger import Fault, LedgerRow, Statement
from loaders.mapping import Mapping
from loaders.naming import Naming
from loaders.private_cells import PrivateCells
from loaders.sheets import Row, Sheet, at
from loaders.stating import Stating

_NO_SUBJECT = Text("看不出这一行说的是谁", "it cannot be told whom the row speaks of")
_NO_DATUM = Text("没有注明坐标系，按 WGS-84 记", "no datum given, taken as WGS-84")


class RowReader:
    """Reads the rows of one sheet, as of a date."""

    def __init__(self, sheet: Sheet, headings: Headings, mapping: Mapping, digester: Digester, as_of: date) -> None:
        self._sheet, self._headings, self._mapping = sheet, headings, mapping
        private = PrivateCells(mapping, model())
        self._columns = ColumnReaders(sheet, headings, mapping, private)
        self._naming = Naming(mapping, private, digester, as_of)
        self._stating = Stating(mapping, headings, self._naming, private, as_of)
        self._lists = any(column.several for column in mapping.columns.values())

    def read(self, index: int, cells: Row) -> LedgerRow:
        """The row at `index` (from 0). Faults make it a rejected row; it still keeps what it names and its cells."""
        row = self._columns.read(index, cells)
        mentions, named = self._naming.mentions(row.told)
        if self._mapping.subject not in named and not row.faults:
            row.faults.append(self._columns.fault(self._subject_column, cells, _NO_SUBJECT))
        statements: list[Statement] = []
        try:
            statements = self._stating.statements(row.told, named, index + 1)
            if self._lists and any(told.others for told in row.told.values()):
                further, stated = self._stating.further(row.told, mentions, named, index + 1)
                mentions, statements = (*mentions, *further), [*statements, *stated]
        except RowRejected as fault:
            row.faults.append(Fault("", "", fault.what.zh, fault.what.en))
        if row.faults:
            statements = []
        elif self._mapping.points:
            self._note_datum(row.notes, cells, statements)
        return LedgerRow(
            self._sheet.name, index + 1, mentions, tuple(statements), row.cells, tuple(row.faults), tuple(row.notes)
        )

    @property
    def _subject_column(self) -> str:
        return self._mapping.mentions[self._mapping.subject].columns[0]

    def _note_datum(self, notes: list[Fault], cells: Row, statements: list[Statement]) -> None:
        """Notice coordinates that a row states and nobody says on which datum."""
        for point in self._stating.points_stated(statements):
            stands = self._headings.columns.get(point.datum) if point.datum else None
            if not written(at(cells, stands)):
                notes.append(self._columns.fault(point.longitude, cells, _NO_DATUM))

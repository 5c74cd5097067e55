"""Rows that a person does not accept: they go in as rejected, so that they are kept and are not absence."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from graph.errors import Place, WrongQuestion
from graph.text import Text
from loaders.ledger import Fault, Ledger, LedgerRow, load_id
from loaders.reading import KEPT_ROWS

RowPlace = tuple[str, int]
"""Sheet and row number, as a spreadsheet shows them."""

DECLINED = Fault("", "", "未采纳", "not accepted")
"""Why a declined row is rejected. It comes back with the other rejected rows and can be sent again."""


@dataclass(frozen=True)
class _WithoutDeclined:
    """Rows of which some are declined, gone through as often as the ledger's own."""

    rows: Iterable[LedgerRow]
    declined: frozenset[RowPlace]

    def __iter__(self) -> Iterator[LedgerRow]:
        return (_declined(row) if (row.sheet, row.row) in self.declined else row for row in self.rows)


def decline(ledger: Ledger, rows: Collection[RowPlace]) -> Ledger:
    """The ledger without what these rows say: each is rejected as not accepted, or for its own faults as before.

    It is a load of its own (its id is of the ledger and the declined rows), so that accepting all of it later is no
    "loaded before". Raises WrongQuestion for a row that the ledger does not have.
    """
    if not rows:
        return ledger
    declined = frozenset(rows)
    if unknown := sorted(declined - {place for row in ledger.rows if (place := (row.sheet, row.row)) in declined}):
        sheet, number = unknown[0]
        raise WrongQuestion(
            Text("台账里没有这一行", "the ledger has no such row"),
            Text("写成 工作表!行号，如 台账!12", "write SHEET!ROW, such as Sheet1!12"),
            Place(file=ledger.load.file, sheet=sheet or None, row=number),
        )
    load = ledger.load
    told = [f"{load.id}\n".encode(), *(f"{sheet}!{row}\n".encode() for sheet, row in sorted(declined))]
    own = replace(load, id=load_id(told, load.kind, load.scope, load.as_of, load.full))
    without = _WithoutDeclined(ledger.rows, declined)
    return replace(ledger, load=own, rows=tuple(without) if (ledger.total or 0) <= KEPT_ROWS else without)


def _declined(row: LedgerRow) -> LedgerRow:
    return row if row.faults else replace(row, statements=(), faults=(DECLINED,))

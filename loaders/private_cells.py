"""What of a cell goes further: numbers that identify or reach a person are masked before anything else sees the cell.

An ID number has its own column, where it becomes a keyed digest. Anywhere else it is masked; where it would tell one
thing from another the row is rejected, since a mask tells nobody apart. Telephone numbers stay in clear in properties
that the schema declares private alone, which are shown masked.
"""

from __future__ import annotations

from graph.errors import RowRejected
from graph.model import Model
from graph.text import Text
from graph.values.masks import (
    has_many_digits,
    mask_id,
    mask_id_numbers,
    mask_name,
    mask_numbers,
    mask_phone,
    mask_phones,
)
from loaders.cells import written
from loaders.ledger import Scalar
from loaders.mapping import Mapping
from loaders.sheets import Cell

NUMBERS = ("id_number", "phone")
"""Kinds of cells whose numbers are private, however short."""

WRITTEN = ("text", "name", "choice")
"""Kinds of cells that people write as they like; in all others a long number is what it says."""

_MISPLACED = Text(
    "这一列里有身份证号；请移到“身份证号”列，或删去",
    "an ID number stands here; move it to the ID number column, or remove it",
)


class PrivateCells:
    """Knows for each column of a mapping what of its cells may go further."""

    def __init__(self, mapping: Mapping, schema: Model) -> None:
        mentions = mapping.mentions.values()
        self._columns = mapping.columns
        self._telling = {column for m in mentions for column in (*m.columns, *m.given_by)}
        people = [m for m in mentions if schema[m.type].person]
        self._names = {column for m in people for column in m.columns if column != m.code}
        self._codes = {m.code for m in people}
        self._phones = {
            target
            for name, m in mapping.mentions.items()
            for slot, declared in schema.slots(m.type).items()
            if declared.private == "phone"
            for target in [f"{name}.{slot}"]
        }

    def readable(self, name: str, cell: Cell) -> Cell:
        """The cell as its column may read it. Raises RowRejected for an ID number that stands in the wrong column."""
        kind = self._columns[name].value
        if cell is None or kind == "id_number" or (isinstance(cell, float) and not cell.is_integer()):
            return cell
        word = written(cell)
        plain = mask_id_numbers(word)
        if plain != word and (name in self._telling or kind not in WRITTEN):
            raise RowRejected(_MISPLACED)
        if kind in WRITTEN:
            plain = mask_phones(plain)
        return plain if plain != word else cell

    def harmless(self, name: str | None, word: str) -> bool:
        """Whether a cell holds no number that could be private: it may go further as it is."""
        return not (name and self._columns[name].value in NUMBERS) and not has_many_digits(word)

    def as_read(self, name: str) -> bool:
        """Whether what a column tells is always stated as it was read."""
        return self._columns[name].value not in NUMBERS and name not in self._codes

    def kept(self, name: str | None, word: str) -> str:
        """A raw cell as it is kept; `name` None: no column of the mapping claims it."""
        kind = self._columns[name].value if name else "text"
        if kind == "id_number" and len(word) > 8:
            return mask_id(word)
        if kind == "phone":
            plain = mask_numbers(word)
            return plain if plain != word else mask_phone(word)
        return mask_numbers(word) if kind in WRITTEN or name in self._codes else mask_id_numbers(word)

    def shown(self, name: str, word: str) -> str:
        """A cell as a person is told of it: a raw cell as it is kept, people's names masked too."""
        return mask_name(word) if name in self._names else self.kept(name, word)

    def digested(self, name: str, word: str) -> bool:
        """Whether a code is one that only its digest may stand for: an ID number, or a person's telephone number."""
        return self._columns[name].value == "id_number" or (name in self._codes and mask_phones(word) != word)

    def stated(self, name: str, value: Scalar, target: str = "") -> Scalar:
        """A value as `target` (`mention.slot`) keeps it."""
        if not isinstance(value, str):
            return value
        kind = self._columns[name].value
        if kind == "id_number":
            return mask_id(value)
        if kind == "phone":
            return value if target in self._phones else mask_phone(value)
        return mask_phones(value) if name in self._codes else value

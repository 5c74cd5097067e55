"""The cells of a row as a person is shown them: those whose columns are known, people's names and numbers masked."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from graph.connection import Database
from graph.model import model
from graph.values.masks import mask_name, mask_numbers, mask_phone
from loaders.mapping import Mapping as Kind
from loaders.mapping import mappings
from loaders.remembered import NOTHING, Remembered, with_remembered
from loaders.stated_in import columns_in

_CELLS = "UNWIND $rows AS key MATCH (r:LedgerRow {key: key}) RETURN r.key AS key, r.kind AS kind, r.cells AS cells"


def cells_shown(kind: str, cells: Mapping[str, str], remembered: Remembered = NOTHING) -> dict[str, str]:
    """Heading path → cell, in the order of the kind's columns: kept rows have lost that of their file.

    A column that no mapping knows is left out: nobody can tell whether it names a person.
    """
    mapping = mappings().get(kind)
    if mapping is None:
        return {}
    mapping = with_remembered(mapping, remembered)
    paths, found = list(cells), columns_in(cells, mapping)
    columns = {index: name for name, index in found.columns.items()}
    columns |= {index: name for (name, _), index in found.ticks.items()}
    order = list(mapping.columns)
    ordered = sorted(columns, key=lambda index: (order.index(columns[index]), index))
    return {paths[index]: _shown(mapping, columns[index], cells[paths[index]]) for index in ordered}


def _shown(mapping: Kind, column: str, word: str) -> str:
    private = {_private(mapping, target) for target in mapping.columns[column].states}
    if column in _names(mapping) or "name" in private:
        return mask_name(word)
    return mask_phone(word) if "phone" in private else mask_numbers(word)


def _private(mapping: Kind, target: str) -> str | None:
    mention, _, slot = target.partition(".")
    declared = model().slots(mapping.mentions[mention].type).get(slot)
    return declared.private if declared else None


def _names(mapping: Kind) -> set[str]:
    """The columns that name people; a date that tells namesakes apart is no name."""
    people = (m for m in mapping.mentions.values() if model()[m.type].person)
    named = {column for m in people for column in m.name if column in mapping.columns}
    return {column for column in named if mapping.columns[column].value != "date"}


def cells_of_rows(database: Database, rows: Sequence[str]) -> dict[str, dict[str, str]]:
    """The cells of kept rows as they are shown, by the rows' keys."""
    kept = database.read(_CELLS, {"rows": list(rows)}) if rows else []
    return {row["key"]: cells_shown(row["kind"], json.loads(row["cells"])) for row in kept}

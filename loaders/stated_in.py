"""From a statement back to its column: the heading under which a kept row has what it says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from loaders.heading_rows import HeadingRows
from loaders.headings import Headings, match
from loaders.ledger import Statement
from loaders.mapping import Mapping, mappings


def heading_of(kind: str, statement: Statement, cells: dict[str, str], called: Iterable[str] = ()) -> str:
    """The heading path of a statement, as the row's file writes it (`cells`: heading path → what the row kept there).

    `called`: the words by which the row means the other end of an edge; of several columns theirs has one of them.
    Empty where no column says it: a constant of the mapping, or a kind that comes from no file.
    """
    mapping = mappings().get(kind)
    if mapping is None:
        return ""
    paths = tuple(cells)
    found = _known(kind, paths)
    indices = (found.ticks.get((c, str(statement.value)), found.columns.get(c)) for c in _columns(mapping, statement))
    headings = [paths[index] for index in indices if index is not None]
    telling = [heading for heading in headings if any(word in cells[heading] for word in called)]
    return next(iter([*telling, *headings]), "")


@lru_cache(maxsize=256)
def _known(kind: str, paths: tuple[str, ...]) -> Headings:
    """Rows of one sheet are alike, and each says many things."""
    return columns_in(paths, mappings()[kind])


def columns_in(cells: Iterable[str], mapping: Mapping) -> Headings:
    """Which columns of a kind the kept cells of a row stand in; an index is a place among the cells."""
    return match(HeadingRows({index: tuple(path.split("/")) for index, path in enumerate(cells)}, 0), mapping)


def _columns(mapping: Mapping, statement: Statement) -> Iterator[str]:
    """The columns that may have said it, the likeliest first."""
    names = mapping.mention_names
    of = names[statement.of] if statement.of < len(names) else None  # the second or later of a list
    slot = f"{of}.{statement.slot}"
    yield from (name for name, column in mapping.columns.items() if slot in column.states or slot == column.check)
    yield from (point.longitude for point in mapping.points if point.states == slot)
    if of and statement.slot in mapping.mentions[of].sets:
        yield from (*mapping.mentions[of].columns, *mapping.mentions[of].given_by)
    to = names[statement.to] if statement.to is not None and statement.to < len(names) else None
    for edge in mapping.edges:
        if edge.edge == statement.slot and of in (None, edge.of) and to in (None, edge.to):
            yield from (*mapping.mentions[edge.to].columns, *mapping.mentions[edge.to].given_by)

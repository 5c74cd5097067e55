"""A row without a person: what is left of it when somebody is to be forgotten. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from dataclasses import replace

from graph.model import model
from graph.values.digest import is_digest
from graph.values.masks import mask_phone
from loaders.cells import listed
from loaders.ledger import Fault, LedgerRow, Mention, Statement
from loaders.mapping import Mapping, mappings
from loaders.stated_in import columns_in

GONE = Fault("", "", "已按要求删除", "removed as asked for")
LEFT_OUT = Fault("", "", "行中提到的一人已按要求删除", "a person named in this row was removed as asked for")
STAR = "*"


def without(row: LedgerRow, kind: str, positions: Iterable[int], keys: Set[str] = frozenset()) -> LedgerRow:
    """A row of a ledger of that kind without the people at these positions, who go by these `keys`.

    A row about them keeps nothing but its place and the reason. Any other loses whatever it says of them: mentions,
    statements, the cells of their columns, and their names and numbers in all other words.
    """
    gone = _with_all_within(row.mentions, positions)
    if 0 in gone:
        return LedgerRow(row.sheet, row.row, (), (), {}, (GONE,))
    own, lists = _cells_of(row, kind, gone)
    exact = {*keys, *(word for i in gone for word in (*names_of(row.mentions[i]), row.mentions[i].code))}
    left = replace(
        row,
        mentions=tuple(
            _left(m, gone) if i not in gone else Mention(m.type, None, "") for i, m in enumerate(row.mentions)
        ),
        statements=tuple(s for s in row.statements if s.of not in gone and s.to not in gone),
        cells={
            path: "、".join(STAR if part in exact else part for part in listed(cell)) if path in lists else cell
            for path, cell in row.cells.items()
            if path not in own
        },
        notes=row.notes if LEFT_OUT in row.notes else (*row.notes, LEFT_OUT),
    )
    return struck(left, words(row, gone))


def struck(row: LedgerRow, told: Set[str]) -> LedgerRow:
    """A row with these words struck from its cells, its texts, and what was noted of it."""
    if not told:
        return row
    pattern = re.compile("|".join(map(_pattern, sorted(told, key=lambda word: (-len(word), word)))))

    def strike(word: str) -> str:
        return pattern.sub(STAR, word)

    def noted(fault: Fault) -> Fault:
        return replace(fault, value=strike(fault.value), zh=strike(fault.zh), en=strike(fault.en))

    return replace(
        row,
        statements=tuple(_struck(row, s, pattern) for s in row.statements),
        cells={path: strike(cell) for path, cell in row.cells.items()},
        faults=tuple(map(noted, row.faults)),
        notes=tuple(map(noted, row.notes)),
    )


def words(row: LedgerRow, positions: Iterable[int]) -> set[str]:
    """The words by which a row tells who the people at these positions are: names, numbers, masks."""
    told: set[str] = set()
    for position in positions:
        mention = row.mentions[position]
        if not model()[mention.type].person:
            continue
        told |= names_of(mention) | ({mention.code} if mention.code and not is_digest(mention.code) else set())
        slots = model().slots(mention.type)
        for statement in row.statements:
            value, slot = statement.value, slots.get(statement.slot)
            if statement.of == position and slot and isinstance(value, str):
                if slot.private or slot.search or STAR in value:
                    told.add(value)
                if slot.private == "phone":
                    told.add(mask_phone(value))
    return {word for word in told if len(_plain(word)) >= (5 if word.isascii() else 2)}  # a short code is anything


def names_of(mention: Mention) -> set[str]:
    """The names a row calls a person by, without what tells namesakes apart."""
    reviewed = () if mention.where else mention.also
    return {name for name in (mention.name.partition("|")[0], *reviewed) if name}


def _left(mention: Mention, gone: Set[int]) -> Mention:
    return replace(mention, within=tuple(w for w in mention.within if w not in gone)) if mention.within else mention


def _with_all_within(mentions: tuple[Mention, ...], positions: Iterable[int]) -> set[int]:
    """The positions, and those of all that is known only as something of theirs."""
    gone = set(positions)
    while more := {i for i, m in enumerate(mentions) if i not in gone and not m.code and gone & set(m.within)}:
        gone |= more
    return gone


def _cells_of(row: LedgerRow, kind: str, gone: Set[int]) -> tuple[set[str], set[str]]:
    """The heading paths of cells that speak of these mentions alone, and of those that may list others with them."""
    mapping = mappings().get(kind)
    if mapping is None:  # said by hand or decided: every cell is a name, a key or a value
        return set(), set(row.cells)
    named = {
        name for name, m in zip(mapping.mention_names, row.mentions, strict=False) if m != Mention(m.type, None, "")
    }
    theirs = {name for i, name in enumerate(mapping.mention_names) if i in gone}
    columns = _telling(mapping, theirs, named) - _telling(mapping, named - theirs, named - theirs)
    paths, found = list(row.cells), columns_in(row.cells, mapping)
    alike = {name for name, m in mapping.mentions.items() if m.type in {row.mentions[i].type for i in gone}}
    lists = {column for name in alike for column in mapping.mentions[name].columns if mapping.columns[column].several}
    own = {paths[i] for name, i in found.columns.items() if name in columns - lists}
    return own, {paths[i] for name, i in found.columns.items() if name in lists}


def _telling(mapping: Mapping, mentions: Set[str], ends: Set[str]) -> set[str]:
    """The columns that name these mentions, say something of them, or of an edge of theirs whose ends are named."""
    telling = {c for name in mentions for c in (*mapping.mentions[name].columns, *mapping.mentions[name].given_by)}
    for name, column in mapping.columns.items():
        if any(target.partition(".")[0] in mentions for target in column.states):
            telling.add(name)
    for edge in mapping.edges:
        if {edge.of, edge.to} & mentions and {edge.of, edge.to} <= ends:
            telling |= {*filter(None, [edge.since]), *edge.until, *edge.with_.values()}
    return telling


def _plain(word: str) -> str:
    return re.sub(r"\s", "", word)


def _pattern(word: str) -> str:
    """The word with any spaces between its letters; a number or code only where it stands by itself."""
    letters = r"\s*".join(map(re.escape, _plain(word)))
    return rf"(?<![0-9A-Za-z]){letters}(?![0-9A-Za-z])" if word.isascii() else letters


def _struck(row: LedgerRow, statement: Statement, pattern: re.Pattern[str]) -> Statement:
    slot = model().slots(row.mentions[statement.of].type).get(statement.slot)
    if slot is None or slot.type != "text" or not isinstance(statement.value, str):
        return statement
    return replace(statement, value=pattern.sub(STAR, statement.value))

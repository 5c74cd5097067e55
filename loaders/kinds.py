"""All kinds of ledgers: those with a mapping, and those that come from no file."""

from __future__ import annotations

from functools import cache

from graph.text import Text
from loaders.mapping import mappings

DECISIONS, BY_HAND = "decisions", "by_hand"

_OWN = {DECISIONS: Text("核对决定", "Review decisions"), BY_HAND: Text("手工录入", "Stated by hand")}

OWN_AUTHORITY = 90
"""How far a person's own word is trusted: more than any ledger."""


def authorities() -> dict[str, int]:
    """Every kind with the number that says how far it is trusted; the higher wins."""
    return {kind: mapping.authority for kind, mapping in mappings().items()} | dict.fromkeys(_OWN, OWN_AUTHORITY)


def load_name(kind: str, file: str) -> Text:
    """What a load is called: its file, or its kind where it comes from none."""
    return _OWN.get(kind) or Text(file, file)


def label_of(kind: str) -> Text:
    """What a kind is called; one that is no longer known goes by its own word."""
    if kind in _OWN:
        return _OWN[kind]
    known = mappings().get(kind)
    return known.label if known else Text(kind, kind)


@cache
def described_by(kind: str) -> frozenset[int]:
    """The positions of mentions of which rows of a kind may say something."""
    mapping = mappings().get(kind)
    if mapping is None:
        return frozenset()
    columns = (target.partition(".")[0] for column in mapping.columns.values() for target in column.states)
    described = {*columns, *(edge.of for edge in mapping.edges)}
    return frozenset(position for position, name in enumerate(mapping.mention_names) if name in described)

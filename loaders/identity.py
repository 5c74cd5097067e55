"""Who is who: a pure function of what all rows call their subjects.

A code identifies. Without one, a name that exactly one code goes by means that one; a name that several codes go by
waits for a person; a name that no code goes by is, for the time being, a key itself. People are never guessed from a
bare name. Two spellings that differ only in width, brackets, spaces or case are one name.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Set
from dataclasses import dataclass

from graph.model import model
from graph.values.names import normalise
from loaders.ledger import Mention


@dataclass(frozen=True)
class Identity:
    """What a mention turned out to be. `keys` has several when it must wait; `waits` also when nobody may guess."""

    type: str
    called: str
    keys: tuple[str, ...]
    by: str
    waits: bool = False


def empty(mention: Mention) -> bool:
    """Whether the row does not name this mention at all."""
    return not (mention.code or mention.name or mention.within)


def called(mentions: tuple[Mention, ...], position: int) -> str:
    """What a row calls a mention, for comparing: its code, else its names within the others."""
    mention = mentions[position]
    return f"{mention.type}|{mention.code}" if mention.code else name_of(mentions, position)


def name_of(mentions: tuple[Mention, ...], position: int) -> str:
    """The name by which rows know a mention, whether or not it has a code: `Type|…/name`, normalised."""
    mention = mentions[position]
    around = [called(mentions, w).partition("|")[2] for w in mention.within]
    return f"{mention.type}|{'/'.join([*around, normalise(mention.name)])}"


def identify(mentions: tuple[Mention, ...], codes_of: Callable[[str], Set[str]]) -> tuple[Identity | None, ...]:
    """The identity of each mention of a row, None where the row does not name it.

    `codes_of` gives, for a `Type|name`, the keys of all nodes that some row calls by that name together with a code.
    """
    found: list[Identity | None] = [None] * len(mentions)
    order = sorted(range(len(mentions)), key=lambda i: bool(mentions[i].within))
    for position in order:
        mention = mentions[position]
        around = [found[w] for w in mention.within]
        if mention.code:
            found[position] = Identity(mention.type, name_of(mentions, position), (mention.code,), "code")
        elif not empty(mention) and all(around):
            parts = [i for i in around if i]
            name = f"{mention.type}|{'/'.join([*(i.keys[0] for i in parts), normalise(mention.name)])}"
            keys = sorted(codes_of(name))
            waits = len(keys) > 1 or mention.unsure or any(i.waits for i in parts)
            found[position] = Identity(mention.type, name, tuple(keys) or (_provisional(name),), "name", waits)
    return tuple(found)


def _provisional(name: str) -> str:
    """The key of somebody known by name alone. A person's is a digest: keys are shown, people's names are masked."""
    node_type, _, word = name.partition("|")
    if model()[node_type].person:
        return f"~{hashlib.sha256(word.encode()).hexdigest()[:16]}"
    return word

"""Who is who: a pure function of what all rows call their subjects, and of what people have decided.

A code identifies. Without one, what a person decided that the name means there; else the one code that goes by exactly
that name (reviewed short and former names included). A name that several go by waits for a person, and so does one
that is cut short or a variant of names that others go by. A name like nobody's is, for the time being, a key itself.
People are never guessed from a bare name. Two spellings that differ only in width, brackets, spaces or case are one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Set
from dataclasses import dataclass
from typing import Literal, Protocol

from graph.model import model
from graph.values.names import normalise
from loaders.ledger import Mention

By = Literal["code", "name", "like"]


@dataclass(frozen=True)
class Identity:
    """What a mention turned out to be. `keys` has several when it must wait; `waits` also when nobody may guess.

    `called` is the name rows know it by, `Type|…/name`; `by` how it was found: by its code, its name, or as one of
    those whose names are like it.
    """

    type: str
    called: str
    keys: tuple[str, ...]
    by: By
    waits: bool = False


class Known(Protocol):
    """What all rows and decisions tell of names."""

    def codes_of(self, name: str) -> Set[str]:
        """Keys of the nodes that some row calls by that name together with a code, or a reviewed list by that name."""

    def like(self, name: str) -> Set[str]:
        """Keys of the nodes that go by a name which this one may be short for, or a variant of."""

    def decided(self, name: str, where: str) -> str | None:
        """The key that a person decided the name means, everywhere or in ledgers of `kind|scope`."""

    def one(self, node_type: str, key: str) -> str:
        """The key itself, or that of the node it was found to be."""


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


def identify(mentions: tuple[Mention, ...], known: Known, where: str) -> tuple[Identity | None, ...]:
    """The identity of each mention of a row of ledgers `where` (`kind|scope`), None where the row does not name it."""
    found: list[Identity | None] = [None] * len(mentions)
    for position, mention in enumerate(mentions):
        if mention.code:
            key = known.one(mention.type, mention.code)
            found[position] = Identity(mention.type, name_of(mentions, position), (key,), "code")
    named = [i for i, m in enumerate(mentions) if not m.code and not empty(m)]
    while ready := [i for i in named if found[i] is None and all(found[w] for w in mentions[i].within)]:
        for (
            position
        ) in ready:  # whom it lies within is known: a visit waits for its officer, who waits for the department
            around = [i for w in mentions[position].within if (i := found[w])]
            found[position] = _by_name(mentions[position], around, known, where)
    return tuple(found)


def _by_name(mention: Mention, around: list[Identity], known: Known, where: str) -> Identity:
    name = f"{mention.type}|{'/'.join([*(i.keys[0] for i in around), normalise(mention.name)])}"
    unsure = any(i.waits for i in around)
    decided = known.decided(name, where)
    if decided is not None:
        return Identity(mention.type, name, (known.one(mention.type, decided),), "name", unsure)
    keys = sorted({known.one(mention.type, key) for key in known.codes_of(name)})
    if keys:
        return Identity(mention.type, name, tuple(keys), "name", len(keys) > 1 or mention.unsure or unsure)
    alike = sorted({known.one(mention.type, key) for key in known.like(name)})
    if alike:
        return Identity(mention.type, name, tuple(alike), "like", True)
    own = known.one(mention.type, provisional(name))
    return Identity(mention.type, name, (own,), "name", mention.unsure or unsure)


def provisional(name: str) -> str:
    """The key of what is known by name alone; a digest where that names a person, for keys are shown as they are."""
    node_type, _, word = name.partition("|")
    if model()[node_type].person or model()[node_type].hides_key:
        return f"~{hashlib.sha256(word.encode()).hexdigest()[:16]}"
    return word

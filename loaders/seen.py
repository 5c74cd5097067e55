"""What a person sees of a ledger before anything is written: where each change comes from, how things are called, and
which names wait."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from graph.model import model
from loaders.declining import RowPlace
from loaders.derivation import Step
from loaders.diff import Changes, changes
from loaders.facts import Key
from loaders.settle import Settled


@dataclass(frozen=True)
class NameWaiting:
    """A name in a row that will wait for a person, and whom it may mean (none: nobody may guess)."""

    place: RowPlace
    type: str
    called: str
    keys: tuple[str, ...]


@dataclass(frozen=True)
class Seen:
    """What belongs to the changes that are listed.

    `places`: the ledger's rows that state a subject, or that name it where none states it; a subject without any
    changes because rows of other ledgers are understood anew, or because a full ledger lacks it. `captions`: as the
    graph will call them, private names in clear. `ended`: how many subjects a full ledger ends by not listing them.
    """

    places: Mapping[Key, tuple[RowPlace, ...]] = field(default_factory=dict)
    captions: Mapping[Key, str] = field(default_factory=dict)
    waiting: tuple[NameWaiting, ...] = ()
    ended: int = 0


def seen(settled: Sequence[Settled], steps: Sequence[Step], noted: Changes, absent: Iterable[Key]) -> Seen:
    """What is to be seen of a preview. `absent`: subjects that a full ledger could have and lacks."""
    listed = {change.subject for change in noted.kept}
    others = {change.other for change in noted.kept if change.other is not None}
    lacking = set(absent)
    return Seen(
        _places(settled, listed),
        _captions(settled, steps, listed | others),
        tuple(_waiting(settled)),
        sum(1 for step in steps if step.subject in lacking and _ends_something(step)),
    )


def _places(settled: Iterable[Settled], listed: set[Key]) -> dict[Key, tuple[RowPlace, ...]]:
    stating: dict[Key, list[RowPlace]] = {}
    naming: dict[Key, list[RowPlace]] = {}
    for one in settled:
        if one.row.new is not None and one.state == "accepted":
            for position, node in one.nodes():
                if node in listed:
                    found = stating if position in one.row.stating else naming
                    found.setdefault(node, []).append((one.row.new.sheet, one.row.new.row))
    return {node: tuple(dict.fromkeys(places)) for node, places in (naming | stating).items()}


def _captions(settled: Iterable[Settled], steps: Iterable[Step], wanted: set[Key]) -> dict[Key, str]:
    found = {
        node: one.row.mentions[position].name.partition("|")[0]
        for one in settled
        for position, node in one.nodes()
        if node in wanted
    }
    for step in steps:
        if step.subject in wanted:
            name = model()[step.subject[0]].caption
            if called := step.new.properties.get(name) or step.old.properties.get(name):
                found[step.subject] = str(called)
    return {node: called for node, called in found.items() if called}


def _waiting(settled: Iterable[Settled]) -> Iterable[NameWaiting]:
    for one in settled:
        row = one.row.new
        if row is not None and one.state == "waiting":
            for position, told in enumerate(one.identities):
                mention = one.row.mentions[position]
                # what merely lies within a name that waits needs no decision of its own
                if told is not None and told.waits and (len(told.keys) > 1 or told.by == "like" or mention.unsure):
                    sure = () if mention.unsure else told.keys
                    yield NameWaiting((row.sheet, row.row), told.type, mention.name.partition("|")[0], sure)


def _ends_something(step: Step) -> bool:
    return any(change.kind in ("closed", "removed") for change in changes(step.subject, step.old, step.new))

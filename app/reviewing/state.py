"""What a person reviews in one tab: what waits, what is chosen, and what was decided just now. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from app.importing.tray import Problem
from graph.model import model
from graph.text import Text
from loaders.conflicts import Conflict
from loaders.decisions import EVERYWHERE
from loaders.diff import Change
from loaders.facts import Key
from loaders.field_authority import FieldAuthority
from loaders.kept import KeptRow
from loaders.review import Candidate, Waiting

Part = Literal["names", "rejected", "conflicts"]
PARTS: tuple[Part, ...] = ("names", "rejected", "conflicts")

NEW = "~new"
"""Picked where the name means none of those known."""


@dataclass(frozen=True)
class Name:
    """A name that waits, once, with all places where it stands and whom it may mean, the best first."""

    name: str
    places: tuple[Waiting, ...]
    candidates: tuple[Candidate, ...]

    @property
    def type(self) -> str:
        """The node type it names."""
        return self.places[0].type

    @property
    def shown(self) -> str:
        """What it is called, a person's name masked."""
        return self.places[0].shown

    @property
    def wheres(self) -> tuple[str, ...]:
        """Where a decision may hold: each kind and scope it stands in; everywhere but for a person's bare name."""
        own = tuple(dict.fromkeys(place.where for place in self.places))
        return own if model()[self.type].person else (*own, EVERYWHERE)


@dataclass(frozen=True)
class Decided:
    """What was decided just now and what it changed. It is taken back by unloading `load`, or by setting `before`."""

    title: Text
    changes: tuple[Change, ...]
    counts: Mapping[str, int]
    captions: Mapping[Key, str]
    load: str | None = None
    before: FieldAuthority | None = None
    rows: int = 0

    @property
    def id(self) -> str:
        """What it is known by."""
        return self.load or (self.before.field if self.before else "")


@dataclass(frozen=True)
class Found:
    """All that waits to be looked at."""

    names: tuple[Name, ...] = ()
    rejected: tuple[KeptRow, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    authorities: tuple[FieldAuthority, ...] = ()


@dataclass(frozen=True)
class Reviewing:
    """`found` None: not asked yet. `load`: of which load alone; `picked`: the key chosen for the name, or NEW."""

    found: Found | None = None
    load: str | None = None
    part: Part = "names"
    chosen: str | None = None
    picked: str | None = None
    picked_caption: str = ""
    where: str | None = None
    start: int = 0
    decided: tuple[Decided, ...] = ()
    working: Text | None = None
    problem: Problem | None = None

    @property
    def name(self) -> Name | None:
        """The name that is looked at."""
        names = self.found.names if self.found else ()
        return next((name for name in names if name.name == self.chosen), None)

    @property
    def holds(self) -> str | None:
        """Where the decision will hold: as chosen, else in the first kind of ledger the name stands in."""
        wheres = self.name.wheres if self.name else ()
        return self.where if self.where in wheres else next(iter(wheres), None)


def names_of(found: Iterable[Waiting]) -> tuple[Name, ...]:
    """Each name once; those that stand in most places first."""
    places: dict[str, list[Waiting]] = {}
    for one in found:
        places.setdefault(one.name, []).append(one)
    names = (Name(name, tuple(alike), _best(alike)) for name, alike in places.items())
    return tuple(sorted(names, key=lambda name: (-len(name.places), name.name)))


def refreshed(state: Reviewing, found: Found) -> Reviewing:
    """With what waits now; what was looked at stays, or its successor comes."""
    left = [name.name for name in found.names]
    before = [name.name for name in state.found.names] if state.found else []
    at = before.index(state.chosen) if state.chosen in before else 0
    chosen = state.chosen if state.chosen in left else left[min(at, len(left) - 1)] if left else None
    kept = state if chosen == state.chosen else replace(state, picked=None, picked_caption="", where=None)
    return replace(kept, found=found, chosen=chosen)


def _best(places: Iterable[Waiting]) -> tuple[Candidate, ...]:
    """The candidates of all places, each with its best score."""
    best: dict[str, Candidate] = {}
    for place in places:
        for one in place.candidates:
            if one.key not in best or one.score > best[one.key].score:
                best[one.key] = one
    return tuple(sorted(best.values(), key=lambda one: (-one.score, one.key)))

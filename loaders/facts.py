"""What the graph holds of one subject: its properties, edges, periods and conflicts, as plain values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

Key = tuple[str, str]
"""A node: (type, key)."""


@dataclass(frozen=True, order=True)
class EdgeId:
    """What makes an edge the same edge."""

    source: Key
    name: str
    target: Key
    since: date


@dataclass(frozen=True)
class EdgeFact:
    """A dated edge."""

    id: EdgeId
    until: date
    properties: Mapping[str, Any]


@dataclass(frozen=True)
class RecordFact:
    """A period of a subject: its n-th, from `since` until before `until`."""

    key: str
    since: date
    until: date
    properties: Mapping[str, Any]


@dataclass(frozen=True)
class ConflictFact:
    """What one ledger says of `what` at `day`, against what is shown because another ledger is the authority for it."""

    key: str
    what: str
    day: date
    shown: str
    other: str
    shown_load: str
    other_load: str


@dataclass(frozen=True)
class Facts:
    """All that the graph holds of one subject. `exists`: an accepted row names it."""

    exists: bool = False
    properties: Mapping[str, Any] = field(default_factory=dict)
    edges: Mapping[EdgeId, EdgeFact] = field(default_factory=dict)
    records: Mapping[str, RecordFact] = field(default_factory=dict)
    conflicts: Mapping[str, ConflictFact] = field(default_factory=dict)

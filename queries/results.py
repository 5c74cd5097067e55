"""What an answer is: rows, picture and total, as frozen values without a database behind them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from graph.values.dates import OPEN as OPEN
from queries.rule_book import AppliedRule


@dataclass(frozen=True, order=True)
class Ref:
    """A node of the graph by its type and business key; never an internal id of the database."""

    type: str
    key: str

    @property
    def id(self) -> str:
        """One word for it, `Type:key`, as links, scenes and exports write it."""
        return f"{self.type}:{self.key}"

    @property
    def asked(self) -> dict[str, str]:
        """It as a parameter of Cypher."""
        return {"type": self.type, "key": self.key}

    @classmethod
    def parse(cls, word: str) -> Ref:
        """The Ref of a `Type:key` word; the key may contain colons."""
        kind, _, key = word.partition(":")
        return cls(kind, key)


@dataclass(frozen=True)
class PictureNode:
    """A node as drawn. `missing`: it does not exist and is drawn because it should (a branch not yet built).

    `share`: of the firms that it stands for so many are reached, of so many in all.
    """

    ref: Ref
    caption: str
    properties: Mapping[str, Any] = field(default_factory=dict)
    missing: bool = False
    share: tuple[int, int] | None = None


@dataclass(frozen=True)
class PictureEdge:
    """An edge as drawn, from `since` until before `until`.

    `ghost`: the edge does not exist and is drawn because it should; then `rule` is the id of the rule that fails and
    `metres` the straight-line distance, where one is known.
    """

    source: Ref
    target: Ref
    name: str
    since: date | None = None
    until: date | None = None
    properties: Mapping[str, Any] = field(default_factory=dict)
    ghost: bool = False
    rule: str | None = None
    metres: float | None = None

    @property
    def id(self) -> str:
        """One word for it, stable over reloads: ends, name and start."""
        start = self.since.isoformat() if self.since else ("ghost" if self.ghost else "")
        return f"{self.source.id}|{self.name}|{self.target.id}|{start}"


@dataclass(frozen=True)
class Picture:
    """A subgraph to draw or export. `total` counts all nodes it would have, `nodes` may be fewer (never silently)."""

    nodes: tuple[PictureNode, ...] = ()
    edges: tuple[PictureEdge, ...] = ()
    total: int = 0

    @classmethod
    def of(cls, nodes: Iterable[PictureNode], edges: Iterable[PictureEdge], total: int | None = None) -> Picture:
        """A picture with each node and edge once, in a stable order, and only edges whose two ends are in it."""
        by_ref = {node.ref: node for node in nodes}
        kept = {e.id: e for e in edges if e.source in by_ref and e.target in by_ref}
        return cls(
            tuple(by_ref[ref] for ref in sorted(by_ref)),
            tuple(kept[i] for i in sorted(kept)),
            len(by_ref) if total is None else total,
        )

    @property
    def refs(self) -> list[Ref]:
        """Its nodes as the database knows them: all but those that are missing."""
        return [node.ref for node in self.nodes if not node.missing]


@dataclass(frozen=True)
class Answer:
    """What a question answered at a date. `rows` are plain values by column name (dates as `date`).

    `total` counts all rows there are; `truncated` when fewer are shown. `applied` are the rules it applied, as they
    stood at the date, `parameters` the values it used, defaults included.
    """

    question: str
    at: date
    parameters: Mapping[str, Any]
    applied: tuple[AppliedRule, ...]
    total: int
    rows: tuple[Mapping[str, Any], ...]

    @property
    def rules(self) -> tuple[str, ...]:
        """The ids of the rules it applied."""
        return tuple(rule.id for rule in self.applied)

    @property
    def shown(self) -> int:
        """How many of `total` are here."""
        return len(self.rows)

    @property
    def truncated(self) -> bool:
        """Whether there are more than shown."""
        return self.shown < self.total

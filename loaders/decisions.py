"""What people have decided of names: reviewed other names, what a name means in some ledgers, and who is the same.

A decision is said by a ledger row (of the ledger of short and former names, or one made by a person's review), so that
it has a date and a maker, is listed among the loads, and is taken back by unloading it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from graph.values.names import normalise
from loaders.facts import Key
from loaders.ledger import Mention

EVERYWHERE = "*"

What = Literal["name", "meant", "same"]


@dataclass(frozen=True)
class Decision:
    """One thing decided of `node`: that it goes by the name `told`, that this name means it in ledgers `where`
    (`kind|scope` or `*`), or that the key `told` is the same as it. Names are `Type|…/name`."""

    node: Key
    what: What
    told: str
    where: str = ""


def decided_by(mention: Mention, node: Key) -> Iterable[Decision]:
    """What a mention that turned out to be `node` decides."""
    for name in mention.also:
        if mention.where:
            yield Decision(node, "meant", name, mention.where)
        else:
            yield Decision(node, "name", f"{mention.type}|{normalise(name)}")
    for key in mention.same:
        yield Decision(node, "same", key)


def decides(mentions: Iterable[Mention]) -> bool:
    """Whether a row with these mentions decides something."""
    return any(m.also or m.same for m in mentions)


@dataclass
class Decisions:
    """All decisions, by the name or key they speak of."""

    names: dict[str, set[str]] = field(default_factory=dict)
    meant: dict[tuple[str, str], set[str]] = field(default_factory=dict)
    merged: dict[Key, set[str]] = field(default_factory=dict)

    def add(self, decision: Decision) -> None:
        """Take one more."""
        node_type, key = decision.node
        match decision.what:
            case "name":
                self.names.setdefault(decision.told, set()).add(key)
            case "meant":
                self.meant.setdefault((decision.told, decision.where), set()).add(key)
            case "same":
                self.merged.setdefault((node_type, decision.told), set()).add(key)

    def decided(self, name: str, where: str) -> str | None:
        """The key `name` means in ledgers `where`, else everywhere; None when nothing, or not one thing, is decided."""
        for place in (where, EVERYWHERE):
            keys = self.meant.get((name, place), set())
            if len(keys) == 1:
                return next(iter(keys))
        return None

    def one(self, node_type: str, key: str) -> str:
        """The key that `key` was found to be the same as, through all mergers; itself when there is none."""
        seen = {key}
        while len(found := self.merged.get((node_type, key), set()) - seen) == 1:
            key = next(iter(found))
            seen.add(key)
        return key

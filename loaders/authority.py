"""Which ledger is the authority: decides what is shown where two say otherwise of one value at one date.

Each kind of ledger has a number (the higher wins). A zone may name, for one field, the kinds in the order in which it
trusts them; those win over all others.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from loaders.kinds import authorities
from loaders.session import Transaction


@dataclass(frozen=True)
class Authority:
    """`kinds`: number of each kind; `fields`: `Type.slot` → the kinds a zone trusts for it, the most trusted first."""

    kinds: Mapping[str, int]
    fields: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def of(self, kind: str, node_type: str, slot: str) -> int:
        """How far a kind of ledger is trusted for a property, field or edge of a node type."""
        trusted = self.fields.get(f"{node_type}.{slot.lstrip('<')}", ())
        if kind in trusted:
            return 1000 + len(trusted) - trusted.index(kind)
        return self.kinds.get(kind, 0)


def authority_kept(tx: Transaction) -> Authority:
    """The authority this database goes by: the kinds' own, and what the zone has set for single fields."""
    return authority_of(tx.run("MATCH (a:Authority) RETURN a.key AS field, a.kinds AS kinds"))


def authority_of(rows: Iterable[Mapping[str, Any]]) -> Authority:
    """The authority with what is set for single fields: {field: `Type.slot`, kinds}."""
    return Authority(authorities(), {row["field"]: tuple(row["kinds"]) for row in rows})

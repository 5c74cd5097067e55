"""How much of its scope a full ledger would end by not listing it: what a person is asked before it is loaded."""

from __future__ import annotations

from dataclasses import dataclass

from graph.connection import Database
from graph.text import Text
from loaders.apply import Outcome

ASKED_SHARE = 0.1
"""A full load that ends more than this share of its scope is asked about first."""

_HELD = (
    "MATCH (r:LedgerRow {kind: $kind, state: 'accepted'})-[:STATES]->(n) "
    "WHERE r.scope = $scope OR r.scope STARTS WITH $scope + '/' RETURN count(DISTINCT n) AS number"
)


@dataclass(frozen=True)
class Closing:
    """`ended` subjects of the `held` ones that ledgers of the kind state within the scope."""

    ended: int
    held: int

    @property
    def much(self) -> bool:
        """Whether a person is to be asked first."""
        return self.ended > self.held * ASKED_SHARE

    @property
    def told(self) -> Text:
        """What would happen, in words."""
        return Text(
            f"全量导入会让 {self.ended:,} 个对象到此为止，因为台账没有列出它们(范围内共 {self.held:,} 个)",
            f"this full load would end {self.ended:,} subjects that it does not list (of {self.held:,} in its scope)",
        )


def closing(database: Database, foreseen: Outcome) -> Closing:
    """What a previewed load would end by absence; nothing for a partial one."""
    load = foreseen.load
    if not load.full or not foreseen.seen.ended:
        return Closing(0, 0)
    rows = database.read(_HELD, {"kind": load.kind, "scope": load.scope})
    return Closing(foreseen.seen.ended, rows[0]["number"])

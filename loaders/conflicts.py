"""Where two ledgers say otherwise of one thing at one date: what each says, which is shown, and why that one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from graph.connection import Database
from graph.model import model
from loaders.authority import Authority, authority_of
from loaders.facts import Key

Because = Literal["field", "kind", "load"]
"""Why a word is shown: the zone trusts its kind for this field; its kind is trusted more; or the load's id decides."""

_CONFLICTS = """
RETURN
  COLLECT { MATCH (a:Authority) RETURN {field: a.key, kinds: a.kinds} } AS authority,
  COLLECT {
    MATCH (c:Conflict)-[:CONCERNS]->(n:Entity)
    OPTIONAL MATCH (shown:Load {key: c.shown_load})
    OPTIONAL MATCH (other:Load {key: c.other_load})
    WITH c, n, shown, other ORDER BY c.day DESC, c.what, n.key, c.key
    RETURN {
      type: [l IN labels(n) WHERE l IN $types][0], key: n.key, properties: properties(n),
      what: c.what, day: c.day, shown: c.shown, other: c.other,
      shown_in: shown {load: shown.key, .file, .kind, .scope}, other_in: other {load: other.key, .file, .kind, .scope}
    }
  } AS conflicts
"""


@dataclass(frozen=True)
class Ledger:
    """The load in which one of the two stands."""

    load: str
    file: str
    kind: str
    scope: str


@dataclass(frozen=True)
class Conflict:
    """`shown` and `other` as stored (an edge's other end by its key; private values masked): what two ledgers say of
    `what` (a property, field or edge) of `subject` on `day`."""

    subject: Key
    caption: str
    what: str
    day: date
    shown: str
    other: str
    shown_in: Ledger
    other_in: Ledger
    because: Because

    @property
    def field(self) -> str:
        """`Type.slot`, as authorities are set for it."""
        return f"{self.subject[0]}.{self.what.lstrip('<')}"


def conflicts(database: Database) -> list[Conflict]:
    """All of them, the latest date first."""
    (found,) = database.read(_CONFLICTS, {"types": list(model().types)})
    authority = authority_of(found["authority"])
    return [_read(row, authority) for row in found["conflicts"] if row["shown_in"] and row["other_in"]]


def because(shown: str, other: str, node_type: str, what: str, authority: Authority) -> Because:
    """Why the word of kind `shown` is shown against that of kind `other`."""
    if shown in authority.fields.get(f"{node_type}.{what.lstrip('<')}", ()):
        return "field"
    return "kind" if authority.of(shown, node_type, what) != authority.of(other, node_type, what) else "load"


def _read(row: Mapping[str, Any], authority: Authority) -> Conflict:
    shown_in, other_in = Ledger(**row["shown_in"]), Ledger(**row["other_in"])
    caption = row["properties"].get(model()[row["type"]].caption) or row["key"]
    return Conflict(
        (row["type"], row["key"]),
        str(caption),
        row["what"],
        row["day"],
        row["shown"],
        row["other"],
        shown_in,
        other_in,
        because(shown_in.kind, other_in.kind, row["type"], row["what"], authority),
    )

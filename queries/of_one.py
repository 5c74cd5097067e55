"""A question about one node: asked from that node on, and what several questions ask of it asked once for them all.

So the questions that judge a firm are planned in a fraction of the time that their lists take.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from neo4j.graph import Node

from graph.connection import Database
from graph.declaration import Declared, Names, declare, read_yaml, wrong
from graph.text import Text
from queries.composing import compose, included
from queries.header import About, OfOne

FILE = Path(__file__).with_name("of_one.yaml")

START = "WITH $at AS asked\n"
"""How a question begins whose rows about one node can be asked from that node on."""

OF_AREA = "_of_area"
"""How the form of a base ends that starts from one area: the question leaves out all other nodes of the base."""

LONG = 2_000
"""A text of more characters than this is planned so slowly that it is worth asking its opening first."""

_OPENING = re.compile(rf"{re.escape(START)}(?:// include: .*\n)+WITH \*\s+WHERE (?:.*\n)(?:(?:[ )]|END|AND ).*\n)*")


class Shared(Declared):
    """What questions about one node type share: the variable of the node, the bases, and what each part gives."""

    node: str
    bases: Names
    parts: dict[str, Names]


@cache
def shared() -> Mapping[str, Shared]:
    """What is shared, by node type."""
    return {kind: declare(Shared, content, FILE.name) for kind, content in read_yaml(FILE).items()}


def of_one(about: About, cypher: str, body: str, file: str) -> OfOne:
    """The question, whose whole Cypher and body with includes are given, about the node whose key is `$one.key`.

    DeclarationError when `about` says `alone` and the body does not begin as such ones do.
    """
    if about.alone and not body.startswith(START):
        raise wrong(
            file,
            "about.alone",
            Text("alone 的查询要从所问的日期开始", "a question that says `alone` begins with the day asked about"),
            Text(f"首行写：{START.strip()}", f"write as its first line: {START.strip()}"),
        )
    kind = shared().get(about.type)
    base = next((b for b in kind.bases if begins_with(body, b)), None) if kind else None
    if kind and about.alone:
        found = _alone(about.type, kind, base, body, file)
    else:
        whole = f"CALL () {{\n{cypher}\n}}\nWITH * WHERE {about.column} = $one.key\nRETURN *"
        found = OfOne(cypher=whole, base=base)
    if kind and base and len(found.cypher) > LONG and (opening := _opening(body)):
        asked = _alone(about.type, kind, base, f"{opening}\nRETURN 1 AS found", file)
        return found.model_copy(update={"opening": asked})
    return found


def begins_with(body: str, base: str) -> bool:
    """Whether the body begins with that base, of the whole zone or of one area (see OF_AREA)."""
    return body.startswith((f"{START}// include: {base}\n", f"{START}// include: {base}{OF_AREA}\n"))


def _alone(of: str, kind: Shared, base: str | None, body: str, file: str) -> OfOne:
    """The body asked from the node on, what is shared given."""
    given = {name: f"WITH *, {_columns(name, gives)}" for name, gives in kind.parts.items()}
    if base:
        given[base] = given[f"{base}{OF_AREA}"] = f"WITH {kind.node}, asked AS day"
    parts = tuple(dict.fromkeys(part for part in included(body) if part in kind.parts))
    rest = compose(body.removeprefix(START), file, given=given)
    return OfOne(cypher=_from_node(of, kind) + rest, base=base, parts=parts)


def _opening(body: str) -> str | None:
    """The body up to its first condition, where only includes come before it."""
    found = _OPENING.match(body)
    return found[0].rstrip() if found else None


def _columns(part: str, gives: Names) -> str:
    return ", ".join(f"$one.{part}.{column} AS {column}" for column in gives)


def _from_node(of: str, kind: Shared) -> str:
    return f"MATCH ({kind.node}:{of} {{key: $one.key}})\nWITH {kind.node}, $at AS asked\n"


@cache
def base_query(of: str, base: str) -> str:
    """Whether the base has the node whose key is `$one.key`, as `found`."""
    kind = shared()[of]
    body = f"{_from_node(of, kind)}// include: {base}\nRETURN count({kind.node}) > 0 AS found"
    return compose(body, FILE.name)


@cache
def part_query(of: str, part: str) -> str:
    """What the part gives for the node whose key is `$one.key`."""
    kind = shared()[of]
    body = f"{_from_node(of, kind)}WITH *, asked AS day\n// include: {part}\nRETURN {', '.join(kind.parts[part])}"
    return compose(body, FILE.name)


@dataclass
class Known:
    """What was asked of one node at a date, by part and base; each is asked when a question first needs it."""

    db: Database
    of: str
    key: str
    answers: dict[str, dict[str, Any]] = field(default_factory=dict)

    def rows(self, of_one: OfOne, values: Mapping[str, Any]) -> list[dict[str, Any]]:
        """The rows of a question about the node; none without asking where its base has not the node."""
        one = {"key": self.key}
        if of_one.base and not self._answer(of_one.base, base_query(self.of, of_one.base), values)["found"]:
            return []
        if of_one.opening and not self.rows(of_one.opening, values):
            return []
        given = {part: self._answer(part, part_query(self.of, part), values) for part in of_one.parts}
        return self.db.read(of_one.cypher, {**values, "one": one | given})

    def plan(self, of_one: OfOne, values: Mapping[str, Any]) -> None:
        """Have it all planned, for a node that there need not be."""
        if of_one.opening:
            self.plan(of_one.opening, values)
        one = {"key": self.key}
        for query in (
            *([base_query(self.of, of_one.base)] if of_one.base else []),
            *(part_query(self.of, part) for part in of_one.parts),
        ):
            self.db.read(query, {**values, "one": one})
        self.db.read(of_one.cypher, {**values, "one": one | {part: {} for part in of_one.parts}})

    def _answer(self, name: str, query: str, values: Mapping[str, Any]) -> dict[str, Any]:
        if name not in self.answers:
            (row,) = self.db.read(query, {**values, "one": {"key": self.key}})
            self.answers[name] = {column: _as_map(value) for column, value in row.items()}
        return self.answers[name]


def _as_map(value: Any) -> Any:
    """The value with a map of its properties in place of each node: a node cannot be given to a query."""
    if isinstance(value, (Node, dict)):
        return {name: _as_map(x) for name, x in value.items()}
    return [_as_map(x) for x in value] if isinstance(value, list) else value

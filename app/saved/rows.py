"""The rows of a scene's answer, by whom they speak of: what a view remembers to say later which are new."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.converters.table import nodes_of
from app.scene.state import Scene
from queries.catalog import catalog
from queries.comparing import identifying


@dataclass(frozen=True)
class Named:
    """A row: what the node is called that it is about, and all nodes it names, that one first."""

    called: str
    nodes: Sequence[str]


def total(scene: Scene) -> int:
    """How many rows there are behind what the scene shows."""
    if scene.comparison:
        return scene.comparison.total
    return scene.answer.total if scene.answer else 0


def rows(scene: Scene) -> dict[str, Named] | None:
    """The rows by whom they speak of; None where not all of them are listed, so that they cannot be told apart."""
    if scene.answer is None or scene.question is None:
        return {}
    question = catalog()[scene.question]
    listed: list[tuple[str, Mapping[str, Any]]] = [("", row) for row in scene.answer.rows]
    if scene.comparison:
        listed = [(one.change, one.row) for one in scene.comparison.rows]
    if len(listed) < total(scene):
        return None
    found: dict[str, Named] = {}
    seen: Counter[str] = Counter()
    for change, row in listed:
        values = [str(row.get(column)) for column in identifying(question)]
        key = json.dumps([change, *values], ensure_ascii=False)
        seen[key] += 1
        nodes = nodes_of(row, question)
        known = scene.nodes.get(nodes[0]) if nodes else None
        found[key if seen[key] == 1 else f"{key} {seen[key]}"] = Named(known.caption if known else values[0], nodes)
    return found

"""The way from the facts as they are to the facts as they follow, as statements: each once for many subjects."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from neo4j.spatial import WGS84Point

from graph.branch_places import mark_places, placed_by
from graph.constraints import SEARCH_KEYS
from graph.model import Model
from graph.values.names import search_keys
from graph.writing import (
    bare_nodes,
    create_conflicts,
    create_edges,
    create_records,
    delete_edges,
    delete_nodes,
    delete_records,
    derived_nodes,
    put_nodes,
)
from loaders.derivation import Step
from loaders.facts import EdgeFact, Facts, Key
from loaders.session import Statements


def facts_written(steps: Iterable[Step], schema: Model) -> Statements:
    """What writes the changes: first what ends, then nodes, then what begins; subjects lose their mark. Places where
    a branch comes to stand, or stands no more, are marked last."""
    writing = _Writing(schema)
    for step in steps:
        writing.add(step)
    return writing.in_order()


class _Writing:
    """Statements by the order in which they must run, each with its list of values."""

    def __init__(self, schema: Model) -> None:
        self.schema = schema
        self.statements: dict[tuple[int, str, str], list[Any]] = {}

    def _put(self, order: int, query: str, parameter: str, value: Any) -> None:
        self.statements.setdefault((order, query, parameter), []).append(value)

    def add(self, step: Step) -> None:
        node_type, key = step.subject
        self._end(step)
        turned = step.old.edges.keys() ^ step.new.edges.keys()
        for place_type, place in placed_by((id_.name, id_.source, id_.target) for id_ in turned):
            self._put(8, mark_places(place_type), "keys", place)
        if not step.linked:
            self._put(6, delete_nodes(node_type), "keys", key)
            return
        old, new = step.old, step.new
        if not new.exists and old.exists:
            self._put(3, bare_nodes(node_type), "keys", key)
        elif new.exists and (step.marked or not old.exists or dict(old.properties) != dict(new.properties)):
            # one that is marked is put even as it is: the words it is searched by may be made otherwise by now
            properties = stored_node(step.subject, new, self.schema)
            self._put(3, put_nodes(node_type), "nodes", {"key": key, "properties": properties})
        self._begin(step)
        if step.marked:
            self._put(7, derived_nodes(node_type), "keys", key)

    def _end(self, step: Step) -> None:
        old, new = step.old, step.new
        for id_, edge in old.edges.items():
            if new.edges.get(id_) != edge:
                query = delete_edges(id_.source[0], id_.name, id_.target[0])
                self._put(1, query, "edges", {"source": id_.source[1], "target": id_.target[1], "since": id_.since})
        record = self.schema.record_type(step.subject[0])
        for name, period in old.records.items():
            if record and new.records.get(name) != period:
                self._put(2, delete_records(record.type), "keys", name)
        for name, conflict in old.conflicts.items():
            if new.conflicts.get(name) != conflict:
                self._put(2, delete_records("Conflict"), "keys", name)

    def _begin(self, step: Step) -> None:
        old, new, (node_type, key) = step.old, step.new, step.subject
        for id_, edge in new.edges.items():
            if old.edges.get(id_) != edge:
                query = create_edges(id_.source[0], id_.name, id_.target[0])
                self._put(4, query, "edges", _edge(edge))
        record = self.schema.record_type(node_type)
        for name, period in new.records.items():
            if record and old.records.get(name) != period:
                dates = {"since": period.since, "until": period.until}
                values = {"key": name, **dates, **period.properties}
                query = create_records(record.type, node_type)
                self._put(5, query, "records", {"subject": key, **dates, "properties": values})
        for name, conflict in new.conflicts.items():
            if old.conflicts.get(name) != conflict:
                values = {"subject": key, "properties": asdict(conflict)}
                self._put(5, create_conflicts(node_type), "conflicts", values)

    def in_order(self) -> Statements:
        ordered = sorted(self.statements.items(), key=lambda s: s[0])
        return [(query, {parameter: values}) for (_, query, parameter), values in ordered]


def _edge(edge: EdgeFact) -> dict[str, Any]:
    values = {**edge.properties, "since": edge.id.since, "until": edge.until}
    return {"source": edge.id.source[1], "target": edge.id.target[1], "properties": values}


def stored_node(subject: Key, facts: Facts, schema: Model) -> dict[str, Any]:
    """The properties of a node as the database keeps them, with the words it is searched by."""
    node_type, key = subject
    declared = schema[node_type].properties
    searched = [search_keys(str(v)) for n, v in facts.properties.items() if n in declared and declared[n].search]
    words = " ".join(dict.fromkeys(" ".join(searched).split()))
    properties = {name: _stored(value) for name, value in facts.properties.items()}
    return {"key": key, **properties, **({SEARCH_KEYS: words} if words else {})}


def _stored(value: Any) -> Any:
    return WGS84Point(value) if isinstance(value, tuple) else value

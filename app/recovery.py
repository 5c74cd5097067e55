"""A scene that the browser sends after the server lost it: what is drawn, as plain JSON, back into a scene."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from app.scene.state import Scene
from queries.results import PictureEdge, PictureNode, Ref


def recovered(sent: Mapping[str, Any]) -> Scene:
    """The scene as far as the browser knows it: without the answer's rows and the nodes' facts."""
    nodes = {n["id"]: _node(n) for n in sent["nodes"]}
    edges = [_edge(e) for e in sent["edges"]]
    form = sent.get("form") or {}
    return Scene(
        question=form.get("question"),
        parameters=form.get("parameters") or {},
        at=date.fromisoformat(form["at"]) if form.get("at") else None,
        compared=date.fromisoformat(form["compared"]) if form.get("compared") else None,
        turned={one["id"]: one["turned"] for one in (*sent["nodes"], *sent["edges"]) if one.get("turned")},
        total=int(form.get("total") or 0),
        nodes=nodes,
        edges={edge.id: edge for edge in edges if edge.source.id in nodes and edge.target.id in nodes},
        positions={n["id"]: (float(n["x"]), float(n["y"])) for n in sent["nodes"]},
        hidden=frozenset(n["id"] for n in sent["nodes"] if n.get("hidden")),
        notes={n["id"]: n["note"] for n in sent["nodes"] if n.get("note")},
        pinned=frozenset(n["id"] for n in sent["nodes"] if n.get("pinned")),
    )


def _node(sent: Mapping[str, Any]) -> PictureNode:
    share = (int(sent["share"][0]), int(sent["share"][1])) if sent.get("share") else None
    return PictureNode(Ref.parse(sent["id"]), sent["name"], missing=bool(sent.get("missing")), share=share)


def _edge(sent: Mapping[str, Any]) -> PictureEdge:
    start = sent["id"].rsplit("|", 1)[-1]
    ghost = bool(sent.get("ghost"))
    return PictureEdge(
        Ref.parse(sent["source"]),
        Ref.parse(sent["target"]),
        sent["name"],
        since=date.fromisoformat(start) if start and start != "ghost" else None,
        ghost=ghost,
        rule=sent.get("rule"),
        metres=sent.get("metres"),
    )

"""Pictures as py2neo subgraphs and data frames, without a database."""

from __future__ import annotations

import socket

import pytest
from reports_sample import FIRM, MEMBER, WISHED, picture

from app.reports.py2neo_adapter import frames, push, subgraph
from graph.errors import DatabaseError


def test_a_subgraph_holds_what_exists_and_both_spells() -> None:
    graph = subgraph(picture())
    assert len(graph.nodes) == 6
    assert len(graph.relationships) == 5
    (firm,) = [n for n in graph.nodes if n["key"] == FIRM.key]
    assert set(firm.labels) == {"Enterprise", "Entity"}
    assert (firm["name"], firm["ownership"]) == ("岚川晶曜光电有限公司", "private")
    assert len([r for r in graph.relationships if type(r).__name__ == "WORKS_AT"]) == 2


def test_frames_have_a_row_for_every_node_and_edge() -> None:
    nodes, edges = frames(picture())
    assert set(nodes.index) == {n.ref.id for n in picture().nodes}
    assert set(edges.index) == {e.id for e in picture().edges}
    assert nodes.loc[WISHED.id, "missing"]
    assert nodes.loc[MEMBER.id, "label"] == "张*·12"
    assert edges["ghost"].sum() == 2


def test_a_place_without_a_server_is_told() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(DatabaseError) as told:
        push(subgraph(picture()), f"bolt://127.0.0.1:{port}", "neo4j", "x")
    assert f"127.0.0.1:{port}" in told.value.say("zh")

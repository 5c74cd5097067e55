"""GraphML, GEXF and Cytoscape JSON hold the same nodes, edges and attributes when opened again."""

from __future__ import annotations

import json
from io import BytesIO

import networkx as nx
import pytest
from reports_sample import BRANCH, FIRM, MEMBER, OFFICER, OTHER, SITE, WISHED, answer, picture

from app.reports import render
from app.reports.digraph import digraph
from app.reports.export import Export


def reopened(suffix: str, **firm: object) -> nx.MultiDiGraph:
    content = BytesIO(render(picture(**firm), None, suffix, language="zh"))
    if suffix == ".graphml":
        return nx.read_graphml(content, force_multigraph=True)
    graph = nx.read_gexf(content)
    for _, _, key, attributes in graph.edges(keys=True, data=True):
        assert attributes.pop("id") == key
    return graph


@pytest.mark.parametrize("suffix", [".graphml", ".gexf"])
def test_networkx_reopens_the_same_graph(suffix: str) -> None:
    sent = digraph(Export(picture(), None, "zh"))
    graph = reopened(suffix)
    assert dict(graph.nodes(data=True)) == dict(sent.nodes(data=True))
    assert sorted(graph.edges(keys=True, data=True)) == sorted(sent.edges(keys=True, data=True))
    assert {n.ref.id for n in picture().nodes} == set(graph.nodes)
    assert {(e.source.id, e.target.id, e.id) for e in picture().edges} == set(graph.edges(keys=True))


@pytest.mark.parametrize("suffix", [".graphml", ".gexf"])
def test_chinese_attributes_and_both_spells_of_one_member_are_kept(suffix: str) -> None:
    graph = reopened(suffix)
    firm = graph.nodes[FIRM.id]
    assert firm["label"] == "岚川晶曜光电有限公司"
    assert firm["ownership"] == "私营"
    assert firm["registered_on"] == "2011-03-01"
    assert firm["registered_on_precision"] == "month"
    assert graph.nodes[SITE.id]["location_longitude"] == 117.97
    spells = graph.get_edge_data(MEMBER.id, FIRM.id).values()
    assert sorted((s["since"], s["basis"]) for s in spells) == [("2015-01-01", "合同"), ("2020-06-01", "出资人")]


@pytest.mark.parametrize("suffix", [".graphml", ".gexf"])
def test_what_is_missing_is_marked(suffix: str) -> None:
    graph = reopened(suffix)
    assert graph.nodes[WISHED.id]["missing"] is True
    assert graph.nodes[FIRM.id]["missing"] is False
    (ghost,) = graph.get_edge_data(BRANCH.id, OTHER.id).values()
    assert (ghost["ghost"], ghost["metres"]) == (True, 312.5)
    (other,) = graph.get_edge_data(WISHED.id, FIRM.id).values()
    assert other["rule"] == "organisation_from_three"


def test_an_edge_property_that_has_the_name_of_an_end_stands_beside_it() -> None:
    content = json.loads(render(picture(), None, ".cyjs", language="zh"))
    (edge,) = [e["data"] for e in content["elements"]["edges"] if e["data"].get("source_")]
    assert (edge["source"], edge["source_"], edge["name"]) == (MEMBER.id, "中层", "SECRETARY_OF")


def test_cytoscape_json_holds_every_node_and_edge() -> None:
    content = json.loads(render(picture(), answer(), ".cyjs", language="en", title="Near", demo=True))
    assert content["data"]["name"] == "Near · 2026-10-31 · Demo data"
    nodes = {n["data"]["id"]: n["data"] for n in content["elements"]["nodes"]}
    assert set(nodes) == {n.ref.id for n in picture().nodes}
    assert nodes[FIRM.id]["ownership"] == "Private"
    assert nodes[FIRM.id]["type_label"] == "Enterprise"
    edges = {(e["data"]["source"], e["data"]["target"], e["data"]["id"]) for e in content["elements"]["edges"]}
    assert edges == {(e.source.id, e.target.id, e.id) for e in picture().edges}


@pytest.mark.parametrize("suffix", [".graphml", ".gexf", ".cyjs", ".cypher"])
def test_private_persons_leave_masked_and_what_is_the_databases_own_stays(suffix: str) -> None:
    content = render(picture(), None, suffix, language="zh").decode()
    assert "张*" in content
    assert "138****5678" in content
    for kept in ("张三丰", "李四", "13812345678", "11010519491231002X", "jingyaoguangdian"):
        assert kept not in content


def test_one_attribute_has_one_type_throughout() -> None:
    graph = digraph(Export(picture(), None, "zh"))
    for name in {name for _, data in graph.nodes(data=True) for name in data}:
        assert len({type(data[name]) for _, data in graph.nodes(data=True) if name in data}) == 1
    assert graph.nodes[OFFICER.id]["full_time"] is True

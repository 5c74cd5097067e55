"""What leaves for another Neo4j arrives there whole, and twice is as once."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from neo4j import ManagedTransaction
from neo4j.spatial import WGS84Point
from py2neo import Graph

from app.reports import render
from app.reports.flat import Point
from app.reports.literals import literal, map_literal, quoted
from app.reports.py2neo_adapter import push, subgraph
from graph.connection import Database
from graph.errors import DatabaseError
from queries.results import OPEN, Picture, PictureEdge, PictureNode, Ref

FIRM, OTHER = Ref("Enterprise", "91361127MA35H2XK4A"), Ref("Enterprise", 'it\'s \\u0027 "a" `b`;\n// 中文 😀')
SITE, RECORD = Ref("Site", "S-1"), Ref("SurveyRecord", "91361127MA35H2XK4A/1")
MEMBER, BRANCH, WISHED = Ref("Member", "4f1c9d"), Ref("Branch", "LC-0101"), Ref("Branch", "new:1")
ROW, LOAD = Ref("LedgerRow", "L1/1/5"), Ref("Load", "L1")
SPELLS = [(date(2015, 1, 1), date(2018, 1, 1), "contract"), (date(2020, 6, 1), OPEN, "investor")]
NASTY = "\"'\\ \\\\ \\u0027 \\u005C' `);\n\r\t\x00\x01\x7f\u0085\u2028 // /* 中文 😀"

PICTURE = Picture.of(
    [
        PictureNode(FIRM, "晶曜", {"name": "晶曜光电", "registered_on": date(2011, 3, 1), "short_name": NASTY}),
        PictureNode(OTHER, "", {"name": "又一家"}),
        PictureNode(SITE, "", {"address": "园区大道1号", "location": {"longitude": 117.97, "latitude": 28.45}}),
        PictureNode(
            RECORD, "", {"operating_state": "operating", "staff": 320, "turnover": 1.5e-7, "above_scale": True}
        ),
        PictureNode(MEMBER, "", {"name": "张三丰"}),
        PictureNode(BRANCH, "", {"name": "联合第一党支部", "side": "enterprise"}),
        PictureNode(WISHED, "拟建", missing=True),
        PictureNode(ROW, "", {"row": 5, "state": "accepted"}),
        PictureNode(LOAD, ""),
    ],
    [
        *(PictureEdge(MEMBER, FIRM, "WORKS_AT", since, until, {"basis": basis}) for since, until, basis in SPELLS),
        PictureEdge(SITE, FIRM, "OF", date(2011, 3, 1), OPEN),
        PictureEdge(RECORD, FIRM, "DESCRIBES", date(2024, 1, 1), OPEN),
        PictureEdge(BRANCH, OTHER, "COVERS", date(2019, 1, 1), OPEN),
        PictureEdge(ROW, LOAD, "IN_LOAD"),
        PictureEdge(BRANCH, FIRM, "COVERS", ghost=True),
        PictureEdge(WISHED, FIRM, "COVERS", ghost=True),
    ],
)
NODES: dict[str, tuple[set[str], dict[str, Any]]] = {
    FIRM.key: ({"Enterprise", "Entity"}, {"name": "晶曜光电", "registered_on": date(2011, 3, 1), "short_name": NASTY}),
    OTHER.key: ({"Enterprise", "Entity"}, {"name": "又一家"}),
    SITE.key: ({"Site", "Entity"}, {"address": "园区大道1号", "location": WGS84Point((117.97, 28.45))}),
    RECORD.key: (
        {"SurveyRecord", "Record"},
        {"operating_state": "operating", "staff": 320, "turnover": 1.5e-7, "above_scale": True},
    ),
    MEMBER.key: ({"Member", "Entity"}, {"name": "张*"}),
    BRANCH.key: ({"Branch", "Entity"}, {"name": "联合第一党支部", "side": "enterprise"}),
    ROW.key: ({"LedgerRow"}, {"row": 5, "state": "accepted"}),
    LOAD.key: ({"Load"}, {}),
}
EDGES = sorted(
    [
        *((MEMBER.key, "WORKS_AT", FIRM.key, s.isoformat(), u.isoformat(), basis) for s, u, basis in SPELLS),
        (SITE.key, "OF", FIRM.key, "2011-03-01", "9999-12-31", ""),
        (RECORD.key, "DESCRIBES", FIRM.key, "2024-01-01", "9999-12-31", ""),
        (BRANCH.key, "COVERS", OTHER.key, "2019-01-01", "9999-12-31", ""),
        (ROW.key, "IN_LOAD", LOAD.key, "", "", ""),
    ]
)


def found_nodes(database: Database) -> dict[str, tuple[set[str], dict[str, Any]]]:
    rows = database.read("MATCH (n) RETURN labels(n) AS labels, properties(n) AS properties")
    return {row["properties"].pop("key"): (set(row["labels"]), row["properties"]) for row in rows}


def found_edges(database: Database) -> list[tuple[str, ...]]:
    rows = database.read("MATCH (a)-[r]->(b) RETURN a.key AS a, type(r) AS name, b.key AS b, properties(r) AS held")
    dates = ((row, row["held"].get("since"), row["held"].get("until")) for row in rows)
    return sorted(
        (r["a"], r["name"], r["b"], str(since or ""), str(until or ""), r["held"].get("basis", ""))
        for r, since, until in dates
    )


def run_script(database: Database, script: str, prefix: str = "") -> None:
    def work(transaction: ManagedTransaction) -> None:
        for statement in script.split("\n"):
            if statement and not statement.startswith("//"):
                transaction.run(prefix + statement.removesuffix(";")).consume()

    database.write(work)


def languages(database: Database) -> list[str]:
    """The Cypher versions this server can be asked in; 5.26 has one and may not be told which."""
    return [""] if database.version.startswith("5.") else ["CYPHER 5 ", "CYPHER 25 "]


def test_a_script_recreates_nodes_and_edges_and_twice_is_as_once(database: Database) -> None:
    script = render(PICTURE, None, ".cypher", language="zh", title=NASTY).decode()
    assert "未写入：尚不存在的节点 1 个、待建联系 2 条" in script
    for prefix in languages(database) * 2:
        run_script(database, script, prefix)
        assert found_nodes(database) == NODES
        assert found_edges(database) == EDGES


def test_a_script_runs_as_it_stands_statement_by_statement_after_its_comments(database: Database) -> None:
    script = render(PICTURE, None, ".cypher", language="en", title="a\\u000AMATCH (n) DETACH DELETE n").decode()
    comments, first = script.partition("\nMERGE")[0], script.partition("\nMERGE")[2].partition("\n")[0]
    database.run_schema(f"{comments}\nMERGE{first}")
    assert len(found_nodes(database)) == 1


def test_every_text_comes_back_from_its_literal(database: Database) -> None:
    prefixes = languages(database)

    @given(st.text(st.characters(codec="utf-8"), max_size=40))
    @example(NASTY)
    @example("\\")
    @example("\\u0027 RETURN 1 //")
    @settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
    def comes_back(text: str) -> None:
        for prefix in prefixes:
            assert database.read(f"{prefix}RETURN {literal(text)} AS x") == [{"x": text}]

    comes_back()


@pytest.mark.parametrize(
    "value",
    [
        -(2**63),
        2**63 - 1,
        1e300,
        -5e-324,
        float("inf"),
        float("-inf"),
        False,
        date(9999, 12, 31),
        Point(-0.1, 28.123456789012345),
        [],
        ["a'b", "c"],
        [1, 2],
    ],
)
def test_every_value_comes_back_from_its_literal(database: Database, value: Any) -> None:
    for prefix in languages(database):
        ((found,),) = (row.values() for row in database.read(f"{prefix}RETURN {literal(value)} AS x"))
        assert (tuple(found) if isinstance(value, Point) else found) == value
        assert type(value) not in (bool, int, float) or type(found) is type(value)


def test_every_name_can_be_quoted(database: Database) -> None:
    name = "a`b 'c' 中文"
    assert database.read(f"WITH {map_literal({name: 1})} AS m RETURN m[$name] AS x", {"name": name}) == [{"x": 1}]
    assert database.read(f"RETURN 2 AS {quoted(name)}") == [{name: 2}]


def test_not_a_number_comes_back(database: Database) -> None:
    (row,) = database.read(f"RETURN {literal(float('nan'))} AS x")
    assert row["x"] != row["x"]


def test_py2neo_pushes_nodes_and_edges_and_twice_is_as_once(database: Database) -> None:
    graph = subgraph(PICTURE)
    for _ in range(2):
        push(graph, database.endpoint.uri, database.endpoint.username, database.endpoint.password)
        assert found_nodes(database) == NODES
        assert found_edges(database) == EDGES


def test_what_was_pushed_reads_back_through_py2neo(database: Database) -> None:
    endpoint = database.endpoint
    push(subgraph(PICTURE), endpoint.uri, endpoint.username, endpoint.password, endpoint.database)
    reader = Graph(endpoint.uri, auth=(endpoint.username, endpoint.password))
    found = reader.run("MATCH (a:Member)-[r:WORKS_AT]->(b) RETURN r ORDER BY r.since").data()
    assert [r["r"]["basis"] for r in found] == ["contract", "investor"]
    assert reader.evaluate("MATCH (n) RETURN count(n)") == len(NODES)


def test_a_wrong_password_is_told_and_writes_nothing(database: Database) -> None:
    with pytest.raises(DatabaseError) as told:
        push(subgraph(PICTURE), database.endpoint.uri, database.endpoint.username, "wrong password")
    assert "用户名" in told.value.say("zh")
    assert found_nodes(database) == {}


def test_a_push_that_fails_half_way_writes_nothing(database: Database) -> None:
    graph = subgraph(PICTURE)
    (relationship, *_) = graph.relationships
    relationship["basis"] = {"a map": "no property can hold it"}
    with pytest.raises(DatabaseError):
        push(graph, database.endpoint.uri, database.endpoint.username, database.endpoint.password)
    assert found_nodes(database) == {}

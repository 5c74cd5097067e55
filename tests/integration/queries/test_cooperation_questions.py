"""Who works with whom: supply chains, chains of cooperation, clusters and co-building projects."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from drawn_zone import BEGIN, Zone
from neo4j import GraphDatabase

from queries.ask import ask, cypher_values
from queries.catalog import catalog
from queries.cooperation import clusters, cooperation_chains, projects_by_giver_and_builder, supply_chain_branches
from queries.parameters import parsed
from queries.picture import picture
from queries.results import Picture
from queries.rule_book import applied

AT = date(2026, 9, 30)
DAY = timedelta(days=1)


def pair(zone: Zone, key: str, organ: str, enterprise: str) -> Zone:
    zone.node("CoBuildingPair", key, agreement=key, signed_on=BEGIN).edge(key, "ORGAN_SIDE", organ)
    return zone.edge(key, "ENTERPRISE_SIDE", enterprise)


def project(zone: Zone, key: str, *builders: str, started: date | None = BEGIN, **properties: Any) -> Zone:
    zone.node("CoBuildingProject", key, **{"started_on": started, **properties})
    for builder in builders:
        zone.edge(key, "BUILT_BY", builder)
    return zone


def gift(zone: Zone, to: str, firm: str, amount: float | None, since: date = BEGIN) -> Zone:
    key = f"{to}/{firm}/{since}"
    zone.edge(to, "GIVEN_BY", firm, (since, date(9999, 12, 31))).node("Funding", key, amount=amount, paid_on=since)
    span = (since, date(9999, 12, 31))
    return zone.edge(key, "OF", to, span).edge(key, "GIVEN_BY", firm, span)


def dashed(drawn: Picture) -> set[tuple[str, str, str]]:
    return {(e.source.key, e.name, e.target.key) for e in drawn.edges if e.ghost}


@pytest.fixture
def chain(zone: Zone) -> Zone:
    """Firm `s` under branch `bs` supplies firm `t` under branch `bt`; `o` is an organ branch."""
    zone.firm("s").firm("t").branch("bs", "s").branch("bt", "t").node("Branch", "o", side="organ")
    return zone.edge("s", "SUPPLIES", "t", (BEGIN, AT), product="铜箔")


def test_branches_along_a_supply_chain_while_it_lasts(chain: Zone) -> None:
    (row,) = supply_chain_branches(chain.database, AT - DAY)
    assert (row.supplier_branch, row.buyer_branch, row.supplies, row.ties) == ("bs", "bt", 1, "s → t（铜箔）")
    assert (row.suppliers, row.buyers, row.cooperating) == (("s",), ("t",), "none")
    assert supply_chain_branches(chain.database, AT) == ()
    between = "missing:Branch:bs+Branch:bt"
    drawn = picture(chain.database, ask(chain.database, "supply-chain-branches", AT - DAY))
    assert dashed(drawn) == {(between, "BUILT_BY", "bs"), (between, "BUILT_BY", "bt")}


def test_a_joint_branch_over_both_and_one_that_is_no_organisation_are_no_two_branches(zone: Zone) -> None:
    zone.firm("s").firm("t").firm("u").firm("v").branch("j", "s", "t").branch("temp", "u", formation="temporary")
    zone.branch("gone", "v", dissolved_on=AT).edge("s", "SUPPLIES", "t").edge("s", "SUPPLIES", "u")
    zone.edge("s", "SUPPLIES", "v")
    assert supply_chain_branches(zone.database, AT, "all") == ()
    assert [r.buyer_branch for r in supply_chain_branches(zone.database, AT - DAY, "all")] == ["gone"]


@pytest.mark.parametrize("by", ["organ", "project", "activity"])
def test_branches_that_work_together_are_left_out_unless_asked(chain: Zone, by: str) -> None:
    if by == "organ":
        pair(pair(chain, "p", "o", "bs"), "q", "o", "bt")
    elif by == "project":
        project(chain, "court", "bs", "bt")
    else:
        chain.node("Activity", "day", held_on=AT - DAY).event("day", "OF", "bs").event("day", "OF", "bt")
    assert supply_chain_branches(chain.database, AT - DAY) == ()
    (row,) = supply_chain_branches(chain.database, AT - DAY, "all")
    assert row.cooperating == by


def test_enterprise_branches_joined_by_one_organ_branch(chain: Zone) -> None:
    pair(pair(chain, "p", "o", "bs"), "q", "o", "bt")
    chain.node("Branch", "left", side="organ", dissolved_on=AT)
    pair(pair(chain, "x", "left", "bs"), "y", "left", "bt")
    settings = {"kind": "organ"}
    (row,) = cooperation_chains(chain.database, AT, settings)
    assert (row.from_name, row.first_what, row.middle_name, row.second_what, row.to_name) == ("bs", "p", "o", "q", "bt")
    assert (row.lacks, row.pairs) == ("project", ("p", "q"))
    assert len(cooperation_chains(chain.database, AT - DAY, settings)) == 2
    missing = "missing:Branch:bs+Branch:bt"
    drawn = picture(chain.database, ask(chain.database, "cooperation-chains", AT, settings))
    assert dashed(drawn) == {(missing, "BUILT_BY", "bs"), (missing, "BUILT_BY", "bt")}
    project(chain, "court", "bs", "bt")
    assert [r.lacks for r in cooperation_chains(chain.database, AT, settings)] == ["nothing"]
    assert cooperation_chains(chain.database, AT, {**settings, "list": "lacking"}) == ()


def test_firms_and_the_branches_that_build_what_they_give_to(zone: Zone) -> None:
    zone.holding().node("Branch", "o", side="organ")
    for firm in ("bare", "members", "own", "paired"):
        zone.firm(firm)
    zone.members("members", "holding", probationary=1).branch("b", "own").branch("c", "paired")
    pair(zone.node("Branch", "o2", side="organ"), "p", "o2", "c")
    project(zone, "court", "o")
    for firm in ("bare", "members", "own", "paired"):
        gift(zone, "court", firm, 1.0)
    rows = cooperation_chains(zone.database, AT, {"kind": "project"})
    assert {(r.firm, r.own_branch, r.lacks) for r in rows} == {
        ("bare", None, "nothing"),
        ("members", None, "cover"),
        ("own", "b", "pair"),
        ("paired", "c", "nothing"),
    }
    assert {(r.first_tie, r.second_tie, r.to_name) for r in rows} == {("gives", "built_by", "o")}
    drawn = picture(zone.database, ask(zone.database, "cooperation-chains", AT, {"kind": "project"}))
    assert dashed(drawn) == {
        ("missing:Enterprise:members", "COVERS", "members"),
        ("missing:Branch:b+Branch:o", "ENTERPRISE_SIDE", "b"),
        ("missing:Branch:b+Branch:o", "ORGAN_SIDE", "o"),
    }


def test_no_chain_leads_to_a_builder_that_is_dissolved(zone: Zone) -> None:
    zone.firm("own").branch("b", "own").node("Branch", "o", side="organ", dissolved_on=AT)
    gift(project(zone, "court", "o"), "court", "own", 1.0)
    assert [r.last_branch for r in cooperation_chains(zone.database, AT - DAY, {"kind": "project"})] == ["o"]
    assert cooperation_chains(zone.database, AT, {"kind": "project"}) == ()


def test_firms_and_the_branches_of_their_suppliers_and_buyers(zone: Zone) -> None:
    zone.holding().firm("a").firm("t").firm("u").branch("bt", "t", "u").members("a", "holding", formal=1)
    zone.edge("a", "SUPPLIES", "t", product="模具").edge("u", "SUPPLIES", "a").edge("t", "SUPPLIES", "u")
    rows = cooperation_chains(zone.database, AT)
    assert [(r.kind, r.firm, r.first_tie, r.first_what, r.middle_firm, r.last_branch, r.lacks) for r in rows] == [
        ("supply", "a", "supplies", "模具", "t", "bt", "cover"),
        ("supply", "a", "buys", None, "u", "bt", "cover"),
    ]
    drawn = picture(zone.database, ask(zone.database, "cooperation-chains", AT))
    assert dashed(drawn) == {("bt", "COVERS", "a")}
    assert len(cooperation_chains(zone.database, AT, {"firm": "a", "branch": "bt"})) == 2
    assert cooperation_chains(zone.database, AT, {"firm": "t"}) == ()


def found(zone: Zone, at: date = AT, **settings: object) -> list[tuple[str, ...]]:
    return [row.firm_keys for row in clusters(zone.database, at, settings)]


def test_each_kind_of_tie_holds_firms_together_while_it_lasts(zone: Zone) -> None:
    for firm in "abcdefghij":
        zone.firm(firm)
    zone.branch("joint", "a", "b").branch("bc", "c").branch("bd", "d").node("Branch", "o", side="organ")
    pair(pair(zone, "p", "o", "bc"), "q", "o", "bd")
    zone.edge("e", "SUPPLIES", "f", (BEGIN, AT)).node("Officer", "kept").edge("kept", "CONTACTS", "g")
    zone.branch("bh", "h").edge("kept", "INSTRUCTS", "bh").edge("kept", "SECRETARY_OF", "joint", (BEGIN, AT))
    assert found(zone) == [("a", "b"), ("c", "d"), ("g", "h")]
    assert found(zone, AT - DAY) == [("a", "b", "g", "h"), ("c", "d"), ("e", "f")]
    assert found(zone, AT - DAY, ties="without_officers") == [("a", "b"), ("c", "d"), ("e", "f")]
    assert found(zone, AT - DAY, least=3) == [("a", "b", "g", "h")]


def test_a_secretary_who_is_no_officer_holds_nothing_together(zone: Zone) -> None:
    zone.firm("a").firm("b").branch("ba", "a").branch("bb", "b")
    zone.node("Member", "m").edge("m", "SECRETARY_OF", "ba").edge("m", "SECRETARY_OF", "bb")
    assert found(zone) == []
    zone.node("Officer", "o").edge("o", "SECRETARY_OF", "ba").edge("o", "SECRETARY_OF", "bb")
    assert found(zone) == [("a", "b")]


def test_a_cluster_is_counted_and_what_it_lacks_is_drawn(zone: Zone) -> None:
    zone.holding().node("Area", "east").cell("g1", area="east")
    for firm in ("a", "b", "c", "stopped"):
        zone.firm(firm, state="stopped" if firm == "stopped" else "operating")
    zone.branch("joint", "a", "b", "stopped").edge("b", "SUPPLIES", "c").members("c", "holding", formal=1)
    zone.site("a", cell="g1").node("Officer", "one").node("Officer", "two").edge("one", "CONTACTS", "c")
    zone.edge("two", "CONTACTS", "c").edge("two", "SECRETARY_OF", "joint")
    (row,) = clusters(zone.database, AT)
    assert (row.cluster, row.firms, row.covered, row.branches, row.organs) == ("a", 3, 2, 1, 0)
    assert (row.supplies, row.officer_keys, row.areas) == (1, ("two",), "east")
    assert (row.uncovered, row.unpaired) == (("c",), ("joint",))
    drawn = picture(zone.database, ask(zone.database, "clusters", AT))
    assert {(name, target) for _, name, target in dashed(drawn)} == {("COVERS", "c"), ("ENTERPRISE_SIDE", "joint")}
    pair(zone.node("Branch", "o", side="organ"), "p", "o", "joint")
    (row,) = clusters(zone.database, AT)
    assert (row.unpaired, row.organ_keys, row.pair_keys) == ((), ("o",), ("p",))


def test_a_dissolved_branch_and_a_dissolved_organ_hold_nothing_together(zone: Zone) -> None:
    for firm in "abcd":
        zone.firm(firm)
    zone.branch("gone", "a", "b", dissolved_on=AT).branch("bc", "c").branch("bd", "d")
    zone.node("Branch", "o", side="organ", dissolved_on=AT)
    pair(pair(zone, "p", "o", "bc"), "q", "o", "bd")
    assert found(zone) == []
    assert found(zone, AT - DAY) == [("a", "b"), ("c", "d")]


def test_a_long_chain_is_one_cluster_and_a_dense_one_is_found_at_once(zone: Zone) -> None:
    """Forty firms in a row, and twenty that all supply one another: 2 ** 190 paths that a walk must not take."""
    for i in range(40):
        zone.firm(f"row{i:02}")
    for i in range(39):
        zone.edge(f"row{i:02}", "SUPPLIES", f"row{i + 1:02}")
    for i in range(20):
        zone.firm(f"thick{i:02}")
        for other in range(i):
            zone.edge(f"thick{i:02}", "SUPPLIES", f"thick{other:02}")
    assert [len(keys) for keys in found(zone)] == [40, 20]


def test_clusters_are_walked_breadth_first(zone: Zone) -> None:
    question = catalog()["clusters"]
    rules = applied(zone.database, question.rules, AT)
    values = {**cypher_values(AT, parsed(question, {}), rules), "limit": 10, "shown": 10}
    at = zone.database.endpoint
    languages = ["CYPHER 5"] if zone.database.version.startswith("5.") else ["CYPHER 5", "CYPHER 25"]
    with GraphDatabase.driver(at.uri, auth=(at.username, at.password)) as driver, driver.session() as session:
        for language in languages:
            for form in (question.answered(), question.counted()):
                plan = session.run(f"{language} EXPLAIN {form}", values).consume().plan
                assert "VarLengthExpand(Pruning,BFS,All)" in str(plan)


def test_projects_with_givers_sums_builders_village_and_pair(zone: Zone) -> None:
    for firm in ("a", "b", "c"):
        zone.firm(firm)
    zone.node("Village", "v").node("Branch", "o", side="organ").branch("e", "a")
    project(zone, "court", "o", "e", started=date(2026, 4, 1), finished_on=AT).edge("court", "IN", "v")
    pair(zone, "p", "o", "e").edge("court", "PART_OF", "p")
    gift(gift(zone, "court", "a", 1000.0), "court", "a", 500.0, AT)
    gift(zone, "court", "b", 2000.0).edge("court", "GIVEN_BY", "c")
    (row,) = projects_by_giver_and_builder(zone.database, AT - DAY)
    assert (row.given, row.total, row.built) == ("b 2000、a 1000、c", 3000.0, "e、o")
    assert (row.village, row.pair, row.state, row.finished_on, row.lacks) == ("v", "p", "building", None, "nothing")
    (row,) = projects_by_giver_and_builder(zone.database, AT, "finished")
    assert (row.given, row.total, row.state, row.finished_on) == ("b 2000、a 1500、c", 3500.0, "finished", AT)
    assert projects_by_giver_and_builder(zone.database, date(2026, 3, 31)) == ()


def test_what_a_project_lacks_is_drawn(zone: Zone) -> None:
    zone.firm("a").node("Branch", "o", side="organ")
    gift(project(zone, "unbuilt"), "unbuilt", "a", None)
    project(zone, "ungiven", "o", started=None)
    gift(project(zone, "alone", "o"), "alone", "a", None)
    rows = {r.project: (r.lacks, r.state, r.total) for r in projects_by_giver_and_builder(zone.database, AT)}
    assert rows == {
        "unbuilt": ("builder", "building", None),
        "ungiven": ("giver", "unknown", None),
        "alone": ("pair", "building", None),
    }
    drawn = picture(zone.database, ask(zone.database, "projects-by-giver-and-builder", AT))
    assert {(source, name) for source, name, _ in dashed(drawn)} == {
        ("unbuilt", "BUILT_BY"),
        ("ungiven", "GIVEN_BY"),
        ("alone", "PART_OF"),
    }


def test_nothing_is_told_of_an_empty_zone(zone: Zone) -> None:
    database = zone.database
    assert supply_chain_branches(database, AT, "all") == cooperation_chains(database, AT) == ()
    assert clusters(database, AT) == projects_by_giver_and_builder(database, AT) == ()

"""Pictures of answers and of surroundings: real edges, ghosts, totals."""

from __future__ import annotations

from datetime import date

import pytest
from drawn_zone import BEGIN, Zone

from graph.errors import NotFound, WrongQuestion
from queries.ask import ask
from queries.neighbours import Count, around, counts, expand
from queries.picture import picture
from queries.results import Picture, Ref

AT = date(2026, 9, 30)
FIRM = Ref("Enterprise", "a")


def arrows(drawn: Picture) -> set[tuple[str, str, str]]:
    return {(e.source.key, e.name, e.target.key) for e in drawn.edges}


def test_a_joint_branch_is_drawn_with_its_firms_and_the_missing_own_branch(zone: Zone) -> None:
    zone.firm("a").firm("b").branch("j", "a", "b").members("a", "j", formal=3)
    drawn = picture(zone.database, ask(zone.database, "qualified-unbuilt", AT))
    assert {n.ref.id for n in drawn.nodes} == {"Enterprise:a", "Branch:j", "Branch:missing:Enterprise:a"}
    real = [e for e in drawn.edges if not e.ghost]
    assert [(e.source.key, e.name, e.target.key, e.since) for e in real] == [("j", "COVERS", "a", BEGIN)]
    (ghost,) = [e for e in drawn.edges if e.ghost]
    assert (ghost.target.key, ghost.rule) == ("a", "own_members")
    assert drawn.total == 3


def test_the_planner_sees_a_ghost_with_its_distance(zone: Zone) -> None:
    zone.holding().firm("a").site("a", (118.0, 28.4)).members("a", "holding", formal=1)
    zone.firm("h").site("h", (118.0, 28.401)).branch("b", "h")
    drawn = picture(zone.database, ask(zone.database, "uncovered-near-branch", AT))
    (ghost,) = drawn.edges
    assert (ghost.source, ghost.target, ghost.ghost) == (Ref("Branch", "b"), FIRM, True)
    assert ghost.metres == pytest.approx(111, abs=1)


def test_lists_of_keys_are_drawn(zone: Zone) -> None:
    firms = [f"f{i}" for i in range(6)]
    for firm in firms:
        zone.firm(firm)
    zone.branch("j", *firms)
    drawn = picture(zone.database, ask(zone.database, "joint-branch-load", AT))
    assert arrows(drawn) == {("j", "COVERS", firm) for firm in firms}


def test_the_way_to_an_officer_is_drawn_edge_by_edge(zone: Zone) -> None:
    zone.firm("a").cell("g").site("a", cell="g").node("Department", "d").edge("d", "RESPONSIBLE_FOR", "g")
    zone.node("Officer", "o", name="张三").edge("o", "SERVES_IN", "d").edge("o", "CONTACTS", "a")
    drawn = picture(zone.database, ask(zone.database, "path-to-officer", AT, {"firm": "a"}))
    assert arrows(drawn) == {
        ("a-site", "OF", "a"),
        ("a-site", "IN_GRID", "g"),
        ("d", "RESPONSIBLE_FOR", "g"),
        ("o", "SERVES_IN", "d"),
        ("o", "CONTACTS", "a"),
    }
    assert next(n.caption for n in drawn.nodes if n.ref.type == "Officer") == "张*"


@pytest.fixture
def town(zone: Zone) -> Zone:
    """A firm with two sites in one cell, a past cover, an event and a ledger row."""
    zone.firm("a").cell("g").site("a", cell="g").site("a", cell="g", key="s2").branch("b", "a").branch("old")
    zone.edge("old", "COVERS", "a", (BEGIN, AT)).node("Visit", "v").event("v", "TO", "a")
    zone.row("a", 7, BEGIN)
    return zone


def test_neighbours_are_counted_by_type_for_many_nodes_at_once(town: Zone) -> None:
    found = counts(town.database, [FIRM, Ref("Site", "s2"), Ref("Branch", "none")], AT)
    assert found == {
        FIRM: [
            Count("COVERS", "in", "Branch", 1),
            Count("OF", "in", "Site", 2),
            Count("TO", "in", "Visit", 1),
        ],
        Ref("Site", "s2"): [Count("IN_GRID", "out", "GridCell", 1), Count("OF", "out", "Enterprise", 1)],
        Ref("Branch", "none"): [],
    }
    assert counts(town.database, [FIRM], BEGIN)[FIRM][0] == Count("COVERS", "in", "Branch", 2)


def test_expanding_brings_what_was_counted(town: Zone) -> None:
    drawn = expand(town.database, FIRM, AT, "OF", "in", "Site")
    assert {n.ref.key for n in drawn.nodes} == {"a", "a-site", "s2"}
    assert arrows(drawn) == {("a-site", "OF", "a"), ("s2", "OF", "a")}
    cut = expand(town.database, FIRM, AT, "OF", "in", "Site", limit=1)
    assert (len(cut.nodes), cut.total) == (2, 3)
    assert expand(town.database, FIRM, AT, "OF", "out", "Site").total == 1


def test_around_goes_hop_by_hop(town: Zone) -> None:
    assert {n.ref.key for n in around(town.database, FIRM, AT, 1).nodes} == {"a", "a-site", "s2", "b", "v"}
    two = around(town.database, FIRM, AT, 2)
    assert ("s2", "IN_GRID", "g") in arrows(two) and two.total == 6
    assert {n.ref.key for n in around(town.database, FIRM, AT, 0).nodes} == {"a"}
    cut = around(town.database, FIRM, AT, 2, limit=5)
    assert (len(cut.nodes), cut.total) == (5, 6)
    assert "g" not in {n.ref.key for n in cut.nodes}


def test_what_does_not_exist_cannot_be_expanded(town: Zone) -> None:
    with pytest.raises(NotFound):
        expand(town.database, Ref("Enterprise", "none"), AT)
    with pytest.raises(WrongQuestion):
        around(town.database, FIRM, AT, -1)

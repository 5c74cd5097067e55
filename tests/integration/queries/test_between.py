"""What lies between nodes: shortest ways by date and by edge types, shared neighbours, and in which area things lie."""

from __future__ import annotations

from datetime import date

import pytest
from drawn_zone import BEGIN, Zone

from graph.errors import WrongQuestion
from queries.areas import areas
from queries.between import MOST_WAYS, shared, ways
from queries.neighbours import expand
from queries.results import Ref

AT = date(2026, 9, 30)
A, B, C = (Ref("Enterprise", key) for key in "abc")


@pytest.fixture
def town(zone: Zone) -> Zone:
    """Two firms that one branch covers and that one supplies; a third it covered once."""
    zone.node("Area", "east").node("Area", "west").cell("g").cell("h")
    zone.edge("g", "PART_OF", "east").edge("h", "PART_OF", "west")
    zone.firm("a").site("a", cell="g").firm("b").site("b", cell="h").firm("c").firm("d")
    zone.branch("j", "a", "b").edge("j", "COVERS", "c", (BEGIN, AT)).edge("a", "SUPPLIES", "d").edge(
        "b", "SUPPLIES", "d"
    )
    return zone


def keys(found: tuple[tuple[Ref, ...], ...]) -> list[list[str]]:
    return [[ref.key for ref in way] for way in found]


def test_all_shortest_ways_of_a_day_by_any_edge_or_by_some(town: Zone) -> None:
    found = ways(town.database, A, B, AT)
    assert keys(found.ways) == [["a", "j", "b"], ["a", "d", "b"]]
    assert {n.ref.key for n in found.picture.nodes} == {"a", "b", "d", "j"}
    assert (len(found.picture.edges), found.more) == (4, False)
    assert keys(ways(town.database, A, B, AT, ["SUPPLIES"]).ways) == [["a", "d", "b"]]
    assert keys(ways(town.database, B, A, AT, ["COVERS"]).ways) == [["b", "j", "a"]]


def test_a_way_that_ended_is_none_and_wrong_ends_are_told(town: Zone) -> None:
    assert ways(town.database, A, C, AT).ways == ()
    assert keys(ways(town.database, A, C, BEGIN).ways) == [["a", "j", "c"]]
    with pytest.raises(WrongQuestion):
        ways(town.database, A, A, AT)
    with pytest.raises(WrongQuestion):
        ways(town.database, A, B, AT, ["STATES"])


def test_ways_do_not_lead_through_ledgers(zone: Zone) -> None:
    zone.firm("a").firm("b").row("a", 1, BEGIN).event("2026-01-01/1", "NAMES", "b")
    assert ways(zone.database, A, B, AT).ways == ()


def test_more_ways_than_are_drawn_are_told(zone: Zone) -> None:
    zone.firm("a").firm("b")
    for number in range(MOST_WAYS + 1):
        zone.firm(f"m{number:02}").edge("a", "SUPPLIES", f"m{number:02}").edge(f"m{number:02}", "SUPPLIES", "b")
    found = ways(zone.database, A, B, AT)
    assert (len(found.ways), found.more) == (MOST_WAYS, True)


def test_shared_neighbours_have_an_edge_to_each(town: Zone) -> None:
    found = shared(town.database, [A, B], AT)
    assert ({n.ref.key for n in found.nodes}, found.total) == ({"a", "b", "d", "j"}, 2)
    assert len(found.edges) == 4
    assert shared(town.database, [A, B, C], AT).total == 0
    assert shared(town.database, [A, B, C], BEGIN).total == 1
    assert len(shared(town.database, [A, B], AT, limit=1).nodes) == 3


def test_expanding_brings_what_no_branch_covers_first_and_ties_it_to_what_is_drawn(town: Zone) -> None:
    branch, supplied = Ref("Branch", "j"), Ref("Enterprise", "d")
    town.node("Officer", "o").edge("o", "CONTACTS", "a").edge("o", "CONTACTS", "d")
    officer = Ref("Officer", "o")
    cut = expand(town.database, officer, AT, "CONTACTS", "out", "Enterprise", limit=1)
    assert ({n.ref for n in cut.nodes}, cut.total) == ({officer, supplied}, 3)
    drawn = expand(town.database, officer, AT, "CONTACTS", "out", "Enterprise", known=[branch, B])
    ties = {(e.source.key, e.name, e.target.key) for e in drawn.edges}
    assert ties == {("o", "CONTACTS", "a"), ("o", "CONTACTS", "d"), ("a", "SUPPLIES", "d")}


def test_things_lie_in_the_area_of_their_cell(town: Zone) -> None:
    east, cell, site = Ref("Area", "east"), Ref("GridCell", "g"), Ref("Site", "a-site")
    assert areas(town.database, [A, B, C, east, cell, site], AT) == {
        A.id: "east",
        B.id: "west",
        east.id: "east",
        cell.id: "east",
        site.id: "east",
    }

"""What lies in a place, from the zone down to the firm: areas and cells with their shares, firms with their sites."""

from __future__ import annotations

from datetime import date

import pytest
from drawn_zone import BEGIN, Zone

from queries.ask import ask
from queries.inside import inside
from queries.picture import picture
from queries.results import Picture, Ref

AT = date(2026, 9, 30)
EAST = Ref("Area", "east")


@pytest.fixture
def town(zone: Zone) -> Zone:
    """Two areas; the eastern one has two cells, one of them with a covered and two uncovered firms."""
    zone.node("Area", "east").node("Area", "west").cell("g").cell("h")
    zone.edge("g", "PART_OF", "east").edge("h", "PART_OF", "east", (BEGIN, AT))
    for key in "abc":
        zone.firm(key).site(key, cell="g")
    zone.branch("j", "b")
    return zone


def shares(drawn: Picture) -> dict[str, tuple[int, int] | None]:
    return {node.ref.key: node.share for node in drawn.nodes}


def test_rates_of_areas_are_drawn_as_areas_with_their_shares(town: Zone) -> None:
    answer = ask(town.database, "rates", AT, {"by": "area", "rate": "organisation"})
    assert shares(picture(town.database, answer)) == {"east": (1, 3)}
    of_zone = ask(town.database, "rates", AT, {"by": "zone", "rate": "organisation"})
    assert picture(town.database, of_zone) == Picture()


def test_an_area_opens_on_its_cells_of_the_day_with_their_shares(town: Zone) -> None:
    drawn = inside(town.database, EAST, AT)
    assert shares(drawn) == {"east": None, "g": (1, 3)}
    assert [(e.source.key, e.name, e.target.key) for e in drawn.edges] == [("g", "PART_OF", "east")]
    assert inside(town.database, EAST, BEGIN).total == 3
    assert [n.ref.key for n in inside(town.database, Ref("Area", "west"), AT).nodes] == ["west"]


def test_a_cell_opens_on_its_firms_uncovered_ones_first(town: Zone) -> None:
    drawn = inside(town.database, Ref("GridCell", "g"), AT)
    assert {n.ref.key for n in drawn.nodes} == {"g", "a", "b", "c", "a-site", "b-site", "c-site"}
    assert ({e.name for e in drawn.edges}, drawn.total) == ({"IN_GRID", "OF"}, 7)
    cut = inside(town.database, Ref("GridCell", "g"), AT, limit=2)
    assert {n.ref.key for n in cut.nodes if n.ref.type == "Enterprise"} == {"a", "c"}
    assert cut.total == len(cut.nodes) + 1


def test_what_is_no_place_opens_on_nothing(town: Zone) -> None:
    assert inside(town.database, Ref("Enterprise", "a"), AT) == Picture()

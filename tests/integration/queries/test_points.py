"""Where nodes stand on a day: their own points, a cell's centre, the middle of what they hold, or nowhere."""

from __future__ import annotations

from datetime import date

import pytest
from drawn_zone import BEGIN, HERE, Zone, north

from queries.points import Point, points
from queries.results import Ref

AT = date(2026, 9, 30)


def stand(zone: Zone, *ids: str, at: date = AT) -> dict[str, list[Point]]:
    return {ref.id: list(found) for ref, found in points(zone.database, map(Ref.parse, ids), at).items()}


def at(point: tuple[float, float], *, rough: bool = False, own: bool = True) -> Point:
    return Point(pytest.approx(point[0]), pytest.approx(point[1]), rough, own)  # type: ignore[arg-type]


def test_a_firm_stands_at_its_sites_and_without_a_point_at_its_cells_centre_roughly(zone: Zone) -> None:
    zone.cell("g", north(900)).firm("two").site("two", north(0)).site("two", north(50), key="second")
    zone.firm("half").site("half", cell="g").firm("none").site("none")
    assert stand(zone, "Enterprise:two", "Enterprise:half", "Enterprise:none") == {
        "Enterprise:two": [at(north(50)), at(north(0))],
        "Enterprise:half": [at(north(900), rough=True)],
    }


def test_a_branch_stands_where_it_is_seated_then_where_the_firms_it_covers_are(zone: Zone) -> None:
    zone.firm("a").site("a", north(10)).branch("seated", "a").node("Venue", "v", at_point=HERE)
    zone.edge("seated", "SEATED_AT", "v").branch("hosted", "a")
    found = stand(zone, "Branch:seated", "Branch:hosted", "Venue:v")
    assert found["Branch:seated"] == [at(HERE), at(north(10), own=False)]
    assert found["Branch:hosted"] == [at(north(10), own=False)]
    assert found["Venue:v"] == [at(HERE)]


def test_cells_and_areas_stand_in_the_middle_of_what_they_hold(zone: Zone) -> None:
    zone.cell("centred", north(0)).node("GridCell", "bare").node("Area", "area").node("Area", "empty")
    zone.edge("centred", "PART_OF", "area").edge("bare", "PART_OF", "area")
    zone.firm("a").site("a", north(100), cell="bare").firm("b").site("b", north(300), cell="bare")
    found = stand(zone, "GridCell:centred", "GridCell:bare", "Area:area", "Area:empty")
    assert found["GridCell:centred"] == [at(north(0))]
    assert found["GridCell:bare"] == [at(north(200))]
    assert found["Area:area"][0].latitude == pytest.approx(north(400 / 3)[1])
    assert "Area:empty" not in found


def test_the_day_decides_and_people_stand_nowhere(zone: Zone) -> None:
    zone.firm("a").site("a", north(10)).node("Venue", "v", at_point=HERE).branch("moved", "a")
    zone.edge("moved", "SEATED_AT", "v", (BEGIN, date(2026, 6, 1))).member("m", "a", "moved", "formal")
    assert stand(zone, "Branch:moved", at=date(2026, 5, 1))["Branch:moved"][0] == at(HERE)
    assert stand(zone, "Branch:moved")["Branch:moved"] == [at(north(10), own=False)]
    assert stand(zone, "Member:m") == {}
    assert points(zone.database, [], AT) == {}

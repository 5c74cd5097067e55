"""The map without a database: lengths, rings, who is not drawn, and files of outlines."""

from __future__ import annotations

import json
from datetime import date
from itertools import combinations, pairwise
from math import asin, cos, hypot, radians, sin, sqrt
from pathlib import Path
from typing import Any

import pytest

from app.mapping import outlines
from app.mapping.outlines import read_outlines
from app.mapping.placing import placed
from app.mapping.projection import Plane
from app.mapping.spread import APART, around, spread
from app.scene.state import Scene
from graph.errors import SettingsError
from queries.points import Point
from queries.results import PictureEdge, PictureNode, Ref

HERE = Plane(117.2, 34.3)


def metres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Along the sphere, as the database measures."""
    (x1, y1), (x2, y2) = ((radians(x), radians(y)) for x, y in (one, other))
    half = sin((y2 - y1) / 2) ** 2 + cos(y1) * cos(y2) * sin((x2 - x1) / 2) ** 2
    return 2 * 6_378_140 * asin(sqrt(half))


@pytest.mark.parametrize("other", [(117.4, 34.3), (117.2, 34.48), (117.05, 34.18), (117.34, 34.42)])
@pytest.mark.parametrize("one", [(117.2, 34.3), (117.1, 34.4)])
def test_lengths_on_the_map_are_right_to_one_per_cent_over_twenty_kilometres(
    one: tuple[float, float], other: tuple[float, float]
) -> None:
    (x1, y1), (x2, y2) = HERE.metres(*one), HERE.metres(*other)
    assert hypot(x2 - x1, y2 - y1) == pytest.approx(metres(one, other), rel=0.01)


def test_north_is_up_and_east_is_right() -> None:
    assert HERE.metres(117.2, 34.31)[1] < 0
    assert HERE.metres(117.21, 34.3)[0] > 0


def test_one_alone_stands_at_its_spot_and_those_at_one_address_around_it() -> None:
    offsets = spread({"A": (0.0, 0.0), "B": (500.0, 0.2), "C": (500.0, 0.0)})
    assert offsets["A"] == (0, 0)
    assert offsets["B"] != offsets["C"]
    assert sum(x for x, _ in (offsets["B"], offsets["C"])) == pytest.approx(0)


@pytest.mark.parametrize("count", [2, 3, 7, 12, 13, 40, 500])
def test_however_many_stand_at_one_spot_none_covers_another(count: int) -> None:
    stand = [offset for _, offset in around([str(i) for i in range(count)])]
    assert len(stand) == count
    apart = min(hypot(a - c, b - d) for (a, b), (c, d) in combinations(stand, 2))
    assert apart >= APART * 0.9


def scene(*ids: str, missing: tuple[str, ...] = (), edges: tuple[tuple[str, str], ...] = ()) -> Scene:
    nodes = {i: PictureNode(Ref.parse(i), i, missing=i in missing) for i in ids}
    ghosts = [PictureEdge(Ref.parse(a), Ref.parse(b), "COVERS", ghost=True) for a, b in edges]
    return Scene(at=date(2026, 10, 31), nodes=nodes, edges={edge.id: edge for edge in ghosts})


def test_nodes_without_coordinates_are_listed_and_never_dropped() -> None:
    found = placed(scene("Enterprise:1", "Officer:2", "Member:3"), {"Enterprise:1": (Point(117.2, 34.3),)}, None)
    assert found.nodes.keys() == {"Enterprise:1"}
    assert found.unplaced == ("Officer:2", "Member:3")
    nowhere = placed(scene("Officer:2"), {}, None)
    assert nowhere.unplaced == ("Officer:2",)


def test_what_is_missing_stands_with_whom_it_is_missing_for() -> None:
    drawn = scene(
        *("Enterprise:1", "Enterprise:2", "Branch:missing:x"),
        missing=("Branch:missing:x",),
        edges=(("Branch:missing:x", "Enterprise:1"), ("Branch:missing:x", "Enterprise:2")),
    )
    points = {"Enterprise:1": (Point(117.2, 34.3),), "Enterprise:2": (Point(117.22, 34.3),)}
    found = placed(drawn, points, None)
    assert found.unplaced == ()
    one, two, between = (found.nodes[i].x for i in drawn.nodes)
    assert between == pytest.approx((one + two) / 2, abs=0.2)


def test_other_places_of_a_node_come_with_it_and_its_first_decides() -> None:
    points = {"Branch:1": (Point(117.2, 34.3), Point(117.21, 34.3, own=False))}
    node = placed(scene("Branch:1"), points, HERE).nodes["Branch:1"]
    assert (node.x, node.y) == (0, 0)
    assert node.hosted
    assert node.others == (HERE.metres(117.21, 34.3),)


def test_newcomers_move_nobody_while_the_zone_is_the_same_and_a_far_zone_has_a_plane_of_its_own() -> None:
    first = placed(scene("Site:1"), {"Site:1": (Point(117.2, 34.3),)}, None)
    points = {"Site:1": (Point(117.2, 34.3),), "Site:2": (Point(117.3, 34.4),)}
    more = placed(scene("Site:1", "Site:2"), points, first.plane)
    assert more.nodes["Site:1"] == first.nodes["Site:1"]
    far = placed(scene("Site:3"), {"Site:3": (Point(121.4, 31.2),)}, first.plane)
    assert far.plane == Plane(121.4, 31.2)


SQUARE = [[117.1, 34.2], [117.3, 34.2], [117.3, 34.4], [117.1, 34.2]]


def kept(home: Path, content: Any) -> Path:
    (home / outlines.FILE).write_text(json.dumps(content), encoding="utf-8")
    return home


def test_polygons_and_lines_of_a_local_file_are_read(tmp_path: Path) -> None:
    assert read_outlines(tmp_path) is None
    polygon = {"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": [SQUARE]}}
    roads = {"type": "Feature", "properties": {}, "geometry": {"type": "MultiLineString", "coordinates": [SQUARE[:2]]}}
    found = read_outlines(kept(tmp_path, {"type": "FeatureCollection", "features": [polygon, roads]}))
    assert found is not None
    assert found.closed[0][0] == (117.1, 34.2)
    assert len(found.open[0]) == 2


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ({"type": "Point", "coordinates": [117, 34]}, "Point"),
        ({"type": "Polygon", "coordinates": [[[500000, 3800000]]]}, "经度和纬度"),
        ({"type": "Polygon"}, "经度和纬度"),
        ([1, 2], "None"),
    ],
)
def test_a_file_that_cannot_be_drawn_is_told_in_one_sentence(tmp_path: Path, content: Any, told: str) -> None:
    with pytest.raises(SettingsError) as error:
        read_outlines(kept(tmp_path, content))
    assert told in error.value.say("zh")
    assert outlines.FILE in error.value.say("en")


def test_a_file_that_is_no_json_or_too_large_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / outlines.FILE).write_text("{", encoding="utf-8")
    with pytest.raises(SettingsError, match="GeoJSON"):
        read_outlines(tmp_path)
    monkeypatch.setattr(outlines, "MOST_BYTES", 0)
    with pytest.raises(SettingsError, match="MB"):
        read_outlines(tmp_path)


def test_nodes_on_the_inner_ring_come_first() -> None:
    stand = [hypot(*offset) for _, offset in around([str(i) for i in range(60)])]
    assert all(one <= other + 0.2 for one, other in pairwise(stand))

import itertools
import time

import pytest

from app.placing import place, place_around
from app.placing.boxes import HEIGHT, WIDTH
from queries.results import Picture, PictureEdge, PictureNode, Ref


def firm(i: int) -> PictureNode:
    return PictureNode(Ref("Enterprise", f"F{i:04}"), f"企业{i}")


def branch(i: int) -> PictureNode:
    return PictureNode(Ref("Branch", f"B{i:04}"), f"支部{i}")


def covers(b: int, f: int) -> PictureEdge:
    return PictureEdge(Ref("Branch", f"B{b:04}"), Ref("Enterprise", f"F{f:04}"), "COVERS")


def stars(branches: int, firms: int) -> Picture:
    nodes = [branch(b) for b in range(branches)] + [firm(f) for f in range(branches * firms)]
    return Picture.of(nodes, [covers(b, b * firms + f) for b in range(branches) for f in range(firms)])


def web(firms: int) -> Picture:
    """Each branch near several firms and each firm near several branches: one connected part."""
    nodes = [branch(b) for b in range(firms // 3)] + [firm(f) for f in range(firms)]
    edges = [covers((f // 3 + k) % (firms // 3), f) for f in range(firms) for k in range(3)]
    return Picture.of(nodes, edges)


def overlaps(positions: dict[str, tuple[float, float]]) -> list[tuple[str, str]]:
    return [
        (a, b)
        for (a, (ax, ay)), (b, (bx, by)) in itertools.combinations(positions.items(), 2)
        if abs(ax - bx) < WIDTH - 1 and abs(ay - by) < HEIGHT - 1
    ]


@pytest.mark.parametrize("picture", [Picture(), stars(1, 0), stars(4, 5), stars(1, 40), web(30), web(90)])
def test_every_node_has_a_place_and_no_two_captions_overlap(picture: Picture) -> None:
    positions = place(picture, {})
    assert positions.keys() == {node.ref.id for node in picture.nodes}
    assert not overlaps(positions)


def test_the_same_picture_is_placed_the_same() -> None:
    assert place(web(30), {}) == place(web(30), {})


def test_a_large_part_is_placed_quickly_and_without_overlap() -> None:
    picture = web(1500)
    started = time.perf_counter()
    positions = place(picture, {})
    assert time.perf_counter() - started < 5
    assert not overlaps(positions)


def test_fixed_nodes_stay_where_they_are() -> None:
    fixed = {"Enterprise:F0001": (1234.0, -55.0)}
    positions = place(stars(2, 4), fixed)
    assert positions["Enterprise:F0001"] == (1234.0, -55.0)


def test_newcomers_find_free_places_near_the_node_they_came_from() -> None:
    old = place(stars(4, 5), {})
    new = place_around(old, [f"Member:{i}" for i in range(50)], "Branch:B0001")
    assert len(new) == 50
    assert not overlaps({**old, **new})


def test_newcomers_without_a_node_stand_below_the_picture() -> None:
    old = place(stars(2, 3), {})
    new = place_around(old, ["Officer:1"])
    assert new["Officer:1"][1] > max(y for _, y in old.values())
    assert place_around({}, ["Officer:1"]) == {"Officer:1": (0.0, 0.0)}

"""Filters: what each hides, that they work in their order, and that what expanding brought can be collapsed."""

from datetime import date

from app.converters.change import between
from app.converters.filters import at_work
from app.placing import place
from app.placing.layouts import by_rings, by_types
from app.scene import actions
from app.scene.filters import Filter, sift
from app.scene.state import Scene
from queries.results import Answer, Picture, PictureEdge, PictureNode, Ref

NEAR, FAR, LONE = (Ref("Enterprise", key) for key in ("near", "far", "lone"))
HALL, INN = (Ref("Branch", key) for key in ("hall", "inn"))
NODES = [PictureNode(ref, f"{ref.key}有限公司") for ref in (NEAR, FAR, LONE, HALL, INN)]
EDGES = [
    PictureEdge(HALL, NEAR, "COVERS", ghost=True, rule="r", metres=300.0),
    PictureEdge(INN, NEAR, "COVERS", ghost=True, rule="r", metres=900.0),
    PictureEdge(INN, FAR, "COVERS", ghost=True, rule="r", metres=700.0),
]
PICTURE = Picture.of(NODES, EDGES)
ANSWER = Answer("unreached", date(2026, 10, 31), {}, (), 0, ())


def drawn(*filters: Filter) -> set[str]:
    scene = actions.ask(Scene(), ANSWER, PICTURE)
    for one in filters:
        scene = actions.filtered(scene, one)
    return {node.ref.key for node in scene.picture().nodes}


def test_far_links_go_and_with_them_what_only_they_held() -> None:
    assert drawn(Filter("within", "500")) == {"near", "hall", "lone"}
    scene = actions.filtered(actions.ask(Scene(), ANSWER, PICTURE), Filter("within", "700"))
    assert {(e.source, e.target) for e in scene.picture().edges} == {(HALL, NEAR), (INN, FAR)}


def test_what_lacks_nothing_what_has_no_link_and_what_is_called_otherwise_goes() -> None:
    assert drawn(Filter("holes")) == drawn(Filter("linked")) == {"near", "far", "hall", "inn"}
    assert drawn(Filter("named", "FAR有限")) == {"far", "inn"}
    missing = PictureNode(Ref("Branch", "missing:x"), "待建党组织", missing=True)
    absent = Picture.of([*NODES, missing], [])
    sifted = sift({n.ref.id: n for n in absent.nodes}, {}, [Filter("holes")])
    assert {i for i in (n.ref.id for n in absent.nodes) if i not in sifted.nodes} == {missing.ref.id}


def test_each_filter_sees_what_the_one_before_left_and_says_how_many_it_hid() -> None:
    assert drawn(Filter("within", "500"), Filter("linked")) == {"near", "hall"}
    scene = actions.ask(Scene(), ANSWER, PICTURE)
    for one in (Filter("within", "500"), Filter("linked"), Filter("within", "800")):
        scene = actions.filtered(scene, one)
    told = [(t.kind, t.words.zh, t.hidden) for t in at_work(scene)]
    assert told == [("linked", "只看有关系的", 1), ("within", "待建联系不超过 800 米", 0)]
    assert drawn() == {"near", "far", "lone", "hall", "inn"}


def test_the_browser_hears_which_edges_a_filter_hides_and_shows() -> None:
    before = actions.ask(Scene(), ANSWER, PICTURE)
    after = actions.filtered(before, Filter("within", "800"))
    far = EDGES[1].id
    assert between(before, after, "zh")["hide"] == [far]
    assert between(after, before, "zh")["show"] == [far]


def test_a_question_asked_again_keeps_filters_and_places_and_another_does_not() -> None:
    scene = actions.filtered(actions.ask(Scene(), ANSWER, PICTURE), Filter("linked"))
    scene = actions.note(scene, NEAR.id, "下周去")
    fewer = Picture.of(NODES[:4], EDGES)
    again = actions.ask(scene, Answer("unreached", date(2026, 9, 30), {}, (), 0, ()), fewer)
    assert again.filters == scene.filters
    assert again.notes == {NEAR.id: "下周去"}
    assert all(again.positions[i] == scene.positions[i] for i in again.nodes)
    other = actions.ask(scene, Answer("members-uncovered", date(2026, 9, 30), {}, (), 0, ()), fewer)
    assert other.filters == ()


def test_what_expanding_brought_collapses_again_but_for_what_was_noted() -> None:
    scene = actions.ask(Scene(), ANSWER, Picture.of([NODES[0]], []))
    scene = actions.grow(scene, Picture.of([NODES[0], NODES[3], NODES[4]], EDGES), NEAR.id)
    scene = actions.grow(scene, Picture.of([NODES[4], NODES[1]], EDGES), INN.id)
    assert actions.collapse(scene, NEAR.id).nodes.keys() == {NEAR.id}
    kept = actions.collapse(actions.note(scene, INN.id, "留着"), NEAR.id)
    assert kept.nodes.keys() == {NEAR.id, INN.id, FAR.id}
    assert actions.collapse(scene, HALL.id) == scene


def test_layouts_place_every_node_once_and_keep_groups_apart() -> None:
    groups = {NEAR.id: "东", HALL.id: "东", FAR.id: "西"}
    found = place(PICTURE, {}, groups)
    ids = {node.ref.id for node in NODES}
    assert found.keys() == by_types(PICTURE, ["Branch"]).keys() == by_rings(PICTURE, [INN.id]).keys() == ids
    for positions in (found, by_types(PICTURE, ["Branch"]), by_rings(PICTURE, [INN.id])):
        assert len(set(positions.values())) == len(ids)
    assert by_rings(PICTURE, [INN.id])[INN.id] == (0.0, 0.0)
    columns = by_types(PICTURE, ["Branch", "Enterprise"])
    assert columns[HALL.id][0] < columns[NEAR.id][0]


def test_areas_that_stand_apart_are_named_and_those_that_overlap_are_not() -> None:
    areas = {NEAR.id: "东", HALL.id: "东", FAR.id: "西", INN.id: "西"}
    scene = actions.ask(Scene(), ANSWER, PICTURE, areas)
    assert [block.name for block in scene.blocks] == ["东", "西"]
    assert between(Scene(), scene, "zh")["areas"] == [vars(block) for block in scene.blocks]
    assert "areas" not in between(scene, actions.select(scene, [NEAR.id]), "zh")
    x, y = scene.positions[FAR.id]
    across = actions.move(scene, {NEAR.id: (x, y)})
    assert across.blocks == ()
    assert [block.name for block in actions.hide(scene, [FAR.id]).blocks] == ["东"]  # one node alone needs no name
    assert [block.name for block in actions.lay_out(across, "areas", areas).blocks] == []  # pinned ones stay across
    assert actions.lay_out(scene, "links").areas == scene.areas

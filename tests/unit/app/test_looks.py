"""Colours by rule: the first match wins, what is not known matches nothing, sizes grow with their measure."""

from datetime import date

import pytest

from app.converters.elements import node_data
from app.converters.legend import grades
from app.scene import actions
from app.scene.looks import LARGEST, SMALLEST, sized
from app.scene.state import Scene
from app.theme import TOKENS
from app.theme.canvas import stylesheet
from app.theme.looks import looks
from queries.look_facts import TYPES
from queries.results import Picture, PictureEdge, PictureNode, Ref

HOLE, BARE, MET, COVERED, UNKNOWN = (Ref("Enterprise", key) for key in ("hole", "bare", "met", "covered", "unknown"))
BRANCH = Ref("Branch", "b")
FACTS = {
    HOLE.id: {"covers": 0, "officers": 0, "workers": 2, "staff": 40},
    BARE.id: {"covers": 0, "officers": 0, "workers": 0, "staff": 10},
    MET.id: {"covers": 0, "officers": 1, "workers": 0},
    COVERED.id: {"covers": 1, "officers": 0, "workers": 9, "staff": 0},
    BRANCH.id: {"members": 9},
}
AT = date(2026, 10, 31)
PICTURE = Picture.of(
    [PictureNode(ref, ref.key) for ref in (HOLE, BARE, MET, COVERED, UNKNOWN, BRANCH)],
    [PictureEdge(BRANCH, COVERED, "COVERS")],
)


def scene(look: str = "", size_by: str = "") -> Scene:
    drawn = {node.ref.id: node for node in PICTURE.nodes}
    edges = {edge.id: edge for edge in PICTURE.edges}
    return actions.look(Scene(at=AT, nodes=drawn, edges=edges, facts=FACTS, facts_at=AT), look, size_by)


def test_the_first_rule_that_matches_colours_a_node_and_marks_its_name() -> None:
    drawn = scene("coverage")
    found = {i.split(":")[1]: rule.id for i, rule in drawn.grades.items()}
    assert found == {"hole": "members-uncovered", "bare": "unreached", "met": "assigned", "covered": "covered"}
    assert node_data(drawn, HOLE.id)["label"] == "▲ hole"
    assert "grade" not in node_data(drawn, UNKNOWN.id)
    assert [(rule.id, count) for rule, count in grades(drawn)] == [
        ("members-uncovered", 1),
        ("unreached", 1),
        ("assigned", 1),
        ("covered", 1),
    ]


def test_facts_of_another_day_colour_nothing() -> None:
    assert scene("coverage").grades
    other = actions.look(Scene(at=date(2026, 9, 30), nodes=scene().nodes, facts=FACTS, facts_at=AT), "coverage")
    assert not other.grades


@pytest.mark.parametrize(("measure", "known"), [("staff", 3), ("members", 1), ("links", 6)])
def test_sizes_grow_with_their_measure_where_it_is_known(measure: str, known: int) -> None:
    sizes = scene(size_by=measure).sizes
    assert len(sizes) == known
    assert max(sizes.values()) == LARGEST
    assert min(sizes.values()) >= SMALLEST
    assert sized({}, [], {}, measure) == {}


def test_every_declared_colour_type_and_mark_is_one() -> None:
    rules = [rule for colouring in looks().colours.values() for rule in colouring.rules]
    assert {rule.colour for rule in rules} <= TOKENS["light"].keys()
    assert {rule.type for rule in rules} <= set(TYPES)
    assert len({rule.id for rule in rules}) == len(rules)
    drawn = {rule["selector"] for rule in stylesheet("light")}
    assert {f'node[grade = "{rule.id}"]' for rule in rules} <= drawn
    for colouring in looks().colours.values():
        assert len({rule.mark for rule in colouring.rules}) == len(colouring.rules), "paper tells grades by their marks"

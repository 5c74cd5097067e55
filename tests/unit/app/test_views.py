"""Saved views: what is kept comes back, what changed since is told, and a file that is none is told too."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.converters.since import told_since
from app.link import Link, address, leads_to, read_link
from app.saved.cabinet import Cabinet, named
from app.saved.view import View, brought_back, restored, to_ask, to_find, to_link, viewed
from app.saved.view_json import read, written
from app.scene import actions
from app.scene.filters import Filter
from app.scene.state import Scene
from graph.errors import NotFound, WrongQuestion
from queries.results import Answer, Picture, PictureEdge, PictureNode, Ref

FIRMS = [Ref("Enterprise", f"E{i}") for i in range(5)]
BRANCH, LATER = Ref("Branch", "B"), Ref("Branch", "L")
NODES = {ref: PictureNode(ref, f"{ref.key}公司") for ref in [*FIRMS, BRANCH, LATER]}
IDS = [ref.id for ref in NODES]
DAY, SAVED = date(2026, 9, 30), "2026-10-31T09:12+08:00"
BELONGS = PictureEdge(LATER, FIRMS[0], "COVERS", since=date(2025, 1, 1))


def answer(firms: list[Ref], total: int | None = None) -> Answer:
    rows = tuple({"firm": ref.key, "name": f"{ref.key}公司"} for ref in firms)
    return Answer("unreached", DAY, {"kind": "any"}, (), len(rows) if total is None else total, rows)


def drawn(firms: list[Ref]) -> Picture:
    ghosts = [PictureEdge(BRANCH, ref, "COVERS", ghost=True, rule="r", metres=100.0) for ref in firms]
    return Picture.of([NODES[ref] for ref in [*firms, BRANCH]], ghosts)


def asked(scene: Scene, firms: list[Ref], total: int | None = None) -> Scene:
    return actions.ask(scene, answer(firms, total), drawn(firms))


def opened(view: View, firms: list[Ref], there: list[Ref], total: int | None = None) -> Scene:
    """The view on a graph where the question finds these firms, and these nodes are there."""
    scene = asked(to_ask(view), firms, total)
    found = {ref: NODES[ref] for ref in to_find(view, scene) if ref in there}
    linked = [e for e in [BELONGS] if {e.source, e.target} & {*found, *to_link(view, scene)}]
    return restored(scene, view, brought_back(view, scene, found, linked))


def at_work(scene: Scene) -> tuple[object, ...]:
    return (
        *(scene.question, scene.at, scene.positions, scene.pinned, scene.hidden, scene.hidden_types, scene.filters),
        *(scene.notes, scene.brought, scene.nodes, dict(scene.edges)),
    )


steps = st.one_of(
    st.builds(lambda i, x: lambda s: actions.move(s, {i: (x, -x)}), st.sampled_from(IDS), st.floats(-900, 900)),
    st.builds(lambda i: lambda s: actions.hide(s, [i]), st.sampled_from(IDS)),
    st.builds(lambda i: lambda s: actions.toggle_pin(s, [i]), st.sampled_from(IDS)),
    st.builds(lambda t: lambda s: actions.toggle_type(s, t), st.sampled_from(["Enterprise", "Branch"])),
    st.builds(
        lambda f: lambda s: actions.filtered(s, f),
        st.sampled_from([Filter("within", "500"), Filter("holes"), Filter("named", "E1")]),
    ),
    st.builds(lambda i, w: lambda s: actions.note(s, i, w), st.sampled_from(IDS), st.sampled_from(["", "下周去"])),
    st.just(lambda s: actions.grow(s, Picture.of([NODES[FIRMS[0]], NODES[LATER]], [BELONGS]), FIRMS[0].id)),
)


@settings(deadline=None)
@given(st.lists(steps, max_size=10))
def test_what_was_saved_comes_back_as_it_was(sequence) -> None:
    scene = asked(Scene(), FIRMS[:3])
    for step in sequence:
        scene = step(scene)
    view = viewed(scene, drawn(FIRMS[:3]), "走访", SAVED)
    again = opened(read(written(view)), FIRMS[:3], list(NODES))
    assert at_work(again) == at_work(scene)
    told = told_since(again, "zh")
    assert told is not None
    assert told["words"] == "与 2026-10-31 保存时相比没有变化"


def test_what_is_new_and_gone_is_counted_named_and_placed_beside_what_stayed() -> None:
    scene = actions.move(asked(Scene(), FIRMS[:3]), {FIRMS[0].id: (7.0, 8.0)})
    view = viewed(scene, drawn(FIRMS[:3]), "走访", SAVED)
    again = opened(view, [FIRMS[0], FIRMS[3], FIRMS[4]], list(NODES))
    assert again.positions[FIRMS[0].id] == (7.0, 8.0)
    assert again.positions[BRANCH.id] == scene.positions[BRANCH.id]
    assert told_since(again, "zh") == {
        "view": "走访",
        "title": "视图“走访” · 2026-09-30",
        "words": "与 2026-10-31 保存时相比：新增 2 条，少了 2 条(E1公司、E2公司)",
        "nodes": [FIRMS[3].id, FIRMS[4].id],
    }
    told = told_since(again, "en")
    assert told is not None
    assert told["words"] == "Since it was saved on 2026-10-31: 2 new, 2 gone (E1公司, E2公司)"


def test_what_a_person_brought_in_or_noted_stays_and_what_exists_no_more_is_named() -> None:
    scene = actions.grow(asked(Scene(), FIRMS[:2]), Picture.of([NODES[FIRMS[0]], NODES[LATER]], [BELONGS]), FIRMS[0].id)
    scene = actions.note(scene, FIRMS[1].id, "下周去")
    view = viewed(scene, drawn(FIRMS[:2]), "走访", SAVED)
    # the noted firm is no longer in the answer, and yet it is drawn with its note
    again = opened(view, FIRMS[:1], list(NODES))
    assert again.notes == {FIRMS[1].id: "下周去"}
    assert BELONGS.id in again.edges
    assert again.brought == {LATER.id: FIRMS[0].id}
    gone = opened(view, FIRMS[:1], [])
    told = told_since(gone, "zh")
    assert told is not None
    assert told["words"].endswith("少了 1 条(E1公司)；存过的 2 个节点已不存在：E1公司、L公司")
    assert LATER.id not in gone.nodes


def test_an_answer_with_more_rows_than_are_listed_is_not_compared_row_by_row() -> None:
    view = viewed(asked(Scene(), FIRMS[:3], total=1_340), drawn(FIRMS[:3]), "走访", SAVED)
    told = told_since(opened(view, FIRMS[:3], list(NODES), total=1_352), "zh")
    assert told is not None
    assert told["words"] == "2026-10-31 保存时共 1,340 条，现在共 1,352 条；没有全部列出，所以不逐条比较"
    assert told["nodes"] == []


def test_the_link_of_a_view_is_its_name_until_something_else_is_asked() -> None:
    scene = opened(viewed(asked(Scene(), FIRMS), drawn(FIRMS), "十月 走访&1", SAVED), FIRMS, [])
    scene = actions.hide(scene, [FIRMS[0].id])
    link = read_link(address(scene, {}))
    assert link == Link(saved="十月 走访&1")
    assert leads_to(link, scene, {})
    other = asked(scene, FIRMS[:2])
    assert other.opened is None
    assert not leads_to(link, other, {})
    assert address(other, {"kind": "any"}) == "?q=unreached&at=2026-09-30"


def test_views_are_kept_listed_replaced_and_removed(tmp_path: Path) -> None:
    cabinet = Cabinet(tmp_path)
    view = viewed(asked(Scene(), FIRMS), drawn(FIRMS), "走访", SAVED)
    cabinet.put(view)
    cabinet.put(replace(view, name="后来", saved="2026-11-01T09:00+08:00"))
    assert [one.name for one in cabinet] == ["后来", "走访"]
    assert cabinet.get("走访") == view
    cabinet.put(replace(view, hidden=frozenset({BRANCH.id})))
    assert cabinet.get("走访").hidden == {BRANCH.id}
    cabinet.remove("走访")
    assert "走访" not in cabinet
    with pytest.raises(NotFound) as told:
        cabinet.get("走访")
    assert "没有名为“走访”的视图" in told.value.say("zh")
    assert "视图" in str(told.value.next_step)


@pytest.mark.parametrize(
    "spoilt", ["{", "[]", '{"format": 99}', '{"format": 1}', '{"format": 1, "at": "2026-10-31", "filters": [{}]}', "文"]
)
def test_a_file_that_is_no_view_is_told_and_left_out_of_the_list(tmp_path: Path, spoilt: str) -> None:
    cabinet = Cabinet(tmp_path)
    cabinet.put(viewed(asked(Scene(), FIRMS), drawn(FIRMS), "走访", SAVED))
    (path,) = (tmp_path / "views").iterdir()
    path.write_text(spoilt, encoding="utf-8")
    assert list(cabinet) == []
    with pytest.raises(NotFound) as told:
        cabinet.get("走访")
    assert str(path) in told.value.say("zh")
    assert "备份" in told.value.say("zh")


@pytest.mark.parametrize(
    ("part", "value"),
    [
        ("filters", [{"kind": "other", "value": ""}]),
        ("filters", [{"kind": "within", "value": "near"}]),
        ("positions", {"Branch:B": [1]}),
        ("pinned", None),
        ("at", "2026-13-01"),
    ],
)
def test_a_part_of_another_shape_is_refused(part: str, value: object) -> None:
    plain = json.loads(written(viewed(asked(Scene(), FIRMS), drawn(FIRMS), "走访", SAVED)))
    with pytest.raises(ValueError):
        read(json.dumps(plain | {part: value}))


def test_a_name_is_needed_and_is_short() -> None:
    assert named("  十月   走访 ") == "十月 走访"
    for words in ("  ", "长" * 41):
        with pytest.raises(WrongQuestion):
            named(words)


def test_a_person_who_is_forgotten_leaves_all_views_and_notes_with_the_name_are_told(tmp_path: Path) -> None:
    person = Ref("Member", "d1")
    works = PictureEdge(person, FIRMS[0], "WORKS_AT", since=date(2025, 1, 1))
    arrived = Picture.of([NODES[FIRMS[0]], PictureNode(person, "甄*·3")], [works])
    scene = actions.grow(asked(Scene(), FIRMS[:2]), arrived, FIRMS[0].id)
    scene = actions.move(actions.note(scene, person.id, "书记人选"), {person.id: (1.0, 2.0)})
    scene = actions.note(scene, FIRMS[1].id, "找甄某某")
    cabinet = Cabinet(tmp_path)
    cabinet.put(viewed(scene, drawn(FIRMS[:2]), "走访", SAVED))
    cabinet.put(replace(viewed(asked(Scene(), FIRMS), drawn(FIRMS), "其他", SAVED), rows={'["", "d1"]': "甄*·3"}))
    assert [view.name for view in cabinet.forget([person], {"甄某某"})] == ["走访"]
    kept = "".join(path.read_text(encoding="utf-8") for path in (tmp_path / "views").iterdir())
    assert "d1" not in kept
    assert "甄*" not in kept
    assert "书记人选" not in kept
    assert cabinet.get("走访").notes == {FIRMS[1].id: "找甄某某"}

"""The scene's promise: whatever was done, taking it back restores what was there."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from app.placing.layouts import LAYOUTS
from app.scene import actions
from app.scene.filters import KINDS, Filter
from app.scene.history import STEPS, History
from app.scene.state import Change, Scene, changed, difference
from graph.text import Text
from queries.comparing import Comparison
from queries.results import Answer, Picture, PictureEdge, PictureNode, Ref

NAME = Text("一步", "a step")
REFS = [Ref("Enterprise", f"E{i}") for i in range(6)] + [Ref("Branch", f"B{i}") for i in range(3)]
IDS = [ref.id for ref in REFS]

pictures = st.builds(
    lambda refs, pairs, total: Picture.of(
        [PictureNode(ref, ref.key) for ref in refs], [PictureEdge(a, b, "COVERS") for a, b in pairs], total
    ),
    st.sets(st.sampled_from(REFS)),
    st.lists(st.tuples(st.sampled_from(REFS), st.sampled_from(REFS)), max_size=6),
    st.integers(9, 99),
)
answers = st.builds(
    lambda question, day, total: Answer(question, day, {"radius": total}, (), total, ()),
    st.sampled_from(["unreached", "members-uncovered"]),
    st.dates(date(2026, 1, 1), date(2026, 12, 31)),
    st.integers(0, 50),
)
ids = st.sets(st.sampled_from([*IDS, "Enterprise:unknown"]))
places = st.dictionaries(st.sampled_from(IDS), st.tuples(st.floats(-900, 900), st.floats(-900, 900)))
areas = st.dictionaries(st.sampled_from(IDS), st.sampled_from(["东", "西"]))
filters = st.one_of(
    st.builds(Filter, st.just("within"), st.sampled_from(["100", "500"])),
    st.builds(Filter, st.sampled_from(["holes", "linked"])),
    st.builds(Filter, st.just("named"), st.sampled_from(["E", "B1"])),
)
turned = st.dictionaries(st.sampled_from(IDS), st.sampled_from(["gained", "lost"]))


def compared(answer: Answer) -> Comparison:
    return Comparison(replace(answer, at=date(2025, 12, 31)), answer, (), {"gained": 1, "lost": 0, "kept": 2})


steps = st.one_of(
    st.builds(lambda a, p: lambda s: actions.ask(s, a, p), answers, pictures),
    st.builds(lambda a, p, t: lambda s: actions.compare(s, compared(a), p, t), answers, pictures, turned),
    st.builds(lambda p, i: lambda s: actions.grow(s, p, i), pictures, st.sampled_from([None, *IDS])),
    st.builds(lambda i: lambda s: actions.hide(s, i), ids),
    st.builds(lambda i: lambda s: actions.select(s, i), ids),
    st.builds(lambda i: lambda s: actions.toggle_pin(s, i), ids),
    st.builds(lambda p: lambda s: actions.move(s, p), places),
    st.builds(lambda t: lambda s: actions.toggle_type(s, t), st.sampled_from(["Enterprise", "Branch"])),
    st.just(actions.show_all),
    st.builds(lambda how, a: lambda s: actions.lay_out(s, how, a), st.sampled_from(LAYOUTS), areas),
    st.builds(lambda f: lambda s: actions.filtered(s, f), filters),
    st.builds(lambda k: lambda s: actions.unfiltered(s, k), st.sampled_from(KINDS)),
    st.builds(lambda i, w: lambda s: actions.note(s, i, w), st.sampled_from(IDS), st.sampled_from(["", "下周去"])),
    st.builds(lambda i: lambda s: actions.collapse(s, i), st.sampled_from(IDS)),
)


def without_selection(scene: Scene) -> Scene:
    return actions.select(scene, [])


@given(st.lists(steps, max_size=12))
def test_undo_of_any_sequence_restores_and_redo_repeats(sequence) -> None:
    history, seen = History(), [Scene()]
    for step in sequence:
        before = history.version
        history = history.do(NAME, step(history.scene))
        if history.version > before:
            seen.append(history.scene)
    for expected in reversed(seen[:-1]):
        history = history.undo()
        assert without_selection(history.scene) == without_selection(expected)
    assert not history.done
    for expected in seen[1:]:
        history = history.redo()
        assert without_selection(history.scene) == without_selection(expected)


@given(st.lists(steps, max_size=8), steps)
def test_a_change_and_its_inverse_cancel(sequence, last) -> None:
    scene = Scene()
    for step in sequence:
        scene = step(scene)
    after = last(scene)
    change = difference(scene, after)
    assert without_selection(changed(scene, change)) == without_selection(after)
    assert without_selection(changed(after, change.inverse)) == without_selection(scene)


@given(pictures, pictures, st.sampled_from(IDS))
def test_arriving_neighbours_move_nobody(first, more, around) -> None:
    scene = actions.ask(Scene(), Answer("q", date(2026, 1, 1), {}, (), 0, ()), first)
    grown = actions.grow(scene, more, around)
    assert all(grown.positions[i] == position for i, position in scene.positions.items())
    assert grown.positions.keys() == grown.nodes.keys()


def test_at_least_fifty_steps_can_be_taken_back() -> None:
    history = History(actions.grow(Scene(), Picture.of([PictureNode(REFS[0], "企业")], [])))
    for i in range(STEPS + 20):
        history = history.do(NAME, actions.move(history.scene, {IDS[0]: (float(i + 1), 0.0)}))
    for _ in range(60):
        history = history.undo()
    assert history.scene.positions[IDS[0]] == (float(STEPS + 20 - 60), 0.0)


def test_steps_of_one_run_are_taken_back_at_once() -> None:
    begun = History().do(NAME, actions.grow(Scene(), Picture.of([PictureNode(REFS[0], "企业")], [])))
    history = begun
    for x in (1.0, 2.0, 3.0):
        history = history.do(NAME, actions.move(history.scene, {IDS[0]: (x, 0.0)}), run="one")
    assert len(history.done) == len(begun.done) + 1
    assert history.undo().scene == begun.scene
    assert history.undo().redo().scene == history.scene
    other = history.do(NAME, actions.move(history.scene, {IDS[0]: (9.0, 0.0)}), run="two")
    assert other.undo().scene == history.scene
    apart = begun.do(NAME, actions.move(begun.scene, {IDS[0]: (1.0, 0.0)}))
    assert apart.do(NAME, actions.move(apart.scene, {IDS[0]: (2.0, 0.0)})).undo().scene == apart.scene


def test_a_new_step_forgets_what_was_taken_back() -> None:
    one = History().do(NAME, actions.grow(Scene(), Picture.of([PictureNode(REFS[0], "企业")], [])))
    other = one.undo().do(NAME, actions.toggle_type(Scene(), "Branch"))
    assert other.undone == ()
    assert other.redo() == other


def test_undo_and_redo_of_nothing_change_nothing() -> None:
    assert History().undo() == History() == History().redo()
    assert not Change()


def test_hiding_leaves_out_the_node_and_its_edges_but_not_the_total() -> None:
    firm, branch = (PictureNode(ref, ref.key) for ref in (REFS[0], REFS[6]))
    picture = Picture.of([firm, branch], [PictureEdge(branch.ref, firm.ref, "COVERS")], total=40)
    scene = actions.hide(actions.ask(Scene(), Answer("q", date(2026, 1, 1), {}, (), 0, ()), picture), [firm.ref.id])
    assert scene.picture() == Picture((branch,), (), 40)

"""The actions on what is drawn already: none of them asks the database for more than where things lie."""

from __future__ import annotations

from collections.abc import Mapping

from app.action import Action, Asked, Carried, World, day_of
from app.converters.filters import filter_words
from app.i18n import text
from app.placing.layouts import LAYOUTS, Layout
from app.scene import actions
from app.scene.filters import KINDS, Filter
from app.scene.history import History
from app.theme.looks import looks
from graph.errors import LiangxinError, WrongQuestion
from graph.model import model
from queries.areas import areas

NOTE_LONGEST = 500


def _hide(world: World, history: History, action: Action) -> Asked:
    nodes = list(action.get("nodes") or history.scene.selection)
    if not nodes:
        raise LiangxinError(text("select_first"))
    return Asked(history.do(text("step_hide", count=len(nodes)), actions.hide(history.scene, nodes)))


def _hide_others(world: World, history: History, action: Action) -> Asked:
    scene = history.scene
    if not scene.selection:
        raise LiangxinError(text("select_first"))
    others = [i for i in scene.nodes if i not in scene.selection and i in scene.drawn]
    return Asked(history.do(text("step_hide", count=len(others)), actions.hide(scene, others)))


def _toggle_type(world: World, history: History, action: Action) -> Asked:
    node_type = str(action["type"])
    word = "step_show_type" if node_type in history.scene.hidden_types else "step_hide_type"
    name = text(word, name=model()[node_type].label)
    return Asked(history.do(name, actions.toggle_type(history.scene, node_type)))


def _move(world: World, history: History, action: Action) -> Asked:
    positions = {str(i): (float(x), float(y)) for i, (x, y) in action["positions"].items()}
    return Asked(history.do(text("step_move", count=len(positions)), actions.move(history.scene, positions)))


def _pin(world: World, history: History, action: Action) -> Asked:
    if not history.scene.selection:
        raise LiangxinError(text("select_first"))
    return Asked(history.do(text("step_pin"), actions.toggle_pin(history.scene, history.scene.selection)))


def _collapse(world: World, history: History, action: Action) -> Asked:
    around = str(action["node"])
    scene = actions.collapse(history.scene, around)
    name = text("step_collapse", count=len(history.scene.nodes) - len(scene.nodes))
    return Asked(history.do(name, scene))


def _filter(world: World, history: History, action: Action) -> Asked:
    kind, value = str(action["kind"]), str(action.get("value") or "").strip()
    one = next((Filter(k, value) for k in KINDS if k == kind), None)
    if one is None or (kind == "named" and not value):
        raise WrongQuestion(text("filter_needs_words"))
    if kind == "within" and not (value.isdecimal() and int(value) > 0):
        raise WrongQuestion(text("filter_needs_metres", value=value))
    return Asked(history.do(text("step_filter", name=filter_words(one)), actions.filtered(history.scene, one)))


def _unfilter(world: World, history: History, action: Action) -> Asked:
    kind = str(action["kind"])
    one = next((f for f in history.scene.filters if f.kind == kind), None)
    if one is None:
        return Asked(history)
    return Asked(history.do(text("step_unfilter", name=filter_words(one)), actions.unfiltered(history.scene, kind)))


def _note(world: World, history: History, action: Action) -> Asked:
    node, words = str(action["node"]), str(action.get("words") or "")
    if len(words) > NOTE_LONGEST:
        raise WrongQuestion(text("note_too_long", most=NOTE_LONGEST))
    caption = history.scene.nodes[node].caption if node in history.scene.nodes else node
    name = text("step_note" if words.strip() else "step_unnote", name=caption)
    return Asked(history.do(name, actions.note(history.scene, node, words)))


def _look(world: World, history: History, action: Action) -> Asked:
    colouring, measure = (action.get(name) for name in ("colouring", "measure"))
    if colouring not in {None, "", *looks().colours} or measure not in {None, "", *looks().sizes}:
        raise WrongQuestion(text("wrong_action", name=str(action["name"])), text("reload_page"))
    chosen = looks().colours[colouring].label if colouring else looks().sizes[measure] if measure else None
    name = chosen or text("look_type")
    return Asked(history.do(text("step_look", name=name), actions.look(history.scene, colouring, measure)))


def _lay_out(world: World, history: History, action: Action) -> Asked:
    how: Layout = next((layout for layout in LAYOUTS if layout == action.get("how")), LAYOUTS[0])
    lie = areas(world.database, history.scene.refs, day_of(history.scene)) if how == "areas" else {}
    scene = actions.lay_out(history.scene, how, lie)
    return Asked(history.do(text("step_lay_out_as", name=text(f"layout_{how}")), scene))


DRAWN: Mapping[str, Carried] = {
    "hide": _hide,
    "hide_others": _hide_others,
    "toggle_type": _toggle_type,
    "move": _move,
    "pin": _pin,
    "collapse": _collapse,
    "filter": _filter,
    "unfilter": _unfilter,
    "note": _note,
    "look": _look,
    "lay_out": _lay_out,
    "show_all": lambda w, h, a: Asked(h.do(text("step_show_all"), actions.show_all(h.scene))),
    "undo": lambda w, h, a: Asked(h.undo()),
    "redo": lambda w, h, a: Asked(h.redo()),
}

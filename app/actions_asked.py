"""The actions by name: what each asks of the database, and the named step it makes in the history."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from app.i18n import text
from app.link import Link, defaults_of, leads_to, read_date, read_link
from app.loads import as_of_dates
from app.recovery import recovered
from app.scene import actions
from app.scene.history import History
from app.scene.state import Scene
from graph.connection import Database
from graph.errors import LiangxinError
from graph.model import model
from graph.text import Language, Text
from queries import neighbours
from queries.ask import ask
from queries.catalog import catalog
from queries.compared_picture import compared_picture
from queries.comparing import compared
from queries.picture import picture
from queries.results import Picture, Ref

FIRST_QUESTION = "uncovered-near-branch"
"""What a page opens with: the holes nearest to being closed."""
EXPAND_LIMIT = 50
LISTED = 200
"""Rows of two dates compared that the page takes, what is new and gone first."""

Action = Mapping[str, Any]


@dataclass(frozen=True)
class World:
    """What actions may ask, and the language of captions."""

    database: Database
    language: Language


@dataclass(frozen=True)
class Asked:
    """The history after an action, and the node to bring into view."""

    history: History
    focus: str | None = None


def _open(world: World, history: History, action: Action) -> Asked:
    """A page opens: its address decides, unless the tab's own scene already shows that."""
    link = read_link(str(action.get("link", "")))
    if history.scene.question and leads_to(link, history.scene, defaults_of(history.scene)):
        return Asked(replace(history, scene=actions.select(history.scene, link.nodes or history.scene.selection)))
    at = link.at or newest(world.database)
    if at is None:
        return Asked(history)
    scene, name = _asked(world, history.scene, replace(link, question=link.question or FIRST_QUESTION, at=at))
    for node in link.nodes:
        scene = _with_node(world, scene, Ref.parse(node))
    return Asked(history.do(name, actions.select(scene, link.nodes)), link.nodes[0] if link.nodes else None)


def _ask(world: World, history: History, action: Action) -> Asked:
    at = read_date(str(action["at"])) if action.get("at") else history.scene.at or newest(world.database)
    if at is None:
        raise LiangxinError(text("no_data_title"), text("no_data_next"))
    given = {name: value for name, value in (action.get("parameters") or {}).items() if value not in (None, "")}
    link = Link(str(action["question"]), at, given, compared=_compared(history.scene, action, at))
    scene, name = _asked(world, history.scene, link)
    return Asked(history.do(name, scene))


def _compared(scene: Scene, action: Action, at: date) -> date | None:
    """The earlier day to compare with: the one asked for, else the one that the scene is compared with already."""
    if "compared" in action:
        return read_date(str(action["compared"])) if action["compared"] else None
    return scene.compared if scene.compared and scene.compared < at else None


def _asked(world: World, scene: Scene, link: Link) -> tuple[Scene, Text]:
    question = catalog()[str(link.question)]
    assert link.at is not None
    if link.compared is not None:
        comparison = compared(world.database, question.id, link.compared, link.at, link.parameters)
        both = compared_picture(world.database, comparison, LISTED, world.language)
        name = text("step_compare", name=question.title, day=link.compared.isoformat())
        return actions.compare(scene, comparison.cut(LISTED), both.picture, both.turned), name
    answer = ask(world.database, question.id, link.at, link.parameters)
    name = text("step_ask", name=question.title)
    return actions.ask(scene, answer, picture(world.database, answer, world.language)), name


def _expand(world: World, history: History, action: Action) -> Asked:
    ref, edge = Ref.parse(str(action["node"])), str(action["edge"])
    limit = int(action.get("limit") or EXPAND_LIMIT)
    at, direction, other = _day(history.scene), _direction(action), str(action["other"])
    more = neighbours.expand(world.database, ref, at, edge, direction, other, limit, world.language)
    label = model()[other].label
    return Asked(history.do(text("step_expand", name=label), actions.grow(history.scene, more, ref.id)))


def _add(world: World, history: History, action: Action) -> Asked:
    ref = Ref.parse(str(action["node"]))
    scene = _with_node(world, history.scene, ref)
    caption = scene.nodes[ref.id].caption if ref.id in scene.nodes else ref.key
    return Asked(history.do(text("step_add", name=caption), actions.select(scene, [ref.id])), ref.id)


def _with_node(world: World, scene: Scene, ref: Ref) -> Scene:
    """The scene with one more node, and its edges to what is already there."""
    near = neighbours.around(world.database, ref, _day(scene), 1, language=world.language)
    shown = {ref.id, *scene.nodes}
    known = Picture.of([n for n in near.nodes if n.ref.id in shown], near.edges)
    beside = next((e.target.id if e.source == ref else e.source.id for e in known.edges), None)
    return actions.grow(scene, known, beside if beside in scene.nodes else None)


def _hide(world: World, history: History, action: Action) -> Asked:
    nodes = list(action.get("nodes") or history.scene.selection)
    if not nodes:
        raise LiangxinError(text("select_first"))
    return Asked(history.do(text("step_hide", count=len(nodes)), actions.hide(history.scene, nodes)))


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


def _recover(world: World, history: History, action: Action) -> Asked:
    """The server lost the scene: it begins again from what the browser still shows."""
    again = History(recovered(action["scene"]), version=int(action.get("version") or 0) + 1, heard=history.heard)
    return Asked(again)


def _direction(action: Action) -> neighbours.Direction:
    return "out" if action["direction"] == "out" else "in"


def newest(database: Database) -> date | None:
    """The newest day the data speak for, or None when nothing is loaded."""
    return next(iter(as_of_dates(database)), None)


def _day(scene: Scene) -> date:
    if scene.at is None:
        raise LiangxinError(text("empty_title"), text("empty_next"))
    return scene.at


ACTIONS: Mapping[str, Callable[[World, History, Action], Asked]] = {
    "open": _open,
    "ask": _ask,
    "expand": _expand,
    "add": _add,
    "hide": _hide,
    "toggle_type": _toggle_type,
    "move": _move,
    "pin": _pin,
    "recover": _recover,
    "show_all": lambda w, h, a: Asked(h.do(text("step_show_all"), actions.show_all(h.scene))),
    "lay_out": lambda w, h, a: Asked(h.do(text("step_lay_out"), actions.lay_out(h.scene))),
    "undo": lambda w, h, a: Asked(h.undo()),
    "redo": lambda w, h, a: Asked(h.redo()),
}

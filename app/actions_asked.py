"""The actions that ask the database: what each asks, and the named step it makes in the history."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from app.action import Action, Asked, Carried, World, day_of
from app.answering import asked
from app.i18n import say, text
from app.link import Link, defaults_of, leads_to, read_date, read_link
from app.loads import newest
from app.opening import opening
from app.recovery import recovered
from app.scene import actions
from app.scene.history import History
from app.scene.state import Scene
from graph.errors import LiangxinError, WrongQuestion
from graph.model import model
from graph.text import Text
from queries import between, neighbours
from queries.catalog import catalog
from queries.inside import PLACES, inside
from queries.results import Picture, Ref


def open_page(world: World, history: History, action: Action) -> Asked:
    """A page opens: its address decides, unless the tab's own scene already shows that."""
    link = read_link(str(action.get("link", "")))
    if history.scene.question and leads_to(link, history.scene, defaults_of(history.scene)):
        return Asked(replace(history, scene=actions.select(history.scene, link.nodes or history.scene.selection)))
    at = link.at or newest(world.database)
    if at is None:
        return Asked(history)
    scene, name = _linked(world, history.scene, link, at)
    for node in link.nodes:
        scene = _with_node(world, scene, Ref.parse(node))
    return Asked(history.do(name, actions.select(scene, link.nodes)), link.nodes[0] if link.nodes else None)


def _linked(world: World, scene: Scene, link: Link, at: date) -> tuple[Scene, Text]:
    if not link.question:
        return opening(world.database, world.kept, scene, at, world.language)
    return asked(world.database, scene, replace(link, at=at), world.language)


def _ask(world: World, history: History, action: Action) -> Asked:
    at = read_date(str(action["at"])) if action.get("at") else history.scene.at or newest(world.database)
    if at is None:
        raise LiangxinError(text("no_data_title"), text("no_data_next"))
    given = {name: value for name, value in (action.get("parameters") or {}).items() if value not in (None, "")}
    link = Link(str(action["question"]), at, given, compared=_compared(history.scene, action, at))
    scene, name = asked(world.database, history.scene, link, world.language)
    if action.get("run"):
        name = text("step_play", name=catalog()[str(link.question)].title, day=at.isoformat())
    return Asked(history.do(name, scene, str(action.get("run") or "")))


def _compared(scene: Scene, action: Action, at: date) -> date | None:
    """The earlier day to compare with: the one asked for, else the one that the scene is compared with already."""
    if "compared" in action:
        return read_date(str(action["compared"])) if action["compared"] else None
    return scene.compared if scene.compared and scene.compared < at else None


def _expand(world: World, history: History, action: Action) -> Asked:
    ref, edge = Ref.parse(str(action["node"])), str(action["edge"])
    limit = int(action.get("limit") or neighbours.AT_ONCE)
    at, direction, other = day_of(history.scene), _direction(action), str(action["other"])
    known, language = history.scene.refs, world.language
    more = neighbours.expand(world.database, ref, at, edge, direction, other, limit, language, known)
    label = model()[other].label
    return Asked(history.do(text("step_expand", name=label), actions.grow(history.scene, more, ref.id)))


def _inside(world: World, history: History, action: Action) -> Asked:
    """A place opens on what lies in it, any other node on its neighbours; one that is open closes again."""
    scene, ref = history.scene, Ref.parse(str(action["node"]))
    if gone := actions.brought_by(scene, ref.id):
        name = text("step_collapse", count=len(gone))
        return Asked(history.do(name, actions.collapse(scene, ref.id)))
    node = scene.nodes.get(ref.id)
    if node is None or node.missing:
        return Asked(history)
    at, most = day_of(scene), neighbours.AT_ONCE
    if ref.type in PLACES:
        more = inside(world.database, ref, at, most, world.language)
    else:
        more = neighbours.expand(world.database, ref, at, limit=most, language=world.language, known=scene.refs)
    grown = actions.grow(scene, more, ref.id)
    told = say("inside_less", world.language, total=more.total - 1, shown=len(more.nodes) - 1)
    step = text("step_inside", name=node.caption)
    return Asked(history.do(step, grown), told=told if more.total > len(more.nodes) else None)


def _chosen(scene: Scene) -> list[Ref]:
    return [ref for ref in sorted(scene.refs) if ref.id in scene.selection]


def _add(world: World, history: History, action: Action) -> Asked:
    ref = Ref.parse(str(action["node"]))
    scene = _with_node(world, history.scene, ref)
    caption = scene.nodes[ref.id].caption if ref.id in scene.nodes else ref.key
    return Asked(history.do(text("step_add", name=caption), actions.select(scene, [ref.id])), ref.id)


def _with_node(world: World, scene: Scene, ref: Ref) -> Scene:
    """The scene with one more node, and its edges to what is already there."""
    near = neighbours.around(world.database, ref, day_of(scene), 1, language=world.language)
    shown = {ref.id, *scene.nodes}
    known = Picture.of([n for n in near.nodes if n.ref.id in shown], near.edges)
    beside = next((e.target.id if e.source == ref else e.source.id for e in known.edges), None)
    return actions.grow(scene, known, beside if beside in scene.nodes else None)


def _ways(world: World, history: History, action: Action) -> Asked:
    """The shortest ways between the two chosen nodes arrive in the picture, and are chosen."""
    scene = history.scene
    ends = _chosen(scene)
    if len(ends) != 2:
        raise WrongQuestion(text("ways_need_two"))
    found = between.ways(
        world.database, ends[0], ends[1], day_of(scene), tuple(action.get("edges") or ()), world.language
    )
    if not found.ways:
        raise LiangxinError(text("ways_none"), text("ways_none_next"))
    grown = actions.select(actions.grow(scene, found.picture, ends[0].id), [n.ref.id for n in found.picture.nodes])
    told = say(
        "ways_told" if not found.more else "ways_told_more",
        world.language,
        count=len(found.ways),
        steps=len(found.ways[0]) - 1,
    )
    return Asked(history.do(text("step_ways"), grown), told=told)


def _shared(world: World, history: History, action: Action) -> Asked:
    """The neighbours that all chosen nodes have arrive in the picture, and are chosen."""
    scene = history.scene
    several = _chosen(scene)
    if len(several) < 2:
        raise WrongQuestion(text("shared_need_two"))
    found = between.shared(world.database, several, day_of(scene), neighbours.AT_ONCE, world.language)
    if not found.total:
        raise LiangxinError(text("shared_none"), text("shared_none_next"))
    grown = actions.grow(scene, found, several[0].id)
    new = [node.ref.id for node in found.nodes if node.ref not in several]
    told = say("shared_told", world.language, shown=len(new), total=found.total)
    return Asked(history.do(text("step_shared"), actions.select(grown, new)), told=told)


def _recover(world: World, history: History, action: Action) -> Asked:
    """The server lost the scene: it begins again from what the browser still shows."""
    again = History(recovered(action["scene"]), version=int(action.get("version") or 0) + 1, heard=history.heard)
    return Asked(again)


def _direction(action: Action) -> neighbours.Direction:
    return "out" if action["direction"] == "out" else "in"


ASKED: Mapping[str, Carried] = {
    "ask": _ask,
    "expand": _expand,
    "inside": _inside,
    "add": _add,
    "ways": _ways,
    "shared": _shared,
    "recover": _recover,
}

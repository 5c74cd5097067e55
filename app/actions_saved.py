"""The actions on saved views: keep the scene under a name, open one, delete one; and a page that opens."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from app.action import Action, Asked, Carried, World, day_of
from app.actions_asked import open_page
from app.answering import LISTED, asked
from app.i18n import say, text
from app.link import Link, defaults_of, leads_to, read_link
from app.saved.cabinet import named
from app.saved.view import View, brought_back, restored, to_ask, to_find, to_link, to_share, viewed
from app.scene import actions
from app.scene.history import History
from app.scene.opened import Opened
from app.scene.state import Scene
from graph.errors import WrongQuestion
from queries.compared_picture import compared_picture
from queries.inside import with_shares
from queries.lookup import nodes
from queries.picture import edges_with, picture
from queries.results import Picture


def _open(world: World, history: History, action: Action) -> Asked:
    """A page opens: its address may name a view, which the tab's own scene may be already."""
    link = read_link(str(action.get("link", "")))
    if link.saved is None:
        return open_page(world, history, action)
    if leads_to(link, history.scene, defaults_of(history.scene)):
        return _as_it_was(world, open_page(world, history, action))
    opened = _opened(world, history, world.cabinet.get(link.saved))
    chosen = actions.select(opened.history.scene, link.nodes)
    return Asked(replace(opened.history, scene=chosen), next(iter(link.nodes), None))


def _as_it_was(world: World, asked: Asked) -> Asked:
    """The tab's own scene stays, whatever became of its view; that another took its place meanwhile is told."""
    scene = asked.history.scene
    if scene.opened is None:
        return asked
    kept = next((view.saved for view in world.cabinet if view.name == scene.opened.name), scene.opened.saved)
    replaced = kept if kept != scene.opened.saved else ""
    scene = replace(scene, opened=replace(scene.opened, replaced=replaced))
    return replace(asked, history=replace(asked.history, scene=scene))


def _open_view(world: World, history: History, action: Action) -> Asked:
    return _opened(world, history, world.cabinet.get(str(action["view"])))


def _opened(world: World, history: History, view: View) -> Asked:
    link = Link(view.question, view.at, view.parameters, compared=view.compared)
    scene, _ = asked(world.database, to_ask(view), link, world.language)
    found = nodes(world.database, to_find(view, scene), world.language)
    if cells := to_share(view, found):
        found |= with_shares(world.database, cells, view.at)
    arrived = [*found, *to_link(view, scene)]
    linked = edges_with(world.database, arrived, scene.refs, view.at) if arrived else []
    scene = restored(scene, view, brought_back(view, scene, found, linked))
    return Asked(history.do(text("step_open_view", name=view.name), scene))


def _save_view(world: World, history: History, action: Action) -> Asked:
    name = named(str(action.get("view") or ""))
    if name in world.cabinet and not action.get("replace"):
        raise WrongQuestion(text("view_exists", name=name), text("view_exists_next"))
    scene = history.scene
    day_of(scene)
    saved = datetime.now().astimezone().isoformat(timespec="seconds")
    shown, own = _own_picture(world, scene)
    world.cabinet.put(viewed(shown, own, name, saved))
    kept = replace(history, scene=replace(scene, opened=Opened(name, saved)))
    return Asked(kept, told=say("view_saved", world.language, name=name))


def _own_picture(world: World, scene: Scene) -> tuple[Scene, Picture]:
    """The scene with its answer, which a server that lost it asks again, and what its question draws by itself."""
    if scene.answer is None:
        link = Link(scene.question, scene.at, _given(scene), compared=scene.compared)
        fresh, _ = asked(world.database, scene, link, world.language)
        own = Picture.of(fresh.nodes.values(), fresh.edges.values())
        return replace(scene, answer=fresh.answer, comparison=fresh.comparison), own
    if scene.comparison is not None:
        return scene, compared_picture(world.database, scene.comparison, LISTED, world.language).picture
    return scene, picture(world.database, scene.answer, world.language)


def _given(scene: Scene) -> Mapping[str, str]:
    return {name: str(value) for name, value in scene.parameters.items() if value is not None}


def _delete_view(world: World, history: History, action: Action) -> Asked:
    name = str(action["view"])
    world.cabinet.remove(name)
    scene = history.scene
    if scene.opened and scene.opened.name == name:
        scene = replace(scene, opened=None)
    return Asked(replace(history, scene=scene), told=say("view_deleted", world.language, name=name))


SAVED: Mapping[str, Carried] = {
    "open": _open,
    "open_view": _open_view,
    "save_view": _save_view,
    "delete_view": _delete_view,
}

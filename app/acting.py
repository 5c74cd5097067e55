"""One action of a person, carried out: find the tab's scene, ask what is needed, keep the new scene, answer the change.

The browser writes an action as plain JSON: `tab`, `version` (the scene it sees), `name`, `selection`, and the
action's own words. One function per action stands in `app.actions_asked`, `_drawn` and `_saved`; the pure part
is `app.scene.actions`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from app.action import World
from app.actions_asked import ASKED
from app.actions_drawn import DRAWN
from app.actions_saved import SAVED
from app.converters.change import between, whole
from app.converters.since import told_since
from app.i18n import say, text
from app.link import address, defaults_of
from app.looking import with_facts
from app.scene import actions
from app.scene.history import History
from app.scene.shelf import Shelf
from app.scene.state import Scene
from graph.errors import LiangxinError
from graph.text import Language
from queries.catalog import catalog

ACTIONS = {**ASKED, **DRAWN, **SAVED}


@dataclass(frozen=True)
class Reply:
    """What came of an action. `error` is told to the person; then the scene is as it was."""

    before: History
    after: History
    fresh: bool = False
    """The browser's canvas does not show `before`: draw everything."""
    lost: bool = False
    """The server no longer knows this tab's scene: the browser must send it."""
    focus: str | None = None
    told: str | None = None
    error: LiangxinError | None = None

    @property
    def asked_anew(self) -> bool:
        """Whether the answer, or what it is compared with, is another one than before."""
        before, after = self.before.scene, self.after.scene
        return after.answer is not before.answer or after.comparison is not before.comparison


def perform(world: World, shelf: Shelf, action: Mapping[str, Any]) -> Reply:
    """Carry out one action. Errors meant for a person come back in the reply."""
    tab, version, name, number = str(action["tab"]), action.get("version"), str(action["name"]), int(action["number"])
    kept = shelf.get(tab)
    starts = name in ("open", "recover")
    before = kept or History()
    if kept is None and not starts and version:
        return Reply(before, before, lost=True)
    if number <= before.heard:
        return Reply(before, before, fresh=True)
    fresh = starts or version != before.version
    selection = action.get("selection") or ()
    before = replace(before, scene=actions.select(before.scene, selection), heard=number)
    try:
        if name not in ACTIONS:
            raise LiangxinError(text("wrong_action", name=name), text("reload_page"))
        asked = ACTIONS[name](world, before, action)
        after = replace(asked.history, scene=with_facts(world.database, asked.history.scene))
    except LiangxinError as error:
        return Reply(before, before, fresh=fresh, error=error)
    shelf.put(tab, after)
    return Reply(before, after, fresh=fresh, focus=asked.focus, told=asked.told)


def for_browser(reply: Reply, language: Language, number: int) -> dict[str, Any]:
    """The reply as the browser's script takes it."""
    history = reply.after
    if reply.lost:
        return {"number": number, "lost": True}
    scene = history.scene
    change = whole(scene, language) if reply.fresh else between(reply.before.scene, scene, language)
    return change | {
        "number": number,
        "version": history.version,
        "fit": reply.fresh or reply.asked_anew,
        "focus": reply.focus,
        "told": reply.told,
        "stale": reply.before.scene.brought != scene.brought or reply.before.scene.notes != scene.notes,
        "undo": history.done[-1].name.say(language) if history.done else None,
        "redo": history.undone[-1].name.say(language) if history.undone else None,
        "link": address(scene, defaults_of(scene)),
        "title": _title(scene, language),
        "at": scene.at.isoformat() if scene.at else None,
        "since": told_since(scene, language),
        "drawn": len(scene.drawn),
    }


def _title(scene: Scene, language: Language) -> str:
    title = catalog()[scene.question].title.say(language) if scene.question else ""
    return say("title_compared", language, title=title, day=scene.compared.isoformat()) if scene.compared else title

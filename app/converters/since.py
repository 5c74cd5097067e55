"""What is otherwise since the view that a scene shows was saved, in words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from app.i18n import say
from app.scene.opened import Opened, Since
from app.scene.state import Scene
from graph.text import Language

NAMED = 3
"""So many names are told of what is gone; the rest are counted."""


def told_since(scene: Scene, language: Language) -> dict[str, Any] | None:
    """What the notice by the canvas says: of which view, what changed, and the nodes that are new; None without one."""
    view = scene.opened
    if view is None or not (view.since or view.replaced) or scene.at is None:
        return None
    since = view.since or Since()
    stop = "；" if language == "zh" else "; "
    parts = [_changed(view, since, language)] if view.since else []
    if since.lost:
        parts.append(say("since_lost", language, count=len(since.lost), names=_names(since.lost, language)))
    if view.replaced:
        parts.append(say("since_replaced", language, saved=saved_at(view.replaced)))
    return {
        "view": view.name,
        "title": say("since_view", language, name=view.name, day=scene.at.isoformat()),
        "words": stop.join(parts),
        "nodes": list(since.new_nodes),
    }


def saved_at(saved: str) -> str:
    """The minute it was saved, as a person reads it."""
    return saved[:16].replace("T", " ")


def _changed(view: Opened, since: Since, language: Language) -> str:
    day = view.saved[:10]
    if since.new is None or since.gone is None:
        then, now = since.totals
        return say("since_many", language, day=day, then=f"{then:,}", now=f"{now:,}")
    if not since.new and not since.gone:
        return say("since_same", language, day=day)
    told = say("since_told", language, day=day, new=f"{since.new:,}", gone=f"{since.gone:,}")
    return told + say("since_gone", language, names=_names(since.gone_names, language)) if since.gone_names else told


def _names(names: Iterable[str], language: Language) -> str:
    every = list(names)
    told = ("、" if language == "zh" else ", ").join(every[:NAMED])
    rest = len(every) - NAMED
    return told if rest <= 0 else say("since_and_more", language, names=told, count=rest)

"""The page of loads: all of them, what is asked before one is taken back, and how that goes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from app.components import loads as drawing
from app.components import progressing
from app.deeds import Deed, Deeds, carry_out, unchanged
from app.i18n import text
from app.importing.desk import work_key
from app.importing.tray import Problem
from app.importing.worker import Worker
from app.loads_state import Listing
from app.tabs import Tabs
from graph.connection import Database
from graph.errors import LiangxinError
from graph.progress import Progress
from graph.text import Language, Text
from loaders import apply
from loaders.kinds import load_name
from loaders.loads import loads


@dataclass(frozen=True)
class Listings:
    """One per application."""

    database: Database
    worker: Worker
    states: Tabs[Listing] = field(default_factory=lambda: Tabs(Listing()))


@dataclass(frozen=True)
class Answer:
    """`reply` is for the page's script; `drawn` None: all but the progress is as it was."""

    reply: Mapping[str, Any]
    progress: Any
    drawn: tuple[Any, Any] | None


def answer(listings: Listings, deed: Deed, before: Mapping[str, Any] | None, language: Language) -> Answer:
    """Do a deed and tell what is to be drawn: notice and body. `before` is the last reply."""
    tab = str(deed["tab"])
    if error := carry_out(DEEDS, listings, deed):
        problem = Problem.of(error)
        listings.states.change(tab, lambda state: replace(state, problem=problem))
    state = listings.states.get(tab)
    told, found = {"version": listings.states.version(tab)}, {"id": "loads", "words": state.words}
    reply = {"number": deed["number"], "working": state.working is not None, "state": told, "file": found}
    drawn = None if unchanged(deed, before, told) else (drawing.notice(state, language), drawing.build(state, language))
    return Answer(reply, _progress(listings, tab, state, language), drawn)


def _progress(listings: Listings, tab: str, state: Listing, language: Language) -> Any:
    standing = listings.worker.standing(work_key(tab, "loads"))
    if state.working is None or standing is None:
        return None
    return progressing.build(standing, state.working.say(language), language)


def _refresh(listings: Listings, tab: str, deed: Deed) -> None:
    found = tuple(loads(listings.database))
    listings.states.change(tab, lambda state: replace(state, loads=found, problem=None))


def _look(listings: Listings, tab: str, deed: Deed) -> None:
    """The page asks how the work stands."""


def _noticed(listings: Listings, tab: str, deed: Deed) -> None:
    listings.states.change(tab, lambda state: replace(state, problem=None, gone=None))


def _rows(listings: Listings, tab: str, deed: Deed) -> None:
    """Other words to find, or another part of the list."""
    words, start = deed.get("words"), int(deed.get("start") or 0)
    listings.states.change(
        tab, lambda state: replace(state, start=max(0, start), words=state.words if words is None else str(words))
    )


def _ask(listings: Listings, tab: str, deed: Deed) -> None:
    """A load is to be taken back; the person is asked first. No load: they think better of it."""
    asked = str(deed.get("load") or "") or None
    listings.states.change(tab, lambda state: replace(state, asked=asked, gone=None))


def _unload(listings: Listings, tab: str, deed: Deed) -> None:
    """Take back the load that was asked about."""
    state = listings.states.get(tab)
    load = next((load for load in state.loads or () if load["id"] == state.asked), None)
    if load is None or state.working is not None:
        return
    name = load_name(load["kind"], load["file"])
    told = Text(f"正在撤回 {name.zh}", f"Taking {name.en} back")
    listings.states.change(tab, lambda state: replace(state, working=told, problem=None, gone=None))
    listings.worker.ask(work_key(tab, "loads"), lambda progress: _taken_back(listings, tab, load, progress))


def _taken_back(listings: Listings, tab: str, load: Mapping[str, Any], progress: Progress) -> None:
    try:
        outcome = apply.unload(listings.database, str(load["id"]), progress)
        found = tuple(loads(listings.database))
    except LiangxinError as error:
        problem = Problem.of(error)
        listings.states.change(tab, lambda state: replace(state, working=None, problem=problem))
        return
    rows, number = outcome.rows.get("removed", 0), sum(outcome.changes.counts.values())
    gone = text("taken_back", file=load_name(load["kind"], load["file"]), rows=rows, changes=number)
    listings.states.change(tab, lambda state: replace(state, loads=found, working=None, asked=None, gone=gone))


DEEDS: Deeds[Listings] = {
    "open": _refresh,
    "again": _refresh,
    "look": _look,
    "noticed": _noticed,
    "rows": _rows,
    "ask": _ask,
    "unload": _unload,
}

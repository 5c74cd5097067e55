"""What a person does on the import page: each deed by its name, as the browser writes it.

Most name the `file` they are about.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from app.deeds import Deed, Deeds, carry_out
from app.i18n import text
from app.importing import tray as trays
from app.importing.desk import Desk
from app.importing.loading import ask_load, ask_unload
from app.importing.previewing import ask_preview
from app.importing.tray import File, Problem, Taken, Tray, View
from app.importing.uploads import Received
from graph.errors import LiangxinError, WrongQuestion
from loaders.declining import RowPlace
from loaders.remembered import remember_heading


def do(desk: Desk, deed: Deed) -> Tray:
    """Carry out one deed; the tray as it is then. What cannot be done is told in the tray."""
    tab, error = str(deed["tab"]), carry_out(DEEDS, desk, deed)
    return complain(desk, tab, error) if error else desk.trays.get(tab)


def complain(desk: Desk, tab: str, error: LiangxinError) -> Tray:
    """Have the page tell what could not be done."""
    problem = Problem.of(error)
    return desk.trays.change(tab, lambda tray: replace(tray, problems=(*tray.problems, problem)))


def receive(desk: Desk, tab: str, received: Received) -> None:
    """Files have arrived: each is read and previewed as soon as may be."""
    desk.clear_abandoned()
    files = [File(upload.path.stem, upload, Taken()) for upload in received.uploads]
    desk.trays.change(tab, lambda tray: trays.added(tray, files, received.left_out))
    for file in files:
        ask_preview(desk, tab, file.id)


def _look(desk: Desk, tab: str, deed: Deed) -> None:
    """The page asks how things are."""
    desk.trays.change(tab, lambda tray: tray)


def _noticed(desk: Desk, tab: str, deed: Deed) -> None:
    desk.trays.change(tab, lambda tray: replace(tray, problems=(), left_out=()))


def _show(desk: Desk, tab: str, deed: Deed) -> None:
    desk.trays.change(tab, lambda tray: replace(tray, shown=str(deed["file"])) if tray.file(deed["file"]) else tray)


def _correct(desk: Desk, tab: str, deed: Deed) -> None:
    """Taken for something else: only what changes is read anew."""
    told = _taken(deed)
    before = desk.trays.get(tab).file(str(deed["file"]))
    tray = desk.trays.change(
        tab, lambda tray: trays.changed(tray, str(deed["file"]), lambda f: trays.corrected(f, told))
    )
    after = tray.file(str(deed["file"]))
    if before and after and after.ticket != before.ticket:
        ask_preview(desk, tab, after.id)


def _heading(desk: Desk, tab: str, deed: Deed) -> None:
    """A heading is one of the kind's columns, now and in every later ledger."""
    file = desk.trays.get(tab).file(str(deed["file"]))
    if file and file.layout and file.layout.kind and any(u.heading == deed["heading"] for u in file.layout.unknown):
        remember_heading(desk.home, file.layout.kind, str(deed["column"]), str(deed["heading"]))
        for other in desk.trays.get(tab).files:
            if other.stage in ("refused", "ready", "asking", "failed"):
                ask_preview(desk, tab, other.id)


def _again(desk: Desk, tab: str, deed: Deed) -> None:
    """What failed is tried again: the load that was begun, else the preview."""
    file = desk.trays.get(tab).file(str(deed["file"]))
    if file is None:
        return
    if file.stuck:
        ask_load(desk, tab, file.id)
    elif file.stage in ("failed", "refused") or desk.standing(tab, file.id) is None:
        ask_preview(desk, tab, file.id)


def _decline(desk: Desk, tab: str, deed: Deed) -> None:
    places, accepted = _places(deed["rows"]), bool(deed.get("accepted"))
    _change(desk, tab, deed, lambda file: trays.declining(file, places, accepted=accepted))


def _view(desk: Desk, tab: str, deed: Deed) -> None:
    """Another tab of the rows, other words to find, another part of them, another row unfolded."""

    def viewed(file: File) -> File:
        view = file.view
        if "view" in deed or "words" in deed:
            return replace(file, view=View(str(deed.get("view", view.tab)), str(deed.get("words", view.words))))
        if "start" in deed:
            return replace(file, view=replace(view, start=max(0, int(deed["start"])), opened=None))
        opened = next(iter(_places([deed["row"]])))
        return replace(file, view=replace(view, opened=None if view.opened == opened else opened))

    _change(desk, tab, deed, viewed)


def _confirm(desk: Desk, tab: str, deed: Deed) -> None:
    """So much is to end: the person has been asked and says yes."""
    _change(desk, tab, deed, lambda file: replace(file, confirmed=True))
    ask_load(desk, tab, str(deed["file"]))


def _load(desk: Desk, tab: str, deed: Deed) -> None:
    ask_load(desk, tab, str(deed["file"]))


def _load_all(desk: Desk, tab: str, deed: Deed) -> None:
    """All that can go in as it stands, in the order in which it came."""
    for file in desk.trays.get(tab).files:
        if file.acceptable:
            ask_load(desk, tab, file.id)


def _unload(desk: Desk, tab: str, deed: Deed) -> None:
    ask_unload(desk, tab, str(deed["file"]))


def _remove(desk: Desk, tab: str, deed: Deed) -> None:
    """Off the tray; what was loaded stays loaded. Not while it goes in or out."""
    _let_go(desk, tab, lambda file: file.id == deed["file"] and file.stage not in ("loading", "unloading"))


def _clear(desk: Desk, tab: str, deed: Deed) -> None:
    _let_go(desk, tab, lambda file: file.stage == "loaded" or bool(file.foreseen and file.foreseen.known))


def _let_go(desk: Desk, tab: str, which: Callable[[File], bool]) -> None:
    gone = [file for file in desk.trays.get(tab).files if which(file)]
    desk.trays.change(tab, lambda tray: trays.removed(tray, [file.id for file in gone]))
    for file in gone:
        desk.uploads.let_go(file.upload.path)


def _change(desk: Desk, tab: str, deed: Deed, change: Callable[[File], File]) -> None:
    desk.trays.change(tab, lambda tray: trays.changed(tray, str(deed["file"]), change))


def _taken(deed: Deed) -> Taken:
    """What the page's controls say. Raises WrongQuestion for what is no date."""
    word = str(deed.get("as_of") or "")
    try:
        as_of = date.fromisoformat(word) if word else None
    except ValueError as error:
        raise WrongQuestion(text("bad_date", value=word), text("bad_date_next")) from error
    scope = "/".join(part for part in str(deed.get("scope") or "").split("/") if part.strip())
    replaces = str(deed.get("replaces") or "") or None
    return Taken(str(deed.get("kind") or "") or None, as_of, scope.strip(), bool(deed.get("full")), replaces)


def _places(rows: Any) -> list[RowPlace]:
    return [(str(sheet), int(number)) for sheet, number in rows]


DEEDS: Deeds[Desk] = {
    "open": _look,
    "look": _look,
    "noticed": _noticed,
    "show": _show,
    "correct": _correct,
    "heading": _heading,
    "again": _again,
    "decline": _decline,
    "rows": _view,
    "confirm": _confirm,
    "load": _load,
    "load_all": _load_all,
    "unload": _unload,
    "remove": _remove,
    "clear": _clear,
}

"""What the import page shows after a deed: only what the deed, or the work that went on meanwhile, has altered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dash import html

from app.components import importing, importing_body, importing_files, importing_head, problem, progressing
from app.components.attributes import act
from app.deeds import Deed, unchanged
from app.i18n import say, text
from app.importing.deeds import do
from app.importing.desk import Desk
from app.importing.tray import BUSY, File, Problem, Tray
from app.importing.worker import Standing
from graph.errors import LiangxinError
from graph.text import Language
from loaders.former_loads import known_scopes


@dataclass(frozen=True)
class Drawn:
    """The parts of the page that are drawn anew."""

    files: Any
    notice: Any
    head: Any
    body: Any


@dataclass(frozen=True)
class Answer:
    """`reply` is for the page's script; `drawn` None: all but the progress is as it was."""

    reply: Mapping[str, Any]
    progress: Any
    drawn: Drawn | None


def answer(desk: Desk, deed: Deed, before: Mapping[str, Any] | None, language: Language) -> Answer:
    """Do a deed and tell what is to be drawn; `before` is the last reply."""
    tab = str(deed["tab"])
    tray = do(desk, deed)
    standings = {file.id: desk.standing(tab, file.id) for file in tray.files}
    file = tray.file(tray.shown)
    queued = [file_id for file_id, standing in standings.items() if standing and standing.before]
    state = {"version": desk.trays.version(tab), "queued": queued}
    reply = {"number": deed["number"], "working": tray.busy, "state": state, "file": _for_script(file)}
    drawn = None if unchanged(deed, before, state) else _drawn(desk, tab, tray, standings, language)
    return Answer(reply, _progress(file, standings, language), drawn)


def _drawn(desk: Desk, tab: str, tray: Tray, standings: Mapping[str, Standing | None], language: Language) -> Drawn:
    file = tray.file(tray.shown)
    files = importing_files.build(tray, standings, language)
    notice = _notice(tray, language)
    if file is None:
        return Drawn(files, notice, None, importing.introduction(language))
    head = importing_head.build(file, _scopes(desk), language)
    return Drawn(files, notice, head, importing_body.build(file, tab, language))


def _scopes(desk: Desk) -> list[str]:
    """The scopes to choose from; none while the database is gone, which the work on a file tells."""
    try:
        return known_scopes(desk.database)
    except LiangxinError:
        return []


def _progress(file: File | None, standings: Mapping[str, Standing | None], language: Language) -> Any:
    """How the work on the file stands; that it stopped, where nobody does it any more."""
    if file is None or file.stage not in BUSY:
        return None
    standing = standings.get(file.id)
    if standing is None:
        stopped = Problem(text("stopped_what"), text("stopped_next"), None)
        return problem.build(stopped, [importing_body.again(file, language)], language)
    return progressing.build(standing, say(importing_files.STAGES[file.stage], language), language)


def _notice(tray: Tray, language: Language) -> Any:
    """What could not be done last, and what of a zip was left out."""
    told = list(tray.problems)
    if tray.left_out:
        names = "、".join(tray.left_out[:5])
        told.append(Problem(text("left_out", count=len(tray.left_out), names=names), None, None))
    button = html.Button(say("dismiss", language), type="button", className="quiet-button", **act("noticed"))
    last = len(told) - 1
    return [problem.build(one, [button] if number == last else [], language) for number, one in enumerate(told)]


def _for_script(file: File | None) -> dict[str, Any] | None:
    """What the page's script compares the controls with."""
    if file is None:
        return None
    taken = file.taken
    return {
        "id": file.id,
        "kind": taken.kind or "",
        "as_of": taken.as_of.isoformat() if taken.as_of else "",
        "scope": taken.scope,
        "extent": "full" if taken.full else "partial",
        "replaces": taken.replaces or "",
        "words": file.view.words,
    }

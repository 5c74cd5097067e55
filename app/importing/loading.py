"""One file goes in, or is taken out again, while its page watches; and the workbook of its rejected rows."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import PurePosixPath

from app.i18n import text
from app.importing.desk import Desk, work_key
from app.importing.foreseen import Done
from app.importing.previewing import ask_preview, ledger_of, opened
from app.importing.tray import File, Problem, changed
from graph.errors import LiangxinError, NotFound
from graph.progress import Progress
from graph.text import Language
from loaders import apply
from loaders.declining import decline
from loaders.mapping import mapping_of
from loaders.remembered import read_remembered, with_remembered
from loaders.returned import ReturnedRow, write_returned


def ask_load(desk: Desk, tab: str, file_id: str) -> None:
    """Have a file loaded as its preview showed, after all that was asked for before."""
    tray = desk.trays.change(tab, lambda tray: changed(tray, file_id, _going_in))
    if (file := tray.file(file_id)) and file.stage == "loading":
        desk.worker.ask(work_key(tab, file_id), lambda progress: load(desk, tab, file_id, progress))


def ask_unload(desk: Desk, tab: str, file_id: str) -> None:
    """Have a loaded file taken out again."""
    tray = desk.trays.change(tab, lambda tray: changed(tray, file_id, _going_out))
    if (file := tray.file(file_id)) and file.stage == "unloading":
        desk.worker.ask(work_key(tab, file_id), lambda progress: unload(desk, tab, file_id, progress))


def load(desk: Desk, tab: str, file_id: str, progress: Progress) -> None:
    """Load a file of a tray."""
    file = desk.trays.get(tab).file(file_id)
    if file is None:
        return
    try:
        told = replace(file, stage="loaded", problem=None, done=_loaded(desk, file, progress))
    except LiangxinError as error:
        told = replace(file, stage="failed", problem=Problem.of(error))
    desk.trays.change(tab, lambda tray: changed(tray, file_id, lambda now: replace(told, view=now.view)))
    _foresee_anew(desk, tab)


def unload(desk: Desk, tab: str, file_id: str, progress: Progress) -> None:
    """Take a file of a tray out of the graph; it is previewed anew, as it could go in again."""
    file = desk.trays.get(tab).file(file_id)
    if file is None or file.done is None:
        return
    try:
        apply.unload(desk.database, file.done.load.id, progress)
    except LiangxinError as error:
        told = replace(file, stage="loaded", problem=Problem.of(error))
        desk.trays.change(tab, lambda tray: changed(tray, file_id, lambda _: told))
        return
    ask_preview(desk, tab, file_id)
    _foresee_anew(desk, tab)


def _foresee_anew(desk: Desk, tab: str) -> None:
    """What the other files of the tray would change is not what it was before this one went in or out."""
    for other in desk.trays.get(tab).files:
        if other.stage == "ready":
            ask_preview(desk, tab, other.id)


def _going_in(file: File) -> File:
    """The file on its way in, if it may: what was begun and failed may be tried again."""
    return replace(file, stage="loading", problem=None) if file.acceptable or file.stuck else file


def _going_out(file: File) -> File:
    return replace(file, stage="unloading", problem=None) if file.stage == "loaded" else file


def _loaded(desk: Desk, file: File, progress: Progress) -> Done:
    ledger = decline(ledger_of(desk, opened(file), file.taken, read_remembered(desk.home)), file.declined)
    outcome = apply.load(desk.database, ledger, progress)
    return Done(
        outcome.load,
        dict(outcome.rows),
        {str(kind): number for kind, number in outcome.changes.counts.items()},
        outcome.seconds,
        outcome.known,
        tuple(ReturnedRow.of(row) for row in ledger.rows if row.faults),
    )


def returned_workbook(desk: Desk, tab: str, file_id: str, language: Language) -> tuple[str, bytes]:
    """The name and bytes of the file again, with only its rejected rows and their reasons.

    Raises NotFound when the file is no longer on the tray, LedgerRefused when it cannot be read any more.
    """
    file = desk.trays.get(tab).file(file_id)
    if file is None or file.done is None:
        raise NotFound(text("file_gone"), text("file_gone_next"))
    mapping = with_remembered(mapping_of(file.done.load.kind), read_remembered(desk.home))
    written = BytesIO()
    write_returned(opened(file), mapping, file.done.rejected, written, language)
    stem = PurePosixPath(file.upload.name).stem
    return f"{stem}_{text('returned_name').say(language)}.xlsx", written.getvalue()

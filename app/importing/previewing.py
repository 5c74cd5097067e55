"""One file read and previewed: what it was taken for, and what it would change. Nothing is written."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from app.captions import captions_of
from app.importing.desk import Desk, work_key
from app.importing.foreseen import foreseen_of
from app.importing.guessing import as_of_told
from app.importing.layout import Layout, layout_of
from app.importing.tray import File, Problem, Taken, anew, changed
from graph.errors import LedgerRefused, LiangxinError
from graph.progress import Progress, Step
from graph.text import Text
from loaders import apply
from loaders.apply import Outcome
from loaders.closing import closing
from loaders.facts import Key
from loaders.files import LedgerFile
from loaders.former_loads import former_loads
from loaders.ledger import Ledger, Load
from loaders.reading import read_ledger
from loaders.remembered import Remembered, read_remembered
from loaders.sources import Source, open_source

READING = Text("读取文件", "reading the file")

_MAP_HEADINGS = Text(
    "在上面选对台账种类，再指定不认识的表头是哪一项", "choose the kind above, then say which column a heading is"
)

WHOLE_ZONE = "全区"


def ask_preview(desk: Desk, tab: str, file_id: str) -> None:
    """Have a file read and previewed anew, after all that was asked for before."""
    tray = desk.trays.change(tab, lambda tray: changed(tray, file_id, anew))
    if file := tray.file(file_id):
        ticket = file.ticket
        desk.worker.ask(work_key(tab, file_id), lambda progress: preview(desk, tab, file_id, ticket, progress))


def preview(desk: Desk, tab: str, file_id: str, ticket: int, progress: Progress) -> None:
    """Read and preview a file, unless it was corrected or removed meanwhile."""
    file = desk.trays.get(tab).file(file_id)
    if file is None or file.ticket != ticket:
        return
    try:
        told = _previewed(desk, file, progress)
    except LiangxinError as error:
        stage: Literal["refused", "failed"] = "refused" if isinstance(error, LedgerRefused) else "failed"
        told = replace(file, stage=stage, problem=Problem.of(error), foreseen=None)
    desk.trays.change(tab, lambda tray: changed(tray, file_id, lambda now: _unless_newer(now, told)))


def ledger_of(desk: Desk, source: Source, taken: Taken, remembered: Remembered) -> Ledger:
    """The ledger of a file as it was taken. Raises LedgerRefused, SettingsError."""
    assert taken.as_of is not None, "a ledger without a date is not read"
    return read_ledger(
        source,
        desk.digester(),
        kind=taken.kind,
        scope=taken.scope,
        as_of=taken.as_of,
        full=taken.full,
        replaces=taken.replaces,
        remembered=remembered,
    )


def opened(file: File) -> Source:
    """The file's sheets. Raises LedgerRefused."""
    return open_source(LedgerFile.at(file.upload.path, file.upload.name))


def _unless_newer(now: File, told: File) -> File:
    """What was found, beside what the person looks at now; nothing of it where the file was corrected meanwhile."""
    return replace(told, view=now.view) if now.ticket == told.ticket else now


def _previewed(desk: Desk, file: File, progress: Progress) -> File:
    progress(Step(READING))
    source, remembered = opened(file), read_remembered(desk.home)
    layout = layout_of(source, file.taken.kind, remembered)
    file = replace(_proposed(desk, file, layout), layout=layout, foreseen=None, problem=None)
    if layout.lacking:
        return replace(file, stage="refused", problem=Problem(layout.lacking, _MAP_HEADINGS, source.file.place))
    if file.taken.as_of is None or not file.taken.scope:
        return replace(file, stage="asking")
    ledger = ledger_of(desk, source, file.taken, remembered)
    outcome = apply.preview(desk.database, ledger, progress)
    told = foreseen_of(
        ledger,
        outcome,
        closing(desk.database, outcome),
        captions_of(desk.database, outcome.changes.kept, outcome.seen.captions, _perhaps(outcome)),
        tuple(load for load in former_loads(desk.database, ledger.load.kind) if _alike(load, ledger.load)),
        remembered,
    )
    return replace(file, stage="ready", foreseen=told)


def _alike(one: Load, other: Load) -> bool:
    """Whether a load may be the correction of another one."""
    return (one.scope, one.as_of) == (other.scope, other.as_of) and one.id != other.id


def _proposed(desk: Desk, file: File, layout: Layout) -> File:
    """What a person has not said yet: the kind by the headings, the date by name or title, the rest as last time."""
    taken = file.taken
    if taken.kind is None and layout.kind is not None and not layout.lacking:
        taken = replace(taken, kind=layout.kind)
    if taken.as_of is None:
        by_name = as_of_told(file.upload.name)
        taken = replace(taken, as_of=by_name or layout.title_date)
        if taken.as_of:
            file = replace(file, date_from="name" if by_name else "title")
    if not taken.scope and layout.kind is not None:
        last = next(iter(former_loads(desk.database, layout.kind)), None)
        taken = replace(taken, scope=last.scope if last else WHOLE_ZONE, full=last.full if last else taken.full)
        file = replace(file, as_before=last is not None)
    return replace(file, taken=taken)


def _perhaps(outcome: Outcome) -> set[Key]:
    """Whom the names that wait may mean."""
    return {(name.type, key) for name in outcome.seen.waiting for key in name.keys}

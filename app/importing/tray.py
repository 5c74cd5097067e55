"""The files a person has dropped, each with what it was taken for and how far it is. Pure: every change is a new tray.

A file is read and previewed (`reading`), lacks something only a person knows (`asking`), cannot be used (`refused`),
waits to be accepted (`ready`), goes in (`loading`), is in (`loaded`), or is taken out again (`unloading`). `failed`:
nothing is wrong with the file; it can be tried again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

from app.importing.foreseen import Done, Foreseen
from app.importing.layout import Layout
from app.importing.uploads import Upload
from graph.errors import LiangxinError, Place
from graph.text import Text
from loaders.declining import RowPlace

Stage = Literal["reading", "asking", "refused", "ready", "loading", "loaded", "unloading", "failed"]

BUSY: tuple[Stage, ...] = ("reading", "loading", "unloading")


@dataclass(frozen=True)
class Taken:
    """What a file was taken for, as a person confirms or corrects it. `kind` None: told by its headings."""

    kind: str | None = None
    as_of: date | None = None
    scope: str = ""
    full: bool = False
    replaces: str | None = None


@dataclass(frozen=True)
class Problem:
    """An error as it is kept: what is wrong, where, and what to do."""

    what: Text
    next_step: Text | None
    place: Place | None

    @classmethod
    def of(cls, error: LiangxinError) -> Problem:
        """The problem an error tells."""
        return cls(error.what, error.next_step, error.place)


@dataclass(frozen=True)
class View:
    """What of a file's rows is looked at: which tab, which words, from which line on, which row unfolded."""

    tab: str = "changes"
    words: str = ""
    start: int = 0
    opened: RowPlace | None = None


@dataclass(frozen=True)
class File:
    """One file. `ticket` changes whenever it must be read anew, so that work begun before counts no more.

    `date_from`: what told the date before a person did; `as_before`: scope and extent are those of the last such load.
    """

    id: str
    upload: Upload
    taken: Taken
    stage: Stage = "reading"
    ticket: int = 0
    layout: Layout | None = None
    date_from: Literal["", "name", "title"] = ""
    as_before: bool = False
    problem: Problem | None = None
    foreseen: Foreseen | None = None
    done: Done | None = None
    declined: frozenset[RowPlace] = frozenset()
    confirmed: bool = False
    view: View = field(default_factory=View)

    @property
    def asks(self) -> bool:
        """Whether a person is to confirm that so much ends."""
        return self.foreseen is not None and self.foreseen.closing.much and not self.confirmed

    @property
    def known(self) -> bool:
        """Whether it is ready and was loaded before as the same thing."""
        return self.stage == "ready" and self.foreseen is not None and self.foreseen.known

    @property
    def stuck(self) -> bool:
        """Whether it failed on its way in: what was begun may be tried again."""
        return self.stage == "failed" and self.foreseen is not None

    @property
    def acceptable(self) -> bool:
        """Whether it can go in as it stands."""
        return self.stage == "ready" and self.foreseen is not None and not self.foreseen.known and not self.asks


@dataclass(frozen=True)
class Tray:
    """All files of one browser tab. `problems`: what could not be done and was not yet noticed; `left_out`: names."""

    files: tuple[File, ...] = ()
    shown: str | None = None
    problems: tuple[Problem, ...] = ()
    left_out: tuple[str, ...] = ()

    def file(self, id_: str | None) -> File | None:
        """The file of that id, if it is still there."""
        return next((file for file in self.files if file.id == id_), None)

    @property
    def busy(self) -> bool:
        """Whether something is going on in it."""
        return any(file.stage in BUSY for file in self.files)


def added(tray: Tray, files: Iterable[File], left_out: tuple[str, ...] = ()) -> Tray:
    """With files that arrived; the first of them is shown unless one is."""
    new = tuple(files)
    shown = tray.shown if tray.file(tray.shown) else new[0].id if new else None
    return replace(tray, files=(*tray.files, *new), shown=shown, left_out=(*tray.left_out, *left_out))


def changed(tray: Tray, id_: str, change: Callable[[File], File]) -> Tray:
    """With one file changed; as it was where the file is gone."""
    return replace(tray, files=tuple(change(file) if file.id == id_ else file for file in tray.files))


def removed(tray: Tray, ids: Iterable[str]) -> Tray:
    """Without these files; what is shown stays, else the first of the rest is."""
    gone = set(ids)
    left = tuple(file for file in tray.files if file.id not in gone)
    shown = tray.shown if tray.shown not in gone else left[0].id if left else None
    return replace(tray, files=left, shown=shown, left_out=() if not left else tray.left_out)


def anew(file: File) -> File:
    """The file to be read and previewed anew."""
    return replace(file, stage="reading", ticket=file.ticket + 1, problem=None, done=None, confirmed=False)


def corrected(file: File, taken: Taken) -> File:
    """The file taken for something else; what it replaces and what was declined hold for one kind, scope and date."""
    if taken == file.taken or file.stage in ("loading", "loaded", "unloading"):
        return file
    same = (taken.kind, taken.scope, taken.as_of) == (file.taken.kind, file.taken.scope, file.taken.as_of)
    taken = taken if same else replace(taken, replaces=None)
    declined = file.declined if taken.kind == file.taken.kind else frozenset()
    dated = file.date_from if taken.as_of == file.taken.as_of else ""
    before = file.as_before and (taken.scope, taken.full) == (file.taken.scope, file.taken.full)
    told = replace(file, taken=taken, declined=declined, date_from=dated, as_before=before, view=View())
    return anew(told)


def declining(file: File, places: Iterable[RowPlace], *, accepted: bool) -> File:
    """The file with these rows declined, or accepted again."""
    if file.stage != "ready":
        return file
    chosen = frozenset(places)
    return replace(file, declined=file.declined - chosen if accepted else file.declined | chosen)

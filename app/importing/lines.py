"""The lines of a preview as a person goes through them: by tab, by the words looked for, a part at a time. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from app.components.turning import AT_A_TIME, first_of
from app.converters.changes import change_words
from app.i18n import say
from app.importing.foreseen import Foreseen, Told
from app.importing.tray import File
from graph.model import model
from graph.text import Language, Text
from graph.values.masks import mask_name
from loaders.declining import DECLINED, RowPlace
from loaders.seen import NameWaiting

CHANGES = ("new", "changed", "closed", "removed")


@dataclass(frozen=True)
class Line:
    """One line. `kind`: of a change, or rejected, waiting, noted. `places`: its rows, none where it follows from what
    is not in the file. `type` and `caption`: whom it speaks of; `what`: field, edge or heading.
    """

    kind: str
    places: tuple[RowPlace, ...]
    type: str
    caption: str
    what: str
    old: str
    new: str
    since: str = ""


@dataclass(frozen=True)
class Part:
    """Some of the lines of a tab: from `start` on, of `total` that fit; `unlisted`: changes that are counted only."""

    lines: tuple[Line, ...]
    start: int
    total: int
    unlisted: int = 0


def tabs(file: File) -> Mapping[str, int]:
    """How many there are of each thing to look at, in the order of looking; of a loaded file as it turned out."""
    if file.foreseen is None:
        return {}
    counts: Mapping[str, int] = file.done.counts if file.done else dict(file.foreseen.changes.counts)  # type: ignore[arg-type]
    rows = file.done.rows if file.done else file.foreseen.rows
    return {
        "changes": sum(counts.values()),
        **{kind: counts.get(kind, 0) for kind in CHANGES},
        **{state: rows.get(state, 0) for state in ("rejected", "waiting")},
        "noted": file.foreseen.notes + len(file.foreseen.remarks),
    }


def part_of(file: File, language: Language) -> Part:
    """The lines that are looked at now."""
    if file.foreseen is None:
        return Part((), 0, 0)
    lines = _LINES.get(file.view.tab, _changes)(file, file.foreseen, language)
    return _part(sorted(lines, key=lambda line: (not line.places, line.places[:1])), file)


def changes_of(foreseen: Foreseen, places: Iterable[RowPlace]) -> int:
    """How many of the listed changes come from these rows alone."""
    chosen = set(places)
    told = (foreseen.seen.places.get(change.subject, ()) for change in foreseen.changes.kept)
    return sum(1 for rows in told if rows and chosen.issuperset(rows))


def _part(lines: list[Line], file: File) -> Part:
    view = file.view
    words = view.words.strip().lower().split()
    fitting = [line for line in lines if all(word in _searched(line) for word in words)]
    start = first_of(view.start, len(fitting))
    unlisted = 0 if words or view.tab not in ("changes", *CHANGES) else tabs(file)[view.tab] - len(lines)
    return Part(tuple(fitting[start : start + AT_A_TIME]), start, len(fitting), max(0, unlisted))


def _searched(line: Line) -> str:
    rows = " ".join(f"{sheet}!{row}" for sheet, row in line.places)
    return f"{line.caption} {line.what} {line.old} {line.new} {rows}".lower()


def _changes(file: File, foreseen: Foreseen, language: Language) -> list[Line]:
    lines = []
    gone = file.declined if file.done else frozenset()
    for change in foreseen.changes.kept:
        places = foreseen.seen.places.get(change.subject, ())
        if file.view.tab in ("changes", change.kind) and not (places and gone.issuperset(places)):
            words = change_words(change, foreseen.captions, language)
            told = (words.type, words.caption, words.what, words.old, words.new, words.since)
            lines.append(Line(change.kind, places, *told))
    return lines


def _rejected(file: File, foreseen: Foreseen, language: Language) -> list[Line]:
    declined = [Told(place, DECLINED) for place in file.declined] if file.done else []
    return [_of_fault("rejected", told, language) for told in (*foreseen.rejected, *declined)]


def _noted(file: File, foreseen: Foreseen, language: Language) -> list[Line]:
    said = [(((f.value, 0),) if f.value else (), Text(f.zh, f.en).say(language)) for f in foreseen.remarks]
    remarks = [Line("noted", sheet, "", "", "", "", words) for sheet, words in said]
    return remarks + [_of_fault("noted", told, language) for told in foreseen.noted]


def _of_fault(kind: str, told: Told, language: Language) -> Line:
    fault = told.fault
    why = Text(fault.zh, fault.en).say(language)
    if fault.suggestion:
        why += say("perhaps", language, value=fault.suggestion)
    return Line(kind, (told.place,), "", "", fault.column, fault.value, why)


def _waiting(file: File, foreseen: Foreseen, language: Language) -> list[Line]:
    return [_of_name(foreseen, name, language) for name in foreseen.seen.waiting]


def _of_name(foreseen: Foreseen, name: NameWaiting, language: Language) -> Line:
    declared = model()[name.type]
    called = mask_name(name.called) if declared.person else name.called
    among = [foreseen.captions.get((name.type, key), key) for key in name.keys]
    joined = ("、" if language == "zh" else ", ").join(among) or say("nobody_may_guess", language)
    return Line("waiting", (name.place,), name.type, called, declared.label.say(language), called, joined)


_LINES: Mapping[str, Callable[[File, Foreseen, Language], list[Line]]] = {
    "rejected": _rejected,
    "waiting": _waiting,
    "noted": _noted,
}

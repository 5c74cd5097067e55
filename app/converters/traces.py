"""Traces in words: each value with its cell, its date, who brought it, how it stands, and what was said before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.converters.facts import told
from app.i18n import say
from graph.model import model
from graph.text import Language
from loaders.entries import Entry, Source, Trace
from loaders.facts import Key
from loaders.kinds import BY_HAND, DECISIONS, label_of, load_name
from loaders.sayings import Standing
from queries.node import CardEdge
from queries.results import Ref

_STANDINGS: dict[Standing, str] = {
    "shown": "standing_shown",
    "agrees": "standing_shown",
    "earlier": "standing_earlier",
    "later": "standing_later",
    "lost": "standing_lost",
    "ended": "standing_ended",
}


@dataclass(frozen=True)
class Word:
    """One line of a trace: the value, how it stands, and where it was said. `note` is empty where nothing is to add.

    `contests`: another ledger says it at the very date of what is shown. Words of one `wording` say the same.
    """

    value: str
    standing: Standing
    standing_told: str
    note: str
    day: str
    file: str
    place: str
    heading: str
    brought: str
    wording: int
    contests: bool


def words(trace: Trace | None, language: Language) -> list[Word]:
    """The lines of a trace, newest first. What was said alike in a row is one line: its newest cell, and since when."""
    if trace is None:
        return []
    return [_word(trace, alike, language) for alike in _alike(trace.entries)]


def before(found: Sequence[Word]) -> str | None:
    """The last value that differs from the one shown."""
    shown = next((w.wording for w in found if w.standing == "shown"), None)
    return next((w.value for w in found if w.standing in ("earlier", "ended") and w.wording != shown), None)


def _alike(entries: Iterable[Entry]) -> list[list[Entry]]:
    """Entries that say the same one after the other, together; what never held stands between them alone."""
    groups: list[list[Entry]] = []
    holding: list[Entry] | None = None
    for entry in entries:
        if entry.standing in ("lost", "later"):
            same = next((g for g in groups if _same(g[0], entry)), None)
            if same is None:
                groups.append([entry])
            else:
                same.append(entry)
        elif holding and entry.standing != "ended" and holding[0].wording == entry.wording:
            holding.append(entry)
        else:
            holding = [entry]
            groups.append(holding)
    return groups


def _same(one: Entry, other: Entry) -> bool:
    """Rows of one ledger that repeat each other."""
    return (one.standing, one.source.load, one.wording) == (other.standing, other.source.load, other.wording)


def _word(trace: Trace, alike: Sequence[Entry], language: Language) -> Word:
    entry = alike[0]
    source = entry.source
    return Word(
        _value(trace, entry, language),
        entry.standing,
        say(_STANDINGS[entry.standing], language),
        _note(alike, language),
        source.as_of.isoformat(),
        load_name(source.kind, source.file).say(language),
        place(source, language),
        source.heading.rpartition("/")[2],
        _brought(source, language),
        entry.wording,
        entry.contests,
    )


def _value(trace: Trace, entry: Entry, language: Language) -> str:
    if entry.value is None:
        return say("trace_none", language)
    declared = model().slots(trace.subject[0]).get(trace.slot)
    return told(declared, entry.value, language) if declared else str(entry.value)


def _note(alike: Sequence[Entry], language: Language) -> str:
    entry, by = alike[0], alike[0].by
    days = sorted({e.source.as_of for e in alike})
    if entry.standing == "lost" and by:
        if by.kind == entry.source.kind:
            return say("trace_lost_to", language, file=load_name(by.kind, by.file).say(language))
        return say("trace_lost", language, kind=label_of(by.kind).say(language))
    if entry.standing == "ended":
        if by is None:
            return say("trace_ended_itself", language, day=entry.until or "")
        name = "trace_ended_lacking" if by.row is None else "trace_ended_otherwise"
        return say(name, language, day=by.as_of.isoformat(), kind=label_of(by.kind).say(language))
    if len(days) > 1:
        return say("trace_alike", language, since=days[0].isoformat(), count=len(days))
    return ""


def place(source: Source, language: Language) -> str:
    """Sheet and cell, or the row where only that is known; empty for a load as a whole, or one that is no file."""
    if source.cell:
        return f"{source.sheet}!{source.cell}" if source.sheet else source.cell
    if source.row is None or source.kind in (BY_HAND, DECISIONS):
        return ""
    return say("source_row", language, sheet=source.sheet, row=source.row).lstrip(" ,")


def _brought(source: Source, language: Language) -> str:
    day = source.loaded_at.astimezone().strftime("%Y-%m-%d %H:%M") if source.loaded_at else ""
    return say("trace_brought", language, who=source.loaded_by, day=day) if source.loaded_by else day


def stating(ref: Ref, edge: CardEdge) -> tuple[Key, str, Key]:
    """The subject whose rows state an edge of `ref`, the slot it has there, and its other end."""
    node, other = (ref.type, ref.key), (edge.ref.type, edge.ref.key)
    source, target = (node, other) if edge.direction == "out" else (other, node)
    return stating_end(source, edge.name, target)


def stating_end(source: Key, name: str, target: Key) -> tuple[Key, str, Key]:
    """The end of an edge whose rows state it, the slot it has there, and the other end."""
    arrow = model().arrow(source[0], name, target[0])
    return (target, f"<{name}", source) if arrow and arrow.subject == "to" else (source, name, target)

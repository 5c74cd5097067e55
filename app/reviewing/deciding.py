"""What reviewing does in the database: what waits is asked for, decisions are loaded, authorities are set."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date

from app.captions import captions_of
from app.importing.desk import work_key
from app.importing.tray import Problem
from app.importing.worker import Worker
from app.reviewing.state import NEW, Decided, Found, Name, Reviewing, names_of, refreshed
from app.tabs import Tabs
from graph.connection import Database
from graph.errors import LiangxinError
from graph.model import model
from graph.progress import Progress
from graph.text import Text
from loaders import apply
from loaders.conflicts import conflicts
from loaders.decisions import EVERYWHERE
from loaders.diff import Changes
from loaders.field_authority import FieldAuthority, field_authorities, set_field_authority
from loaders.kept import unused_rows
from loaders.kinds import label_of
from loaders.review import means, waiting

MOST_CHANGES = 12
"""Changes of a decision that are listed."""

SHOWN = 5
"""Decisions of a tab that are kept to be taken back here; all stand among the loads."""

TAKING_BACK = Text("正在撤回", "Taking it back")


@dataclass(frozen=True)
class Reviews:
    """One per application."""

    database: Database
    worker: Worker
    states: Tabs[Reviewing] = field(default_factory=lambda: Tabs(Reviewing()))

    def begin(self, tab: str, what: Text, work: Callable[[Progress], Decided | None]) -> None:
        """Have something done; when it is, what it changed is told and what waits is asked for anew."""
        if self.states.get(tab).working is not None:
            return
        self.states.change(tab, lambda state: replace(state, working=what, problem=None))
        self.worker.ask(work_key(tab, "review"), lambda progress: self._do(tab, work, progress))

    def refresh(self, tab: str) -> None:
        """Ask what waits now. What cannot be asked is told."""
        state = self.states.get(tab)
        try:
            found = self._found(state.load)
        except LiangxinError as error:
            problem = Problem.of(error)
            self.states.change(tab, lambda state: replace(state, problem=problem))
            return
        self.states.change(tab, lambda state: refreshed(replace(state, problem=None), found))

    def _found(self, load: str | None) -> Found:
        rejected = (row for row in unused_rows(self.database, load) if row.state == "rejected")
        return Found(
            names_of(waiting(self.database, load)),
            tuple(rejected),
            tuple(conflicts(self.database)),
            tuple(field_authorities(self.database)),
        )

    def _do(self, tab: str, work: Callable[[Progress], Decided | None], progress: Progress) -> None:
        try:
            decided = work(progress)
        except LiangxinError as error:
            problem = Problem.of(error)
            self.states.change(tab, lambda state: replace(state, working=None, problem=problem))
            return
        self.refresh(tab)
        more = (decided,) if decided else ()
        self.states.change(tab, lambda state: replace(state, working=None, decided=(*more, *state.decided)[:SHOWN]))


def decide(reviews: Reviews, name: Name, picked: str, caption: str, where: str, progress: Progress) -> Decided:
    """Say whom a name means, in ledgers `where` or everywhere."""
    place = next((p for p in name.places if p.where == where), name.places[0])
    key = None if picked == NEW else picked
    ledger = means(reviews.database, place, key, date.today(), everywhere=where == EVERYWHERE)
    outcome = apply.load(reviews.database, ledger, progress)
    title = _title(name, caption, where, new=key is None)
    return _told(reviews.database, title, outcome.changes, load=ledger.load.id, rows=outcome.asked_again)


def trust(reviews: Reviews, chosen: FieldAuthority, progress: Progress) -> Decided:
    """Say which kinds of ledgers are the authority for a field."""
    before = next((f for f in field_authorities(reviews.database) if f.field == chosen.field), None)
    changed = set_field_authority(reviews.database, chosen, progress)
    labels = [label_of(kind) for kind in chosen.kinds]
    zh, en = "、".join(t.zh for t in labels), ", ".join(t.en for t in labels)
    what = field_label(chosen.field)
    title = (
        Text(f"“{what.zh}”以{zh}为准", f"“{what.en}”: {en} decides")
        if labels
        else Text(f"“{what.zh}”恢复默认次序", f"“{what.en}” is back to the default")
    )
    return _told(reviews.database, title, changed, before=before or FieldAuthority(chosen.field, (), ""))


def field_label(field_: str) -> Text:
    """What a field (`Type.slot`) is called."""
    node_type, _, slot = field_.partition(".")
    declared = model().slots(node_type).get(slot)
    what, whose = declared.label if declared else model().edge_label(slot), model()[node_type].label
    return Text(f"{whose.zh} · {what.zh}", f"{whose.en} · {what.en}")


def where_label(where: str) -> Text:
    """Where a decision holds, in words."""
    if where == EVERYWHERE:
        return Text("所有台账", "all ledgers")
    kind, _, scope = where.partition("|")
    label = label_of(kind)
    return Text(f"{label.zh} · {scope}", f"{label.en} · {scope}")


def _title(name: Name, caption: str, where: str, *, new: bool) -> Text:
    holds = where_label(where)
    if new:
        return Text(f"“{name.shown}”是另外一个({holds.zh})", f"“{name.shown}” is one of its own (in {holds.en})")
    return Text(f"“{name.shown}”指 {caption}({holds.zh})", f"“{name.shown}” means {caption} (in {holds.en})")


def _told(
    database: Database,
    title: Text,
    changes: Changes,
    *,
    load: str | None = None,
    before: FieldAuthority | None = None,
    rows: int = 0,
) -> Decided:
    kept = tuple(changes.kept[:MOST_CHANGES])
    counts = {str(kind): number for kind, number in changes.counts.items()}
    return Decided(title, kept, counts, captions_of(database, kept), load, before, rows)

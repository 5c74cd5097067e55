"""What a form says goes in as a load of one row, and may be taken back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from app.by_hand.sayable import sayable
from app.captions import captions_of
from app.converters.changes import change_words
from app.i18n import say, text
from app.importing.previewing import WHOLE_ZONE
from app.link import read_date
from graph.connection import Database
from graph.errors import WrongQuestion
from graph.text import Language
from loaders import apply
from loaders.apply import Outcome
from loaders.by_hand import edge_by_hand, value_by_hand
from loaders.ledger import Ledger
from queries.results import Ref

NONE = "无"
MOST = 6


def ledger_said(database: Database, node: str, what: str, told: Mapping[str, Any], as_of: str | None) -> Ledger:
    """The ledger that a form says of `node` (`Type:key`). `told`: `value`, or `since` and `until`, or `none`.

    Raises WrongQuestion for what is not filled in or cannot be read, NotFound for a node that is gone.
    """
    ref = Ref.parse(node)
    one = sayable(ref.type).get(what)
    if one is None:
        raise WrongQuestion(text("by_hand_what"), text("by_hand_what_next"))
    if not as_of:
        raise WrongQuestion(text("by_hand_date"), text("by_hand_date_next"))
    day, word = read_date(as_of), told.get("value")
    subject = (ref.type, ref.key)
    if one.declared is not None:
        value = NONE if told.get("none") else str(word if word is not None else "")
        return value_by_hand(database, subject, one.slot, value, day, WHOLE_ZONE)
    if not word and not told.get("none"):
        raise WrongQuestion(text("by_hand_other"), text("by_hand_other_next"))
    other = None if told.get("none") else (one.other, str(word))
    since, until = _day(told.get("since")), _day(told.get("until"))
    of, to = (other, subject) if one.by_other and other else (subject, other)
    return edge_by_hand(database, of, one.slot, to, day, WHOLE_ZONE, since=since, until=until)


def load_said(database: Database, ledger: Ledger, language: Language) -> dict[str, Any]:
    """Load it; what the page then tells: the load, and what changed, in words."""
    outcome = apply.load(database, ledger)
    return {
        "load": ledger.load.id,
        "title": say("by_hand_done", language),
        "lines": _lines(database, outcome, language),
    }


def take_back(database: Database, load: str, language: Language) -> dict[str, Any]:
    """Take it out again; what the page then tells."""
    outcome = apply.unload(database, load)
    return {"load": None, "title": say("by_hand_undone", language), "lines": _lines(database, outcome, language)}


def _lines(database: Database, outcome: Outcome, language: Language) -> list[str]:
    if outcome.known or not outcome.changes:
        return [say("done_no_change", language)]
    kept = outcome.changes.kept[:MOST]
    captions = captions_of(database, kept)
    words = [change_words(change, captions, language) for change in kept]
    lines = [f"{w.caption} · {w.what} {' → '.join(filter(None, (w.old, w.new)))}".strip() for w in words]
    more = sum(outcome.changes.counts.values()) - len(kept)
    return [*lines, say("more", language, count=more)] if more > 0 else lines


def _day(word: object) -> date | None:
    return read_date(str(word)) if word else None

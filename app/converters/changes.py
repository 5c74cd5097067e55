"""Changes in words: of whom, what, from which value to which; the other end of an edge by what it is called."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.converters.edges import edge_name
from app.converters.facts import day, told
from app.i18n import say
from graph.model import model
from graph.text import Language
from graph.values.dates import OPEN
from loaders.diff import Change
from loaders.facts import Key

Captions = Mapping[Key, str]
"""What nodes are called, people masked; those missing go by their keys."""


@dataclass(frozen=True)
class ChangeWords:
    """A change as a person reads it. `what`: the property, field or edge; of an edge `old` and `new` name its end."""

    type: str
    caption: str
    what: str
    old: str
    new: str
    since: str


def change_words(change: Change, captions: Captions, language: Language) -> ChangeWords:
    """The words of one change; private values are masked."""
    node_type, key = change.subject
    what, old, new = _words(change, captions, language)
    since = day(change.since) if change.since else ""
    return ChangeWords(node_type, captions.get(change.subject, key), what, old, new, since)


def _words(change: Change, captions: Captions, language: Language) -> tuple[str, str, str]:
    node_type = change.subject[0]
    declared = model().slots(node_type).get(change.what)
    if declared is not None:
        old, new = ("" if v is None else told(declared, v, language) for v in (change.old, change.new))
        return declared.label.say(language), old, new
    if change.what == "node":
        return model()[node_type].label.say(language), "", ""
    if change.what == "record":
        record = model().record_type(node_type)
        label = record.label.say(language) if record else ""
        return label, _until(change.old, language), _until(change.new, language)
    return _edge(change, captions, language)


def _edge(change: Change, captions: Captions, language: Language) -> tuple[str, str, str]:
    node_type, other = change.subject[0], change.other
    if other is None:
        return model().edge_label(change.what).say(language), str(change.old or ""), str(change.new or "")
    arrow = model().arrow(node_type, change.what, other[0])
    direction = "out" if arrow and arrow.subject == "from" else "in"
    label = edge_name(node_type, change.what, direction, other[0]).say(language)
    called = captions.get(other, other[1])
    if change.kind == "new":
        return label, "", called
    if change.kind == "removed":
        return label, called, ""
    old, new = (_about(change, v, language) for v in (change.old, change.new))
    return label, f"{called} {old}".strip(), f"{called} {new}".strip()


def _about(change: Change, value: Any, language: Language) -> str:
    """Until when an edge holds, or what it says besides."""
    if not isinstance(value, Mapping):
        return _until(value, language)
    assert change.other is not None, "an edge has two ends"
    ends = (change.subject[0], change.other[0])
    arrow = model().arrow(ends[0], change.what, ends[1]) or model().arrow(ends[1], change.what, ends[0])
    properties = arrow.properties if arrow else {}
    words = [
        f"{properties[name].label.say(language)} {told(properties[name], word, language)}"
        for name, word in value.items()
        if name in properties and word is not None
    ]
    return ("；" if language == "zh" else "; ").join(words)


def _until(value: Any, language: Language) -> str:
    if not isinstance(value, date):
        return ""
    return say("still_holds", language) if value == OPEN else say("until_day", language, day=day(value))

"""What a row leaves unsaid of an edge it does not change: other rows of the same edge may say it.

So a roll of members that merely marks the secretaries neither cuts an edge for which another ledger knows the source,
nor takes the source from it.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any


@dataclass(frozen=True)
class Words:
    """What one row says of an edge to `other` (None: that there is none). `rank` decides between equals of one date."""

    day: date
    rank: tuple[int, str]
    other: Hashable
    properties: Mapping[str, Any]


def completed(said: Sequence[Words]) -> list[Words]:
    """The same words in the same order, each with the properties it leaves unsaid.

    Of a property the latest word on the edge until that day counts, else the first after it.
    """
    telling: dict[Hashable, dict[str, list[Words]]] = {}
    for words in said:
        for name in words.properties:
            telling.setdefault(words.other, {}).setdefault(name, []).append(words)
    found = []
    for words in said:
        known = telling.get(words.other, {})
        unsaid = {name: _word(name, known[name], words.day) for name in known.keys() - words.properties.keys()}
        found.append(replace(words, properties={**words.properties, **unsaid}) if unsaid else words)
    return found


def _word(name: str, telling: list[Words], day: date) -> Any:
    until_then = [words for words in telling if words.day <= day]
    first = min(words.day for words in telling)
    counting = until_then or [words for words in telling if words.day == first]
    return max(counting, key=lambda w: (w.day, w.rank, str(w.properties[name]))).properties[name]

"""Names that may mean the same firm without being equal: cut short (佳科技), or with the place elsewhere.

Such likeness never decides; it makes a row wait for a person, with its candidates.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from functools import cached_property

_FORM = re.compile(
    r"(股份有限公司|有限责任公司|集团有限公司|有限公司|有限合伙|合伙企业|合作社|集团|公司|工厂|厂|店|行|部|所|院|中心)+$"
)
_PLACE = re.compile(r"^(?:[\u3400-\u9fff]{2,3}?(?:省|市|县|区|自治州|地区))+")
_BRACKETS = re.compile(r"[(\[][^()\[\]]*[)\]]")
_SHORTEST = 2

MOST = 20
"""Candidates kept of a name that many are like."""


def complete(name: str) -> bool:
    """Whether a normalised name ends as registered names do (有限公司, 厂 …), so that nothing of it was cut off."""
    return _FORM.search(_BRACKETS.sub("", name)) is not None


def core(name: str) -> str:
    """What sets a normalised name apart: without the place at its beginning or in brackets, and without its form."""
    plain = _BRACKETS.sub("", name)
    return _PLACE.sub("", _FORM.sub("", plain)) or plain


def keys(name: str) -> frozenset[str]:
    """What two complete names that may be one firm's share: the core, with or without a place in brackets."""
    own = core(name)
    found = {own}
    for place in (word.strip("()[]") for word in _BRACKETS.findall(name)):
        found |= {place + own, own.removeprefix(place) or own}
    return frozenset(found)


class Likeness:
    """Known names (normalised), to be asked which of them a name that nobody goes by exactly may mean.

    A complete name is like those it shares a key with, as 江西佳科技有限公司 and 佳科技(江西)有限公司 do; a name cut
    short is like all that contain it.
    """

    def __init__(self, known: Iterable[str]) -> None:
        self._text = "\n".join(["", *sorted(known), ""])

    @cached_property
    def _by_key(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for name in self._text.split():
            for key in keys(name):
                found.setdefault(key, []).append(name)
        return found

    def of(self, name: str) -> list[str]:
        """The known names that `name` may mean, the most alike first, at most `MOST`."""
        if complete(name):
            found = {other for key in keys(name) for other in self._by_key.get(key, ())}
        else:
            found = set(self._containing(name)) if len(name) >= _SHORTEST else set()
        return sorted(found, key=lambda other: (-likeness(name, other), other))[:MOST]

    def _containing(self, word: str) -> Iterator[str]:
        at = self._text.find(word)
        while at >= 0:
            start, end = self._text.rfind("\n", 0, at) + 1, self._text.find("\n", at)
            yield self._text[start:end]
            at = self._text.find(word, end)


def likeness(name: str, known: str) -> float:
    """How alike two normalised names are, from 0 to 1: the order in which candidates are offered."""
    whole = SequenceMatcher(None, name, known).ratio()
    cores = SequenceMatcher(None, core(name), core(known)).ratio()
    return round(max(whole, cores, 0.9 if name in known else 0.0), 3)

"""Names that may mean the same firm without being equal: cut short (佳科技), or with the place elsewhere (X(江西)有限公司).

Such likeness never decides; it makes a row wait for a person, with its candidates.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import SequenceMatcher

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


def alike(name: str, known: str) -> bool:
    """Whether `name`, which nobody goes by exactly, may mean the firm of the name `known` (both normalised).

    A complete name is like one of the same core, the place before it or in brackets (domain practice: 江西X有限公司,
    X(江西)有限公司); a name cut short is like all that contain it.
    """
    if complete(name):
        shorter, longer = sorted((core(name), core(known)), key=len)
        places = [word.strip("()[]") for word in _BRACKETS.findall(name) + _BRACKETS.findall(known)]
        return longer in {shorter, *(place + shorter for place in places)}
    return len(name) >= _SHORTEST and name in known


def likeness(name: str, known: str) -> float:
    """How alike two normalised names are, from 0 to 1, for the order in which candidates are offered."""
    whole = SequenceMatcher(None, name, known).ratio()
    cores = SequenceMatcher(None, core(name), core(known)).ratio()
    return round(max(whole, cores, 0.9 if name in known else 0.0), 3)


def most_alike(name: str, known: Iterable[str]) -> list[str]:
    """Those of the `known` names that `name` may mean, the most alike first, at most `MOST`."""
    found = [other for other in known if alike(name, other)]
    return sorted(found, key=lambda other: (-likeness(name, other), other))[:MOST]

"""Masks: how private values may be shown (practice of the field: 张*, 138****5678, ID number first 3 and last 4)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from typing import Any

from graph.values.codes import find_id_numbers

_MANY_DIGITS = re.compile(r"\d(?:\D{0,2}\d){9}")
_GAP = r"[ \-]?"
_PHONES = re.compile(
    rf"(?<![0-9])1{_GAP}[3-9](?:{_GAP}[0-9]){{9}}(?![0-9])"  # a mobile number
    r"|(?<![0-9])0[0-9]{2,3}\)?[ \-]{0,2}(?<=[) \-])[0-9]{7,8}(?![0-9])"  # an area code told apart from the number
)


def mask_name(name: str) -> str:
    """张三丰 → 张*; a compound or foreign name also keeps its first character only."""
    return f"{name[0]}*" if name else ""


def mask_phone(phone: str) -> str:
    """13812345678 → 138****5678; a shorter number keeps its last two digits; a word without digits is none."""
    if not any(letter.isdigit() for letter in phone):
        return phone
    return f"{phone[:3]}****{phone[-4:]}" if len(phone) >= 9 else "****" + phone[-2:]


def mask_id(number: str) -> str:
    """11010519491231002X → 110***********002X."""
    return number[:3] + "*" * (len(number) - 7) + number[-4:]


def mask_id_numbers(text: str) -> str:
    """Free text with every citizen number in it masked, also one in full-width digits or with gaps."""
    return _masked(text, find_id_numbers, mask_id)


def mask_phones(text: str) -> str:
    """Free text with every telephone number in it masked: mobile ones, and others whose area code is told apart."""
    return _masked(text, lambda plain: [match.span() for match in _PHONES.finditer(plain)], mask_phone)


def has_many_digits(text: str) -> bool:
    """Whether free text holds so many digits that some of them may be a citizen number or a telephone number."""
    return _MANY_DIGITS.search(text) is not None


def mask_numbers(text: str) -> str:
    """Free text with every citizen number and telephone number in it masked; masking twice changes nothing."""
    return mask_phones(mask_id_numbers(text)) if _MANY_DIGITS.search(text) else text


def mask_private(value: Any, private: str | None) -> Any:
    """A value of the schema as it may be shown: a private name or telephone number masked, anything else as it is."""
    masks = {"name": mask_name, "phone": mask_phone}
    return masks[private](value) if private and isinstance(value, str) else value


def _masked(text: str, find: Callable[[str], Iterable[tuple[int, int]]], mask: Callable[[str], str]) -> str:
    if not _MANY_DIGITS.search(text):
        return text
    plain = text if text.isascii() else "".join(_plain(letter) for letter in text)
    masked, end = "", 0
    for start, stop in find(plain):
        number = "".join(letter for letter in plain[start:stop] if letter.isalnum())
        masked += text[end:start] + mask(number)
        end = stop
    return masked + text[end:]


def _plain(letter: str) -> str:
    """A full-width letter or digit as a half-width one; any other stays, so that places in the text stay too."""
    plain = unicodedata.normalize("NFKC", letter)
    return plain if len(plain) == 1 else letter

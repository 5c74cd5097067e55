"""Masks: how private values may be shown (practice of the field: 张*, 138****5678, ID number first 3 and last 4)."""

from __future__ import annotations

import unicodedata

from graph.values.codes import find_id_numbers


def mask_name(name: str) -> str:
    """张三丰 → 张*; a compound or foreign name also keeps its first character only."""
    return f"{name[0]}*" if name else ""


def mask_phone(phone: str) -> str:
    """13812345678 → 138****5678; a shorter number keeps its last two digits."""
    return f"{phone[:3]}****{phone[-4:]}" if len(phone) >= 9 else "****" + phone[-2:]


def mask_id(number: str) -> str:
    """11010519491231002X → 110***********002X."""
    return number[:3] + "*" * (len(number) - 7) + number[-4:]


def mask_id_numbers(text: str) -> str:
    """Free text with every citizen number in it masked, also one typed in full-width digits."""
    numbers = find_id_numbers(text)
    if not numbers:
        return text
    plain = unicodedata.normalize("NFKC", text)
    for number in numbers:
        plain = plain.replace(number, mask_id(number))
    return plain

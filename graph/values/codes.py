"""Codes: the unified social credit code (GB 32100-2015) and the citizen number (GB 11643-1999).

A code that fails its check is kept and flagged, never repaired: some early codes fail lawfully.
"""

from __future__ import annotations

import re
import unicodedata
from operator import mul
from typing import Literal

from stdnum.cn import ric

CodeState = Literal["valid", "failed", "damaged"]

CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
CREDIT_WEIGHTS = (*(pow(3, place, 31) for place in range(17)), 1)
"""The values of a credit code's 18 characters, each times its weight, add up to a multiple of 31 (GB 32100, 4.7)."""

_CREDIT_CODE = re.compile(f"[0-9]{{8}}[{CREDIT_ALPHABET}]{{10}}")
_VALUES = {letter: value for value, letter in enumerate(CREDIT_ALPHABET)}

_GAP = r"[\s\-\u00ad\u2010-\u2015\u2212·\u200b-\u200d\ufeff]{0,2}"
_ID_NUMBER = re.compile(rf"(?<![0-9])(?:[1-9](?:{_GAP}[0-9]){{16}}{_GAP}[0-9Xx]|[1-9][0-9]{{14}})(?![0-9])")


def normalise_code(raw: str) -> str:
    """Half-width, upper case, without spaces or hyphens."""
    return re.sub(r"[\s\-]", "", unicodedata.normalize("NFKC", raw)).upper()


def credit_code_state(code: str) -> CodeState:
    """Whether a normalised credit code passes its check, fails, or was broken by a spreadsheet.

    A spreadsheet keeps 15 digits of a number: what fails and is of the form 1E+17, or of 18 digits of which the last
    three are zeros, is `damaged`.
    """
    if _CREDIT_CODE.fullmatch(code) and not sum(map(mul, map(_VALUES.__getitem__, code), CREDIT_WEIGHTS)) % 31:
        return "valid"
    rounded = code.isdigit() and len(code) == 18 and code.endswith("000")
    return "damaged" if "E+" in code or rounded else "failed"


def is_id_number(code: str) -> bool:
    """Whether a normalised citizen number passes its check (retired area codes included)."""
    return bool(re.fullmatch(r"\d{17}[\dX]", code)) and ric.calc_check_digit(code) == code[-1]


def find_id_numbers(text: str) -> list[tuple[int, int]]:
    """Where, in half-width text, something has the form of a citizen number and is no credit code: (start, stop).

    Of 18 digits also with gaps between them, as people type them to be read.
    """
    return [match.span() for match in _ID_NUMBER.finditer(text) if _looks_personal(match[0].upper())]


def _looks_personal(written: str) -> bool:
    number = "".join(letter for letter in written if letter.isalnum())
    if _is_surely_credit_code(number):
        return False
    born = number[6:14] if len(number) == 18 else "19" + number[6:12]
    return born[:2] in {"18", "19", "20"} and 1 <= int(born[4:6]) <= 12 and 1 <= int(born[6:8]) <= 31


def _is_surely_credit_code(number: str) -> bool:
    """Whether a number is a credit code by both its checks and no citizen number: one in 31 of these passes the first.

    The second is that of the organisation code within (GB 11714, 5.2).
    """
    if credit_code_state(number) != "valid" or is_id_number(number):
        return False
    total = sum(
        int(letter, 36) * weight for letter, weight in zip(number[8:16], (3, 7, 9, 10, 5, 8, 4, 2), strict=True)
    )
    return number[16] == "0123456789X0"[11 - total % 11]

"""Codes: the unified social credit code (GB 32100-2015) and the citizen number (GB 11643-1999).

A code that fails its check is kept and flagged, never repaired: some early codes fail lawfully.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Literal

from stdnum.cn import ric, uscc

CodeState = Literal["valid", "failed", "damaged"]

_ID_NUMBER = re.compile(r"(?<![0-9A-Za-z])(\d{17}[0-9Xx]|\d{15})(?![0-9A-Za-z])")


def normalise_code(raw: str) -> str:
    """Half-width, upper case, without spaces or hyphens."""
    return re.sub(r"[\s\-]", "", unicodedata.normalize("NFKC", raw)).upper()


def credit_code_state(code: str) -> CodeState:
    """Whether a normalised credit code passes both its checks, fails, or was broken by a spreadsheet.

    A spreadsheet keeps 15 digits of a number: what fails and is of the form 1E+17, or of 18 digits of which the last
    three are zeros, is `damaged`.
    """
    if uscc.is_valid(code):
        return "valid"
    rounded = code.isdigit() and len(code) == 18 and code.endswith("000")
    return "damaged" if "E+" in code or rounded else "failed"


def is_id_number(code: str) -> bool:
    """Whether a normalised citizen number passes its check (retired area codes included)."""
    return bool(re.fullmatch(r"\d{17}[\dX]", code)) and ric.calc_check_digit(code) == code[-1]


def find_id_numbers(text: str) -> list[str]:
    """Everything in free text that has the form of a citizen number and is no credit code."""
    return [n for n in _ID_NUMBER.findall(unicodedata.normalize("NFKC", text)) if _looks_personal(n.upper())]


def _looks_personal(number: str) -> bool:
    if credit_code_state(number) == "valid":
        return False
    born = number[6:14] if len(number) == 18 else "19" + number[6:12]
    return born[:2] in {"18", "19", "20"} and 1 <= int(born[4:6]) <= 12 and 1 <= int(born[6:8]) <= 31

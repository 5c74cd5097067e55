"""Codes of people and firms that do not exist: region digits 990000, valid check characters."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from random import Random

from stdnum.cn import ric, uscc

from graph.values.codes import CREDIT_ALPHABET
from graph.values.repairs import body_check

_REGION = "990000"


def credit_codes(random: Random) -> Iterator[str]:
    """Credit codes (GB 32100), never the same twice; every fifth has digits only, which spreadsheets like to break."""
    seen: set[str] = set()
    while True:
        body = "MA" + "".join(random.choices(CREDIT_ALPHABET, k=6))
        if random.random() < 0.2:
            body = "".join(random.choices("0123456789", k=8))
        code = f"91{_REGION}{body}{body_check(body)}"
        code += uscc.calc_check_digit(code)
        if code not in seen and not code.endswith("000"):
            seen.add(code)
            yield code


def id_numbers(random: Random, region: str = _REGION) -> Iterator[tuple[date, str]]:
    """Birthdays with their citizen numbers (GB 11643), of people aged about 24 to 58 in 2026, never the same twice.

    `region`: the six digits of a place that there is not.
    """
    seen: set[str] = set()
    while True:
        born = date.fromordinal(random.randint(date(1968, 1, 1).toordinal(), date(2002, 6, 30).toordinal()))
        number = f"{region}{born:%Y%m%d}{random.randint(1, 999):03d}"
        if number not in seen:
            seen.add(number)
            yield born, number + ric.calc_check_digit(number + "0")


def phones(random: Random) -> Iterator[str]:
    """Telephone numbers of a prefix that nobody is given."""
    while True:
        yield f"1290{random.randint(0, 9_999_999):07d}"

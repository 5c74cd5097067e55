"""Credit codes that fail their check, and what they may have been: offered to a person, never put in their place.

A repair is offered only if it passes both checks of a credit code (GB 32100-2015 and, for the organisation within it,
GB 11714) and no other of its kind does.
"""

from __future__ import annotations

from collections.abc import Iterator

from graph.values.codes import CREDIT_ALPHABET, CREDIT_WEIGHTS, credit_code_state

_ALIKE = str.maketrans("OISZ", "0152")
_BODY_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)
_LOST = 3
"""Digits at the end of an 18-digit number that a spreadsheet does not keep."""


def passes_both_checks(code: str) -> bool:
    """Whether a normalised credit code passes its own check and that of the organisation code within it."""
    return credit_code_state(code) == "valid" and body_check(code[8:16]) == code[16]


def credit_code_repair(code: str) -> str | None:
    """What a normalised credit code that fails may have been; None unless exactly one code is likely.

    Digits for letters that the alphabet lacks and that look like them; else one wrong, missing, doubled or swapped
    character; of a number that a spreadsheet rounded, the digits it lost.
    """
    plain = code.translate(_ALIKE)
    if plain != code and passes_both_checks(plain):
        return plain
    if not set(plain) <= set(CREDIT_ALPHABET):
        return None
    passing = {candidate for candidate in _candidates(plain) if passes_both_checks(candidate)}
    return passing.pop() if len(passing) == 1 else None


def _candidates(code: str) -> Iterator[str]:
    if len(code) == 18 and code.isdigit() and code.endswith("0" * _LOST):
        yield from _refilled(code[:-_LOST])
    elif len(code) == 18:
        total = _total(code)
        for place, letter in enumerate(code):
            yield code[:place] + _completing(total, place, letter) + code[place + 1 :]
        yield from (code[:p] + code[p + 1] + code[p] + code[p + 2 :] for p in range(17))
    elif len(code) == 17:
        yield from (_solved(code[:place], code[place:]) for place in range(18))
    elif len(code) == 19:
        yield from (code[:place] + code[place + 1 :] for place in range(19))


def _solved(before: str, after: str) -> str:
    """The code with the one character between `before` and `after` that lets it pass its own check."""
    unknown = CREDIT_ALPHABET[0]
    return before + _completing(_total(before + unknown + after), len(before), unknown) + after


def _completing(total: int, place: int, letter: str) -> str:
    """What must stand in place of `letter` for a code of this total to pass its own check."""
    inverse = pow(CREDIT_WEIGHTS[place], -1, 31)
    return CREDIT_ALPHABET[(CREDIT_ALPHABET.index(letter) - total * inverse) % 31]


def _total(code: str) -> int:
    return sum(CREDIT_ALPHABET.index(letter) * weight for letter, weight in zip(code, CREDIT_WEIGHTS, strict=True))


def _refilled(kept: str) -> Iterator[str]:
    """A number of which the last three digits are lost: one is free, two follow from it; all were digits."""
    for digit in "0123456789":
        body = kept + digit
        code = _solved(body + body_check(body[8:]), "")
        if code.isdigit():
            yield code


def body_check(body: str) -> str:
    """The ninth character of an organisation code (GB 11714)."""
    total = sum(int(letter, 36) * weight for letter, weight in zip(body, _BODY_WEIGHTS, strict=True))
    return {10: "X", 11: "0"}.get(check := 11 - total % 11, str(check))

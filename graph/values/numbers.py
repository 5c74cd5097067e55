"""Numbers as people type them into ledgers: 3人, 约50, 50余, 12(其中预备2), ３, 二十三, 1,200万元, 1.2亿."""

from __future__ import annotations

import math
import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

LARGEST = 10.0**15
"""What is not below this is no number that a ledger tells; beyond it numbers lose their last digits."""

_SCALES = {"": 1, "千": 1_000, "万": 10_000, "百万": 1_000_000, "千万": 10_000_000, "亿": 100_000_000}
_MONEY = {"元": 1, **{f"{scale}元": number for scale, number in _SCALES.items() if scale}}
_COUNTED = "人名个家户件项次年处所间岁月天"
_AREA = "平方米|平米|平方|㎡|m2|亩"
_DIGITS = "零一二三四五六七八九"
_NUMBER = re.compile(
    rf"(?P<about>约|近|大约|将近|超过?)?(?P<sign>[-－])?(?:(?P<digits>\d+(?:\.\d+)?)|(?P<chinese>[{_DIGITS}〇两十百千]+?))"
    rf"(?P<odd>余|多|左右|以上)?(?P<scale>千万|百万|亿|万|千)?(?P<odd2>余|多|左右|以上)?(?:[{_COUNTED}]|{_AREA})?"
    r"(?P<yuan>元)?(?P<odd3>左右|以上)?(?P<rest>\(.*\)|[,;]?其中.+)?"
)
_GROUPED = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_UNIT = re.compile(r"(?:^|[(\[,:/])(元|千元|万元|百万元|千万元|亿元)[)\]]?$")


class NotANumber(ValueError):
    """The text is not a number in any form the ledgers use."""


@dataclass(frozen=True)
class Number:
    """A number as written. `scale`: 万 and 亿 in the word; `money`: the word says yuan; `rest`: what else it says."""

    value: float
    scale: int = 1
    money: bool = False
    approximate: bool = False
    rest: str = ""

    @property
    def whole(self) -> float:
        """The number with its scale: 1.2亿 is 120,000,000."""
        return _exact(self.value * self.scale)

    def in_money(self, unit: int, bare: int) -> float:
        """The amount in `unit` yuan; a number that tells no unit is in `bare` yuan."""
        return _exact(self.value * (self.scale if self.money or self.scale > 1 else bare) / unit)


def parse_number(raw: str | float) -> Number:
    """The number `raw` tells. Raises NotANumber; 十几, 10-20 and 3/4 tell none."""
    if isinstance(raw, int | float):
        return Number(_bounded(float(raw)))
    word = re.sub(r"\s", "", unicodedata.normalize("NFKC", raw))
    match = _NUMBER.fullmatch(_GROUPED.sub("", word))
    if match is None:
        raise NotANumber(raw)
    told = float(match["digits"] or chinese_number(match["chinese"]))
    return Number(
        _bounded(-told if match["sign"] else told),
        _SCALES[match["scale"] or ""],
        bool(match["yuan"]),
        any(match[name] for name in ("about", "odd", "odd2", "odd3")),
        (match["rest"] or "").strip("(),;"),
    )


@lru_cache(maxsize=1024)
def money_unit(heading: str) -> int | None:
    """How many yuan the amounts under a heading are in: 年营业收入(万元) → 10,000; None where it does not say."""
    found = _UNIT.search(unicodedata.normalize("NFKC", heading))
    return _MONEY[found[1]] if found else None


def chinese_number(word: str) -> int:
    """二十三 → 23, 一百零五 → 105, 两千 → 2000, up to 9999. Raises NotANumber, also for 一百五 (105 or 150?)."""
    told = word.replace("两", "二").replace("〇", "零")
    known = _spelled_numbers()
    if told not in known:
        raise NotANumber(word)
    return known[told]


@cache
def _spelled_numbers() -> dict[str, int]:
    """Every number up to 9999 as it is spelled, and the round ones as people shorten them (百余)."""
    spelled = {"零": 0, "百": 100, "千": 1000}
    for number in range(1, 10_000):
        word, rest = "", number
        for place, letter in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
            digit, rest = divmod(rest, place)
            if digit:
                word += _DIGITS[digit] + letter
            elif word and rest and not word.endswith("零"):
                word += "零"
        spelled[word] = number
        spelled[word.removeprefix("一") if word.startswith("一十") else word] = number
    return spelled


def _bounded(value: float) -> float:
    if not math.isfinite(value) or abs(value) >= LARGEST:
        raise NotANumber(str(value))
    return value


def _exact(value: float) -> float:
    """Without the noise that scaling a decimal leaves behind."""
    return _bounded(round(value, 6))

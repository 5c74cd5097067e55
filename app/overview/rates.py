"""Rates as the overview tells them: of the zone, and of areas and grid cells, worst first. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from app.overview.counted import Counted
from queries.coverage_rates import Rate

SHOWN = "organisation"
"""The rate by which areas and grid cells are compared."""
NOWHERE = "-"
"""The group of what lies in none."""


@dataclass(frozen=True)
class Share:
    """A rate of one group of firms, in per cent. `change`: percentage points since a month before.

    `unknown` firms are in none of the other numbers. `name` is None for what lies in no group.
    """

    rate: str
    name: str | None
    percent: float | None
    change: float | None
    reached: Counted
    base: Counted
    gap: Counted
    unknown: Counted


@dataclass(frozen=True)
class Places:
    """The groups of the zone that are furthest behind, `shown` of `total`; `link` leads to all of them."""

    by: str
    shares: tuple[Share, ...]
    total: int
    link: str


def of_zone(rates: Iterable[Rate], at: date) -> tuple[Share, ...]:
    """The rates of the whole zone, in the order they were answered."""
    return tuple(_share(rate, at, {}) for rate in rates)


def of_places(by: str, rates: Iterable[Rate], at: date, most: int) -> Places:
    """The `most` groups with the lowest rate, those without a rate last; of equal ones, those where most is lacking."""
    every = [_share(rate, at, {"by": by, "group": rate.group}) for rate in rates]
    worst = sorted(every, key=lambda s: (s.percent is None, s.percent or 0.0, -s.gap.number, s.name is None, s.name))
    link = Counted.of(len(every), "rates", at, {"by": by, "rate": SHOWN}).link
    return Places(by, tuple(worst[:most]), len(every), link)


def _share(rate: Rate, at: date, group: Mapping[str, str]) -> Share:
    def part(number: int, name: str) -> Counted:
        return Counted.of(number, "rate-firms", at, {"rate": rate.rate, "part": name, **group})

    return Share(
        rate.rate,
        None if rate.group == NOWHERE else rate.group_name or rate.group,
        rate.percent,
        rate.month_change,
        reached=part(rate.numerator, "numerator"),
        base=part(rate.denominator, "denominator"),
        gap=part(rate.denominator - rate.numerator, "gap"),
        unknown=part(rate.unknown, "unknown"),
    )

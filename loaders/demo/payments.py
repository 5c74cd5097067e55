"""Money for the branches' work in 2026: deducted by firms before tax, dues returned, public money."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from loaders.demo.building import Payment
from loaders.demo.formation import settled_branches
from loaders.demo.world import SETTLED, Branch, World

_YEAR = 2026
_DEDUCTING, _RETURNED, _OTHER = 18, 24, 2
_PUBLIC = 3000
"""What the zone gives each joint branch a year."""


def pay(random: Random, world: World) -> tuple[Payment, ...]:
    """The sums of the year, by day."""
    branches = settled_branches(world)
    return tuple(sorted(_paid(random, branches), key=lambda p: (p.paid_on, p.branch, p.source)))


def _paid(random: Random, branches: list[Branch]) -> Iterator[Payment]:
    own = [b for b in branches if b.formation == "单独建立" and b.founded_on.year < _YEAR]
    for branch in random.sample(own, k=_DEDUCTING):
        amount = random.randint(8, 60) * 1000
        yield Payment(branch.code, _YEAR, "税前列支", amount, _day(random), branch.covers(SETTLED)[0])
    for branch in random.sample(own, k=_RETURNED):
        yield Payment(branch.code, _YEAR - 1, "党费返还", random.randint(6, 90) * 120, date(2026, 3, 20))
    for branch in branches:
        if branch.formation == "联合建立" and branch.founded_on.year < _YEAR:
            yield Payment(branch.code, _YEAR, "财政支持", _PUBLIC, date(2026, 5, 12))
    for branch in random.sample(own, k=_OTHER):
        yield Payment(branch.code, _YEAR, "其他", 2000, _day(random))


def _day(random: Random) -> date:
    return date(2026, 2, 1) + timedelta(days=random.randint(0, 230))

"""What is drawn for the demo zone: people, brands, codes, days. Everything follows from one seed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from random import Random

from loaders.demo.codes import credit_codes, id_numbers, phones
from loaders.demo.words import BRAND_FIRST, BRAND_SECOND, GIVEN, SURNAMES


class Draw:
    """The source of all that is invented; `random` is for the choices a step makes itself."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self._brands = self._every_brand()
        self._codes = credit_codes(self.random)
        self._ids = id_numbers(self.random)
        self._phones = phones(self.random)

    def person(self) -> str:
        """A person's name; now and then two people share one, as in any zone."""
        given = self.random.sample(GIVEN, k=self.random.choice((1, 2, 2, 2)))
        return self.random.choice(SURNAMES) + "".join(given)

    def brand(self) -> str:
        """A two-character brand; all come once before one comes again."""
        return next(self._brands)

    def credit_code(self) -> str:
        """A credit code nobody has."""
        return next(self._codes)

    def birth(self) -> tuple[date, str]:
        """A birthday and the citizen number of someone born on it."""
        return next(self._ids)

    def phone(self) -> str:
        """A telephone number that reaches nobody."""
        return next(self._phones)

    def day(self, first: date, last: date) -> date:
        """A day from `first` to `last`, both included; `first` when they are the wrong way round."""
        return date.fromordinal(self.random.randint(first.toordinal(), max(first, last).toordinal()))

    def _every_brand(self) -> Iterator[str]:
        every = [first + second for first in BRAND_FIRST for second in BRAND_SECOND]
        self.random.shuffle(every)
        while True:
            yield from every

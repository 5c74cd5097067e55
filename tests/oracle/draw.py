"""What all ledgers of a drawn zone share: its firms and branches, and how things are drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from tests.oracle.sheets import DATES, Row

BEFORE = date(2025, 12, 31)


@dataclass(frozen=True)
class Firm:
    """A firm as all ledgers name it."""

    name: str
    uscc: str
    ownership: str
    industry: str
    staff: str
    group: Firm | None = None


@dataclass(frozen=True)
class Branch:
    """A branch as all ledgers name it; `known` is the first ledger that has it."""

    name: str
    code: str
    side: str
    level: str
    formation: str
    founded: str
    dissolved: str
    known: int = 0
    department: str = ""


class Draw(Random):
    """Draws for one zone, whose names and codes are its `own`: no zone's begin as another's do. Its people's citizen
    numbers are of a `region`, which one zone in ten thousand shares.

    `begun` keeps since when a thing is written to hold. In a `bare` zone branches cover little and most members are
    held; in a `crowded` one a branch has more members than a level needs.
    """

    def __init__(self, seed: int) -> None:
        super().__init__(seed)
        self.own = f"{seed:07X}"
        self.zone_seed, self.region = seed, f"99{seed % 10_000:04d}"
        self.bare, self.crowded = self.choice([(False, False)] * 10 + [(True, False)] * 5 + [(False, True)])
        self.begun: dict[tuple[str, ...], str] = {}

    def apart(self, what: str) -> Draw:
        """Draws of their own for the same zone: what is drawn with them leaves all else as it was."""
        other = Draw(self.zone_seed)
        other.seed(f"{self.zone_seed:X} {what}")
        return other

    def chance(self, part: float) -> bool:
        return self.random() < part

    def some(self, items: Sequence[Row], most: int) -> list[Row]:
        return self.sample(list(items), min(len(items), self.randint(0, most)))

    def day_in(self, ledger: int) -> date:
        """A day after the ledger before this one, up to this one's: often the first or the last such day."""
        first = (DATES[ledger - 1] if ledger else BEFORE) + timedelta(days=1)
        last = DATES[ledger]
        return self.choice([first, last, date.fromordinal(self.randint(first.toordinal(), last.toordinal()))])

    def since(self, ledger: int, there_before: bool, *thing: str) -> str:
        """The start that the row writes: drawn or left to the ledger's date when the thing comes; then the same."""
        if not there_before:
            self.begun[thing] = self.day_in(ledger).isoformat() if self.chance(0.5) else ""
        return self.begun[thing]

    @property
    def departments(self) -> list[str]:
        """The zone's departments."""
        return [f"{self.own}住建局", f"{self.own}社发局", f"{self.own}乡办事处"]

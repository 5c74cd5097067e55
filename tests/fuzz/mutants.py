"""Mutated ledgers without end, the same ones for the same seed."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from tests.fuzz.ledgers import sound
from tests.fuzz.mutations import FILE_MUTATIONS, GRID_MUTATIONS, Mutant, as_file


def mutant(seed: int) -> Mutant:
    """The mutant of a seed: a sound ledger after some mutations of its cells, and in half of them of its file."""
    random = Random(seed)
    grid = sound(random)
    how = []
    for change in random.choices(GRID_MUTATIONS, k=random.choice((0, 1, 1, 2, 3, 8))):
        change(grid, random)
        how.append(change.__name__)
    name, content = as_file(grid, random)
    made = Mutant(name, content, tuple(how))
    for spoil in random.choices(FILE_MUTATIONS, k=random.choice((0, 0, 0, 1, 1, 2))):
        spoilt = spoil(made, random)
        made = Mutant(spoilt.name, spoilt.content, (*made.how, spoil.__name__))
    return made


def mutants(number: int, first: int = 0) -> Iterator[tuple[int, Mutant]]:
    """(seed, mutant), so many of them."""
    for seed in range(first, first + number):
        yield seed, mutant(seed)

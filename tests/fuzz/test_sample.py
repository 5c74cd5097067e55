"""A sample of the mutated ledgers that `make fuzz` tries by the ten thousand."""

from __future__ import annotations

from pathlib import Path

from tests.fuzz.mutants import mutant, mutants
from tests.fuzz.mutations import FILE_MUTATIONS, GRID_MUTATIONS
from tests.fuzz.trial import try_reading

SAMPLE = 150


def test_each_is_read_or_refused_with_its_place(tmp_path: Path) -> None:
    outcomes = {try_reading(made, tmp_path, seed) for seed, made in mutants(SAMPLE)}
    assert outcomes == {"read", "partly", "refused"}


def test_the_sample_has_every_mutation_and_each_seed_its_own() -> None:
    made = [one for _, one in mutants(SAMPLE)]
    assert {name for one in made for name in one.how} == {m.__name__ for m in (*GRID_MUTATIONS, *FILE_MUTATIONS)}
    assert mutant(7) == mutant(7)
    assert len({one.content for one in made}) > SAMPLE * 0.9

"""`python -m tests.fuzz [NUMBER] [FIRST SEED]`: so many mutated ledgers, and what came of them."""

from __future__ import annotations

import sys
import tempfile
import traceback
from collections import Counter
from pathlib import Path

from tests.fuzz.mutants import mutants
from tests.fuzz.trial import try_reading


def main(number: int = 10_000, first: int = 0) -> int:
    """Try them all; 1 where one goes wrong, with its seed."""
    outcomes: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        for seed, mutant in mutants(number, first):
            try:
                outcomes[try_reading(mutant, Path(folder), seed)] += 1
            except Exception:  # noqa: BLE001 (whatever else is raised is what is looked for)
                outcomes["wrong"] += 1
                sys.stderr.write(f"seed {seed}: {mutant.name} {mutant.how}\n{traceback.format_exc()}\n")
            if sum(outcomes.values()) % 500 == 0:
                sys.stdout.write(f"{sum(outcomes.values())}: {dict(outcomes)}\n")
                sys.stdout.flush()
    sys.stdout.write(f"{dict(outcomes)}\n")
    return 1 if outcomes["wrong"] else 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))

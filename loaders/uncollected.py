"""Work that makes many things which refer to nothing that refers back: no use to look for such rings meanwhile."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[Callable[[], object]]:
    """Python's search for rings rests; over the rows of a large ledger it would take a fifth of a load's time.

    Gives what searches once. The driver's results are rings, and each holds the rows that went with it: work in many
    parts searches after each, or memory grows with the ledger.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield gc.collect
    finally:
        if collecting:
            gc.enable()

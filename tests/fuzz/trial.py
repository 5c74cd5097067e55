"""One trial: a mutant is read to its end, or refused with its place; anything else is a fault of ours."""

from __future__ import annotations

import io
import json
import warnings
from datetime import date
from pathlib import Path
from random import Random
from typing import Literal

from graph.errors import LiangxinError
from loaders.ledger import Ledger
from loaders.mapping import mapping_of, mappings
from loaders.parcels import open_sources
from loaders.reading import read_ledger
from loaders.returned import ReturnedRow, write_returned
from loaders.sources import Source
from tests.fuzz.ledgers import PLANTED
from tests.fuzz.mutations import Mutant
from tests.ledgers import DIGESTER

Outcome = Literal["read", "partly", "refused"]


def try_reading(mutant: Mutant, folder: Path, seed: int) -> Outcome:
    """Read a mutant written to `folder`. Raises AssertionError, or what nobody meant to raise, if it goes wrong."""
    path = folder / (mutant.name or "台账")
    path.write_bytes(mutant.content)
    kind = Random(seed).choice([*[None] * 150, *mappings()])
    outcome: Outcome = "read"
    try:
        for source in open_sources(path):
            ledger = read_ledger(
                source, DIGESTER, kind=kind, scope="试验", as_of=date(2026, 9, 30), full=bool(seed % 2)
            )
            outcome = "partly" if _check(source, ledger) else outcome
    except LiangxinError as error:
        _check_told(error)
        return "refused"
    finally:
        path.unlink()
    return outcome


def _check(source: Source, ledger: Ledger) -> bool:
    """Whether some rows are rejected; that all of them can be kept and sent back, and none tells a planted number."""
    rejected = []
    for row in ledger.rows:
        kept = row.to_json()
        assert all(isinstance(json.loads(part), dict | list) for part in kept.values())
        "".join(kept.values()).encode()
        assert PLANTED[3:14] not in "".join(kept.values()).replace(" ", "")
        assert all(fault.zh and fault.en for fault in (*row.faults, *row.notes))
        if row.faults:
            rejected.append(ReturnedRow.of(row))
    assert PLANTED not in repr((ledger.unmapped, ledger.remarks, ledger.load))
    if rejected:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl speaks of styles it does not know
            write_returned(source, mapping_of(ledger.load.kind), rejected, io.BytesIO(), "zh")
    return bool(rejected)


def _check_told(error: LiangxinError) -> None:
    """That a person is told what, where and what next, in both languages."""
    assert error.place is not None
    assert error.place.file
    assert error.next_step is not None
    assert PLANTED not in error.say("zh") + error.say("en")

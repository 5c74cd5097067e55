"""From a statement back to the heading of its column, also where cells list several and columns share an edge."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from loaders.stated_in import heading_of
from tests.ledgers import read

EXAMPLES = Path(__file__).parents[3] / "examples"


@pytest.mark.parametrize("kind", ["service_teams", "areas", "reviews"])
def test_each_end_of_an_edge_stands_under_the_heading_it_is_traced_to(kind: str) -> None:
    (path,) = EXAMPLES.glob(f"*-{kind}-*")
    ledger = read(path, date(2026, 9, 30))
    wrong = []
    for row in ledger.rows:
        for statement in row.statements:
            if statement.to is None:
                continue
            other = row.mentions[statement.to]
            called = [word for word in (*other.name.split("|"), other.code) if word]
            heading = heading_of(kind, statement, dict(row.cells), called)
            if called and not any(word in row.cells.get(heading, "") for word in called):
                wrong.append((row.row, statement.slot, called, heading))
    assert not wrong

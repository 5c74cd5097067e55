"""On the demo zone: every number of the overview is the total of the answer that its link asks for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

import pytest

from app.kept import Kept
from app.link import read_link
from app.overview.counted import Counted
from app.overview.parts import PARTS
from graph.connection import Database
from queries.ask import ask
from queries.tally import tally

SEPTEMBER, OCTOBER = date(2026, 9, 30), date(2026, 10, 31)


def counted(told: Any) -> Iterator[Counted]:
    """Every number in a part of the page."""
    if isinstance(told, Counted):
        yield told
    elif is_dataclass(told):
        for field in fields(told):
            yield from counted(getattr(told, field.name))
    elif isinstance(told, dict):
        for value in told.values():
            yield from counted(value)
    elif isinstance(told, tuple):
        for value in told:
            yield from counted(value)


@pytest.mark.parametrize("at", [OCTOBER, SEPTEMBER])
@pytest.mark.parametrize("part", PARTS)
def test_a_number_is_the_total_of_the_answer_it_leads_to(demo: Database, part: str, at: date) -> None:
    numbers = list(counted(PARTS[part](Kept(demo), at)))
    assert any(one.number for one in numbers) or at == SEPTEMBER, "then the zone had no holes yet"
    for one in numbers:
        link = read_link(one.link.removeprefix("/"))
        assert link.at == at
        assert ask(demo, str(link.question), at, link.parameters, limit=1).total == one.number, one.link


def test_rows_tallied_by_the_database_are_the_rows_there_are(demo: Database) -> None:
    rows = ask(demo, "what-changed", OCTOBER, limit=10_000).rows
    assert tally(demo, "what-changed", OCTOBER, "what") == Counter(row["what"] for row in rows)

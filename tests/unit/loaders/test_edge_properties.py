"""What one ledger leaves unsaid of an edge, another may say: the edge stays one edge, with all that is known of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import permutations

from graph.model import model
from graph.values.dates import OPEN
from loaders.authority import Authority
from loaders.derive import Evidence, derive
from loaders.facts import Key
from loaders.ledger import Statement

BRANCH: Key = ("Branch", "B")
SECRETARY: Key = ("Member", "M")
APRIL, SEPTEMBER, OCTOBER = date(2026, 4, 30), date(2026, 9, 30), date(2026, 10, 31)
ELECTED = date(2024, 5, 1)


def row(kind: str, day: date, since: date | None = None, **properties: str) -> Evidence:
    said = Statement(0, "<SECRETARY_OF", to=1, since=since.isoformat() if since else None, properties=properties)
    return Evidence(
        f"{kind}-{day}", kind, "z", day, Authority({"committees": 65}), True, (said,), {0: BRANCH, 1: SECRETARY}
    )


def edges(rows: Iterable[Evidence]) -> list[tuple[date, date, dict[str, object]]]:
    facts = derive(BRANCH, list(rows), [], "", model())
    return [(e.id.since, e.until, dict(e.properties)) for e in facts.edges.values()]


def test_a_ledger_that_says_less_neither_cuts_an_edge_nor_takes_from_it() -> None:
    rows = [
        row("members", APRIL),
        row("committees", SEPTEMBER, ELECTED, source="manager"),
        row("members", SEPTEMBER),
        row("members", OCTOBER),
    ]
    for order in permutations(rows):
        assert edges(order) == [(ELECTED, OPEN, {"source": "manager"})]


def test_a_later_word_changes_the_property_from_its_date_on() -> None:
    rows = [
        row("committees", APRIL, source="manager"),
        row("members", SEPTEMBER),
        row("committees", OCTOBER, source="investor"),
    ]
    for order in permutations(rows):
        assert edges(order) == [
            (APRIL, OCTOBER, {"source": "manager"}),
            (OCTOBER, OPEN, {"source": "investor"}),
        ]

"""A table of any length: read again each time it is gone through, with few of its rows in memory."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from graph.errors import LedgerRefused
from loaders import reading, rows_before
from loaders.ledger import LedgerRow
from tests.ledgers import CELLS, read, text_table

DAY = date(2026, 9, 30)


@pytest.fixture
def long_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SimpleNamespace]:
    """A table of 500 rows where 50 count as many, its first row repeated last."""
    monkeypatch.setattr(reading, "KEPT_ROWS", 50)
    monkeypatch.setattr(rows_before, "IN_MEMORY", 20)
    rows = [[f"G{i}", f"第{i}网格", "片区", None] for i in range(499)]
    path = text_table(tmp_path / "g.csv", CELLS, [*rows, rows[0]])
    yield SimpleNamespace(path=path, rows=rows)


def alive() -> int:
    gc.collect()
    return sum(isinstance(one, LedgerRow) for one in gc.get_objects())


def test_a_long_table_is_read_anew_each_time_and_never_held_whole(long_table: SimpleNamespace) -> None:
    before = alive()
    ledger = read(long_table.path, DAY)
    assert not isinstance(ledger.rows, tuple)
    assert ledger.total == 500
    most = 0
    for number, _ in enumerate(ledger.rows):
        most = max(most, alive() - before) if number % 100 == 99 else most
    assert most < 10
    assert [row.row for row in ledger.rows] == [row.row for row in ledger.rows] == list(range(2, 502))


def test_repeats_are_found_across_what_was_put_on_disk(long_table: SimpleNamespace) -> None:
    faulty = [row for row in read(long_table.path, DAY).rows if row.faults]
    assert [(row.row, row.faults[0].zh) for row in faulty] == [(501, "与第 2 行重复")]
    contradicting = [*long_table.rows, ["G400", "另一个名字", "片区", None]]
    path = text_table(long_table.path, CELLS, contradicting)
    assert [row.faults[0].zh for row in read(path, DAY).rows if row.faults] == [
        "与第 402 行是同一对象，但“网格名称”说法不同"
    ]


def test_a_table_that_changes_between_two_readings_is_refused(long_table: SimpleNamespace) -> None:
    ledger = read(long_table.path, DAY)
    text_table(long_table.path, CELLS, long_table.rows[:100])
    with pytest.raises(LedgerRefused):
        list(ledger.rows)


def test_short_ledgers_are_held_and_long_ones_say_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = text_table(tmp_path / "g.csv", CELLS, [["G1", "一", "片区", "无"], ["G2", "二", "片区", "经发局"]])
    held = read(path, DAY)
    assert next(iter(held.rows)) is next(iter(held.rows))
    monkeypatch.setattr(reading, "KEPT_ROWS", 1)
    assert list(read(path, DAY).rows) == list(held.rows)
    assert read(path, DAY).load == held.load

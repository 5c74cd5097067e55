"""When rates are counted ahead, and that nothing which goes wrong there reaches whoever it follows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, cast

import pytest

from app import counting_ahead
from app.kept import Kept
from graph.connection import Database
from graph.errors import DatabaseGone
from graph.text import Text

NOWHERE = cast(Database, object())
DAYS = (date(2026, 10, 31), date(2026, 4, 30))


class Ended(BaseException):
    """Ends what goes on for ever."""


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Any, ...]]:
    """What was counted ahead: first day, latest day, pause, seconds."""
    found: list[tuple[Any, ...]] = []
    monkeypatch.setattr(counting_ahead, "as_of_dates", lambda _: DAYS)
    monkeypatch.setattr(counting_ahead, "refresh", lambda _, *how: found.append(how))
    monkeypatch.setattr(counting_ahead, "ask_ahead", lambda *_: None)
    return found


def clock(monkeypatch: pytest.MonkeyPatch, *times: float) -> None:
    ticks = iter(times)
    monkeypatch.setattr(counting_ahead.time, "monotonic", lambda: next(ticks))


@pytest.mark.parametrize(("lasted", "seconds"), [(2.0, 1.0), (600.0, 5.0)])
def test_a_command_goes_on_for_half_its_time_and_never_long(
    counted: list[tuple[Any, ...]], monkeypatch: pytest.MonkeyPatch, lasted: float, seconds: float
) -> None:
    clock(monkeypatch, 100.0, 100.0 + lasted)
    with counting_ahead.counting_after(NOWHERE):
        assert counted == []
    ((first, latest, _, given),) = counted
    assert (first, latest, given) == (DAYS[1], DAYS[0], seconds)


def test_a_command_that_fails_counts_nothing(counted: list[tuple[Any, ...]]) -> None:
    with pytest.raises(Ended), counting_ahead.counting_after(NOWHERE):
        raise Ended
    assert counted == []


def test_a_database_that_fails_afterwards_fails_no_command(monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(*_: object) -> None:
        raise DatabaseGone(Text("没有了", "gone"))

    monkeypatch.setattr(counting_ahead, "as_of_dates", gone)
    with counting_ahead.counting_after(NOWHERE):
        pass


def test_without_ledgers_there_is_nothing_to_count(
    counted: list[tuple[Any, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(counting_ahead, "as_of_dates", lambda _: ())
    counting_ahead.count_ahead(NOWHERE)
    assert counted == []


def test_the_served_page_counts_once_the_graph_has_rested_and_outlives_a_failing_database(
    counted: list[tuple[Any, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []

    def revisions() -> Iterator[str]:
        for revision in ("a", "b", "gone", "b", "c", "c"):
            seen.append(f"{revision}{len(counted)}")
            yield revision
        raise Ended

    told = revisions()

    def revision_of(_: Database) -> str:
        if (revision := next(told)) == "gone":
            raise DatabaseGone(Text("没有了", "gone"))
        return revision

    monkeypatch.setattr(counting_ahead.time, "sleep", lambda _: None)
    monkeypatch.setattr(counting_ahead, "revision_of", revision_of)
    with pytest.raises(Ended):
        counting_ahead.keep_counting(NOWHERE, Kept(NOWHERE), lambda: None)
    assert seen == ["a0", "b0", "gone0", "b0", "c1", "c1"]
    assert [seconds for _, _, _, seconds in counted] == [None, None]

"""What a person is told of a change: the value that was there before, from the day on which it became another."""

from __future__ import annotations

from datetime import date

from graph.values.dates import OPEN
from loaders.diff import Change, changes
from loaders.facts import Facts, RecordFact

FIRM = ("Enterprise", "E1")
APRIL, SEPTEMBER, OCTOBER = date(2026, 4, 30), date(2026, 9, 30), date(2026, 10, 31)


def _facts(*periods: tuple[date, date, dict[str, int]]) -> Facts:
    return Facts(True, {}, {}, {f"E1#{n}": RecordFact(f"E1#{n}", *period) for n, period in enumerate(periods)})


def _told(old: Facts, new: Facts) -> list[tuple[str, str, int | None, int | None, date | None]]:
    return [(c.kind, c.what, c.old, c.new, c.since) for c in changes(FIRM, old, new)]


GROWN = _facts((APRIL, OCTOBER, {"staff": 28, "turnover": 9}), (OCTOBER, OPEN, {"staff": 26, "turnover": 5}))


def test_a_later_value_is_told_with_the_one_before() -> None:
    before = _facts((APRIL, OPEN, {"staff": 28, "turnover": 9}))
    assert _told(before, GROWN) == [("changed", "staff", 28, 26, OCTOBER), ("changed", "turnover", 9, 5, OCTOBER)]


def test_a_corrected_period_tells_what_stood_there_and_nothing_else() -> None:
    said = _facts((APRIL, OCTOBER, {"staff": 28, "turnover": 9}), (OCTOBER, OPEN, {"staff": 61, "turnover": 5}))
    assert _told(GROWN, said) == [("changed", "staff", 26, 61, OCTOBER)]
    assert _told(said, GROWN) == [("changed", "staff", 61, 26, OCTOBER)]


def test_what_is_taken_back_is_told_though_no_period_begins_there() -> None:
    split = _facts((APRIL, SEPTEMBER, {"staff": 28}), (SEPTEMBER, OPEN, {"staff": 30}))
    assert _told(split, _facts((APRIL, OPEN, {"staff": 28}))) == [("changed", "staff", 30, 28, SEPTEMBER)]


def test_a_value_that_reaches_over_several_periods_is_told_once() -> None:
    before = _facts((APRIL, SEPTEMBER, {"staff": 28, "turnover": 9}), (SEPTEMBER, OPEN, {"staff": 28, "turnover": 5}))
    after = _facts((APRIL, SEPTEMBER, {"staff": 30, "turnover": 9}), (SEPTEMBER, OPEN, {"staff": 30, "turnover": 5}))
    assert _told(before, after) == [("changed", "staff", 28, 30, APRIL)]


def test_a_first_period_that_goes_is_told() -> None:
    assert _told(GROWN, _facts((OCTOBER, OPEN, {"staff": 26, "turnover": 5}))) == [
        ("removed", "record", None, None, APRIL)
    ]


def test_a_firm_that_is_listed_no_more_is_told_once() -> None:
    ended = _facts((APRIL, OCTOBER, {"staff": 28, "turnover": 9}))
    assert list(changes(FIRM, _facts((APRIL, OPEN, {"staff": 28, "turnover": 9})), ended)) == [
        Change("closed", FIRM, "record", OPEN, OCTOBER)
    ]

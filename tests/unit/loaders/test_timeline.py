"""Statements and absences become intervals: the rules of time, one by one, and their laws."""

from __future__ import annotations

import itertools
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from graph.values.dates import OPEN
from loaders.timeline import Span, Told, events, many, one

APRIL, SEPTEMBER, OCTOBER = date(2026, 4, 30), date(2026, 9, 30), date(2026, 10, 31)
K = (50, "load")


def told(
    day: date, value: str | None, since: date | None = None, until: date | None = None, rank: tuple[int, str] = K
) -> Told[str]:
    return Told(day, rank, value, since, until)


def test_a_statement_holds_until_the_next_one() -> None:
    assert one([told(APRIL, "a"), told(OCTOBER, "b")])[0] == [Span(APRIL, OCTOBER, "a"), Span(OCTOBER, OPEN, "b")]


def test_equal_neighbours_merge() -> None:
    assert one([told(APRIL, "a"), told(SEPTEMBER, "a")])[0] == [Span(APRIL, OPEN, "a")]


def test_absence_ends_and_a_later_statement_reopens() -> None:
    spans = one([told(APRIL, "a"), told(OCTOBER, "a")], [SEPTEMBER])[0]
    assert spans == [Span(APRIL, SEPTEMBER, "a"), Span(OCTOBER, OPEN, "a")]


def test_none_said_ends() -> None:
    assert one([told(APRIL, "a"), told(SEPTEMBER, None)])[0] == [Span(APRIL, SEPTEMBER, "a")]


def test_dates_in_the_row_are_start_and_end() -> None:
    since, until = date(2025, 1, 1), date(2026, 6, 1)
    assert one([told(SEPTEMBER, "a", since, until)])[0] == [Span(since, until, "a")]


def test_dates_in_the_row_beat_absence() -> None:
    assert one([told(OCTOBER, "a", since=APRIL)], [SEPTEMBER])[0] == [Span(APRIL, OPEN, "a")]
    term_end = date(2027, 12, 31)
    assert one([told(APRIL, "a", until=term_end)], [SEPTEMBER])[0] == [Span(APRIL, term_end, "a")]


def test_a_statement_beats_absence_at_one_date() -> None:
    assert one([told(SEPTEMBER, "a")], [SEPTEMBER])[0] == [Span(SEPTEMBER, OPEN, "a")]


def test_what_is_added_leaves_the_rest_until_a_later_whole_set_lacks_it() -> None:
    said = [told(APRIL, "a"), told(APRIL, "b"), Told(SEPTEMBER, K, "c", adds=True)]
    assert many(said) == [Span(APRIL, OPEN, "a"), Span(APRIL, OPEN, "b"), Span(SEPTEMBER, OPEN, "c")]
    ended = [Span(APRIL, OCTOBER, "b"), Span(APRIL, OPEN, "a"), Span(SEPTEMBER, OCTOBER, "c")]
    assert many([*said, told(OCTOBER, "a")]) == ended


def test_an_added_event_stands_beside_those_of_the_latest_rows() -> None:
    said = [told(APRIL, "a"), told(SEPTEMBER, "b"), Told(OCTOBER, K, "c", adds=True)]
    assert events(said) == [Span(SEPTEMBER, OPEN, "b"), Span(OCTOBER, OPEN, "c")]


def test_authority_then_load_decide_and_the_loser_is_a_conflict() -> None:
    spans, lost = one([told(APRIL, "a", rank=(50, "x")), told(APRIL, "b", rank=(60, "a"))])
    assert [s.value for s in spans] == ["b"]
    assert [(t.told.value, t.shown) for t in lost] == [("a", "b")]
    assert one([told(APRIL, "a", rank=(50, "x")), told(APRIL, "b", rank=(50, "y"))])[0][0].value == "b"


def test_an_end_written_later_ends_what_held() -> None:
    ended = date(2026, 7, 1)
    assert one([told(APRIL, "a"), told(SEPTEMBER, "a", until=ended)])[0] == [Span(APRIL, ended, "a")]


def test_an_end_to_come_gives_way_to_later_words() -> None:
    first_term, next_term = date(2026, 12, 31), date(2029, 12, 31)
    spans = one([told(APRIL, "a", until=first_term), told(SEPTEMBER, "a", until=next_term)])[0]
    assert spans == [Span(APRIL, next_term, "a")]
    assert many([told(APRIL, "a", until=first_term), told(SEPTEMBER, "b")])[0] == Span(APRIL, SEPTEMBER, "a")


def test_what_begins_and_ends_on_one_day_never_held() -> None:
    assert one([told(SEPTEMBER, "a", since=APRIL, until=APRIL)])[0] == []


def test_rows_of_one_date_unite_and_the_next_set_replaces() -> None:
    spans = many([told(APRIL, "a"), told(APRIL, "b"), told(OCTOBER, "b"), told(OCTOBER, "c")])
    assert spans == [Span(APRIL, OCTOBER, "a"), Span(APRIL, OPEN, "b"), Span(OCTOBER, OPEN, "c")]


def test_none_said_of_many_ends_all() -> None:
    assert many([told(APRIL, "a"), told(APRIL, "b"), told(OCTOBER, None)]) == [
        Span(APRIL, OCTOBER, "a"),
        Span(APRIL, OCTOBER, "b"),
    ]


days = st.integers(0, 12).map(lambda n: date(2026, 1, 1) + timedelta(days=n))
statements = st.builds(
    lambda day, value, since, length, load: Told(
        day,
        (50, load),
        value,
        since,
        None if length is None or value is None else max(filter(None, [since, day])) + timedelta(days=length),
    ),
    days,
    st.sampled_from(["a", "b", None]),
    st.none() | days,
    st.none() | st.integers(1, 6),
    st.sampled_from("xyz"),
)


@given(st.lists(statements, max_size=7), st.lists(days, max_size=3), st.randoms())
def test_order_never_matters_and_intervals_never_overlap(
    said: list[Told[str]], absent: list[date], random: object
) -> None:
    shuffled = list(said)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    # two rows of one load that contradict are rejected before they come here
    unique = {(t.day, t.rank, t.since, t.until): t for t in said}
    shuffled = [t for t in shuffled if unique[t.day, t.rank, t.since, t.until] == t]
    spans = one(unique.values(), absent)[0]
    assert one(shuffled, absent[::-1])[0] == spans
    assert all(a.until <= b.since for a, b in itertools.pairwise(spans))
    assert all(s.since < s.until for s in spans)
    assert many(unique.values(), absent) == many(shuffled, absent[::-1])


@given(st.lists(statements, max_size=7), st.lists(days, max_size=3))
def test_saying_it_twice_says_it_once(said: list[Told[str]], absent: list[date]) -> None:
    unique = list({(t.day, t.rank, t.since, t.until): t for t in said}.values())
    assert one(unique + unique, absent + absent)[0] == one(unique, absent)[0]
    assert many(unique + unique, absent) == many(unique, absent)

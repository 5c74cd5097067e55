"""Rates counted ahead are the rates counted in full, whatever comes into the graph or goes out; a stale count is never
used."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from kept_rates import (
    APRIL,
    DEEDS,
    GROUPINGS,
    OCTOBER,
    PARAMETERS,
    SEPTEMBER,
    branches,
    cells,
    count_ahead,
    falsify,
    firms,
    in_full,
    kept,
    members,
    rates,
)

from graph.connection import Database
from graph.constraints import apply_schema
from graph.errors import DatabaseError
from graph.values.dates import months_before
from loaders import apply
from loaders.loads import loads
from queries import rollups
from queries.ask import ask
from queries.rollups import asked_days, refresh, revision_of
from tests.ledgers import read
from tests.oracle.drawing import draw_zone
from tests.oracle.sheets import Sheet
from tests.oracle.zone_loading import written


@pytest.fixture
def zone(database: Database, tmp_path: Path) -> Database:
    """Three firms, two of them in cells of two areas; an own branch with members; two ledgers of firms."""
    apply_schema(database)
    for ledger in (cells(tmp_path), firms(tmp_path, APRIL, "50"), members(tmp_path), branches(tmp_path)):
        apply.load(database, ledger)
    return database


@pytest.mark.parametrize("deed", list(DEEDS))
def test_after_whatever_happens_no_stale_count_is_used_and_new_ones_are_right(
    zone: Database, tmp_path: Path, deed: str
) -> None:
    count_ahead(zone)
    before = rates(zone, OCTOBER), rates(zone, APRIL)
    falsify(zone)
    DEEDS[deed](zone, tmp_path)
    right = in_full(zone, OCTOBER), in_full(zone, APRIL)
    assert deed == "rebuilt" or right != before, "the deed changes some rate"
    falsify(zone)
    assert (rates(zone, OCTOBER), rates(zone, APRIL)) == right, "nothing that is kept is used"
    count_ahead(zone)
    assert (rates(zone, OCTOBER), rates(zone, APRIL)) == right, "what is kept is what is counted in full"


def test_each_moment_of_each_asked_day_comes_from_what_is_kept(zone: Database) -> None:
    latest = OCTOBER - timedelta(days=16)
    assert refresh(zone, APRIL, latest)
    days = list(asked_days(APRIL, latest))
    assert (days[0], days[-1], len(days)) == (latest, APRIL, 7)
    expected = {day: in_full(zone, day) for day in days}
    falsify(zone)
    for day in days:
        for found, told in zip(rates(zone, day), expected[day], strict=True):
            for row, right in zip(found, told, strict=True):
                assert row["numerator"] - 1000 == right["numerator"]
                assert row["denominator"] - 100000 == right["denominator"]
                assert row["unknown"] == right["unknown"]
                assert {row["month_ago"], row["january"]} <= {None, 1.0}, "1000 of 100000 and a few"
    between = OCTOBER - timedelta(days=3)
    assert rates(zone, between)[0][0]["denominator"] < 1000, "a day that nobody keeps is counted"


def test_one_rate_of_what_is_kept_is_that_rate(zone: Database) -> None:
    assert refresh(zone, APRIL, OCTOBER)
    every = ask(zone, "rates", OCTOBER, {"by": "cell"}).rows
    for rate in PARAMETERS["rate"].values:
        chosen = tuple(row for row in every if rate in ("all", row["rate"]))
        assert ask(zone, "rates", OCTOBER, {"by": "cell", "rate": rate}).rows == chosen != ()


def test_what_changes_nothing_leaves_the_counts_in_use(zone: Database, tmp_path: Path) -> None:
    assert refresh(zone, APRIL, OCTOBER)
    before = kept(zone)
    assert apply.load(zone, firms(tmp_path, APRIL, "50")).known
    apply.preview(zone, firms(tmp_path, SEPTEMBER, "300"))
    apply.finish(zone)
    assert kept(zone) == before
    assert set(before.values()) == {revision_of(zone)}


def test_a_load_taken_back_does_not_bring_old_counts_back(zone: Database, tmp_path: Path) -> None:
    assert refresh(zone, APRIL, OCTOBER)
    first = revision_of(zone)
    before = in_full(zone, OCTOBER)
    falsify(zone)
    apply.unload(zone, apply.load(zone, firms(tmp_path, SEPTEMBER, "300")).load.id)
    assert revision_of(zone) != first
    assert rates(zone, OCTOBER) == before


@pytest.fixture
def rules(zone: Database, tmp_path: Path) -> Iterator[Path]:
    """The file of the zone's own rules."""
    file, before = tmp_path / "rules.yaml", zone.rules_file
    zone.rules_file = file
    yield file
    zone.rules_file = before


def test_counts_hold_under_the_rules_by_which_they_were_made(zone: Database, rules: Path) -> None:
    assert refresh(zone, APRIL, OCTOBER)
    before = {day: in_full(zone, day) for day in (APRIL, OCTOBER)}
    rules.write_text("three_have_staff: {value: 30, reason: test, since: 2026-07-01}", encoding="utf-8")
    assert in_full(zone, OCTOBER) != before[OCTOBER]
    assert in_full(zone, APRIL) == before[APRIL]
    falsify(zone)
    assert rates(zone, OCTOBER) == in_full(zone, OCTOBER), "counted under other rules: not used"
    assert rates(zone, APRIL)[0][0]["denominator"] > 100_000, "the rules of that day are the same: used"
    zone.write(lambda tx: tx.run("MATCH (r:RollUp) DELETE r").consume())
    count_ahead(zone)
    assert rates(zone, OCTOBER) == in_full(zone, OCTOBER)
    falsify(zone)
    for day in (APRIL, SEPTEMBER, OCTOBER):
        for row in rates(zone, day)[0]:
            assert {row["month_ago"], row["january"]} <= {None, 1.0}, "days before the rule, under the asked day's"


def test_a_graph_that_changes_while_it_is_counted_has_no_count_of_before(
    zone: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The load commits between the revision that a count read and the firms that it read."""
    done = []
    counts = rollups.counts

    def meanwhile() -> str:
        if not done:
            done.append(apply.load(zone, firms(tmp_path, SEPTEMBER, "8", "停产")))
        return counts()

    monkeypatch.setattr(rollups, "counts", meanwhile)
    assert not refresh(zone, APRIL, OCTOBER)
    assert len(set(kept(zone).values())) == 2
    for day in (SEPTEMBER, OCTOBER):
        assert rates(zone, day) == in_full(zone, day)
    count_ahead(zone)


def test_counting_ends_when_its_time_is_over_and_goes_on_the_next_time(zone: Database) -> None:
    assert not refresh(zone, APRIL, OCTOBER, seconds=0)
    assert kept(zone) == {}
    paused: list[None] = []
    with pytest.raises(StopIteration):
        refresh(zone, APRIL, OCTOBER, pause=lambda: next(iter(())) if len(paused) == 2 else paused.append(None))
    assert len(kept(zone)) == 2 * len(PARAMETERS["by"].values), "two days, or two bases, of each grouping"
    assert all(key.startswith(str(OCTOBER)) or key.startswith(str(SEPTEMBER)) for key in kept(zone))
    count_ahead(zone)


def test_a_count_that_lasts_too_long_is_given_up(zone: Database) -> None:
    with pytest.raises(DatabaseError):
        zone.write(lambda tx: tx.run("UNWIND range(1, 100000000) AS n RETURN sum(n)").consume(), timeout=0.2)


def test_what_is_kept_is_bounded_and_old_counts_go(zone: Database) -> None:
    assert refresh(zone, APRIL, OCTOBER)
    assert refresh(zone, SEPTEMBER, OCTOBER)
    assert {key[:10] for key in kept(zone)} == {"2026-01-01", "2026-08-31", "2026-09-30", "2026-10-31"}
    assert len(list(asked_days(date(1900, 1, 1), OCTOBER))) == 61


def test_a_day_at_the_end_of_a_short_month_is_compared_with_the_end_of_the_one_before(zone: Database) -> None:
    """Python and Cypher reckon a month before alike, or what is kept would lie unused."""
    days = [date(2026, 1, 1) + timedelta(days=n) for n in range(0, 90)]
    (row,) = zone.read(
        "UNWIND $days AS at WITH CASE (at + duration({days: 1})).day WHEN 1 THEN date.truncate('month', at) "
        "- duration({days: 1}) ELSE at - duration({months: 1}) END AS day RETURN collect(day) AS days",
        {"days": days},
    )
    assert row["days"] == [months_before(day, 1) for day in days]


@settings(
    max_examples=2, deadline=None, derandomize=True, database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)  # fmt: skip
@given(seed=st.integers(0, 2**24))
def test_in_any_order_of_loads_and_undos_of_drawn_zones(database: Database, seed: int) -> None:
    database.run_schema("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS")
    apply_schema(database)
    draw = Random(seed)
    days = list(asked_days(APRIL, OCTOBER))
    sheets = [sheet for n in range(2) for sheet in draw_zone(seed + n).sheets if sheet.rows]
    draw.shuffle(sheets)
    with tempfile.TemporaryDirectory() as folder:
        for step, sheet in enumerate(sheets[:8]):
            _one_deed(database, draw, Path(folder) / f"{step}.csv", sheet)
            assert revision_of(database) not in kept(database).values()
            day, some = draw.choice(days), draw.sample(GROUPINGS, 2)
            assert rates(database, day, some) == in_full(database, day, some), (seed, step, day)
            if step % 2:
                count_ahead(database)
                day = draw.choice(days)
                assert rates(database, day) == in_full(database, day), (seed, step, day)


def _one_deed(database: Database, draw: Random, path: Path, sheet: Sheet) -> None:
    """Load a sheet, whole or in part; or take a load back; or have it replaced by what this sheet leaves of it."""
    there = [load for load in loads(database) if load["kind"] == sheet.kind and load["as_of"] == sheet.as_of]
    if there and draw.random() < 0.5:
        rows = draw.sample(list(sheet.rows), max(1, len(sheet.rows) // 2))
        full, replaces = bool(there[0]["full"]), there[0]["id"]
    elif loads(database) and draw.random() < 0.25:
        apply.unload(database, draw.choice(loads(database))["id"])
        return
    else:
        rows, full, replaces = list(sheet.rows), sheet.full and draw.random() < 0.7, None
    apply.load(database, read(written(path, rows), sheet.as_of, full=full, kind=sheet.kind, replaces=replaces))

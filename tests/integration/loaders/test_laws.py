"""The laws of loading, on zones drawn at random: any order, same graph; out again, as before; twice is once; in parts,
the whole."""

from __future__ import annotations

import csv
import tempfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.connection import Database
from loaders import apply
from loaders.ledger import Ledger
from loaders.loads import loads
from tests.ledgers import BRANCHES, ENTERPRISES, MEMBERS, derived_graph, read, whole_graph

APRIL, SEPTEMBER, OCTOBER = date(2026, 4, 30), date(2026, 9, 30), date(2026, 10, 31)
DRAWN = settings(
    max_examples=5, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)

FIRMS = [
    ("岚川佳科技有限公司", "91990000MA0000001B"),
    ("佳科技(岚川)有限公司", "91990000MA0000002E"),
    ("岚川佳科技有限公司", ""),
    ("佳科技", ""),
    ("丙厂", ""),
]
PEOPLE = [("安某", ""), ("鲍某", "990000197505052027"), ("安某", "990000199001011234")]
BRANCH = [("第一支部", ""), ("第一支部", "B1"), ("第二支部", "B2")]


@dataclass(frozen=True)
class Drawn:
    """A ledger before it is a file."""

    kind: str
    as_of: date
    full: bool
    rows: tuple[tuple[str, ...], ...]


def _row(kind: str) -> st.SearchStrategy[tuple[str, ...]]:
    firm, day = st.sampled_from(FIRMS), st.sampled_from(["", "2020-01-01", "2026-05-01", "2026-10-01"])
    if kind == "enterprises":
        staff, state = st.sampled_from(["", "12", "约50", "很多"]), st.sampled_from(["正常经营", "停产"])
        return st.tuples(
            firm, staff, state, st.sampled_from(["", "一号路", "二号路"]), st.sampled_from(["", "G1", "G2"])
        ).map(lambda t: (*t[0], *t[1:]))
    branch = st.sampled_from(BRANCH)
    if kind == "branches":
        return st.tuples(
            branch, st.sampled_from(["单独建立", "联合建立"]), day, st.sampled_from(["", "2026-09-15"]), firm, day
        ).map(lambda t: (t[0][1], t[0][0], "企业", t[1], t[2], t[3] if t[2] < "2026-09" else "", *t[4], t[5]))
    return st.tuples(st.sampled_from(PEOPLE), st.sampled_from(["正式党员", "预备党员"]), firm, branch, day).map(
        lambda t: (*t[0], "2001-07-01", t[1], *t[2], *t[3], t[4])
    )


def _ledger(kind: str) -> st.SearchStrategy[Drawn]:
    rows = st.lists(_row(kind), min_size=1, max_size=4, unique_by=lambda row: row[:2]).map(tuple)
    return st.builds(Drawn, st.just(kind), st.sampled_from([APRIL, SEPTEMBER, OCTOBER]), st.booleans(), rows)


ZONE = st.lists(
    st.sampled_from(["enterprises", "branches", "members"]).flatmap(_ledger), min_size=2, max_size=4, unique=True
)
HEADINGS = {"enterprises": ENTERPRISES, "branches": BRANCHES, "members": MEMBERS}


def _read(drawn: Drawn, folder: Path, part: slice = slice(None)) -> Ledger:
    path = folder / f"{abs(hash((drawn, part.start, part.stop)))}.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([HEADINGS[drawn.kind], *drawn.rows[part]])
    return read(path, drawn.as_of, full=drawn.full and part == slice(None), kind=drawn.kind)


@pytest.fixture(scope="module")
def folder() -> Path:
    return Path(tempfile.mkdtemp(prefix="laws-"))


def _loaded(database: Database, ledgers: list[Ledger]) -> tuple[frozenset[str], frozenset[str]]:
    for load in loads(database):
        apply.unload(database, load["id"])
    assert whole_graph(database) == (frozenset(), frozenset()), "taking every load back leaves nothing"
    for ledger in ledgers:
        apply.load(database, ledger)
    return whole_graph(database)


@DRAWN
@given(zone=ZONE, data=st.data())
def test_any_order_gives_the_same_graph_and_rebuilding_changes_nothing(
    database: Database, folder: Path, zone: list[Drawn], data: st.DataObject
) -> None:
    ledgers = [_read(drawn, folder) for drawn in zone]
    expected = _loaded(database, ledgers)
    assert not apply.rebuild(database)
    assert whole_graph(database) == expected
    assert _loaded(database, data.draw(st.permutations(ledgers))) == expected


@DRAWN
@given(zone=ZONE)
def test_a_load_taken_back_or_repeated_leaves_the_graph_as_it_was(
    database: Database, folder: Path, zone: list[Drawn]
) -> None:
    *others, last = [_read(drawn, folder) for drawn in zone]
    before = _loaded(database, others)
    foreseen = apply.preview(database, last)
    assert whole_graph(database) == before
    done = apply.load(database, last)
    assert (foreseen.rows, foreseen.changes.counts) == (done.rows, done.changes.counts)
    after = whole_graph(database)
    assert apply.load(database, last).known
    assert whole_graph(database) == after
    apply.unload(database, last.load.id)
    assert whole_graph(database) == before


@DRAWN
@given(drawn=st.sampled_from(["enterprises", "branches", "members"]).flatmap(_ledger))
def test_a_file_sent_in_parts_is_the_whole_file(database: Database, folder: Path, drawn: Drawn) -> None:
    subject = 1 if drawn.kind == "branches" else 0
    rows = tuple({row[subject]: row for row in drawn.rows}.values())  # rows of one subject may contradict each other
    whole = Drawn(drawn.kind, drawn.as_of, False, rows)
    _loaded(database, [_read(whole, folder)])
    expected = derived_graph(database)
    _loaded(database, [_read(whole, folder, part) for part in (slice(0, 2), slice(2, 9)) if rows[part]])
    assert derived_graph(database) == expected

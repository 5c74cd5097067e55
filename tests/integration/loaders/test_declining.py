"""A preview says where each change comes from; rows a person does not accept are kept and end nothing."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from graph.connection import Database
from graph.errors import WrongQuestion
from loaders import apply
from loaders.closing import Closing, closing
from loaders.declining import decline
from loaders.kept import unused_rows
from loaders.ledger import Ledger
from tests.ledgers import CELLS, ENTERPRISES, derived_graph, read, table

SEPTEMBER, OCTOBER = date(2026, 9, 30), date(2026, 10, 31)
ALPHA, BETA = "91990000MA0000001B", "91990000MA0000002E"


@pytest.fixture
def october(database: Database, tmp_path: Path) -> Ledger:
    """The ledger of October, with September's loaded: one firm changed, one new, one left out."""
    firms = [["甲公司", ALPHA, 50, "正常经营", "一号路1号", None], ["乙公司", BETA, 20, "停产", "二号路2号", None]]
    apply.load(database, read(table(tmp_path / "e9.xlsx", ENTERPRISES, firms), SEPTEMBER, full=True))
    changed = [["甲公司", ALPHA, 60, "正常经营", "一号路1号", None], ["丙公司", None, 5, "在建", None, None]]
    return read(table(tmp_path / "e10.xlsx", ENTERPRISES, changed), OCTOBER, full=True)


def test_a_preview_tells_the_row_of_each_change(database: Database, october: Ledger) -> None:
    foreseen = apply.preview(database, october)
    told = {
        (c.subject[1], c.what): (foreseen.seen.captions.get(c.subject), foreseen.seen.places.get(c.subject))
        for c in foreseen.changes.kept
        if c.subject[0] == "Enterprise"
    }
    assert told[ALPHA, "staff"] == ("甲公司", (("台账", 2),))
    assert told["丙公司", "node"] == ("丙公司", (("台账", 3),))
    assert ("丙公司", "staff") not in told, "of what is new, that it is new says enough"
    assert told[BETA, "record"] == ("乙公司", None), "ended because the ledger does not list it"


def test_a_declined_row_says_nothing_ends_nothing_and_can_be_accepted_later(
    database: Database, october: Ledger
) -> None:
    before = derived_graph(database)
    partly = decline(october, [("台账", 2)])
    assert partly.load.id not in (october.load.id, decline(october, [("台账", 3)]).load.id)
    done = apply.load(database, partly)
    assert done.rows == {"accepted": 1, "rejected": 1}
    assert [(row.row, row.faults[0].zh) for row in unused_rows(database)] == [(2, "未采纳")]
    staff = "MATCH (r:SurveyRecord)-[:DESCRIBES]->(e {key: $key}) RETURN r.staff AS staff, r.until.year AS until"
    assert database.read(staff, {"key": ALPHA}) == [{"staff": 50, "until": 9999}]
    again = apply.load(database, october)
    assert not again.known
    assert database.read(f"{staff} ORDER BY staff", {"key": ALPHA})[-1] == {"staff": 60, "until": 9999}
    for load in (october, partly):
        apply.unload(database, load.load.id)
    assert derived_graph(database) == before


def test_a_row_that_is_not_there_cannot_be_declined(october: Ledger) -> None:
    with pytest.raises(WrongQuestion) as told:
        decline(october, [("台账", 99)])
    assert "第 99 行" in told.value.say("zh")


def test_only_what_a_full_ledger_does_not_list_counts_as_ended(database: Database, tmp_path: Path) -> None:
    rows = [[f"G{n}", f"{n}格", "东片区", "经发局"] for n in range(10)]
    apply.load(database, read(table(tmp_path / "9.xlsx", CELLS, rows), SEPTEMBER, full=True))
    moved = [[*row[:3], "安监局"] for row in rows]
    other = read(table(tmp_path / "10.xlsx", CELLS, moved), OCTOBER, full=True)
    assert closing(database, apply.preview(database, other)) == Closing(0, 0), "each has a new department, none is gone"
    fewer = read(table(tmp_path / "10b.xlsx", CELLS, moved[:8]), OCTOBER, full=True)
    told = closing(database, apply.preview(database, fewer))
    assert (told.ended, told.much) == (2, True)
    partial = read(table(tmp_path / "10c.xlsx", CELLS, moved[:8]), OCTOBER)
    assert not closing(database, apply.preview(database, partial)).much

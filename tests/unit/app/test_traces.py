"""Traces in words, and the end of an edge that states it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from app.components import inspector
from app.converters.traces import before, stating_end, words
from app.scene.state import Scene
from loaders.entries import Entry, Source, Trace, Traces
from queries.node import Card
from queries.results import Ref

APRIL, SEPTEMBER, OCTOBER = date(2026, 4, 30), date(2026, 9, 30), date(2026, 10, 31)
FIRM, BRANCH = ("Enterprise", "E"), ("Branch", "B")


def source(as_of: date, kind: str = "enterprises", cell: str = "T9") -> Source:
    loaded = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)
    return Source(
        f"{kind}-{as_of}", kind, as_of, f"{as_of}.xlsx", "zhang", loaded, "台账", 9, cell, "情况/从业人员数量"
    )


def entry(value: object, standing: str, as_of: date, wording: int, **more: object) -> Entry:
    return replace(Entry(value, None, {}, None, None, "shown", source(as_of), None, wording), standing=standing, **more)


STAFF = Trace(
    FIRM,
    "staff",
    None,
    (
        entry(1200, "shown", OCTOBER, 0),
        entry(90, "lost", OCTOBER, 1, source=source(OCTOBER, "statistics", "B2"), by=source(OCTOBER), contests=True),
        entry(1200, "earlier", SEPTEMBER, 0),
        entry(62, "ended", APRIL, 2, by=replace(source(date(2026, 6, 30)), row=None)),
    ),
)


def test_what_was_said_alike_is_one_line_and_what_lost_says_to_whom() -> None:
    shown, lost, ended = words(STAFF, "zh")
    assert (shown.value, shown.standing_told, shown.note) == ("1,200", "现用", "自 2026-09-30 起 2 期相同")
    assert (shown.place, shown.heading, shown.file) == ("台账!T9", "从业人员数量", "2026-10-31.xlsx")
    assert shown.brought.startswith("zhang 于 2026-11-0")
    assert (lost.value, lost.contests, lost.note) == ("90", True, "同日说法不同，以“非公企业工作台账”为准")
    assert ended.note == "2026-06-30 的“非公企业工作台账”(全量)没有列出，到此为止"
    assert before([shown, lost, ended]) == "62"
    assert words(STAFF, "en")[2].note == "ended: the full “Enterprise ledger” of 2026-06-30 does not list it"


def test_a_masked_value_that_changed_is_not_told_as_the_same() -> None:
    investor = Trace(
        FIRM, "investor_name", None, (entry("王*", "shown", OCTOBER, 0), entry("王*", "earlier", APRIL, 1))
    )
    found = words(investor, "zh")
    assert len(found) == 2
    assert before(found) == "王*"


def test_only_a_row_or_nothing_is_known_of_some_places() -> None:
    row = Trace(FIRM, "staff", None, (entry(5, "shown", OCTOBER, 0, source=source(OCTOBER, cell="")),))
    assert words(row, "zh")[0].place == "台账 第 9 行"
    assert words(row, "en")[0].place == "台账, row 9"
    assert words(None, "zh") == []


def test_an_edge_is_asked_of_the_end_whose_ledger_states_it() -> None:
    assert stating_end(BRANCH, "COVERS", FIRM) == (BRANCH, "COVERS", FIRM)
    assert stating_end(("Site", "S"), "OF", FIRM) == (FIRM, "<OF", ("Site", "S"))


def test_a_fact_shows_its_history_and_its_conflict_before_it_is_unfolded() -> None:
    record = {"operating_state": "operating", "staff": 1200}
    card = Card(Ref(*FIRM), "甲公司", {"name": "甲公司"}, record, (), (), ())
    drawn = str(inspector.build(card, [], Traces((STAFF,)), Scene(), OCTOBER, "zh"))
    assert drawn.count("'className': 'fact traced'") == 1, "what no row says has nothing to unfold"
    shown = [drawn.index(word) for word in ("2026-10-31 的情况", "职工队伍", "1,200", "说法不一", "此前 62", "台账!T9")]
    assert shown == sorted(shown)

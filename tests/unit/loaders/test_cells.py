"""Value forms as real ledgers have them: read rightly, or refused, never bent."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from graph.errors import RowRejected
from loaders.cells import Said, read_cell, ticked
from loaders.mapping import CellKind, Column


def column(value: CellKind, **more: object) -> Column:
    return Column(headings=("列",), value=value, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("3人", 3), ("约50", 50), ("50余", 50), ("12(其中预备2)", 12), ("３", 3), ("三", 3), (3.0, 3), ("1,200", 1200),
        ("无", 0), (0, 0), ("—", Said.NONE), ("", Said.NOTHING), (None, Said.NOTHING), ("不详", Said.NOTHING),
    ],
)  # fmt: skip
def test_counts(raw: object, expected: object) -> None:
    assert read_cell(raw, column("count")).value == expected  # type: ignore[arg-type]


def test_an_approximate_count_is_noted() -> None:
    assert read_cell("约50", column("count")).note is not None
    assert read_cell("50", column("count")).note is None


@pytest.mark.parametrize("raw", ["许多", "3.5", "12/13", "十几"])
def test_counts_that_are_none(raw: str) -> None:
    with pytest.raises(RowRejected):
        read_cell(raw, column("count"))


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("2023.04", "2023-04"), ("2023年4月", "2023-04"), ("202304", "2023-04"), ("20230401", "2023-04-01"),
        ("2023-4-1", "2023-04-01"), ("二〇二三年四月", "2023-04"), (45017, "2023-04-01"), ("45017", "2023-04-01"),
        (date(2023, 4, 1), "2023-04-01"), (datetime(2023, 4, 1), "2023-04-01"),
        ("２０２３年４月１日", "2023-04-01"), ("2023", "2023"),
    ],
)  # fmt: skip
def test_dates_keep_their_precision(raw: object, expected: str) -> None:
    assert read_cell(raw, column("date")).value == expected  # type: ignore[arg-type]


@pytest.mark.parametrize("raw", [2023.1, "2023-13-01", "2023-02-30", "去年", "31.12.2020", "9999-01-01"])
def test_what_is_no_date_is_refused(raw: object) -> None:
    """2023.1 as a number may have been 2023.10: it is not guessed."""
    with pytest.raises(RowRejected):
        read_cell(raw, column("date"))  # type: ignore[arg-type]


def test_a_credit_code_is_checked_kept_and_flagged() -> None:
    codes = column("credit_code")
    good = read_cell(" 91350100m000100y43 ", codes)
    assert (good.value, good.state, good.note) == ("91350100M000100Y43", "valid", None)
    assert read_cell("91350100M000100Y4Z", codes).state == "failed"
    damaged = read_cell(9.1361100123456e17, codes)
    assert damaged.state == "damaged"
    assert damaged.note is not None


def test_an_id_number_that_fails_is_refused() -> None:
    ids = column("id_number")
    assert read_cell("11010519491231002x", ids).value == "11010519491231002X"
    for wrong in ("110105194912310021", 1.10105194912310e17):
        with pytest.raises(RowRejected):
            read_cell(wrong, ids)


def test_choices_by_word_then_by_the_longest_word_contained() -> None:
    choice = column("choice", words={"own": ("单独建立", "单独"), "joint": ("联合建立",)})
    assert read_cell("单独建立", choice).value == "own"
    assert read_cell("（联合建立）支部", choice).value == "joint"
    with pytest.raises(RowRejected, match="单独建立"):
        read_cell("网格建立", choice)
    assert read_cell("网格建立", column("choice", unlisted="keep")).value == "网格建立"
    assert read_cell("网格建立", column("choice", unlisted="drop")).value is Said.NOTHING
    assert read_cell("网格建立", column("choice", unlisted="other")).value == "other"


def test_yes_and_no_and_none_and_nothing_are_four_things() -> None:
    yes_no = column("yes_no")
    assert [read_cell(raw, yes_no).value for raw in ("是", "√", "否", "无", "")] == [
        True,
        True,
        False,
        False,
        Said.NOTHING,
    ]
    assert read_cell("无", column("text")).value is Said.NONE


def test_one_tick_of_several() -> None:
    kind = column("choice")
    assert ticked({"private": "√", "foreign": ""}, kind).value == "private"
    assert ticked({"private": "", "foreign": "0"}, kind).value is Said.NOTHING
    with pytest.raises(RowRejected):
        ticked({"private": "√", "foreign": "是"}, kind)


def test_datums_are_named_never_guessed() -> None:
    assert [read_cell(raw, column("datum")).value for raw in ("WGS-84", "gcj02", "百度坐标", "CGCS2000")] == [
        "WGS-84",
        "GCJ-02",
        "BD-09",
        "WGS-84",
    ]
    with pytest.raises(RowRejected):
        read_cell("西安80", column("datum"))


@pytest.mark.parametrize("raw", ["2026年9月", "2026.09", "202609", date(2026, 9, 1), date(2026, 9, 30), "2026-9-30"])
def test_a_month_is_a_month_however_the_spreadsheet_keeps_it(raw: object) -> None:
    assert read_cell(raw, column("month")).value == "2026-09"  # type: ignore[arg-type]


def test_a_year_is_no_month() -> None:
    with pytest.raises(RowRejected):
        read_cell("2026", column("month"))


@pytest.mark.parametrize(
    "raw", ["岚开党字[2026]3号", "岚开党字（2026）3号", "岚开党字【2026】 3号", "岚开党字〔2026〕3号"]
)
def test_a_document_number_is_one_in_any_brackets(raw: str) -> None:
    assert read_cell(raw, column("code")).value == "岚开党字〔2026〕3号"


def test_a_choice_of_whole_words_takes_no_word_that_merely_contains_one() -> None:
    words = {"own": ("单独党支部",)}
    assert read_cell("本月单独党支部数", column("choice", words=words)).value == "own"
    assert read_cell("单独党支部", column("choice", words=words, whole=True)).value == "own"
    with pytest.raises(RowRejected):
        read_cell("本月单独党支部数", column("choice", words=words, whole=True))


@pytest.mark.parametrize(
    ("raw", "heading", "expected"),
    [
        (5000, "金额(元)", 5000), ("1.1万", "金额(元)", 11000), ("3万元", "金额", 30000), ("5,000元", "金额", 5000),
        (1.5, "金额(万元)", 15000), ("1.5万元", "金额(万元)", 15000), ("5000元", "金额(万元)", 5000), ("1亿", "", 1e8),
    ],
)  # fmt: skip
def test_an_amount_is_in_yuan_whatever_its_unit(raw: object, heading: str, expected: float) -> None:
    assert read_cell(raw, column("yuan"), heading).value == expected  # type: ignore[arg-type]

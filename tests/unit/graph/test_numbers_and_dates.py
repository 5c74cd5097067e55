"""Numbers and dates in every form people type them, and those that tell none."""

from __future__ import annotations

from datetime import date

import pytest

from graph.values.dates import AmbiguousDate, NotADate, months_before, parse_date
from graph.values.numbers import NotANumber, chinese_number, money_unit, parse_number


@pytest.mark.parametrize(
    ("raw", "whole"),
    [
        ("3人", 3), ("３", 3), ("三", 3), ("十", 10), ("二十三", 23), ("一百零五", 105), ("两千三百", 2300),
        ("三万", 30000), ("1,200", 1200), ("1,200万元", 12_000_000), ("1.2亿", 120_000_000), ("5千元", 5000),
        ("260㎡", 260), ("-5", -5), (0.1 + 0.2, 0.3), ("0.29万", 2900),
    ],
)  # fmt: skip
def test_numbers(raw: str | float, whole: float) -> None:
    number = parse_number(raw)
    assert (number.whole, number.approximate, number.rest) == (whole, False, "")


@pytest.mark.parametrize(
    ("raw", "whole"), [("约50", 50), ("50余", 50), ("百余人", 100), ("近2万", 20000), ("50人以上", 50)]
)
def test_numbers_that_are_approximate(raw: str, whole: float) -> None:
    assert (parse_number(raw).whole, parse_number(raw).approximate) == (whole, True)


def test_what_else_a_cell_says_is_kept() -> None:
    assert (parse_number("12(其中预备2)").whole, parse_number("12(其中预备2)").rest) == (12, "其中预备2")
    assert parse_number("12人，其中预备2人").rest == "其中预备2人"


@pytest.mark.parametrize(
    "raw",
    ["十几", "10-20", "3/4", "许多", "1,20", "1e5", "一百五", "二〇二三", "", "万", float("nan"), 1e300],
)
def test_what_is_no_number(raw: str | float) -> None:
    with pytest.raises(NotANumber):
        parse_number(raw)


def test_chinese_numbers_are_those_that_are_spelled_right() -> None:
    assert chinese_number("三千零五") == 3005
    for wrong in ("三千五零", "一百五", "十百", "二三"):
        with pytest.raises(NotANumber):
            chinese_number(wrong)


@pytest.mark.parametrize(
    ("raw", "unit", "bare", "expected"),
    [
        ("1,200万元", 10_000, 10_000, 1200), ("1.2亿", 10_000, 10_000, 12000), ("1200", 10_000, 10_000, 1200),
        ("12,000,000", 10_000, 1, 1200), ("5000元", 10_000, 10_000, 0.5), ("3万", 1, 1, 30000),
        ("1.5", 1, 10_000, 15000),
    ],
)  # fmt: skip
def test_money_in_the_unit_asked_for(raw: str, unit: int, bare: int, expected: float) -> None:
    assert parse_number(raw).in_money(unit, bare) == expected


def test_the_unit_of_a_heading() -> None:
    headings = ["年营业收入(万元)", "金额（元）", "金额:亿元", "年营业收入", "单元"]
    assert [money_unit(heading) for heading in headings] == [10_000, 1, 100_000_000, None, None]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (2023.04, "2023-04"), (2023.4, "2023-04"), (2023.11, "2023-11"), (2023, "2023"), ("2023.1", "2023-01"),
        ("2023/4/1 0:00", "2023-04-01"), ("2023-04-01T08:30:00", "2023-04-01"),
        ("二〇二三年十一月二十日", "2023-11-20"),
        ("2023年4月1号", "2023-04-01"), ("1905-07-15", "1905-07-15"),
    ],
)  # fmt: skip
def test_dates(raw: str | float, expected: str) -> None:
    assert str(parse_date(raw)) == expected


def test_day_numbers_count_from_1900_or_from_1904() -> None:
    assert str(parse_date(45017)) == str(parse_date("45017")) == "2023-04-01"
    assert str(parse_date(43555, epoch_1904=True)) == "2023-04-01"


def test_two_dates_that_one_value_may_be() -> None:
    with pytest.raises(AmbiguousDate) as january:
        parse_date(2023.1)
    assert january.value.either.en == "January or October 2023"
    with pytest.raises(AmbiguousDate) as year:
        parse_date(date(1905, 7, 15))
    assert year.value.either.zh == "1905-07-15 或 2023 年"


@pytest.mark.parametrize("raw", [2023.123, 2023.13, "2023.13", "31.12.2020", "23.4", 1e12, "去年", "2023-02-30"])
def test_what_is_no_date(raw: str | float) -> None:
    with pytest.raises(NotADate):
        parse_date(raw)


@pytest.mark.parametrize(
    ("day", "months", "before"),
    [
        ("2026-10-31", 1, "2026-09-30"), ("2026-09-30", 1, "2026-08-31"), ("2026-03-31", 1, "2026-02-28"),
        ("2024-02-29", 12, "2023-02-28"), ("2026-10-15", 1, "2026-09-15"), ("2026-03-30", 1, "2026-02-28"),
        ("2026-01-15", 1, "2025-12-15"), ("2026-01-31", 13, "2024-12-31"),
    ],
)  # fmt: skip
def test_months_before_lead_from_month_end_to_month_end(day: str, months: int, before: str) -> None:
    assert months_before(date.fromisoformat(day), months) == date.fromisoformat(before)

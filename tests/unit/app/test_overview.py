"""From answers to what the overview tells: order, links, and what is unknown beside the numbers."""

from __future__ import annotations

from datetime import date

from app.holes import GROUPS, KINDS, STRIP
from app.i18n import terms
from app.link import Link, read_link
from app.overview import changes, holes, ledgers, rates
from app.overview.counted import Counted
from queries.catalog import catalog
from queries.coverage_rates import Rate
from queries.quality import StaleLedger

DAY = date(2026, 10, 31)


def rate(group: str, numerator: int, denominator: int, unknown: int = 0, name: str | None = None) -> Rate:
    percent = round(100 * numerator / denominator, 1) if denominator else None
    return Rate("organisation", group, name, numerator, denominator, unknown, percent, 20.0, None, None, None)


def where(counted: Counted) -> Link:
    return read_link(counted.link.removeprefix("/"))


def test_each_number_of_a_rate_leads_to_its_firms() -> None:
    (share,) = rates.of_zone([rate("", 126, 566, 11)], DAY)
    numbers = {"numerator": share.reached, "denominator": share.base, "gap": share.gap, "unknown": share.unknown}
    assert {part: counted.number for part, counted in numbers.items()} == {
        "numerator": 126,
        "denominator": 566,
        "gap": 440,
        "unknown": 11,
    }
    for part, counted in numbers.items():
        assert where(counted) == Link("rate-firms", DAY, {"rate": "organisation", "part": part})


def test_the_worst_places_come_first_and_what_has_no_rate_last() -> None:
    told = [rate("A", 9, 10), rate("B", 0, 3), rate("C", 0, 0, 2), rate("-", 0, 20), rate("D", 1, 4)]
    places = rates.of_places("area", told, DAY, 4)
    assert [(s.name, s.percent, s.gap.number) for s in places.shares] == [
        (None, 0.0, 20),
        ("B", 0.0, 3),
        ("D", 25.0, 3),
        ("A", 90.0, 1),
    ]
    assert places.total == 5
    assert read_link(places.link.removeprefix("/")) == Link("rates", DAY, {"by": "area", "rate": "organisation"})
    assert rates.of_places("area", told, DAY, 5).shares[-1].unknown.number == 2


def test_a_place_goes_by_its_name_and_its_link_by_its_key() -> None:
    (share,) = rates.of_places("cell", [rate("G7", 1, 2, name="第七网格")], DAY, 8).shares
    assert share.name == "第七网格"
    assert where(share.gap).parameters == {"rate": "organisation", "part": "gap", "by": "cell", "group": "G7"}


def test_every_kind_of_hole_is_told_in_its_group_with_its_own_question() -> None:
    counts = {kind.id: number for number, kind in enumerate(KINDS)}
    told = {kind: (group, one) for group in GROUPS for kind, one in holes.of_group(group, counts, DAY).items()}
    assert list(told) == [kind.id for kind in KINDS]
    for kind in KINDS:
        group, counted = told[kind.id]
        assert (group, counted.number) == (kind.group, counts[kind.id])
        assert where(counted) == Link(kind.question, DAY, dict(kind.parameters))


def test_kinds_are_questions_that_exist_and_holes_that_change_are_among_them() -> None:
    assert all(kind.parameters.keys() <= catalog()[kind.question].parameters.keys() for kind in KINDS)
    kinds = {kind.id for kind in KINDS}
    formations = {"own", "joint"}
    assert set(catalog()["what-changed"].columns["detail"].values) - formations <= kinds
    assert kinds <= terms().keys()
    assert 0 < len(STRIP) <= 6, "no more than the explorer has room for"


def test_changes_are_all_told_and_what_did_not_change_too() -> None:
    question = catalog()[changes.QUESTION]
    sorts = [sort for line in changes.LINES.values() for sort in line]
    assert sorted(sorts) == sorted(question.columns["what"].values)
    assert {"all", *changes.LINES} == set(question.parameters["what"].values)
    told = changes.of_counts({"firm_covered": 3, "firm_uncovered": 1, "pair_ended": 2}, date(2026, 9, 30), DAY)
    assert [(line.name.zh, line.all.number) for line in told.lines if line.all.number] == [
        ("组织覆盖", 4),
        ("结对共建", 2),
    ]
    assert [(name.zh, count) for name, count in told.lines[0].sorts] == [
        ("企业纳入组织覆盖", 3),
        ("企业失去组织覆盖", 1),
    ]
    assert where(told.lines[0].all) == Link(changes.QUESTION, DAY, {"since": "2026-09-30", "what": "coverage"})


def ledger(kind: str, days: int, state: str, scope: str = "测试园区") -> StaleLedger:
    return StaleLedger(scope, kind, date(2026, 10, 31), days, state, 1, 0, 0, "a.xlsx")  # type: ignore[arg-type]


def test_ledgers_out_of_date_come_first_and_scopes_only_where_they_differ() -> None:
    told = ledgers.of_latest([ledger("pairs", 40, "fresh"), ledger("areas", 500, "stale")], DAY)
    assert [(one.kind.zh, one.scope, one.overdue) for one in told.ledgers] == [
        ("片区台账", None, True),
        ("结对共建台账", None, False),
    ]
    assert (told.overdue, told.all.number) == (1, 2)
    two = ledgers.of_latest([ledger("pairs", 40, "fresh"), ledger("pairs", 1, "fresh", "东片")], DAY)
    assert [one.scope for one in two.ledgers] == ["测试园区", "东片"]

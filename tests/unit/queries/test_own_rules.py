from datetime import date
from pathlib import Path

import pytest

from graph.errors import SettingsError
from queries.own_rules import read_own
from queries.rule_book import RuleBook
from queries.rules import rules

DAY = date(2026, 10, 31)


def own_file(folder: Path, text: str) -> Path:
    file = folder / "rules.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def test_the_zones_value_holds_from_its_day_with_its_reason(tmp_path: Path) -> None:
    file = own_file(tmp_path, "joint_firms: {value: 10, reason: 合肥口径, since: 2026-01-01}\n")
    book = RuleBook(rules(), read_own(file))
    before, then = (book.at(day)["joint_firms"] for day in (date(2025, 12, 31), date(2026, 1, 1)))
    assert (before.value, before.own, before.reason) == (5, False, "")
    assert (then.value, then.own, then.reason) == (10, True, "合肥口径")
    assert then.clause.zh == "第五条" and then.state == "verified"


def test_without_a_day_it_holds_at_all_times_and_entries_follow_each_other(tmp_path: Path) -> None:
    file = own_file(
        tmp_path,
        "joint_firms:\n  - {value: 8, reason: 改, since: 2026-06-01}\n  - {value: 10, reason: 先}\n"
        "near_radius: {value: 500, reason: 园区小}\nzone_committee: {value: [岚川综合党委], reason: 本区}\n",
    )
    book = RuleBook(rules(), read_own(file))
    assert [book.at(day)["joint_firms"].value for day in (date(2000, 1, 1), date(2026, 5, 31), DAY)] == [10, 10, 8]
    assert book.at(DAY)["near_radius"].value == 500 and book.at(DAY)["zone_committee"].value == ["岚川综合党委"]


def test_an_empty_file_sets_nothing(tmp_path: Path) -> None:
    assert read_own(own_file(tmp_path, "# 本区口径\n")) == {}


@pytest.mark.parametrize(
    ("text", "key", "remedy"),
    [
        ("joint_firm: {value: 10, reason: x}", "joint_firm", "joint_firms"),
        ("joint_firms: 10", "joint_firms", "reason"),
        ("joint_firms: {value: 10}", "joint_firms.reason", "reason"),
        ('joint_firms: {value: 10, reason: ""}', "joint_firms.reason", "reason"),
        ("joint_firms: {reason: x}", "joint_firms.value", "value"),
        ("joint_firms: {value: ten, reason: x}", "joint_firms.value", ""),
        ("joint_firms: {value: [10], reason: x}", "joint_firms.value", ""),
        ("joint_firms: {value: 2.5, reason: x}", "joint_firms.value", "whole number"),
        ("joint_firms: {value: -1, reason: x}", "joint_firms.value", "0 or more"),
        ("joint_firms: {value: true, reason: x}", "joint_firms.value", "whole number"),
        ("scope_ownerships: {value: 3, reason: x}", "scope_ownerships.value", "private"),
        ("branch_kind: {value: 3, reason: x}", "branch_kind", "only defines"),
        ("joint_firms: {value: 10, reason: x, since: soon}", "joint_firms.since", "since: 2026"),
        ("joint_firms: {value: 10, reason: x, until: 2026-01-01}", "joint_firms.until", "since"),
        ("joint_firms: [{value: 1, reason: x}, {value: 2, reason: y}]", "joint_firms.since", "own since"),
        ("- joint_firms", None, "joint_firms: {value"),
        ("joint_firms: {value: 10", "line 2", "indentation"),
    ],
)
def test_what_cannot_be_used_is_refused_with_file_key_and_remedy(
    tmp_path: Path, text: str, key: str | None, remedy: str
) -> None:
    file = own_file(tmp_path, text + "\n")
    with pytest.raises(SettingsError) as caught:
        read_own(file)
    place = caught.value.place
    assert place is not None and place.file == str(file)
    assert place.key is None if key is None else str(place.key).startswith(key)
    assert caught.value.next_step and remedy in str(caught.value)


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "rules.yaml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(SettingsError, match="cannot be read"):
        read_own(tmp_path / "rules.yaml")


def test_a_rule_of_an_old_day_is_what_held_then() -> None:
    book = RuleBook(rules())
    old, new = (book.at(day)["term_years_branch"] for day in (date(2018, 7, 11), date(2018, 7, 12)))
    assert (old.value, old.until, old.document.zh[:8]) == (5, date(2018, 7, 12), "中国共产党章程（")
    assert (new.value, new.until, new.early) == (3, None, False)


def test_a_day_before_a_rule_came_into_force_is_told() -> None:
    book = RuleBook(rules())
    assert [book.at(day)["joint_firms"].early for day in (date(2018, 10, 27), date(2018, 10, 28))] == [True, False]

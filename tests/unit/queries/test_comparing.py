from collections.abc import Sequence
from datetime import date
from typing import Any

from queries.catalog import catalog
from queries.comparing import Comparison, identifying, told_apart
from queries.results import Answer

BEFORE, AFTER = date(2026, 9, 30), date(2026, 10, 31)


def comparison(id_: str, before: Sequence[dict[str, Any]], after: Sequence[dict[str, Any]]) -> Comparison:
    then = Answer(id_, BEFORE, {}, (), len(before), tuple(before))
    now = Answer(id_, AFTER, {}, (), len(after), tuple(after))
    return told_apart(catalog()[id_], then, now)


def test_rows_are_told_apart_by_whom_they_speak_of() -> None:
    found = comparison(
        "members-uncovered",
        [{"firm": "a", "formal": 2}, {"firm": "b", "formal": 1}],
        [{"firm": "c", "formal": 5}, {"firm": "a", "formal": 3}],
    )
    assert [(one.change, one.row, one.was) for one in found.rows] == [
        ("gained", {"firm": "c", "formal": 5}, {}),
        ("lost", {"firm": "b", "formal": 1}, {}),
        ("kept", {"firm": "a", "formal": 3}, {"formal": 2}),
    ]
    assert found.totals == {"gained": 1, "lost": 1, "kept": 1}


def test_a_firm_near_other_branches_than_before_is_kept() -> None:
    found = comparison(
        "uncovered-near-branch",
        [{"firm": "a", "branch": "x"}, {"firm": "a", "branch": "y"}],
        [{"firm": "a", "branch": "z"}, {"firm": "a", "branch": "y"}],
    )
    assert [(one.change, one.row["branch"], one.was) for one in found.rows] == [("kept", "z", {}), ("kept", "y", {})]


def test_without_a_subject_all_keys_identify_and_then_the_choices() -> None:
    assert identifying(catalog()["members-uncovered"]) == ("firm",)
    assert identifying(catalog()["figures-reconciled"]) == ("published",)
    assert identifying(catalog()["zone-figures"]) == ("figure",)
    found = comparison("figures-reconciled", [{"published": ["p", "q"]}], [{"published": ["p", "q"]}])
    assert found.totals == {"gained": 0, "lost": 0, "kept": 1}
    found = comparison("figures-reconciled", [{"published": ["p"]}], [{"published": ["p", "q"]}])
    assert found.totals == {"gained": 1, "lost": 1, "kept": 0}


def test_two_empty_answers_differ_in_nothing() -> None:
    assert comparison("zone-figures", [], []).rows == ()

from pathlib import Path

import pytest

from graph.errors import DeclarationError
from queries.rules import read_rules, rules, value


def test_thresholds_of_the_regulations() -> None:
    assert value("own_members") == 3
    assert value("joint_firms") == 5
    assert value("near_radius") == 1000
    assert rules()["own_members"].clause.zh == "第四条" and rules()["own_members"].state == "verified"
    assert rules()["near_radius"].state == "zone"


def test_a_rule_without_threshold_has_no_value() -> None:
    with pytest.raises(DeclarationError, match="own_members"):
        value("branch_kind")


def test_a_rule_without_its_clause_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "rules.yaml"
    file.write_text(
        "x: {title: {zh: 甲, en: A}, tells: {zh: 乙, en: B}, document: {zh: 丙, en: C}, state: zone}", encoding="utf-8"
    )
    with pytest.raises(DeclarationError) as caught:
        read_rules(file)
    assert caught.value.place is not None and caught.value.place.key == "clause"


@pytest.mark.parametrize(
    ("before", "told"),
    [
        ("[{until: 2020-01-01, value: 2, DOC}, {until: 2019-01-01, value: 1, DOC}]", "order them"),
        ("[{until: 2022-01-01, value: 2, DOC}]", "order them"),
        ("[{until: 2020-01-01, DOC}]", "add or remove"),
    ],
)
def test_a_history_that_makes_no_sense_is_refused(tmp_path: Path, before: str, told: str) -> None:
    words = "document: {zh: 丙, en: C}, clause: {zh: 丁, en: D}"
    file = tmp_path / "rules.yaml"
    file.write_text(
        f"x: {{title: {{zh: 甲, en: A}}, tells: {{zh: 乙, en: B}}, value: 3, {words}, state: zone, "
        f"effective: 2021-01-01, before: {before.replace('DOC', words)}}}",
        encoding="utf-8",
    )
    with pytest.raises(DeclarationError) as caught:
        read_rules(file)
    assert caught.value.place is not None and caught.value.place.key == "x.before" and told in str(caught.value)

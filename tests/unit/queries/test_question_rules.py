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

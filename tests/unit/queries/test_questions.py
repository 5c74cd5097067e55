"""What holds for every question of the library, without a database."""

import re
from dataclasses import fields

import pytest

from graph.model import model
from queries import coverage, figures, pairing, responsibility
from queries.catalog import catalog
from queries.planning import near
from queries.rules import rules

ROWS = {
    "qualified-unbuilt": coverage.QualifiedUnbuilt,
    "members-uncovered": coverage.MembersUncovered,
    "unreached": coverage.Unreached,
    "uncovered-near-branch": near.NearBranch,
    "joint-branch-load": near.JointBranchLoad,
    "unpaired-branches": pairing.UnpairedBranch,
    "cell-unassigned": responsibility.CellUnassigned,
    "path-to-officer": responsibility.PathToOfficer,
    "zone-figures": figures.Figure,
    "figures-reconciled": figures.ReconciledFigure,
}
every_question = pytest.mark.parametrize("id_", list(catalog()))


def test_every_question_has_a_row_type() -> None:
    assert set(ROWS) == set(catalog())


@every_question
def test_return_aliases_are_the_fields_of_the_row_type(id_: str) -> None:
    assert [field.name for field in fields(ROWS[id_])] == list(catalog()[id_].columns)


@every_question
def test_cypher_is_asked_at_a_date_and_leaves_the_limit_to_the_catalog(id_: str) -> None:
    cypher = catalog()[id_].cypher
    assert "$at" in cypher
    assert not re.search(r"^LIMIT", cypher, re.MULTILINE)
    assert re.search(r"^ORDER BY", cypher, re.MULTILINE)


@every_question
def test_thresholds_are_parameters(id_: str) -> None:
    """No number but 0, 1, hop bounds and the places of figures stands in the Cypher."""
    cypher = re.sub(r"//.*|\*1\.\.5|place: \d+|\d AS rank|days: 1", "", catalog()[id_].cypher)
    assert set(re.findall(r"(?<![\w$])\d+(?:\.\d+)?", cypher)) <= {"0", "1", "2"}


@pytest.mark.parametrize("id_", ["zone-figures", "figures-reconciled"])
def test_figures_are_called_as_the_schema_calls_them(id_: str) -> None:
    called = model()["PublishedFigure"].properties["figure"].values
    shown = catalog()[id_].columns["figure"].values
    assert shown.items() <= called.items()
    assert id_ == "zone-figures" or set(shown) == set(called)


@every_question
def test_rules_are_documented_rules(id_: str) -> None:
    assert catalog()[id_].rules
    assert set(catalog()[id_].rules) <= set(rules())


@every_question
def test_words_are_in_both_languages(id_: str) -> None:
    question = catalog()[id_]
    words = [question.title, question.tells]
    words += [item.label for item in (*question.parameters.values(), *question.columns.values())]
    words += [w for item in (*question.parameters.values(), *question.columns.values()) for w in item.values.values()]
    for text in words:
        assert re.search(r"[\u4e00-\u9fff]", text.zh)
        assert text.en and not re.search(r"[\u4e00-\u9fff]", text.en)

"""What holds for every question of the library, without a database."""

import importlib
import pkgutil
import re
from dataclasses import fields
from typing import Any, get_args, get_type_hints

import pytest

import queries
from graph.model import model
from queries.catalog import catalog
from queries.figures import Figure
from queries.rules import rules

ROWS = {"zone-figures": Figure}
"""Row types of questions whose typed answer is no tuple of rows."""


def row_type(id_: str) -> type[Any]:
    """What the typed function of the question's name, in some module of the room, gives a tuple of."""
    if id_ in ROWS:
        return ROWS[id_]
    for module in pkgutil.walk_packages(queries.__path__, "queries."):
        function = getattr(importlib.import_module(module.name), id_.replace("-", "_"), None)
        if function is not None and function.__module__ == module.name:
            row: type[Any] = get_args(get_type_hints(function)["return"])[0]
            return row
    raise AssertionError(f"no module of queries has a typed function {id_.replace('-', '_')}")


every_question = pytest.mark.parametrize("id_", list(catalog()))


@every_question
def test_return_aliases_are_the_fields_of_the_row_type(id_: str) -> None:
    assert [field.name for field in fields(row_type(id_))] == list(catalog()[id_].columns)


@every_question
def test_cypher_is_asked_at_a_date_and_leaves_the_limit_to_the_catalog(id_: str) -> None:
    cypher = catalog()[id_].cypher
    assert "$at" in cypher
    assert not re.search(r"^LIMIT", cypher, re.MULTILINE)
    assert re.search(r"^ORDER BY", cypher, re.MULTILINE)


@every_question
def test_thresholds_are_parameters(id_: str) -> None:
    """No number but 0, 1, hop bounds, the places of figures and the hundred of per cent stands in the Cypher."""
    cypher = re.sub(r"//.*|\*1\.\.5|place: \d+|\d AS rank|days: 1|\* 100\b", "", catalog()[id_].cypher)
    assert set(re.findall(r"(?<![\w$])\d+(?:\.\d+)?", cypher)) <= {"0", "1", "2"}


@pytest.mark.parametrize("id_", ["zone-figures", "figures-reconciled", "published-history", "month-figures"])
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

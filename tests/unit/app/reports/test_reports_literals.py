"""Cypher literals, as text; that a server reads them back the same is shown in the integration tests."""

from __future__ import annotations

from datetime import date

import pytest

from app.reports.flat import Point
from app.reports.literals import literal, map_literal


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("晶曜", "'晶曜'"),
        ("it's", r"'it\'s'"),
        ("a\\u0027b", r"'a\\u0027b'"),
        ("line\nnext", r"'line\u000Anext'"),
        (True, "true"),
        (3, "3"),
        (-0.5, "-0.5"),
        (float("inf"), "toFloat('Infinity')"),
        (date(9999, 12, 31), "date('9999-12-31')"),
        (Point(117.97, 28.45), "point({longitude: 117.97, latitude: 28.45})"),
        (["a", "b"], "['a', 'b']"),
    ],
)
def test_literal(value: object, written: str) -> None:
    assert literal(value) == written


def test_names_are_quoted() -> None:
    assert map_literal({"a`b": 1}) == "{`a``b`: 1}"


def test_a_value_no_property_can_hold_is_refused() -> None:
    with pytest.raises(TypeError):
        literal({"a": 1})

"""What a thing is called where no ledger of its own names it."""

from __future__ import annotations

from graph.model import model
from loaders.derive import derive


def test_only_a_text_stands_for_what_rows_call_a_thing() -> None:
    assert derive(("Enterprise", "F"), [], [], "佳科技", model()).properties == {"name": "佳科技"}
    assert derive(("Review", "R"), [], [], "2026", model()).properties == {}, "a year is no grade"


def test_rows_that_merely_name_a_firm_tell_its_code_too() -> None:
    code = "91990000MA0000001B"
    assert derive(("Enterprise", code), [], [], "甲公司", model()).properties == {"name": "甲公司", "uscc": code}
    assert derive(("Enterprise", code), [], [], "", model()).properties == {}, "no row names it"

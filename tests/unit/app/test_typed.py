"""Every field one types into says when it tells what was typed, and tells what it shows."""

import ast
from collections.abc import Iterator
from pathlib import Path

APP = Path(__file__).parents[3] / "app"
FIELDS = {"Autocomplete", "DateInput", "JsonInput", "NumberInput", "PasswordInput", "TextInput", "Textarea"}


def fields() -> Iterator[tuple[str, ast.Call]]:
    for file in APP.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in FIELDS:
                yield f"{file.relative_to(APP)}:{node.lineno} {node.func.attr}", node


def given(call: ast.Call, name: str) -> list[str]:
    return [ast.unparse(word.value) for word in call.keywords if word.arg == name]


def test_no_field_hears_its_own_letters_back_while_one_types() -> None:
    told = {where: given(call, "debounce") for where, call in fields()}
    assert told
    assert {where: when for where, when in told.items() if when not in (["WHEN_LEFT"], ["AFTER_PAUSE"])} == {}


def test_no_number_is_changed_as_its_field_is_left() -> None:
    told = {where: given(call, "clampBehavior") for where, call in fields() if where.endswith("NumberInput")}
    assert told
    assert {where: how for where, how in told.items() if how not in (["'none'"], ["'strict'"])} == {}

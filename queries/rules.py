"""The rules that questions apply, from `rules.yaml`: each with its threshold, clause, document and how sure it is."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Literal

from pydantic import BeforeValidator

from graph.declaration import Declared, Words, declare, one_of, read_yaml, wrong
from graph.text import Text

FILE = Path(__file__).with_name("rules.yaml")

Value = int | float | list[str]


class Earlier(Declared):
    """What a rule said before: until that day (exclusive), by that document and clause."""

    until: date
    value: Value | None = None
    document: Words
    clause: Words


class Rule(Declared):
    """One rule. `value` is its threshold or list (in `unit`); a rule that only defines a word has none.

    `state`: `verified` when read in a published text of the document, `zone` when it is the zone's own choice.
    `effective` is the day it came into force, where known; `before` what held earlier, oldest first. `varies` says
    how other places set it.
    """

    id: str
    title: Words
    tells: Words
    value: Value | None = None
    unit: Words | None = None
    document: Words
    clause: Words
    state: Literal["verified", "zone"]
    effective: date | None = None
    varies: Words | None = None
    before: Annotated[tuple[Earlier, ...], BeforeValidator(tuple)] = ()


def read_rules(file: Path = FILE) -> Mapping[str, Rule]:
    """The rules in `file` by id. Raises DeclarationError naming file, key and remedy of the first fault."""
    content = read_yaml(file)
    found = {id_: declare(Rule, {"id": id_, **rule}, file.name) for id_, rule in content.items()}
    for rule in found.values():
        _check_history(rule, file.name)
    return MappingProxyType(found)


def _check_history(rule: Rule, file: str) -> None:
    days = [earlier.until for earlier in rule.before]
    if any(one >= other for one, other in pairwise(days)) or (days and rule.effective and days[-1] > rule.effective):
        raise wrong(
            file,
            f"{rule.id}.before",
            Text("日期没有由早到晚，或晚于施行日期", "its days do not rise, or pass the day the rule came into force"),
            Text("按 until 由早到晚排列，不晚于 effective", "order them by until, none after effective"),
        )
    if any((earlier.value is None) != (rule.value is None) for earlier in rule.before):
        raise wrong(
            file,
            f"{rule.id}.before",
            Text("此前的值与现在的值不能一个有一个没有", "an earlier value is needed exactly where there is one now"),
            Text("补上或删去 value", "add or remove the value"),
        )


@cache
def rules() -> Mapping[str, Rule]:
    """The project's rules by id, read once; what a zone sets for itself is not in them."""
    return read_rules()


def value(id_: str) -> Value:
    """The threshold of one rule. Raises DeclarationError when there is no such rule or it has no threshold."""
    valued = {rule.id: rule.value for rule in rules().values() if rule.value is not None}
    one_of(id_, valued, FILE.name, id_)
    return valued[id_]

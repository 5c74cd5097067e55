"""The rules that questions apply, from `rules.yaml`: each with its threshold, clause, document and how sure it is."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from graph.declaration import Declared, Words, declare, one_of, read_yaml

FILE = Path(__file__).with_name("rules.yaml")

Value = int | float | list[str]


class Rule(Declared):
    """One rule. `value` is its threshold or list (in `unit`); a rule that only defines a word has none.

    `state`: `verified` when read in a published text of the document, `zone` when it is the zone's own choice.
    """

    id: str
    title: Words
    tells: Words
    value: Value | None = None
    unit: Words | None = None
    document: Words
    clause: Words
    state: Literal["verified", "zone"]


def read_rules(file: Path = FILE) -> Mapping[str, Rule]:
    """The rules in `file` by id. Raises DeclarationError naming file, key and remedy of the first fault."""
    content = read_yaml(file)
    return MappingProxyType({id_: declare(Rule, {"id": id_, **rule}, file.name) for id_, rule in content.items()})


@cache
def rules() -> Mapping[str, Rule]:
    """The project's rules by id, read once."""
    return read_rules()


def value(id_: str) -> Value:
    """The threshold of one rule. Raises DeclarationError when there is no such rule or it has no threshold."""
    valued = {rule.id: rule.value for rule in rules().values() if rule.value is not None}
    one_of(id_, valued, FILE.name, id_)
    return valued[id_]

"""Colourings by rule and sizes by a measure, as declared: pure rules over what is known of a node."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from graph.declaration import Declared, Words, declare, read_yaml

LOOKS = Path(__file__).with_name("looks.yaml")
Facts = Mapping[str, float]
"""What is known of a node by the names the rules use; what is not known is left out."""


class LookRule(Declared):
    """One rule: nodes of a type whose facts lie within bounds have a colour, and a mark before their name."""

    id: str
    type: str
    when: dict[str, list[float | int | None]]
    colour: str
    mark: str
    label: Words

    def matches(self, node_type: str, facts: Facts) -> bool:
        """Whether a node is one of these."""
        return node_type == self.type and all(_within(facts.get(fact), *bounds) for fact, bounds in self.when.items())


class Colouring(Declared):
    """One way to colour a picture."""

    label: Words
    rules: list[LookRule]

    def of(self, node_type: str, facts: Facts) -> LookRule | None:
        """The first rule that a node matches."""
        return next((rule for rule in self.rules if rule.matches(node_type, facts)), None)


class Looks(Declared):
    """All there are. `sizes`: measures by the fact they show; `links` counts the edges drawn."""

    colours: dict[str, Colouring]
    sizes: dict[str, Words]


@cache
def looks() -> Looks:
    """The declared looks. Raises DeclarationError when the file is wrong."""
    return declare(Looks, read_yaml(LOOKS), LOOKS.name)


def _within(value: float | None, least: float | None, most: float | None) -> bool:
    return value is not None and (least is None or value >= least) and (most is None or value <= most)

"""How a question judges whom its rows speak of: what its header says, and what follows where it says nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from string import Formatter
from typing import Any, Literal

from graph.declaration import one_of
from graph.model import model
from graph.text import Text
from queries.header import Question, Repair, Where, matches
from queries.rule_book import AppliedRule

State = Literal["fails", "unknown", "holds", "outside"]
"""Broken; cannot be told; kept; the rule does not speak of such a node."""

SURVEYED = {"operating_state": "operating_states", "ownership": "scope_ownerships"}
"""A question about firms that uses these rules speaks of operating private firms only."""


@dataclass(frozen=True)
class Judging:
    """How one question judges; see VerdictSpec for the words."""

    rule: str
    fails: Where
    unknown: Where | None
    lacking: tuple[str, ...]
    needs: tuple[str, ...]
    applies: Mapping[str, str]
    evidence: tuple[str, ...]
    repairs: tuple[Repair, ...]

    def state(self, rows: Iterable[Mapping[str, Any]], known: Mapping[str, Any], rules: Mapping[str, Any]) -> State:
        """The verdict from the rows about the node, its `known` facts and the values of rules by id."""
        found = list(rows)
        if any(self._fails(row) for row in found):
            return "fails"
        if self.unknown is not None and any(matches(row, self.unknown) for row in found):
            return "unknown"
        if found:
            return "holds"
        if any(known.get(name) not in (None, *rules[rule]) for name, rule in self.applies.items()):
            return "outside"
        return "unknown" if self.missing(known) else "holds"

    def _fails(self, row: Mapping[str, Any]) -> bool:
        return matches(row, self.fails) and not (self.unknown is not None and matches(row, self.unknown))

    def missing(self, known: Mapping[str, Any]) -> tuple[str, ...]:
        """The facts it needs that are not known of the node."""
        return tuple(name for name in self.needs if known.get(name) is None)

    def repair(self, row: Mapping[str, Any], rules: Mapping[str, Any]) -> Text | None:
        """The first sentence that says what would put this row right and whose values are all known, filled in."""
        values = {name: value for name, value in {**rules, **row}.items() if value is not None}
        for repair in self.repairs:
            if not matches(row, repair.where) or not all(
                pair <= values.keys() for pair in map(set, repair.fills.values())
            ):
                continue
            fills = {name: values[more] - values[less] for name, (more, less) in repair.fills.items()}
            if all(value > 0 for value in fills.values()) and placeholders(repair.tells) <= {*values, *fills}:
                return repair.tells.fill(**values, **fills)
        return None


def judging(question: Question) -> Judging:
    """How the question judges. By default by its first rule, every `hole` breaks it, and what is drawn is evidence."""
    spec, about = question.verdict, question.about
    firms = about is not None and about.type == "Enterprise"
    surveyed = {name: rule for name, rule in SURVEYED.items() if firms and rule in question.rules}
    return Judging(
        spec.rule or question.rules[0],
        question.hole if spec.fails is None else spec.fails,
        spec.unknown,
        spec.lacking,
        tuple(name for name in surveyed if name == "operating_state") if spec.needs is None else spec.needs,
        surveyed if spec.applies is None else spec.applies,
        (*surveyed, *question.picture.edges) if spec.evidence is None else spec.evidence,
        spec.repairs,
    )


def fact_label(kind: str, fact: str) -> Text:
    """What a fact is called: a property of the node type (or of its period record), or an edge, or `Type.fact`."""
    if "." in fact:
        other, _, name = fact.partition(".")
        label, whose = fact_label(other, name), model()[other].label
        return Text(f"{whose.zh}的{label.zh}", f"{label.en.lower()} of the {whose.en.lower()}")
    properties = _properties(kind)
    return properties[fact] if fact in properties else model().edge_label(fact)


def _properties(kind: str) -> dict[str, Text]:
    record = model().record_type(kind)
    types = [model()[kind], *([record] if record else [])]
    return {name: declared.label for t in types for name, declared in t.properties.items()}


def check_verdict(question: Question, file: str) -> None:
    """Raise DeclarationError when the header's verdict names what is not there."""
    spec = question.verdict
    edges = {name for _, name, _, _ in model().arrows}
    types = {t.type for t in model()}
    if spec.rule is not None:
        one_of(spec.rule, question.rules, file, "verdict.rule")
    for where in (spec.fails or {}, spec.unknown or {}, *(repair.where for repair in spec.repairs)):
        for column in where:
            one_of(column, question.columns, file, "verdict")
    kind = question.about.type if question.about else ""
    for fact in (*(spec.needs or ()), *(spec.applies or ()), *spec.lacking):
        other, dot, name = fact.rpartition(".")
        if dot:
            one_of(other, types, file, "verdict.lacking")
        one_of(name, [*_properties(other or kind), *edges], file, "verdict")
    for rule in (spec.applies or {}).values():
        one_of(rule, question.rules, file, "verdict.applies")
    for chain in spec.evidence or ():
        for step in chain.split("/"):
            one_of(step, [*_properties(kind), *edges], file, "verdict.evidence")
    for repair in spec.repairs:
        known = [*question.columns, *question.rules]
        for pair in repair.fills.values():
            for name in pair:
                one_of(name, known, file, "verdict.repairs.fills")
        for placeholder in sorted(placeholders(repair.tells)):
            one_of(placeholder, [*known, *repair.fills], file, "verdict.repairs.tells")


def placeholders(text: Text) -> set[str]:
    """The names that either language leaves to be filled."""
    return {name for words in text for _, name, _, _ in Formatter().parse(words) if name is not None}


def values_of(rules: Iterable[AppliedRule]) -> dict[str, Any]:
    """The values of rules by id."""
    return {rule.id: rule.value for rule in rules}

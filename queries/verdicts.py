"""Why: how each question that speaks of a node judges it at a date, by which rule, and what would put it right."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from graph.connection import Database
from graph.text import Text
from queries.ask import chosen, cypher_values, presented
from queries.catalog import catalog
from queries.header import Question, matches
from queries.judging import Judging, State, fact_label, judging, values_of
from queries.of_one import Known
from queries.policies import backed
from queries.results import Ref
from queries.rule_book import AppliedRule, applied

_KNOWN = """
MATCH (n:Entity {key: $key}) WHERE $type IN labels(n)
OPTIONAL MATCH (n)<-[d:DESCRIBES]-(record:Record) WHERE d.since <= $at < d.until
RETURN properties(n) AS node, properties(record) AS record,
  COLLECT {
    MATCH (n)-[r]-(:Entity) WHERE r.since IS NULL OR r.since <= $at < r.until
    RETURN DISTINCT type(r)
  } AS edges
"""


@dataclass(frozen=True)
class Verdict:
    """What one question says of a node: its `state` by `rule`, and its `row` there (None: not listed).

    `missing` names the facts that would tell where it cannot be told. `repair` says what would put a fault right.
    `applied` are all rules the question applied, whether or not it lists the node.
    """

    question: str
    title: Text
    state: State
    rule: AppliedRule
    applied: tuple[AppliedRule, ...]
    row: Mapping[str, Any] | None = None
    missing: tuple[Text, ...] = ()
    repair: Text | None = None

    @property
    def holds_hole(self) -> bool:
        """Whether the rule is broken: a fault of the node."""
        return self.state == "fails"

    @property
    def in_full(self) -> bool:
        """Whether it is told in full: it fails, cannot be told, or lists the node; of the rest the title is enough."""
        return self.state in ("fails", "unknown") or self.row is not None

    @property
    def rules(self) -> tuple[str, ...]:
        """The ids of the rules the question applied."""
        return tuple(rule.id for rule in self.applied)


def verdicts(db: Database, ref: Ref, at: date, questions: Iterable[Question] | None = None) -> tuple[Verdict, ...]:
    """How each question about nodes of this type judges the node at the date, its parameters at their defaults.

    Some `questions` only, where these are given.
    """
    chosen_questions = speaking_of(ref.type) if questions is None else questions
    known, asked = facts(db, ref, at), Known(db, ref.type, ref.key)
    return tuple(_verdict(db, question, ref, at, known, asked) for question in chosen_questions)


def speaking_of(kind: str) -> list[Question]:
    """The questions that judge nodes of a type: they say whom a row is about, and need nothing to be chosen."""
    return [
        question
        for question in catalog().values()
        if question.about is not None
        and question.about.type == kind
        and not any(parameter.required for parameter in question.parameters.values())
    ]


def facts(db: Database, ref: Ref, at: date) -> dict[str, Any]:
    """What is known of the node at the date by name: properties, those of its period record, and edge types it has."""
    found: dict[str, Any] = {}
    for row in db.read(_KNOWN, {"type": ref.type, "key": ref.key, "at": at}):
        found |= {**dict.fromkeys(row["edges"], True), **row["node"], **(row["record"] or {})}
    return found


def rows_about(
    db: Database, question: Question, ref: Ref, at: date, asked: Known | None = None
) -> list[dict[str, Any]]:
    """The rows of the question about the node at a date, by the rules of that date.

    `asked` is what other questions asked of the node at that date.
    """
    if question.of_one is None:
        return []
    rules = applied(db, question.rules, at)
    values = cypher_values(at, chosen(db, question, {}, at, rules), rules)
    rows = (asked or Known(db, ref.type, ref.key)).rows(question.of_one, values)
    return [presented(question, row) for row in rows]


def _verdict(db: Database, question: Question, ref: Ref, at: date, known: Mapping[str, Any], asked: Known) -> Verdict:
    how, rules = judging(question), applied(db, question.rules, at)
    values = values_of(rules)
    rows = rows_about(db, question, ref, at, asked)
    state = how.state(rows, known, values)
    row = _telling(how, rows, state)
    missing = (how.lacking if rows else how.missing(known)) if state == "unknown" else ()
    shown = backed(db, rules, at) if state in ("fails", "unknown") else rules
    return Verdict(
        question.id,
        question.title,
        state,
        next(rule for rule in shown if rule.id == how.rule),
        shown,
        row,
        tuple(fact_label(ref.type, fact) for fact in missing),
        how.repair(row, values) if row is not None else None,
    )


def _telling(how: Judging, rows: list[dict[str, Any]], state: State) -> dict[str, Any] | None:
    """The row that the verdict rests on."""
    wanted = how.fails if state == "fails" else how.unknown if state == "unknown" else None
    return next((row for row in rows if wanted is not None and matches(row, wanted)), rows[0] if rows else None)

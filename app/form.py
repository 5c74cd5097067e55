"""What the controls on the left show: the scene's question, parameters and date, and the days one may choose."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.choices import Choice, listed
from app.loads import as_of_dates, is_demo
from app.scene.state import Scene
from graph.connection import Database
from queries.catalog import catalog
from queries.header import Question
from queries.parameters import with_defaults
from queries.policies import backed
from queries.rule_book import AppliedRule, applied


@dataclass(frozen=True)
class Controls:
    """What a question's controls are built from: its defaults at a day, the nodes to choose from, the rules applied."""

    question: Question
    choices: Mapping[str, Sequence[Choice]]
    applied: Sequence[AppliedRule]


def controls_of(database: Database, question_id: str, day: date) -> Controls:
    """The controls of a question as asked for a day. Raises as the database does, WrongQuestion where there is none."""
    declared = catalog()[question_id]
    rules = backed(database, applied(database, declared.rules, day), day)
    question = with_defaults(declared, day, rules)
    keys = {name: p.node for name, p in question.parameters.items() if p.type == "key" and p.node}
    return Controls(question, {name: listed(database, node) for name, node in keys.items()}, rules)


def form(database: Database | None, scene: Scene) -> dict[str, Any]:
    """The controls' values; days and demo mark only where a database is given, else the browser keeps what it has."""
    values: dict[str, Any] = {
        "question": scene.question,
        "parameters": dict(scene.parameters),
        "at": scene.at.isoformat() if scene.at else None,
        "compared": scene.compared.isoformat() if scene.compared else None,
        "total": scene.total,
    }
    if database is not None:
        values["dates"] = [day.isoformat() for day in as_of_dates(database)]
        values["demo"] = is_demo(database)
    return values

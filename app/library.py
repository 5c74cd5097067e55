"""One question of the library as it is opened: for which day, with which values, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.actions_asked import newest
from app.choices import Choice, listed
from app.loads import as_of_dates
from graph.connection import Database
from graph.errors import WrongQuestion
from queries.catalog import catalog
from queries.header import Parameter, Question
from queries.parameters import parsed, with_defaults
from queries.policies import backed
from queries.rule_book import AppliedRule, applied


@dataclass(frozen=True)
class Opened:
    """What the page shows of it. `wrong`: the values set by a link cannot be used; then `values` leaves them out."""

    question: Question
    values: Mapping[str, Any]
    choices: Mapping[str, Sequence[Choice]]
    applied: Sequence[AppliedRule]
    at: date
    days: Sequence[date]
    wrong: WrongQuestion | None


def opened(database: Database, question_id: str, at: date | None, settings: Mapping[str, str]) -> Opened:
    """A question as asked for `at` (None: the newest day of the data). Raises as the database does, and WrongQuestion
    for a question that there is not."""
    declared = catalog()[question_id]
    day = at or newest(database) or date.today()
    rules = backed(database, applied(database, declared.rules, day), day)
    question = with_defaults(declared, day, rules)
    keys = {name: p.node for name, p in question.parameters.items() if p.type == "key" and p.node}
    choices = {name: listed(database, node) for name, node in keys.items()}
    wrong = wrong_values(question, settings) if settings else None
    values = {name: read(question.parameters[name], value) for name, value in settings.items()} if not wrong else {}
    return Opened(question, values, choices, rules, day, as_of_dates(database), wrong)


def wrong_values(question: Question, settings: Mapping[str, object]) -> WrongQuestion | None:
    """Why these values cannot be used; None where they can."""
    try:
        parsed(question, settings)
    except WrongQuestion as error:
        return error
    return None


def read(parameter: Parameter, value: str) -> Any:
    """A value as its control takes it."""
    if parameter.type in ("int", "float"):
        with suppress(ValueError):
            return int(value) if parameter.type == "int" else float(value)
    return value

"""One question of the library as it is opened: for which day, with which values, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.form import Controls, controls_of
from app.loads import as_of_dates, newest
from graph.connection import Database
from graph.errors import WrongQuestion
from queries.header import Parameter, Question
from queries.parameters import parsed


@dataclass(frozen=True)
class Opened:
    """What the page shows of it. `wrong`: the values set by a link cannot be used; then `values` leaves them out."""

    controls: Controls
    values: Mapping[str, Any]
    at: date
    days: Sequence[date]
    wrong: WrongQuestion | None


def opened(database: Database, question_id: str, at: date | None, settings: Mapping[str, str]) -> Opened:
    """A question as asked for `at` (None: the newest day of the data). Raises as the database does, and WrongQuestion
    for a question that there is not."""
    day = at or newest(database) or date.today()
    controls = controls_of(database, question_id, day)
    question = controls.question
    wrong = wrong_values(question, settings) if settings else None
    values = {name: read(question.parameters[name], value) for name, value in settings.items()} if not wrong else {}
    return Opened(controls, values, day, as_of_dates(database), wrong)


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

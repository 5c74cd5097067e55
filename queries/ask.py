"""Asking one question: parameters checked, Cypher run in a READ session with a time limit, rows as plain values."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from difflib import get_close_matches
from typing import Any

from graph.connection import Database
from graph.errors import Place, WrongQuestion
from graph.text import Text
from queries.captions import masked
from queries.catalog import catalog
from queries.header import Parameter, Question
from queries.lookup import find_of
from queries.results import Answer
from queries.rules import rules


def ask(
    db: Database, id_: str, at: date, settings: Mapping[str, str | object] | None = None, limit: int = 200
) -> Answer:
    """What the question answers at a date, with at most `limit` rows and the number of all there are.

    `settings` are parameter values by name, as words or typed; the rest take their defaults. Raises WrongQuestion for
    an unknown question or parameter or a value it cannot take, NotFound for a key that does not exist, DatabaseError
    when it takes too long.
    """
    question = catalog()[id_]
    if limit < 1:
        raise _refused("limit", limit, Text("至少为 1", "it must be 1 or more"))
    given = chosen(db, question, settings or {})
    values = cypher_values(question, at, given)
    rows = db.read(question.limited(), {**values, "limit": limit})
    total = len(rows) if len(rows) < limit else db.read(question.counted(), values)[0]["total"]
    return Answer(id_, at, given, question.rules, total, tuple(presented(question, row) for row in rows))


def cypher_values(question: Question, at: date, given: Mapping[str, Any]) -> dict[str, Any]:
    """All parameters of the question's Cypher: the chosen ones, the date and the thresholds of its rules."""
    thresholds = {f"rule_{id_}": rules()[id_].value for id_ in question.rules if rules()[id_].value is not None}
    return {**given, **thresholds, "at": at}


def presented(question: Question, row: Mapping[str, Any]) -> dict[str, Any]:
    """A row with its columns in declared order and private values masked."""
    return {name: masked(row[name], column.private) for name, column in question.columns.items()}


def chosen(db: Database, question: Question, settings: Mapping[str, str | object]) -> dict[str, Any]:
    """The value of every parameter, defaults included. Raises as `ask` does."""
    for name in settings:
        if name not in question.parameters:
            raise _unknown(question, name)
    return {name: _value(db, name, p, settings.get(name, p.default)) for name, p in question.parameters.items()}


def _value(db: Database, name: str, parameter: Parameter, given: object) -> Any:
    if parameter.required and given in (None, ""):
        label = parameter.label
        raise WrongQuestion(
            Text(f"缺少必填的参数 {name}（{label.zh}）", f"the parameter {name} ({label.en}) is required"),
            Text(f"加上 {name}=…", f"add {name}=…"),
        )
    match parameter.type:
        case "int" | "float":
            return _number(name, parameter, given)
        case "date":
            return _date(name, given)
        case "choice":
            if given not in parameter.values:
                known = ", ".join(parameter.values)
                raise _refused(name, given, Text(f"可选：{known}", f"choose from: {known}"))
            return given
        case "key":
            return find_of(db, str(parameter.node), str(given)).key if given else ""
        case "text":
            return "" if given is None else str(given)


def _number(name: str, parameter: Parameter, given: object) -> int | float:
    try:
        if isinstance(given, bool):
            raise ValueError
        number = int(str(given)) if parameter.type == "int" else float(str(given))
    except ValueError as error:
        whole = Text("应为整数", "it must be a whole number")
        wanted = whole if parameter.type == "int" else Text("应为数字", "it must be a number")
        raise _refused(name, given, wanted) from error
    low, high = parameter.minimum, parameter.maximum
    # Written so that NaN, which compares as nothing, is refused too.
    if not ((low is None or number >= low) and (high is None or number <= high) and number == number):
        bounds = " – ".join("" if bound is None else f"{bound:g}" for bound in (low, high))
        raise _refused(name, given, Text(f"应在 {bounds} 之间", f"it must be within {bounds}"))
    return number


def _date(name: str, given: object) -> date:
    if isinstance(given, date):
        return given
    try:
        return date.fromisoformat(str(given))
    except ValueError as error:
        raise _refused(name, given, Text("日期应写成 2026-10-31", "write a date as 2026-10-31")) from error


def _unknown(question: Question, name: str) -> WrongQuestion:
    near = get_close_matches(name, question.parameters, n=1, cutoff=0.4) or list(question.parameters)
    remedy = (
        Text(f"可用的参数：{', '.join(near)}", f"did you mean: {', '.join(near)}")
        if near
        else Text("这个查询没有参数", "this question takes none")
    )
    return WrongQuestion(
        Text(f"专题查询 {question.id} 没有参数 {name}", f"the question {question.id} has no parameter {name}"), remedy
    )


def _refused(name: str, given: object, wanted: Text) -> WrongQuestion:
    return WrongQuestion(
        Text(f"参数 {name} 的值不能使用", f"the value of {name} cannot be used"), wanted, Place(value=str(given))
    )

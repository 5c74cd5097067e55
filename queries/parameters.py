"""The values of a question's parameters: what a person set, checked, and defaults for the rest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from difflib import get_close_matches
from typing import Any

from graph.errors import Place, WrongQuestion
from graph.text import Text
from queries.header import Parameter, Question
from queries.rule_book import AppliedRule


def parsed(question: Question, settings: Mapping[str, str | object]) -> dict[str, Any]:
    """The value of every parameter by name, defaults included; keys of nodes still as the person wrote them.

    A date that is not given, or given as nothing, is its default; None where that depends on the day asked about.

    Raises WrongQuestion for an unknown name, a value of the wrong type or out of range, or a required one not given.
    """
    for name in settings:
        if name not in question.parameters:
            raise _unknown(question, name)
    return {name: _value(name, p, settings.get(name, p.default)) for name, p in question.parameters.items()}


def with_defaults(question: Question, at: date, rules: Iterable[AppliedRule]) -> Question:
    """The question as asked at a date: with defaults that rules give at their values in `rules`, which may be the
    zone's own, and those that lie some months before the date."""
    values = {rule.id: rule.value for rule in rules}
    parameters = {
        name: p.model_copy(update={"default": values.get(p.default_rule or "", p.default_at(at))})
        for name, p in question.parameters.items()
    }
    return question.model_copy(update={"parameters": parameters})


def as_drawn(question: Question, parameters: Mapping[str, Any]) -> Question:
    """The question as its picture is drawn when asked so: groups that are nodes are a column of keys."""
    grouped = question.picture.grouped
    node = grouped.types.get(str(parameters.get(grouped.parameter))) if grouped else None
    if grouped is None or node is None:
        return question
    keyed = question.columns[grouped.column].model_copy(update={"type": "key", "node": node})
    nodes = (*question.picture.nodes, grouped.column)
    return question.model_copy(
        update={
            "columns": {**question.columns, grouped.column: keyed},
            "picture": question.picture.model_copy(update={"nodes": nodes}),
        }
    )


def _value(name: str, parameter: Parameter, given: object) -> Any:
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
            chosen = parameter.default if given in (None, "") else given
            return None if chosen in (None, "") else _date(name, parameter, chosen)
        case "choice":
            if given not in parameter.values:
                known = ", ".join(parameter.values)
                raise refused(name, parameter.label, given, Text(f"可选：{known}", f"choose from: {known}"))
            return given
        case "key" | "text":
            return "" if given is None else str(given).strip()


def _number(name: str, parameter: Parameter, given: object) -> int | float:
    try:
        if isinstance(given, bool):
            raise ValueError
        number = int(str(given)) if parameter.type == "int" else float(str(given))
    except ValueError as error:
        whole = Text("应为整数", "it must be a whole number")
        wanted = whole if parameter.type == "int" else Text("应为数字", "it must be a number")
        raise refused(name, parameter.label, given, wanted) from error
    low, high = parameter.minimum, parameter.maximum
    # Written so that NaN, which compares as nothing, is refused too.
    if not ((low is None or number >= low) and (high is None or number <= high) and number == number):
        bounds = " – ".join("" if bound is None else f"{bound:g}" for bound in (low, high))
        raise refused(name, parameter.label, given, Text(f"应在 {bounds} 之间", f"it must be within {bounds}"))
    return number


def _date(name: str, parameter: Parameter, given: object) -> date:
    if isinstance(given, date):
        return given
    try:
        return date.fromisoformat(str(given))
    except ValueError as error:
        wanted = Text("日期应写成 2026-10-31", "write a date as 2026-10-31")
        raise refused(name, parameter.label, given, wanted) from error


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


def refused(name: str, label: Text, given: object, wanted: Text) -> WrongQuestion:
    """The error for a value that the parameter cannot take, told by the name of the command line and the label of the
    page; `wanted` says what it can take."""
    return WrongQuestion(
        Text(f"参数 {name}（{label.zh}）的值不能使用", f"the value of {name} ({label.en}) cannot be used"),
        wanted,
        Place(value=str(given)),
    )

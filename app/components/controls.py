"""A question's parameters as controls, derived from its header."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import dash_mantine_components as dmc
from dash import html

from app import ids
from app.components import rules
from app.components.node_search import WITHIN
from app.components.plain import Plain
from app.components.typed import WHEN_LEFT
from app.i18n import say
from graph.text import Language
from queries.header import Parameter, Question
from queries.rule_book import AppliedRule

Choices = Sequence[Mapping[str, str]]
"""Value and label of each choice."""


def build(
    question: Question,
    values: Mapping[str, Any],
    choices: Mapping[str, Choices],
    applied: Sequence[AppliedRule],
    language: Language,
) -> list[Any]:
    """What the question tells, a control for each parameter, and the rules it applies.

    `choices` are the nodes of keys that have a list.
    """
    controls = of_parameters(question, values, choices, language)
    return [html.P(question.tells.say(language), className="tells"), *controls, Plain(rules.folded(applied, language))]


def of_parameters(
    question: Question, values: Mapping[str, Any], choices: Mapping[str, Choices], language: Language
) -> list[Any]:
    """A control for each parameter."""
    return [
        _control(question.id, name, parameter, values.get(name, parameter.default), choices.get(name), language)
        for name, parameter in question.parameters.items()
    ]


def _control(
    question: str, name: str, parameter: Parameter, value: Any, choices: Choices | None, language: Language
) -> Any:
    common = {
        "id": ids.parameter(question, name),
        "label": parameter.label.say(language),
        "size": "xs",
        "required": parameter.required,
        "className": "control",
    }
    if parameter.type in ("int", "float"):
        unit = {"suffix": " " + parameter.unit.say(language)} if parameter.unit else {}
        return dmc.NumberInput(
            **common,
            **unit,
            value=value,
            min=parameter.minimum,
            max=parameter.maximum,
            step=_step(value),
            allowDecimal=parameter.type == "float",
            thousandSeparator=",",
            clampBehavior="none",
            debounce=WHEN_LEFT,
        )
    if parameter.type == "choice":
        data = [{"value": word, "label": label.say(language)} for word, label in parameter.values.items()]
        return dmc.Select(**common, data=data, value=value, allowDeselect=False, comboboxProps=WITHIN)
    if parameter.type == "key":
        return dmc.Select(
            **common | {"id": ids.key_parameter(question, name, str(parameter.node))},
            data=list(choices or []),
            value=value or None,
            searchable=True,
            clearable=not parameter.required,
            placeholder=say("search_hint" if parameter.required else "any", language),
            nothingFoundMessage=say("search_nothing", language),
            **({} if choices else {"filter": {"function": "keepAll"}}),
            comboboxProps=WITHIN,
        )
    if parameter.type == "date":
        before = say("months_before", language, months=parameter.months_before) if parameter.months_before else ""
        return dmc.DateInput(
            **common,
            value=str(value) if value else None,
            valueFormat="YYYY-MM-DD",
            placeholder=before,
            debounce=WHEN_LEFT,
            clearable=True,
        )
    return dmc.TextInput(**common, value=value or "", debounce=WHEN_LEFT)


def _step(value: Any) -> int:
    """A click changes a number noticeably but not wildly."""
    return 100 if isinstance(value, int | float) and value >= 500 else 1

"""A distance in metres by a slider, which says it in words as it moves."""

from __future__ import annotations

import dash_mantine_components as dmc
from dash import html

from app import ids
from app.components.attributes import aria, data
from app.i18n import say
from graph.text import Language
from queries.header import Parameter

LEAST, MOST, STEP = 50, 5_000, 50
"""Metres. A zone is a few kilometres wide; the explorer takes any number that the question does."""
MARKED = (1_000, 2_000, 3_000, 4_000, 5_000)


def fits(parameter: Parameter) -> bool:
    """Whether the parameter is a distance."""
    return parameter.unit is not None and parameter.unit.en == "m"


def build(question: str, name: str, parameter: Parameter, value: int, language: Language) -> html.Div:
    """The slider under its label; it reaches as far as a value that is set already."""
    label = parameter.label.say(language)
    return html.Div(
        [
            html.Div(
                [
                    html.Span(label, className="mantine-InputWrapper-label"),
                    html.Output(
                        say("metres", language, number=f"{value:,}"),
                        className="slid",
                        **data(slid=name, unit=say("metres", language, number="{number}")),
                    ),
                ],
                className="slider-head",
            ),
            dmc.Slider(
                id=ids.parameter(question, name),
                value=value,
                min=min(LEAST, value),
                max=max(MOST, value),
                step=STEP,
                marks=[
                    {"value": mark, "label": say("scale_kilometres", language, number=mark // 1000)} for mark in MARKED
                ],
                label=None,
                updatemode="drag",
                size="sm",
                color="brand",
                thumbLabel=label,
            ),
        ],
        className="control slider",
        **aria(live="off"),
    )

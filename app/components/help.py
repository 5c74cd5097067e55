"""The help sheet: what the keyboard and the pointer do, and the way back to the tour."""

from __future__ import annotations

import json
from collections.abc import Sequence

from dash import html

from app.components.attributes import act, aria, data
from app.components.icon import tool_icon
from app.components.plain import Plain
from app.i18n import say
from app.shortcuts import EVERYWHERE, EXPLORER, Shortcut, told_to_script
from graph.text import Language

_CAPS = {"mod": "Ctrl", "shift": "Shift", "escape": "Esc", "delete": "Delete"}


def opener(language: Language) -> html.Button:
    """The button in the header."""
    return html.Button(
        tool_icon("help"),
        type="button",
        id="help-button",
        className="tool",
        **aria(label=say("help", language), haspopup="dialog"),
        **act("help"),
    )


def build(language: Language) -> html.Dialog:
    """The sheet, closed; it carries the shortcuts to the script."""
    return html.Dialog(
        Plain([
            html.Div(
                [
                    html.H2(say("help", language), id="help-name"),
                    html.Button(
                        tool_icon("close"), type="button", className="tool",
                        **aria(label=say("close", language)), **act("help_close"),
                    ),
                ],
                className="help-head",
            ),
            html.Div(
                [
                    _group("keys_explorer", EXPLORER, language),
                    html.Div([_group("keys_everywhere", EVERYWHERE, language), _pointer(language)]),
                ],
                className="help-columns",
            ),
            html.Div(
                [
                    html.Button(
                        "", type="button", role="switch", id="single-keys", className="switch",
                        **aria(checked="true", labelledby="single-keys-name"), **act("single_keys"),
                    ),
                    html.Span(say("keys_single", language), id="single-keys-name"),
                    html.Div(className="spring"),
                    html.Button(say("tour_again", language), type="button", className="quiet-button", **act("tour")),
                ],
                className="help-foot",
            ),
        ]),
        id="help",
        className="help",
        **aria(labelledby="help-name"),
        **data(shortcuts=json.dumps(told_to_script())),
    )  # fmt: skip


def _group(title: str, shortcuts: Sequence[Shortcut], language: Language) -> html.Section:
    lines = [part for one in shortcuts for part in (html.Dt(_keys(one)), html.Dd(say(one.words, language)))]
    return html.Section([html.H3(say(title, language)), html.Dl(lines, className="keys")])


def _keys(shortcut: Shortcut) -> list[html.Span]:
    """Each way to press it."""
    return [
        html.Span([html.Kbd(_CAPS.get(cap, cap.upper())) for cap in keys.split("+") if cap] or html.Kbd("+"))
        for keys in shortcut.keys
    ]


def _pointer(language: Language) -> html.Section:
    lines = [html.Li(line) for line in say("pointer_tells", language).split("\n")]
    return html.Section([html.H3(say("pointer", language)), html.Ul(lines)])

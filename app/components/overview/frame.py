"""The overview before anything has arrived: its day, and a section for each part that says it is being asked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dash import html

from app import ids
from app.components import day
from app.components.attributes import aria, data
from app.holes import GROUPS
from app.i18n import say
from graph.text import Language

SECTIONS: Mapping[str, str] = {
    "rates": "part_rates",
    "holes": "part_holes",
    "changes": "part_changes",
    "areas": "part_areas",
    "cells": "part_cells",
    "ledgers": "part_ledgers",
}
"""The words over each section, in the order they stand on the page."""


def build(language: Language) -> list[Any]:
    """Head, notice and sections."""
    sections = [_section(part, word, language) for part, word in SECTIONS.items()]
    return [
        html.Div([html.H2(say("overview_title", language)), _day(language)], className="overview-head"),
        html.Div(id=ids.NOTICE, className="notice"),
        html.Div(sections, id=ids.BODY, className="overview-parts"),
    ]


def _day(language: Language) -> html.Div:
    control = day.build(ids.OVERVIEW_DATE, say("as_of", language), allowDeselect=False, searchable=False)
    return html.Div(control, className="overview-day")


def _section(section: str, word: str, language: Language) -> html.Section:
    name = f"{section}-name"
    parts = [_group(group, language) for group in GROUPS] if section == "holes" else _part(section, language)
    return html.Section(
        [html.H3(say(word, language), id=name), html.Div(parts, className="parts-of")],
        className=f"overview-section of-{section}",
        **aria(labelledby=name),
    )


def _group(group: str, language: Language) -> html.Div:
    """The holes of a group, which are asked apart."""
    return html.Div(
        [html.H4(say(group, language), className="group-name"), _part(group, language)], className=f"hole-group {group}"
    )


def _part(part: str, language: Language) -> html.Div:
    return html.Div(waiting(language), id=ids.overview(part), className="part")


def waiting(language: Language) -> html.Div:
    """A part that is being asked; the page's script sees by it that an answer is due."""
    bar = html.Div(html.Div(className="fill moving"), className="bar", **aria(hidden="true"))
    return html.Div([bar, html.P(say("loading", language))], className="part-waits", **data(waiting="1"))

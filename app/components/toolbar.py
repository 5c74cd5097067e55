"""The tools above the canvas."""

from __future__ import annotations

import dash_mantine_components as dmc
from dash import html

from app.components.button import act, tool
from app.components.icon import tool_icon
from app.i18n import say
from graph.text import Language

FORMATS = (
    ("png", "export_png"),
    (".xlsx", "export_xlsx"),
    (".graphml", "export_graphml"),
    (".gexf", "export_gexf"),
    (".cyjs", "export_cyjs"),
    (".csv.zip", "export_csv"),
    (".cypher", "export_cypher"),
)


def build(language: Language) -> html.Div:
    """The toolbar."""
    return html.Div(
        [
            html.Div(
                [
                    tool("undo", say("undo", language), "undo", id="undo"),
                    tool("redo", say("redo", language), "redo", id="redo"),
                ],
                className="tools",
            ),
            html.Div(
                [
                    tool("hide", say("hide", language), "hide", id="hide"),
                    tool("show", say("show_all", language), "show_all", id="show-all"),
                    tool("pin", say("pin", language), "pin", id="pin"),
                    tool("layout", say("lay_out", language), "lay_out", id="lay-out"),
                    tool("labels", say("labels", language), "labels", id="labels"),
                ],
                className="tools",
            ),
            html.Div(
                [
                    tool("plus", say("zoom_in", language), "zoom", id="zoom-in", by=1.25),
                    tool("minus", say("zoom_out", language), "zoom", id="zoom-out", by=0.8),
                    tool("fit", say("fit", language), "fit", id="fit"),
                ],
                className="tools",
            ),
            html.Div(className="spring"),
            _export(language),
        ],
        className="toolbar",
        role="toolbar",
        **{"aria-label": say("toolbar", language)},
    )


def _export(language: Language) -> dmc.Menu:
    items = [
        html.Button(
            say(word, language), type="button", role="menuitem", className="menu-item", **act("export", format=suffix)
        )
        for suffix, word in FORMATS
    ]
    trigger = html.Button(
        [tool_icon("export"), say("export", language)], type="button", className="quiet-button", id="export-menu"
    )
    return dmc.Menu(
        [dmc.MenuTarget(trigger), dmc.MenuDropdown([dmc.MenuItem(item, className="menu-line") for item in items])],
        position="bottom-end",
        shadow="md",
    )

"""The tools above the canvas."""

from __future__ import annotations

import dash_mantine_components as dmc
from dash import html

from app.components import showing
from app.components.attributes import act, aria
from app.components.button import tool
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
            showing.build(language),
            html.Div(
                [
                    tool("undo", "undo", say("undo", language), "undo"),
                    tool("redo", "redo", say("redo", language), "redo"),
                ],
                className="tools",
            ),
            html.Div(
                [
                    tool("hide", "hide", say("hide", language), "hide"),
                    tool("show-all", "show", say("show_all", language), "show_all"),
                    tool("pin", "pin", say("pin", language), "pin"),
                    tool("lay-out", "layout", say("lay_out", language), "lay_out"),
                    tool("labels", "labels", say("labels", language), "labels"),
                ],
                className="tools",
            ),
            html.Div(
                [
                    tool("zoom-in", "plus", say("zoom_in", language), "zoom", by=1.25),
                    tool("zoom-out", "minus", say("zoom_out", language), "zoom", by=0.8),
                    tool("fit", "fit", say("fit", language), "fit"),
                ],
                className="tools",
            ),
            html.Div(className="spring"),
            _export(language),
        ],
        className="toolbar",
        role="toolbar",
        **aria(label=say("toolbar", language)),
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

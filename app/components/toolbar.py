"""The tools above the canvas."""

from __future__ import annotations

from dash import html

from app.components import filters, views
from app.components.attributes import aria
from app.components.button import tool
from app.components.menu import group, item, menu
from app.i18n import say
from app.placing.layouts import LAYOUTS
from app.theme.looks import looks
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

CHOOSING = ("all", "inverse", "alike", "next", "part", "holes")
"""Ways to choose many nodes at once; the page's script carries them out."""


def build(language: Language) -> html.Div:
    """The toolbar."""
    return html.Div(
        [
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
                    tool("lasso", "lasso", say("lasso", language), "lasso"),
                ],
                className="tools",
            ),
            html.Div(className="spring"),
            _choosing(language),
            filters.panel(language),
            _looks(language),
            _layouts(language),
            views.panel(language),
            _export(language),
        ],
        className="toolbar",
        role="toolbar",
        **aria(label=say("toolbar", language)),
    )


def seeing(language: Language) -> html.Div:
    """The tools of the window on the picture, which lie over it."""
    return html.Div(
        [
            tool("zoom-in", "plus", say("zoom_in", language), "zoom", by=1.25),
            tool("zoom-out", "minus", say("zoom_out", language), "zoom", by=0.8),
            tool("fit", "fit", say("fit", language), "fit"),
            tool("labels", "labels", say("labels", language), "labels"),
        ],
        className="seeing",
        role="group",
        **aria(label=say("seeing", language)),
    )


def _choosing(language: Language) -> html.Div:
    items = [item(say(f"choose_{what}", language), "choose", what=what) for what in CHOOSING]
    return menu("choosing", "target", say("choosing", language), items)


def _looks(language: Language) -> html.Div:
    """Colourings, then sizes; the first of each is by type."""
    by_type = say("look_type", language)
    colours = [(by_type, ""), *((one.label.say(language), id_) for id_, one in looks().colours.items())]
    sizes = [(by_type, ""), *((words.say(language), id_) for id_, words in looks().sizes.items())]
    lines = [
        group(say("look_colours", language), (item(words, "look", colouring=id_) for words, id_ in colours)),
        group(say("look_sizes", language), (item(words, "look", measure=id_) for words, id_ in sizes)),
    ]
    return menu("looks", "palette", say("looks", language), lines)


def _layouts(language: Language) -> html.Div:
    items = [item(say(f"layout_{how}", language), "lay_out", how=how) for how in LAYOUTS]
    return menu("layouts", "layout", say("layouts", language), items)


def _export(language: Language) -> html.Div:
    items = [item(say(word, language), "export", format=suffix) for suffix, word in FORMATS]
    return menu("export-menu", "export", say("export", language), items)

"""The page's top: the product's name, whether the data are invented, language and theme."""

from __future__ import annotations

from collections.abc import Sequence

from dash import html

from app import ids
from app.components import help as help_sheet
from app.components.attributes import act, aria
from app.components.icon import tool_icon
from app.i18n import say
from app.link import EXPLORER, MAP
from graph.text import Language


def build(language: Language, links: Sequence[tuple[str, str]], current: str, *, demo: bool) -> html.Header:
    """The header of the page at `current`; the ribbon shows when the data are the demo zone's."""
    return html.Header(
        [
            _skip(language) if current in (EXPLORER, MAP) else None,
            html.Div(
                [html.Span(className="logo", **aria(hidden="true")), html.H1(_name(language), className="name")],
                className="brand",
            ),
            _pages(links, current, language),
            html.Span(
                say("demo_data", language),
                className="ribbon",
                title=say("demo_tells", language),
                id=ids.RIBBON,
                hidden=not demo,
            ),
            html.Div(className="spring"),
            _languages(language),
            help_sheet.opener(language),
            html.Button(
                [
                    html.Span(tool_icon("moon"), className="when-light"),
                    html.Span(tool_icon("sun"), className="when-dark"),
                ],
                id="theme-switch",
                type="button",
                className="tool",
                **aria(label=say("to_dark", language)),
                **act("theme"),
            ),
            help_sheet.build(language),
        ],
        className="top",
    )


def _skip(language: Language) -> html.Button:
    """Past the picture, which needs a pointer, to the table that tells the same."""
    return html.Button(say("skip_to_table", language), type="button", className="skip", **act("to_table"))


def _pages(links: Sequence[tuple[str, str]], current: str, language: Language) -> html.Nav:
    """The way to every page: its path and name."""
    return html.Nav(
        [
            html.A(name, href=path, className="page-link", **aria(current="page" if path == current else "false"))
            for path, name in links
        ],
        className="pages",
        **aria(label=say("pages", language)),
    )


def _name(language: Language) -> list[html.Span]:
    other: Language = "en" if language == "zh" else "zh"
    return [
        html.Span(say("product", language), className="name-first"),
        html.Span(say("product", other), className="name-second", lang=other),
    ]


def _languages(language: Language) -> html.Div:
    return html.Div(
        [
            html.Button(
                name,
                type="button",
                lang=code,
                className="language",
                **aria(pressed="true" if code == language else "false"),
                **act("language", language=code),
            )
            for code, name in (("zh", "中文"), ("en", "English"))
        ],
        className="languages",
        role="group",
        **aria(label=say("language", language)),
    )

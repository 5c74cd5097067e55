"""The files on the left: each with what it was taken for and how far it is, and what can be done with all of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dash import html

from app.components.attributes import act, aria, data
from app.components.icon import tool_icon
from app.converters.facts import day
from app.i18n import say
from app.importing.tray import File, Stage, Tray
from app.importing.worker import Standing
from graph.text import Language
from loaders.kinds import label_of

STAGES: dict[Stage, str] = {
    "reading": "stage_reading",
    "asking": "stage_asking",
    "refused": "stage_refused",
    "ready": "stage_ready",
    "loading": "stage_loading",
    "loaded": "stage_loaded",
    "unloading": "stage_unloading",
    "failed": "stage_failed",
}


def build(tray: Tray, standings: Mapping[str, Standing | None], language: Language) -> list[Any]:
    """One card a file, in the order in which they came."""
    cards: list[Any] = [_card(file, file.id == tray.shown, standings.get(file.id), language) for file in tray.files]
    acceptable = sum(file.acceptable for file in tray.files)
    settled = sum(file.stage == "loaded" for file in tray.files)
    return [
        html.Div(cards, className="cards", role="list"),
        html.Div(
            [
                _all("load_all", say("load_all", language, count=acceptable)) if acceptable > 1 else None,
                _all("clear", say("clear_loaded", language)) if settled and len(tray.files) > 1 else None,
            ],
            className="for-all",
        ),
    ]


def stage_word(file: File, standing: Standing | None, language: Language) -> str:
    """How far a file is, in a word."""
    if standing is not None and standing.before:
        return say("stage_queued", language)
    if file.known:
        return say("stage_known", language)
    return say(STAGES[file.stage], language)


def taken_line(file: File, language: Language) -> str:
    """What a file was taken for, in a line."""
    taken = file.taken
    if taken.kind is None:
        return say("kind_unknown", language)
    extent = say("full" if taken.full else "partial", language)
    as_of = day(taken.as_of) if taken.as_of else say("date_unknown", language)
    return " · ".join([label_of(taken.kind).say(language), as_of, extent])


def _card(file: File, shown: bool, standing: Standing | None, language: Language) -> html.Div:
    busy = file.stage in ("loading", "unloading")
    return html.Div(
        [
            html.Button(
                [
                    html.Span(file.upload.name, className="card-name"),
                    html.Span(taken_line(file, language), className="card-taken"),
                    html.Span(
                        stage_word(file, standing, language),
                        className=f"stage is-{'known' if file.known else file.stage}",
                    ),
                ],
                type="button",
                className="file-card",
                **aria(current="true" if shown else "false"),
                **act("show", file=file.id),
            ),
            html.Button(
                tool_icon("close"),
                type="button",
                className="tool remove",
                disabled=busy,
                **aria(label=say("remove_file", language, name=file.upload.name)),
                **data(tip=say("remove_from_list", language)),
                **act("remove", file=file.id),
            ),
        ],
        className="card-line",
        role="listitem",
    )


def _all(name: str, label: str) -> html.Button:
    return html.Button(label, type="button", className="quiet-button", **act(name))

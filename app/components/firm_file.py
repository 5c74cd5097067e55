"""一企一档 as one printable sheet, and the way there from what the explorer says of a firm."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import groupby
from typing import Any

from dash import html

from app import link
from app.components.attributes import act, aria
from app.components.icon import tool_icon
from app.converters.rules import rule_words
from app.converters.verdicts import lacking, marked, numbers, rank
from app.firm_file import QUESTION, FirmFile, words_of
from app.i18n import say
from graph.text import Language
from loaders.kinds import label_of
from queries.results import Ref
from queries.service import FirmFileLine
from queries.verdicts import Verdict

LEFT = ("identity", "survey")
RIGHT = ("members", "organisation", "officers", "requests", "co_building")
HEAD = ("name", "uscc")
"""The items that stand in the sheet's head."""
LASTING = ("contact", "instructor", "team", "secretary", "branch")
"""The items whose date is the day since when."""
NUMBERS_SHOWN = 2


def way_in(ref: Ref, at: date, language: Language) -> html.Div | None:
    """The link to a firm's file; nothing for other nodes."""
    if ref.type != "Enterprise":
        return None
    way = html.A(
        [tool_icon("sheet"), say("firm_file", language)], href=link.firm_file(ref.key, at), className="quiet-button"
    )
    return html.Div(way, className="card-ways")


def tools(ref: Ref, at: date, language: Language) -> html.Div:
    """What can be done with the sheet; not printed."""
    back = link.asking(QUESTION, at, {"firm": ref.key}) + f"&node={ref.id}"
    return html.Div(
        [
            html.A([tool_icon("target"), say("firm_in_explorer", language)], href=back, className="quiet-button"),
            html.Div(className="spring"),
            html.Button(
                [tool_icon("print"), say("print", language)], type="button", className="primary", **act("print")
            ),
        ],
        className="sheet-tools",
    )


def build(file: FirmFile, demo: bool, language: Language) -> list[Any]:
    """The sheet."""
    return [
        tools(file.ref, file.at, language),
        html.Article(
            [
                _head(file, demo, language),
                html.Div([_column(file, LEFT, language), _column(file, RIGHT, language)], className="sheet-columns"),
                _judged(file.verdicts, language),
                _unknown(file, language),
                _notes(language),
                _sources(file, language),
            ],
            className="sheet",
            **aria(labelledby="sheet-name"),
        ),
    ]


def _head(file: FirmFile, demo: bool, language: Language) -> html.Header:
    return html.Header(
        [
            html.Div(
                [html.H2(file.name, id="sheet-name"), html.Span(say("firm_file", language), className="sheet-kind")]
            ),
            html.P(
                [
                    html.Span(file.ref.key, className="sheet-key"),
                    html.Span(f"{say('as_of', language)} {file.at.isoformat()}"),
                    html.Span(say("demo_data", language), className="ribbon") if demo else None,
                ],
                className="sheet-told",
            ),
        ],
        className="sheet-head",
    )


def _column(file: FirmFile, sections: Sequence[str], language: Language) -> html.Div:
    return html.Div([_section(file, section, language) for section in sections])


def _section(file: FirmFile, section: str, language: Language) -> html.Section:
    """The lines of a section; those of one item stand under one name."""
    parts: list[Any] = []
    lines = [
        line for line in file.lines if line.section == section and line.word != "not_told" and line.item not in HEAD
    ]
    for item, alike in groupby(lines, key=lambda line: line.item):
        told = [html.Span(_said(line, language)) for line in alike]
        parts += [html.Dt(words_of("item", item, language)), html.Dd(told)]
    if section == "identity":
        parts += [html.Dt(say("firm_department", language)), html.Dd(_departments(file, language))]
    return html.Section([html.H3(words_of("section", section, language)), html.Dl(parts)], className=f"of-{section}")


def _departments(file: FirmFile, language: Language) -> list[html.Span]:
    comma, colon = ("、", "：") if language == "zh" else (", ", ": ")
    none = say("firm_no_department", language)
    return [html.Span(f"{one.cell}{colon}{comma.join(one.departments) or none}") for one in file.cells]


def _said(line: FirmFileLine, language: Language) -> str:
    word = words_of("word", line.word, language) if line.word else None
    since = line.since.isoformat() if line.since else None
    if since and line.item in LASTING:
        since = say("since", language, since=since)
    return " · ".join(part for part in (line.value, word, line.person, since) if part)


def _judged(verdicts: Sequence[Verdict], language: Language) -> html.Section:
    """What breaks a rule or cannot be told, with the rule and what would put it right; what is kept, by name."""
    told = sorted((v for v in verdicts if v.state in ("fails", "unknown")), key=rank)
    kept = [v.title.say(language) for v in verdicts if v.state == "holds" and v.row is None]
    lines = [html.Li(_verdict(verdict, language), className=verdict.state) for verdict in told]
    names = ("、" if language == "zh" else ", ").join(kept)
    return html.Section(
        [
            html.H3(say("firm_judged", language)),
            html.Ul(lines) if lines else html.P(say("firm_no_fault", language)),
            html.P(say("why_kept", language, names=names), className="note") if kept else None,
        ],
        className="sheet-judged",
    )


def _verdict(verdict: Verdict, language: Language) -> list[Any]:
    said = [text.say(language) for text in (lacking(verdict), verdict.repair) if text]
    told = " · ".join(numbers(verdict, language)[:NUMBERS_SHOWN])
    return [
        html.P(
            [
                html.Strong(verdict.title.say(language)),
                html.Span(marked(verdict.state).say(language), className="sheet-state"),
                html.Span(told, className="note"),
            ]
        ),
        html.P([*said, " ", html.Span(rule_words(verdict.rule, language).origin, className="note")]),
    ]


def _unknown(file: FirmFile, language: Language) -> html.Section | None:
    """What to ask on the visit: no ledger tells it."""
    items = [words_of("item", item, language) for item in file.unknown_items]
    facts = [fact.say(language) for verdict in file.verdicts for fact in verdict.missing]
    names = dict.fromkeys([*items, *facts])
    if not names:
        return None
    told = ("、" if language == "zh" else ", ").join(names)
    return html.Section([html.H3(say("firm_unknown", language)), html.P(told)], className="sheet-unknown")


def _notes(language: Language) -> html.Section:
    """Room to write in on the visit."""
    return html.Section(html.H3(say("firm_notes", language)), className="sheet-notes")


def _sources(file: FirmFile, language: Language) -> html.Footer:
    """The newest ledger of each kind that names the firm."""
    newest: dict[str, date] = {}
    for source in file.sources:
        newest[source.kind] = max(source.as_of, newest.get(source.kind, source.as_of))
    comma, colon = ("；", "：") if language == "zh" else ("; ", ": ")
    told = comma.join(f"{label_of(kind).say(language)} {day.isoformat()}" for kind, day in newest.items())
    product = f"{say('product', language)} · {file.name} · {file.at.isoformat()}"
    return html.Footer(
        [html.P(f"{say('sources', language)}{colon}{told}"), html.P(product)],
        className="sheet-foot",
    )

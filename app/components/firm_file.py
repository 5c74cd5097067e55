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
from app.paper import Sheet, printed
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
NEWEST_FIRST = ("pair", "activity")
"""The items whose newest lines are told first; what is due comes as asked for, the earliest first."""
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
    """The sheet; of lists too long for one page of paper it is said how many more there are."""
    columns = [[(section, _items(file, section, language)) for section in side] for side in (LEFT, RIGHT)]
    told = sorted((v for v in file.verdicts if v.state in ("fails", "unknown")), key=rank)
    unknown = _not_known(file, language)
    most = printed(
        Sheet(
            [[[said for _item, said in items] for _section, items in side] for side in columns],
            ["".join(_repairs(verdict, language)) for verdict in told],
            [unknown, _kept(file.verdicts, language), _told_by(file, language)],
        )
    )
    return [
        tools(file.ref, file.at, language),
        html.Article(
            [
                _head(file, demo, language),
                html.Div(
                    [html.Div([_section(*one, most, language) for one in side]) for side in columns],
                    className="sheet-columns",
                ),
                _judged(told, _kept(file.verdicts, language), most, language),
                _unknown(unknown, language),
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


def _items(file: FirmFile, section: str, language: Language) -> list[tuple[str, list[str]]]:
    """The items of a section by name, each with what is told of it."""
    lines = [
        line for line in file.lines if line.section == section and line.word != "not_told" and line.item not in HEAD
    ]
    items = []
    for item, alike in groupby(lines, key=lambda line: line.item):
        told = list(alike)
        if item in NEWEST_FIRST:
            told.sort(key=lambda line: line.since or date.min, reverse=True)
        items.append((words_of("item", item, language), [_said(line, language) for line in told]))
    if section == "identity":
        items.append((say("firm_department", language), _departments(file, language)))
    return items


def _section(section: str, items: Sequence[tuple[str, Sequence[str]]], most: int, language: Language) -> html.Section:
    """The items of a section; more than `most` lines of one are told on the screen alone."""
    parts: list[Any] = []
    for item, said in items:
        shown = [html.Span(one, className="screen-only" if i >= most else None) for i, one in enumerate(said)]
        parts += [html.Dt(item), html.Dd([*shown, _more(len(said) - most, language)])]
    return html.Section([html.H3(words_of("section", section, language)), html.Dl(parts)], className=f"of-{section}")


def _more(count: int, language: Language) -> html.Span | None:
    """How many are not printed; on paper alone."""
    return html.Span(say("firm_more", language, count=count), className="paper-only") if count > 0 else None


def _departments(file: FirmFile, language: Language) -> list[str]:
    comma, colon = ("、", "：") if language == "zh" else (", ", ": ")
    none = say("firm_no_department", language)
    return [f"{one.cell}{colon}{comma.join(one.departments) or none}" for one in file.cells]


def _said(line: FirmFileLine, language: Language) -> str:
    word = words_of("word", line.word, language) if line.word else None
    since = line.since.isoformat() if line.since else None
    if since and line.item in LASTING:
        since = say("since", language, since=since)
    parts = (line.value, word, line.person, since)
    if line.item == "request":  # a long one is cut on paper, its date never
        parts = (since, word, line.value, line.person)
    return " · ".join(part for part in parts if part)


def _kept(verdicts: Sequence[Verdict], language: Language) -> str:
    """What is kept, by name; empty where nothing is."""
    kept = [v.title.say(language) for v in verdicts if v.state == "holds" and v.row is None]
    return say("why_kept", language, names=("、" if language == "zh" else ", ").join(kept)) if kept else ""


def _judged(told: Sequence[Verdict], kept: str, most: int, language: Language) -> html.Section:
    """What breaks a rule or cannot be told, with the rule and what would put it right; what is kept, by name."""
    lines = [
        html.Li(_verdict(verdict, language), className=f"{verdict.state} screen-only" if i >= most else verdict.state)
        for i, verdict in enumerate(told)
    ]
    return html.Section(
        [
            html.H3(say("firm_judged", language)),
            html.Ul(lines) if lines else html.P(say("firm_no_fault", language)),
            _more(len(told) - most, language),
            html.P(kept, className="note") if kept else None,
        ],
        className="sheet-judged",
    )


def _repairs(verdict: Verdict, language: Language) -> list[str]:
    said = [text.say(language) for text in (lacking(verdict), verdict.repair) if text]
    return [*said, " ", rule_words(verdict.rule, language).origin]


def _verdict(verdict: Verdict, language: Language) -> list[Any]:
    *said, origin = _repairs(verdict, language)
    told = " · ".join(numbers(verdict, language)[:NUMBERS_SHOWN])
    return [
        html.P(
            [
                html.Strong(verdict.title.say(language)),
                html.Span(marked(verdict.state).say(language), className="sheet-state"),
                html.Span(told, className="note"),
            ]
        ),
        html.P([*said, html.Span(origin, className="note")]),
    ]


def _not_known(file: FirmFile, language: Language) -> str:
    """What to ask on the visit, by name: no ledger tells it."""
    items = [words_of("item", item, language) for item in file.unknown_items]
    facts = [fact.say(language) for verdict in file.verdicts for fact in verdict.missing]
    return ("、" if language == "zh" else ", ").join(dict.fromkeys([*items, *facts]))


def _unknown(names: str, language: Language) -> html.Section | None:
    if not names:
        return None
    return html.Section([html.H3(say("firm_unknown", language)), html.P(names)], className="sheet-unknown")


def _notes(language: Language) -> html.Section:
    """Room to write in on the visit."""
    return html.Section(html.H3(say("firm_notes", language)), className="sheet-notes")


def _told_by(file: FirmFile, language: Language) -> str:
    """The newest ledger of each kind that names the firm."""
    newest: dict[str, date] = {}
    for source in file.sources:
        newest[source.kind] = max(source.as_of, newest.get(source.kind, source.as_of))
    comma, colon = ("；", "：") if language == "zh" else ("; ", ": ")
    told = comma.join(f"{label_of(kind).say(language)} {day.isoformat()}" for kind, day in newest.items())
    return f"{say('sources', language)}{colon}{told}"


def _sources(file: FirmFile, language: Language) -> html.Footer:
    product = f"{say('product', language)} · {file.name} · {file.at.isoformat()}"
    return html.Footer(
        [html.P(_told_by(file, language)), html.P(product)],
        className="sheet-foot",
    )

"""Below what a file was taken for: its rows to accept, what went wrong, or what the load did. Each with a next step."""

from __future__ import annotations

from typing import Any

from dash import html

from app.components import importing_rows, problem
from app.components.attributes import act, aria
from app.components.icon import tool_icon
from app.components.importing_rows import CHANGED
from app.i18n import say
from app.importing.foreseen import Done, Foreseen
from app.importing.lines import changes_of
from app.importing.tray import File
from graph.text import Language

UNUSED = {"rejected": "bar_rejected", "waiting": "bar_waiting"}


def build(file: File, tab: str, language: Language) -> list[Any]:
    """The body of a file; nothing while it is being read, or goes in or out."""
    if file.problem is not None and file.stage in ("refused", "failed"):
        retry = [again(file, language)] if file.stage == "failed" else []
        buttons = [*retry, _remove(file, language)]
        return [problem.build(file.problem, buttons, language)]
    if file.stage == "asking":
        return [html.P([tool_icon("warning"), say("asking_tells", language)], className="asking-tells")]
    if file.stage == "loaded" and file.done is not None:
        told = [problem.build(file.problem, [], language)] if file.problem else []
        return [*told, _done(file, file.done, tab, language), *_rows(file, language)]
    if file.stage == "ready" and file.foreseen is not None:
        return [*_known(file.foreseen, language), *_rows(file, language), _bar(file, file.foreseen, language)]
    return []


def _rows(file: File, language: Language) -> list[Any]:
    known = file.foreseen is None or file.foreseen.known
    return [] if known else [importing_rows.build(file, language)]


def _known(foreseen: Foreseen, language: Language) -> list[Any]:
    if not foreseen.known:
        return []
    link = html.A(say("see_loads", language), href="/loads", className="quiet-button")
    card = html.Div(
        [
            tool_icon("check"),
            html.Div([html.P(say("known_title", language)), html.P(say("known_next", language))]),
            link,
        ],
        className="outcome",
        role="status",
    )
    return [card]


def _bar(file: File, foreseen: Foreseen, language: Language) -> Any:
    """What would go in, and the button; what so much ends is asked before."""
    if foreseen.known:
        return None
    accepted = foreseen.rows.get("accepted", 0) - len(file.declined)
    words = [say("bar_rows", language, count=f"{max(0, accepted):,}")]
    if file.declined:
        changes = changes_of(foreseen, file.declined)
        words.append(say("bar_declined", language, count=len(file.declined), changes=changes))
    words += [
        say(UNUSED[state], language, count=f"{number:,}") for state in UNUSED if (number := foreseen.rows.get(state, 0))
    ]
    summary = ("；" if language == "zh" else "; ").join(words)
    if file.asks:
        return _question(file, foreseen, summary, language)
    nothing = accepted + foreseen.rows.get("waiting", 0) <= 0
    load = html.Button(
        say("load", language), type="button", className="primary", disabled=nothing, **act("load", file=file.id)
    )
    clear = (
        html.Button(
            say("accept_all", language),
            type="button",
            className="quiet-button",
            **act("decline", file=file.id, rows=sorted(file.declined), accepted=True),
        )
        if file.declined
        else None
    )
    return html.Div(
        [html.Span(summary, className="summary"), html.Div(className="spring"), clear, load], className="bar-below"
    )


def _question(file: File, foreseen: Foreseen, summary: str, language: Language) -> html.Div:
    return html.Div(
        [
            tool_icon("warning"),
            html.Div(
                [
                    html.P(foreseen.closing.told.say(language), className="question"),
                    html.P(f"{say('closing_next', language)} {summary}", className="note"),
                ]
            ),
            html.Div(className="spring"),
            html.Button(
                say("load_anyway", language), type="button", className="primary", **act("confirm", file=file.id)
            ),
        ],
        className="bar-below asks",
        role="alert",
    )


def _done(file: File, done: Done, tab: str, language: Language) -> html.Div:
    rows, total = done.rows, sum(done.rows.values())
    counts = [say("done_rows", language, total=f"{total:,}", count=f"{rows.get('accepted', 0):,}")]
    counts += [say(UNUSED[s], language, count=f"{n:,}") for s in UNUSED if (n := rows.get(s, 0))]
    changes = [f"{say(CHANGED[kind], language)} {number:,}" for kind, number in done.counts.items() if number]
    told = say("done_changes", language, changes="、".join(changes)) if changes else say("done_no_change", language)
    return html.Div(
        [
            tool_icon("check"),
            html.Div(
                [
                    html.P(("；" if language == "zh" else "; ").join(counts), className="outcome-title"),
                    html.P(f"{told} · {say('seconds', language, count=f'{done.seconds:.1f}')}", className="note"),
                ]
            ),
            html.Div(_next_steps(file, done, tab, language), className="row next-steps"),
        ],
        className="outcome",
        role="status",
    )


def _next_steps(file: File, done: Done, tab: str, language: Language) -> list[Any]:
    """What a person may do now: get the rejected rows, settle who is who, look, or take it back."""
    steps: list[Any] = []
    if done.rejected:
        steps.append(
            html.A(
                [tool_icon("export"), say("returned", language)],
                href=f"/importing/returned/{tab}/{file.id}",
                className="quiet-button",
                id="returned",
            )
        )
    if done.rows.get("waiting"):
        steps.append(html.A(say("to_review", language), href=f"/review?load={done.load.id}", className="quiet-button"))
    steps.append(html.A(say("to_explorer", language), href="/", className="quiet-button"))
    steps.append(
        html.Button(
            [tool_icon("undo"), say("unload", language)],
            type="button",
            className="quiet-button",
            **act("unload", file=file.id),
        )
    )
    return steps


def again(file: File, language: Language) -> html.Button:
    """Tries once more what did not come to its end."""
    return html.Button(say("retry", language), type="button", className="primary", **act("again", file=file.id))


def _remove(file: File, language: Language) -> html.Button:
    return html.Button(
        say("remove_from_list", language),
        type="button",
        className="quiet-button",
        **aria(label=say("remove_file", language, name=file.upload.name)),
        **act("remove", file=file.id),
    )

"""What the review page shows after a deed, or while work goes on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dash import html

from app.components import problem, progressing, reviewing, reviewing_names, reviewing_rows
from app.components.attributes import act
from app.components.icon import tool_icon
from app.deeds import Deed, unchanged
from app.i18n import say
from app.importing.desk import work_key
from app.reviewing.deciding import Reviews
from app.reviewing.deeds import do
from app.reviewing.state import Reviewing
from graph.errors import LiangxinError
from graph.text import Language
from loaders.cells_shown import cells_of_rows


@dataclass(frozen=True)
class Answer:
    """`reply` is for the page's script; `drawn` None: all but the progress is as it was."""

    reply: Mapping[str, Any]
    progress: Any
    drawn: tuple[Any, Any, Any, Any] | None


def answer(reviews: Reviews, deed: Deed, before: Mapping[str, Any] | None, language: Language) -> Answer:
    """Do a deed and tell what is to be drawn: parts, notice, decisions, body. `before` is the last reply."""
    tab = str(deed["tab"])
    state = do(reviews, deed)
    told = {"version": reviews.states.version(tab)}
    reply = {"number": deed["number"], "working": state.working is not None, "state": told, "file": None}
    drawn = None if unchanged(deed, before, told) else _drawn(reviews, state, language)
    return Answer(reply, _progress(reviews, tab, state, language), drawn)


def _drawn(reviews: Reviews, state: Reviewing, language: Language) -> tuple[Any, Any, Any, Any]:
    parts = reviewing.parts(state, language)
    return parts, _notice(state, language), reviewing.decided(state, language), _body(reviews, state, language)


def _progress(reviews: Reviews, tab: str, state: Reviewing, language: Language) -> Any:
    standing = reviews.worker.standing(work_key(tab, "review"))
    if state.working is None or standing is None:
        return None
    return progressing.build(standing, state.working.say(language), language)


def _notice(state: Reviewing, language: Language) -> Any:
    if state.problem is None:
        return None
    name, word = ("again", "retry") if state.found is None else ("noticed", "dismiss")
    button = html.Button(say(word, language), type="button", className="quiet-button", **act(name))
    return problem.build(state.problem, [button], language)


def _body(reviews: Reviews, state: Reviewing, language: Language) -> Any:
    found = state.found
    if found is None:
        return None
    if state.part == "names" and found.names:
        return reviewing_names.build(state, _cells(reviews, state), language)
    if state.part == "rejected" and found.rejected:
        return reviewing_rows.rejected(state, language)
    if state.part == "conflicts" and found.conflicts:
        return reviewing_rows.conflicts(state, language)
    return html.Div(
        [tool_icon("check"), html.P(say(NOTHING[state.part], language))], className="nothing-waits", role="status"
    )


def _cells(reviews: Reviews, state: Reviewing) -> Mapping[str, Mapping[str, str]]:
    """The cells of the chosen name's rows; none while the database is gone, which the next deed tells."""
    rows = [place.row for place in state.name.places[: reviewing_names.PLACES]] if state.name else []
    try:
        return cells_of_rows(reviews.database, rows)
    except LiangxinError:
        return {}


NOTHING = {"names": "no_names", "rejected": "no_rejected", "conflicts": "no_conflicts"}

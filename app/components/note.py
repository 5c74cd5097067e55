"""A person's own note on a node, in the inspector."""

from __future__ import annotations

import dash_mantine_components as dmc
from dash import html

from app import ids
from app.components.attributes import act, aria
from app.components.typed import WHEN_LEFT
from app.i18n import say
from graph.text import Language


def build(node_id: str, note: str, language: Language) -> html.Details:
    """Folded until there is a note."""
    words = dmc.Textarea(
        id=ids.NOTE,
        value=note,
        autosize=True,
        minRows=1,
        maxRows=5,
        debounce=WHEN_LEFT,
        size="xs",
        description=say("note_hint", language),
        **aria(label=say("note", language)),
    )
    buttons = [_button("note_save", "note_from", node_id, language)]
    if note:
        buttons.append(_button("note_remove", "note", node_id, language))
    return html.Details(
        [html.Summary(say("note", language)), words, html.Div(buttons, className="row")],
        open=bool(note),
        className="card-section note-of",
    )


def _button(word: str, name: str, node_id: str, language: Language) -> html.Button:
    return html.Button(say(word, language), type="button", className="small-button", **act(name, node=node_id))

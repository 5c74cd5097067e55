"""The marks of node types as plain values, for scripts that draw them: the exported picture's legend."""

from __future__ import annotations

from app.theme import TOKENS
from app.theme.shapes import ICONS, SHAPES
from graph.model import model
from graph.text import Language


def marks(language: Language) -> dict[str, dict[str, str]]:
    """Label, colour on white paper, outline and icon of each type that is drawn."""
    return {
        t.type: {
            "label": t.label.say(language),
            "colour": TOKENS["light"][t.colour],
            "token": t.colour,
            "shape": SHAPES[t.shape],
            "icon": ICONS.get(t.type, ""),
        }
        for t in model().pictured
    }

"""Marks and colours as plain values, for scripts that draw them: the picture that leaves for paper."""

from __future__ import annotations

from app.i18n import say
from app.theme import TOKENS
from app.theme.looks import looks
from app.theme.shapes import ICONS, SHAPES
from graph.model import model
from graph.text import Language


def marks(language: Language) -> dict[str, dict[str, str]]:
    """Label, colour on white paper, outline, its name and icon of each type that is drawn."""
    return {
        t.type: {
            "label": t.label.say(language),
            "colour": TOKENS["light"][t.colour],
            "token": t.colour,
            "shape": SHAPES[t.shape],
            "words": say(f"shape_{t.shape.replace('-', '_')}", language),
            "icon": ICONS.get(t.type, ""),
        }
        for t in model().pictured
    }


def grades(language: Language) -> list[dict[str, str]]:
    """Label, colour on white paper and mark of each rule that colours nodes."""
    rules = [rule for colouring in looks().colours.values() for rule in colouring.rules]
    return [
        {
            "id": rule.id,
            "label": rule.label.say(language),
            "colour": TOKENS["light"][rule.colour],
            "mark": rule.mark.strip(),
        }
        for rule in rules
    ]

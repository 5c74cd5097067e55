"""What filters do, in words."""

from __future__ import annotations

from dataclasses import dataclass

from app.i18n import text
from app.scene.filters import Filter
from app.scene.state import Scene
from graph.text import Text


@dataclass(frozen=True)
class Told:
    """A filter at work: what it keeps, and how many nodes it hid."""

    kind: str
    words: Text
    hidden: int


def filter_words(one: Filter) -> Text:
    """What the filter keeps."""
    if one.kind == "within":
        return text("filter_within", metres=f"{one.metres:,.0f}")
    if one.kind == "named":
        return text("filter_named", words=one.value)
    return text(f"filter_{one.kind}")


def at_work(scene: Scene) -> list[Told]:
    """The scene's filters in the order they work."""
    return [
        Told(one.kind, filter_words(one), hidden) for one, hidden in zip(scene.filters, scene.sifted.by, strict=True)
    ]

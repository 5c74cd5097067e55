"""An action of a person as the browser sends it, what it may ask, and what comes of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.i18n import text
from app.kept import Kept
from app.saved.cabinet import Cabinet
from app.scene.history import History
from app.scene.state import Scene
from graph.connection import Database
from graph.errors import LiangxinError
from graph.text import Language

Action = Mapping[str, Any]
"""Plain JSON: its name, and its own words."""


@dataclass(frozen=True)
class World:
    """What actions may ask, what need not be asked again, the language of captions, and where views are kept."""

    database: Database
    kept: Kept
    language: Language
    cabinet: Cabinet


@dataclass(frozen=True)
class Asked:
    """The history after an action, and the node to bring into view; `told`: a sentence for the person."""

    history: History
    focus: str | None = None
    told: str | None = None


Carried = Callable[[World, History, Action], Asked]
"""How an action is carried out. Raises LiangxinError with a sentence for the person."""


def day_of(scene: Scene) -> date:
    """The day that is drawn. Raises LiangxinError when nothing was asked yet."""
    if scene.at is None:
        raise LiangxinError(text("empty_title"), text("empty_next"))
    return scene.at

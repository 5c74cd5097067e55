"""What a page opens with: the areas of the zone and how far they are covered. It draws at once, whatever the size."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import get_args

from app.answering import asked
from app.kept import Kept
from app.link import Link
from app.loads import newest
from app.scene.state import Scene
from graph.connection import Database
from graph.text import Language, Text

QUESTION, PARAMETERS = "rates", {"by": "area", "rate": "organisation"}
WITHOUT_AREAS = "uncovered-near-branch"
"""What it opens with where there are no areas: the holes nearest to being closed."""


def opening(database: Database, kept: Kept, scene: Scene, at: date, language: Language) -> tuple[Scene, Text]:
    """The scene with it, and the name of that step. A tab that shows nothing yet is given what is kept. Raises as
    asking does.
    """
    if scene != Scene():
        return _opened(database, scene, at, language)
    make = partial(_opened, database, scene, at, language)
    return kept.made(QUESTION, at, PARAMETERS, _what(language), make)


def kept_opening(database: Database, kept: Kept, language: Language) -> Scene | None:
    """What a fresh tab will show, where it is kept: nobody waits for it here. Raises as asking does."""
    at = newest(database)
    found = kept.found(QUESTION, at, PARAMETERS, _what(language)) if at else None
    return found[0] if found else None


def ask_opening(database: Database, kept: Kept) -> None:
    """Have it kept before anyone looks. Raises as asking does."""
    if at := newest(database):
        for language in get_args(Language):
            opening(database, kept, Scene(), at, language)


def _what(language: Language) -> tuple[str, Language]:
    return "opening", language


def _opened(database: Database, scene: Scene, at: date, language: Language) -> tuple[Scene, Text]:
    opened, name = asked(database, scene, Link(QUESTION, at, PARAMETERS), language)
    return (opened, name) if opened.nodes else asked(database, scene, Link(WITHOUT_AREAS, at), language)

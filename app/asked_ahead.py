"""What the explorer opens with and the overview shows for the latest day, asked before anyone looks: the numbers of
holes stand on both."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from app.holes import KINDS, hole_counts
from app.kept import Kept
from app.loads import newest
from app.opening import ask_opening
from app.overview.parts import PARTS
from graph.connection import Database
from graph.errors import DatabaseGone, LiangxinError


def ask_ahead(database: Database, kept: Kept, pause: Callable[[], None] = lambda: None) -> None:
    """Have all of it kept; `pause` is called before each question and may wait.

    What fails, such as a question that takes too long, is left to whoever looks at it. Raises DatabaseGone.
    """
    for question in _questions(database, kept):
        pause()
        try:
            question()
        except DatabaseGone:
            raise
        except LiangxinError:
            continue


def _questions(database: Database, kept: Kept) -> Iterator[Callable[[], Any]]:
    yield partial(ask_opening, database, kept)
    if at := newest(database):
        yield from (partial(hole_counts, kept, at, [kind]) for kind in KINDS)
        yield from (partial(part, kept, at) for part in PARTS.values())

"""The tour of the explorer for a first visit: what is shown where, in five short steps."""

from __future__ import annotations

from typing import NamedTuple


class Step(NamedTuple):
    """A part of the page by its selector, and the ids of what is said of it."""

    where: str
    title: str
    tells: str


STEPS = (
    Step(".asking .control", "tour_search", "tour_search_tells"),
    Step("#question", "tour_ask", "tour_ask_tells"),
    Step(".strip", "tour_holes", "tour_holes_tells"),
    Step(".picture", "tour_picture", "tour_picture_tells"),
    Step(".right", "tour_why", "tour_why_tells"),
)

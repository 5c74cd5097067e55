"""The scene with what a link's question answers, on one day or on two."""

from __future__ import annotations

from app.i18n import text
from app.link import Link
from app.scene import actions
from app.scene.state import Scene
from graph.connection import Database
from graph.text import Language, Text
from queries.areas import areas
from queries.ask import ask
from queries.catalog import catalog
from queries.compared_picture import compared_picture
from queries.comparing import compared
from queries.picture import picture

LISTED = 200
"""Rows of two dates compared that the page takes, what is new and gone first."""


def asked(database: Database, scene: Scene, link: Link, language: Language) -> tuple[Scene, Text]:
    """The scene with what a link's question answers, and the name of that step. Raises as asking does."""
    question = catalog()[str(link.question)]
    assert link.at is not None
    if link.compared is not None:
        comparison = compared(database, question.id, link.compared, link.at, link.parameters)
        both = compared_picture(database, comparison, LISTED, language)
        name = text("step_compare", name=question.title, day=link.compared.isoformat())
        lie = areas(database, both.picture.refs, link.at)
        return actions.compare(scene, comparison.cut(LISTED), both.picture, both.turned, lie), name
    answer = ask(database, question.id, link.at, link.parameters)
    name = text("step_ask", name=question.title)
    drawn = picture(database, answer, language)
    return actions.ask(scene, answer, drawn, areas(database, drawn.refs, link.at)), name

"""The file of what is drawn: its bytes and its name, with question and date in it."""

from __future__ import annotations

from app.context import Context
from app.i18n import say, text
from app.loads import is_demo
from app.reports import read_sources, render
from graph.errors import NothingToExport
from graph.text import Language
from queries.catalog import catalog


def file_of(context: Context, tab: str, suffix: str, language: Language) -> tuple[str, bytes]:
    """Name and content. Raises NothingToExport when nothing is drawn."""
    history = context.shelf.get(tab)
    picture = history.scene.leaving() if history else None
    if history is None or picture is None or not picture.nodes:
        raise NothingToExport(text("nothing_to_export"))
    scene = history.scene
    title = catalog()[scene.question].title.say(language) if scene.question else say("explorer", language)
    content = render(
        picture,
        scene.answer,
        suffix,
        language=language,
        title=title,
        at=scene.at,
        demo=is_demo(context.database),
        comparison=scene.comparison,
        sources=read_sources(context.database, picture, scene.at) if scene.at else (),
    )
    return f"{title}_{scene.at.isoformat() if scene.at else ''}{suffix}", content

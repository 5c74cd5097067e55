"""Honest totals: how many of how many, in words, always."""

from __future__ import annotations

from app.i18n import say
from app.scene.state import Scene
from graph.text import Language


def rows_total(scene: Scene, language: Language) -> str:
    """How many of the answer's rows the table shows."""
    if scene.answer is None:
        return ""
    return say("total_rows", language, total=scene.answer.total, shown=scene.answer.shown)


def shortfalls(scene: Scene, language: Language) -> list[str]:
    """What is not shown, one sentence each; empty when all is."""
    told = []
    if scene.answer is not None and scene.answer.truncated:
        told.append(say("rows_less", language, rest=scene.answer.total - scene.answer.shown))
    if scene.total > len(scene.nodes):
        told.append(say("picture_less", language, total=scene.total, shown=len(scene.nodes)))
    return told


def picture_size(scene: Scene, language: Language) -> str:
    """How much is drawn, and how much of the scene is hidden."""
    drawn = scene.picture()
    size = say("picture_size", language, nodes=len(drawn.nodes), edges=len(drawn.edges))
    hidden = len(scene.nodes) - len(drawn.nodes)
    return f"{size} · {say('hidden_count', language, count=hidden)}" if hidden else size

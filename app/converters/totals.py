"""Honest totals: how many of how many, in words, always."""

from __future__ import annotations

from app.i18n import say
from app.scene.state import Scene
from graph.text import Language
from queries.comparing import CHANGES, Comparison


def rows_total(scene: Scene, language: Language) -> str:
    """How many of the answer's rows the table shows."""
    if scene.answer is None:
        return ""
    if scene.comparison is not None:
        return _compared(scene.comparison, language)
    return say("total_rows", language, total=scene.answer.total, shown=scene.answer.shown)


def _compared(comparison: Comparison, language: Language) -> str:
    counts = [f"{CHANGES[change].say(language)} {number:,}" for change, number in comparison.totals.items()]
    told = ("，" if language == "zh" else ", ").join(counts)
    return say("total_compared", language, day=comparison.before.at.isoformat(), counts=told)


def shortfalls(scene: Scene, language: Language) -> list[str]:
    """What is not shown, one sentence each; empty when all is."""
    told = []
    compared = scene.comparison
    if compared is not None and len(compared.rows) < compared.total:
        told.append(say("rows_less", language, rest=compared.total - len(compared.rows)))
    elif compared is None and scene.answer is not None and scene.answer.truncated:
        told.append(say("rows_less", language, rest=scene.answer.total - scene.answer.shown))
    if scene.total > len(scene.nodes):
        told.append(say("picture_less", language, total=scene.total, shown=len(scene.nodes)))
    return told


def picture_size(scene: Scene, language: Language) -> str:
    """How much is drawn, and how much of the scene is hidden."""
    size = say("picture_size", language, nodes=len(scene.drawn), edges=len(scene.drawn_edges))
    hidden = len(scene.nodes) - len(scene.drawn)
    return f"{size} · {say('hidden_count', language, count=hidden)}" if hidden else size

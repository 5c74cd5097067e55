"""What the controls on the left show: the scene's question, parameters and date, and the days one may choose."""

from __future__ import annotations

from typing import Any

from app.loads import as_of_dates, is_demo
from app.scene.state import Scene
from graph.connection import Database


def form(database: Database | None, scene: Scene) -> dict[str, Any]:
    """The controls' values; days and demo mark only where a database is given, else the browser keeps what it has."""
    values: dict[str, Any] = {
        "question": scene.question,
        "parameters": dict(scene.parameters),
        "at": scene.at.isoformat() if scene.at else None,
        "compared": scene.compared.isoformat() if scene.compared else None,
        "total": scene.total,
    }
    if database is not None:
        values["dates"] = [day.isoformat() for day in as_of_dates(database)]
        values["demo"] = is_demo(database)
    return values

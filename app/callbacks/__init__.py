"""What happens when: each callback reads ids, calls one function and returns."""

from __future__ import annotations

from dash import Dash

from app.callbacks import (
    acting,
    asking,
    by_hand,
    firm,
    importing,
    inspecting,
    leaving,
    ledger_scripts,
    loads,
    node_search,
    overview,
    reviewing,
    scripts,
    views,
)
from app.context import Context


def register(app: Dash, context: Context) -> None:
    """Register every callback of the pages."""
    for part in (
        acting,
        asking,
        inspecting,
        leaving,
        by_hand,
        node_search,
        importing,
        reviewing,
        loads,
        overview,
        firm,
    ):
        part.register(app, context)
    scripts.register(app)
    views.register(app, context)
    ledger_scripts.register(app)

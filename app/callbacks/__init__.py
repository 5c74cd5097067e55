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
    library,
    loads,
    mapping,
    node_search,
    overview,
    reviewing,
    scripts,
    views,
)
from app.context import Context


def register(app: Dash, context: Context) -> None:
    """Register every callback of the pages."""
    explorer = (acting, asking, inspecting, leaving, by_hand, node_search)
    for part in (*explorer, importing, reviewing, loads, overview, firm, library, mapping):
        part.register(app, context)
    scripts.register(app)
    views.register(app, context)
    ledger_scripts.register(app)

"""What happens when: each callback reads ids, calls one function and returns."""

from __future__ import annotations

from dash import Dash

from app.callbacks import acting, asking, importing, inspecting, leaving, ledger_scripts, scripts
from app.context import Context


def register(app: Dash, context: Context) -> None:
    """Register every callback of the pages."""
    for part in (acting, asking, inspecting, leaving, importing):
        part.register(app, context)
    scripts.register(app)
    ledger_scripts.register(app)

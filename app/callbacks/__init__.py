"""What happens when: each callback reads ids, calls one function and returns."""

from __future__ import annotations

from dash import Dash

from app.callbacks import acting, asking, inspecting, leaving, scripts
from app.context import Context


def register(app: Dash, context: Context) -> None:
    """Register every callback of the pages."""
    for part in (acting, asking, inspecting, leaving):
        part.register(app, context)
    scripts.register(app)

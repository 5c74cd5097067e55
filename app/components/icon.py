"""Icons: line drawings for tools, and the marks of node types; both take their colour from the page."""

from __future__ import annotations

from typing import Any

from dash import html

from app.components.attributes import aria
from app.theme.shapes import ICONS, SHAPES, TOOLS, svg
from graph.model import NodeType


def tool_icon(name: str) -> html.Span:
    """A tool's line drawing in the colour of the text around it."""
    return html.Span(className="icon", style=_mask(svg(TOOLS[name], "#000", lines=True)), **aria(hidden="true"))


def type_mark(node_type: NodeType) -> html.Span:
    """A node type's shape, colour and icon, as the canvas draws it."""
    shape = html.Span(
        className="mark-shape",
        style=_mask(svg(SHAPES[node_type.shape], "#000")) | {"backgroundColor": f"var(--{node_type.colour})"},
    )
    icon = ICONS.get(node_type.type)
    inner = [html.Span(className="mark-icon", style=_mask(svg(icon, "#000")))] if icon else []
    return html.Span([shape, *inner], className="mark", **aria(hidden="true"))


def _mask(address: str) -> dict[str, Any]:
    return {"maskImage": f'url("{address}")', "WebkitMaskImage": f'url("{address}")'}

"""Icons: line drawings for tools, and the marks of node types; both take their colour from the page."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from dash import html

from app.theme.shapes import ICONS, SHAPES, svg
from graph.model import NodeType

# Lines in a square of 24.
TOOLS = {
    "undo": "M9 7L4 12l5 5M4 12h10a6 6 0 0 1 6 6",
    "redo": "M15 7l5 5-5 5M20 12H10a6 6 0 0 0-6 6",
    "fit": "M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5",
    "hide": "M3 3l18 18M10.6 5.100A10 10 0 0 1 22 12a13 13 0 0 1-2.500 3.500M6.500 6.500A13 13 0 0 0 2 12a10.500 10.500 0 0 0 14 5.500",
    "show": "M2 12s3.500-7 10-7 10 7 10 7-3.500 7-10 7-10-7-10-7zM12 9a3 3 0 1 1 0 6a3 3 0 0 1 0-6z",
    "layout": "M12 4a2 2 0 1 1 0 4a2 2 0 0 1 0-4zM5 16a2 2 0 1 1 0 4a2 2 0 0 1 0-4zM19 16a2 2 0 1 1 0 4a2 2 0 0 1 0-4zM11 8l-5 8M13 8l5 8M7 18h10",
    "labels": "M4 7V4h16v3M12 4v16M9 20h6",
    "pin": "M12 17v5M8 3h8l-1 7 3 4H6l3-4z",
    "export": "M12 3v12M7 10l5 5 5-5M4 20h16",
    "plus": "M12 5v14M5 12h14",
    "minus": "M5 12h14",
    "search": "M10.500 4a6.500 6.500 0 1 1 0 13a6.500 6.500 0 0 1 0-13zM15.500 15.500L21 21",
    "link": "M10 14a4.500 4.500 0 0 0 6.400 0l3.200-3.200a4.500 4.500 0 0 0-6.400-6.400L12 5.600M14 10a4.500 4.500 0 0 0-6.400 0l-3.200 3.200a4.500 4.500 0 0 0 6.400 6.400l1.200-1.200",
    "sun": "M12 8a4 4 0 1 1 0 8a4 4 0 0 1 0-8zM12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.400 1.400M17.600 17.600L19 19M5 19l1.400-1.400M17.600 6.400L19 5",
    "moon": "M20 14.500A8.500 8.500 0 0 1 9.500 4a8.500 8.500 0 1 0 10.500 10.500z",
    "run": "M7 4l13 8-13 8z",
    "target": "M12 5a7 7 0 1 1 0 14a7 7 0 0 1 0-14zM12 2v5M12 17v5M2 12h5M17 12h5",
    "fold": "M5 9l7 7 7-7",
    "warning": "M12 3L2 21h20zM12 10v5M12 18v.5",
}


def tool_icon(name: str) -> html.Span:
    """A tool's line drawing in the colour of the text around it."""
    drawing = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="#000" stroke-width="2" '
        f'stroke-linecap="round" stroke-linejoin="round"><path d="{TOOLS[name]}"/></svg>'
    )
    return html.Span(className="icon", style=_mask("data:image/svg+xml," + quote(drawing)), **{"aria-hidden": "true"})


def type_mark(node_type: NodeType) -> html.Span:
    """A node type's shape, colour and icon, as the canvas draws it."""
    shape = html.Span(
        className="mark-shape",
        style=_mask(svg(SHAPES[node_type.shape], "#000")) | {"backgroundColor": f"var(--{node_type.colour})"},
    )
    icon = ICONS.get(node_type.type)
    inner = [html.Span(className="mark-icon", style=_mask(svg(icon, "#000")))] if icon else []
    return html.Span([shape, *inner], className="mark", **{"aria-hidden": "true"})


def _mask(address: str) -> dict[str, Any]:
    return {"maskImage": f'url("{address}")', "WebkitMaskImage": f'url("{address}")'}

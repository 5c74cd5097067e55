"""Shapes and icons of node types and tools, as SVG that canvas, legend, buttons and search results share."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

from graph.declaration import read_yaml

DRAWINGS = Path(__file__).with_name("drawings.yaml")
_drawings: dict[str, dict[str, str]] = read_yaml(DRAWINGS)

SHAPES, ICONS, TOOLS = (_drawings[kind] for kind in ("shapes", "icons", "tools"))
"""SVG paths by shape token, by node type (not every type has an icon), and by tool."""

_FILLED = 'fill="{colour}" fill-rule="evenodd"'
_LINES = 'fill="none" stroke="{colour}" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"'


def svg(path: str, colour: str, size: int = 24, lines: bool = False) -> str:
    """One path as a data address, as styles may carry it: nothing is fetched."""
    look = (_LINES if lines else _FILLED).format(colour=colour)
    picture = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{size}" height="{size}" viewBox="0 0 24 24">'
        f'<path {look} d="{path}"/></svg>'
    )
    return "data:image/svg+xml," + quote(picture)

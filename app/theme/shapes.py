"""Shapes and icons of node types, as SVG that canvas, legend and search results share."""

from __future__ import annotations

from urllib.parse import quote

# Shape tokens of the schema, in a square of 24. Cytoscape draws the same names by itself; these are for the legend.
SHAPES = {
    "ellipse": "M12 1a11 11 0 1 0 0 22a11 11 0 1 0 0-22z",
    "rectangle": "M2 2h20v20H2z",
    "round-rectangle": "M6 2h12a4 4 0 0 1 4 4v12a4 4 0 0 1-4 4H6a4 4 0 0 1-4-4V6a4 4 0 0 1 4-4z",
    "diamond": "M12 0l12 12-12 12L0 12z",
    "hexagon": "M6 1.6h12L24 12l-6 10.4H6L0 12z",
    "octagon": "M7 1h10l6 6v10l-6 6H7l-6-6V7z",
    "round-tag": "M4 3h12l7 9-7 9H4a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2z",
    "vee": "M0 1l12 6 12-6-12 22z",
    "star": "M12 0l3.5 8.3L24 9.2l-6.4 6 1.9 8.8L12 19.3 4.5 24l1.9-8.8L0 9.2l8.5-.9z",
}

# Icons by node type, in a square of 24; a type without one is told by shape and colour.
ICONS = {
    "Enterprise": "M3 21V11l6 4v-4l6 4V4h6v17zM7 17v2h2v-2zm5 0v2h2v-2z",
    "Branch": "M5 22V2h2v1h13l-3.5 4.5L20 12H7v10z",
    "Member": "M12 3a4.5 4.5 0 1 1 0 9a4.5 4.5 0 0 1 0-9zM3.5 21c0-4.5 3.8-7.5 8.500-7.5s8.500 3 8.500 7.5z",
    "Officer": "M12 2a4.200 4.200 0 1 1 0 8.400a4.200 4.200 0 0 1 0-8.400zM3.500 22c0-5 3-8.500 6-9.800l2.500 3 2.500-3c3 1.300 6 4.800 6 9.800z",
    "GridCell": "M3 3h8v8H3zM13 3h8v8h-8zM3 13h8v8H3zM13 13h8v8h-8z",
    "Area": "M3 5l6-2 6 2 6-2v16l-6 2-6-2-6 2zM9 5v12l6 2V7z",
    "Township": "M4 21V9l8-6 8 6v12h-6v-7h-4v7z",
    "Village": "M4 21V10l8-7 8 7v11h-5v-6H9v6z",
    "Site": "M12 2a7 7 0 0 1 7 7c0 5-7 13-7 13S5 14 5 9a7 7 0 0 1 7-7zm0 4.500a2.500 2.500 0 1 0 0 5a2.500 2.500 0 0 0 0-5z",
    "Venue": "M12 2a7 7 0 0 1 7 7c0 5-7 13-7 13S5 14 5 9a7 7 0 0 1 7-7z",
    "Department": "M2 9l10-7 10 7v2H2zM4 12h3v6H4zm6.500 0h3v6h-3zM17 12h3v6h-3zM2 19h20v3H2z",
    "MassOrganisation": "M8 3a3.500 3.500 0 1 1 0 7a3.500 3.500 0 0 1 0-7zm9 2a3 3 0 1 1 0 6a3 3 0 0 1 0-6zM1 20c0-4.500 3-8 7-8s7 3.500 7 8zm15.500 0c0-3-1-5.500-2.500-7.200c4-1.500 9 .7 9 7.200z",
    "ServiceTeam": "M8 3a3.500 3.500 0 1 1 0 7a3.500 3.500 0 0 1 0-7zm9 2a3 3 0 1 1 0 6a3 3 0 0 1 0-6zM1 20c0-4.500 3-8 7-8s7 3.500 7 8zm15.500 0c0-3-1-5.500-2.500-7.200c4-1.500 9 .7 9 7.200z",
    "Policy": "M5 2h10l4 4v16H5zM8 9v1.500h8V9zm0 4v1.500h8V13zm0 4v1.500h5V17z",
}


def svg(path: str, colour: str, size: int = 24) -> str:
    """One path as a data address, as styles may carry it: nothing is fetched."""
    picture = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{size}" height="{size}" viewBox="0 0 24 24">'
        f'<path fill="{colour}" fill-rule="evenodd" d="{path}"/></svg>'
    )
    return "data:image/svg+xml," + quote(picture)

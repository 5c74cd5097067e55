"""How the canvas is drawn: a stylesheet by what an element's data say, never by classes, which redraws would lose."""

from __future__ import annotations

from typing import Any

from app.theme import FONT, TOKENS, Theme
from app.theme.looks import looks
from app.theme.shapes import ICONS, svg
from graph.model import model

Rule = dict[str, Any]

LARGE = 500
"""From so many nodes on edges are straight hair lines without arrows: four times as many pictures a second."""

DISC, UNDER, FONT_SIZE, LINE, WRAPPED = 64, 5, 15, 18, 110
"""Of a group of firms: its disc; of captions: room above, height of letters and of lines, width at which they wrap."""

_SIZES = {"Branch": 46, "Enterprise": 40, "Department": 42, "Officer": 42, "Area": 42}
_POINTED = {"vee", "star"}
"""Shapes with too little room inside for an icon."""


def stylesheet(theme: Theme, large: bool = False) -> list[Rule]:
    """The canvas's stylesheet in one theme, for small pictures or for large ones."""
    colour = TOKENS[theme]
    return [
        _node(colour),
        *_types(colour),
        *_looks(colour),
        _share(colour),
        *_missing(colour),
        _edge(colour, large),
        *_ghost(colour, large),
        *_turned(colour),
        *_chosen(colour),
    ]


def _node(colour: dict[str, str]) -> Rule:
    return _rule(
        "node",
        width=34,
        height=34,
        background_color=colour["record"],
        border_width=2,
        border_color=colour["paper"],
        label="data(label)",
        color=colour["ink"],
        font_family=FONT.replace('"', ""),
        font_size=FONT_SIZE,
        text_valign="bottom",
        text_margin_y=UNDER,
        line_height=LINE / FONT_SIZE,
        text_wrap="wrap",
        text_max_width=WRAPPED,
        text_overflow_wrap="anywhere",
        text_background_color=colour["paper"],
        text_background_opacity=0.85,
        text_background_padding=2,
        min_zoomed_font_size=6,
        overlay_opacity=0,
    )


def _types(colour: dict[str, str]) -> list[Rule]:
    rules = []
    for node_type in model().pictured:
        size = _SIZES.get(node_type.type, 34)
        style = {"shape": node_type.shape, "background-color": colour[node_type.colour], "width": size, "height": size}
        icon = ICONS.get(node_type.type)
        if icon and node_type.shape not in _POINTED:
            style |= {
                "background-image": svg(icon, colour["paper"], 48),
                "background-width": "54%",
                "background-height": "54%",
            }
        rules.append({"selector": f'node[type = "{node_type.type}"]', "style": style})
    return rules


def _looks(colour: dict[str, str]) -> list[Rule]:
    """Colours by rule, and sizes by a measure."""
    rules = {rule.id: rule for colouring in looks().colours.values() for rule in colouring.rules}
    graded = [_rule(f'node[grade = "{id_}"]', background_color=colour[rule.colour]) for id_, rule in rules.items()]
    return [*graded, _rule("node[size]", width="data(size)", height="data(size)")]


def _share(colour: dict[str, str]) -> Rule:
    """A group of firms is a disc, filled as far as they are reached."""
    return _rule(
        "node[share]",
        shape="ellipse",
        width=DISC,
        height=DISC,
        background_color=colour["wash"],
        background_image="none",
        border_color=colour["officer"],
        border_width=2,
        pie_size="100%",
        pie_1_background_color=colour["officer"],
        pie_1_background_size="mapData(percent, 0, 100, 0, 100)",
    )


def _missing(colour: dict[str, str]) -> list[Rule]:
    dashed = _rule(
        "node[?missing]",
        background_color=colour["paper"],
        background_image="none",
        border_style="dashed",
        border_width=2,
        border_color=colour["ghost"],
        color=colour["ghost"],
    )
    unplaced = _rule("node[?unplaced]", display="none")
    pinned = _rule("node[?pinned]", underlay_color=colour["quiet"], underlay_opacity=0.18, underlay_padding=4)
    return [dashed, unplaced, pinned]


def _edge(colour: dict[str, str], large: bool) -> Rule:
    line = {"width": 1.4, "line-color": colour["edge"], "curve-style": "haystack", "haystack-radius": 0}
    if not large:
        line |= {
            "curve-style": "bezier",
            "target-arrow-shape": "triangle",
            "target-arrow-color": colour["edge"],
            "arrow-scale": 0.8,
        }
    return {"selector": "edge", "style": line | {"overlay-opacity": 0}}


def _ghost(colour: dict[str, str], large: bool) -> list[Rule]:
    words = {
        "label": "data(label)",
        "color": colour["ink"],
        "font-family": FONT.replace('"', ""),
        "font-size": 14,
        "text-background-color": colour["paper"],
        "text-background-opacity": 0.92,
        "text-background-padding": 2,
        "min-zoomed-font-size": 7,
        "text-rotation": "none",
    }
    ghost = {"line-style": "dashed", "line-dash-pattern": [6, 4], "line-color": colour["ghost"], "width": 1.8}
    if not large:
        ghost |= {"target-arrow-color": colour["ghost"]} | words | {"color": colour["ghost"], "font-weight": "bold"}
    return [
        {"selector": "edge[?named], edge:selected, edge[?near]", "style": words},
        {"selector": "edge[?ghost]", "style": ghost},
    ]


def _turned(colour: dict[str, str]) -> list[Rule]:
    """Drawn at one of two dates only: heavy what is new, faint and dotted what is gone; words say it too."""
    return [
        _rule('node[turned = "gained"]', border_color=colour["ink"], border_width=4, font_weight="bold"),
        _rule(
            'node[turned = "lost"]',
            border_style="dotted",
            border_color=colour["ink"],
            background_opacity=0.3,
            background_image_opacity=0.6,
            color=colour["quiet"],
            font_style="italic",
        ),
        _rule('edge[turned = "gained"]', width=3.4),
        _rule('edge[turned = "lost"]', line_style="dotted", line_opacity=0.6, color=colour["quiet"]),
    ]


def _chosen(colour: dict[str, str]) -> list[Rule]:
    return [
        _rule("node:selected", border_color=colour["focus"], border_width=4, border_style="solid", font_weight="bold"),
        _rule("edge:selected, edge[?near]", line_color=colour["focus"], target_arrow_color=colour["focus"], width=2.2),
        _rule("edge[?ghost][?near]", line_color=colour["ghost"], target_arrow_color=colour["ghost"], width=2.6),
    ]


def _rule(selector: str, **style: object) -> Rule:
    return {"selector": selector, "style": {name.replace("_", "-"): value for name, value in style.items()}}

"""The picture a page opens with, in the page's first bytes: it is seen while the browser still reads the scripts.

It stands in an empty frame of the page, whose parts lie where those of the page will, and the canvas draws the same in
its place.
"""

from __future__ import annotations

from html import escape
from itertools import accumulate

from app.converters.elements import node_data
from app.i18n import say
from app.scene.state import Scene
from app.theme.canvas import DISC, FONT_SIZE, LINE, UNDER, WRAPPED
from graph.text import Language

BELOW = 4
"""Of each line of a caption the room under its letters."""


def first_picture(scene: Scene, language: Language, *, demo: bool) -> str:
    """HTML of the frame with the scene's areas; empty where something else is drawn. That data are invented is said."""
    if not scene.nodes or not all(node.share for node in scene.nodes.values()):
        return ""
    note = escape(say("share_note", language))
    ribbon = f'<span class="ribbon">{escape(say("demo_data", language))}</span>' if demo else ""
    day = scene.at.isoformat() if scene.at else ""
    return (
        f'<div id="first-picture" class="page" aria-hidden="true"><div class="top">{ribbon}</div>'
        '<div class="explorer"><div class="asking"></div><div class="middle"><div class="strip"></div>'
        '<div class="toolbar"></div>'
        f'<div class="picture"><div class="canvas">{_svg(scene, language)}</div>'
        f'<div class="days"><span class="spring"></span><span class="days-day">{day}</span></div>'
        f'<div class="under"><span class="legend-note"><span class="share-sample"></span>{note}</span></div></div>'
        '<div class="below"></div></div><div class="right"></div></div></div>'
    )


def _svg(scene: Scene, language: Language) -> str:
    discs, left, top, right, bottom = [], [], [], [], []
    for node_id in scene.nodes:
        x, y = scene.positions[node_id]
        data = node_data(scene, node_id)
        lines = [part for line in data["label"].split("\n") for part in _wrapped(line)]
        discs.append(_disc(x, y, data["percent"], lines))
        left.append(x - WRAPPED / 2)
        right.append(x + WRAPPED / 2)
        top.append(y - DISC / 2)
        bottom.append(y + DISC / 2 + UNDER + LINE * len(lines))
    width, height = max(right) - min(left), max(bottom) - min(top)
    box = f"{min(left):.0f} {min(top):.0f} {width:.0f} {height:.0f}"
    style = f"--width:{width:.0f}px;--height:{height:.0f}px"
    return f'<svg viewBox="{box}" font-size="{FONT_SIZE}" style="{style}">{"".join(discs)}</svg>'


def _disc(x: float, y: float, percent: int, lines: list[str]) -> str:
    """A disc filled as far as its firms are reached: a stroke so wide that it meets itself in the middle."""
    words = "".join(f'<tspan x="0" dy="{LINE}">{escape(line)}</tspan>' for line in lines)
    return (
        f'<g transform="translate({x:.1f} {y:.1f})"><circle r="{DISC / 2}" class="rim"/>'
        f'<circle r="{DISC / 4}" class="share" pathLength="100" stroke-dasharray="{percent} 100" '
        f'stroke-width="{DISC / 2}" transform="rotate(-90)"/>'
        f'<text y="{DISC / 2 + UNDER - BELOW}">{words}</text></g>'
    )


def _wrapped(line: str) -> list[str]:
    """A line in parts that fit under a node; a Chinese character is as wide as it is high, others half that."""
    widths = accumulate((FONT_SIZE if ord(letter) > 0x2E7F else FONT_SIZE / 2) for letter in line)
    parts: dict[int, str] = {}
    for letter, width in zip(line, widths, strict=True):
        row = int((width - 1) // WRAPPED)
        parts[row] = parts.get(row, "") + letter
    return list(parts.values())

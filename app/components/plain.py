"""HTML that no callback speaks of, drawn as one component.

Dash follows each component by itself and asks all of them after every step: a card of two thousand pieces, such as the
facts of a branch each with its cells, kept the page from answering for three seconds. Here the pieces are data of one
component; their attributes, `data-act` among them, are those they had (decision 17).
"""

from __future__ import annotations

from typing import Any

from dash import html
from dash.development.base_component import Component

HTML = html.Div._namespace
_NONE: list[str] = []
_PIECES = ["pieces"]


class Plain(Component):
    """Pieces of HTML as they are; app/assets/plain.js draws them. TypeError for any other component among them."""

    _namespace = "liangxin_components"
    _type = "Plain"
    _children_props = _NONE
    _base_nodes = _NONE
    _prop_names = _PIECES
    _valid_wildcard_attributes = _NONE
    available_properties = _PIECES
    available_wildcard_properties = _NONE

    def __init__(self, pieces: Any) -> None:
        super().__init__(pieces=_piece(pieces))  # type: ignore[no-untyped-call]


def _piece(one: Any) -> Any:
    """A piece as data: words as they are, an element by its tag, attributes and what is in it."""
    if isinstance(one, list | tuple):
        return [_piece(part) for part in one if part is not None]
    if not isinstance(one, Component):
        return one
    if one._namespace != HTML:
        raise TypeError(f"{one._type} is no plain HTML: Dash must follow it")
    attributes = one.to_plotly_json()["props"]  # type: ignore[no-untyped-call]
    inner = _piece(attributes.pop("children", None))
    return {"tag": one._type.lower(), "attributes": attributes, "inner": inner}

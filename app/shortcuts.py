"""The keyboard's shortcuts, declared once: the help sheet lists them and the page's script obeys them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Shortcut:
    """Keys that do something, by a name as in `data-act`.

    `keys` are as the script names them: `mod` is Ctrl, or ⌘ on a Mac. `words` is the id of what it is called.
    """

    keys: tuple[str, ...]
    words: str
    does: str
    more: Mapping[str, Any] = field(default_factory=dict)


EVERYWHERE = (
    Shortcut(("?",), "help", "help"),
    *(Shortcut((str(number),), f"key_page_{number}", "go", {"number": number}) for number in (1, 2, 3, 4)),
)
"""On every page."""

EXPLORER = (
    Shortcut(("/",), "search", "search"),
    Shortcut(("mod+z",), "undo", "undo"),
    Shortcut(("mod+shift+z", "mod+y"), "redo", "redo"),
    Shortcut(("escape",), "key_unselect", "unselect"),
    Shortcut(("h", "delete"), "hide", "hide"),
    Shortcut(("p",), "pin", "pin"),
    Shortcut(("l",), "labels", "labels"),
    Shortcut(("+", "="), "zoom_in", "zoom", {"by": 1.25}),
    Shortcut(("-",), "zoom_out", "zoom", {"by": 0.8}),
    Shortcut(("0",), "fit", "fit"),
    Shortcut(("t",), "table_toggle", "fold"),
    Shortcut(("g",), "key_table", "to_table"),
    Shortcut(("i",), "key_inspector", "to_inspector"),
)
"""Where there is a picture."""


def told_to_script() -> dict[str, dict[str, Any]]:
    """What each key does, and whether only where there is a picture."""
    return {
        key: {"name": one.does, **one.more, "picture": one in EXPLORER}
        for one in (*EVERYWHERE, *EXPLORER)
        for key in one.keys
    }

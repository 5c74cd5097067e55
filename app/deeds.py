"""What a person does on a page of ledgers: a deed by its name, as the browser writes it.

A deed is plain JSON: `tab`, `name` and its own words. Nothing of it is trusted beyond what it may choose from.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from app.i18n import text
from graph.errors import LiangxinError, WrongQuestion

Deed = Mapping[str, Any]
R = TypeVar("R")
Deeds = Mapping[str, Callable[[R, str, Deed], None]]
"""What can be done on a page, by name: with what the page keeps, in a tab."""


def unchanged(deed: Deed, before: Mapping[str, Any] | None, state: Mapping[str, Any]) -> bool:
    """Whether the page only asks how the work stands, and its last reply `before` told this very state."""
    return before is not None and before["state"] == state and deed["name"] == "look"


def carry_out(deeds: Deeds[R], kept: R, deed: Deed) -> LiangxinError | None:
    """Do one deed; why it cannot be done, for the page to tell."""
    tab, name = str(deed["tab"]), str(deed["name"])
    try:
        if name not in deeds:
            raise WrongQuestion(text("wrong_action", name=name), text("reload_page"))
        deeds[name](kept, tab, deed)
    except LiangxinError as error:
        return error
    return None

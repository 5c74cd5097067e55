"""The overview's components: the frame with its parts, and a part from what it tells."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from app.components.overview import changes, holes, ledgers, places, rates
from app.holes import GROUPS
from graph.text import Language

PARTS: Mapping[str, Callable[[Any, Language], Any]] = {
    "rates": rates.build,
    "areas": places.build,
    "cells": places.build,
    "ledgers": ledgers.build,
    "changes": changes.build,
    **dict.fromkeys(GROUPS, holes.build),
}

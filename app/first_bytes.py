"""The picture in the page's first bytes, while nobody waits for a database that is busy or gone."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from math import inf
from time import monotonic

from graph.errors import LiangxinError
from graph.text import Language

SECONDS = 0.2
"""So long the page waits to hear whether the picture that is kept is of the present graph."""
TRUSTED_SECONDS = 60.0
"""Where it hears nothing, the picture last heard of counts for so long: the canvas tells what is true soon after."""


class FirstBytes:
    """The picture by language; empty where none is known in time. `draw` asks the database, and raises as that does."""

    def __init__(self, draw: Callable[[Language], str]) -> None:
        self._draw = draw
        self._asking = ThreadPoolExecutor(1, thread_name_prefix="first-bytes")
        self._last: dict[Language, tuple[float, str]] = {}

    def tell(self, language: Language) -> str:
        """The picture, within `SECONDS`."""
        try:
            return self._asking.submit(self._drawn, language).result(SECONDS)
        except TimeoutError:
            at, picture = self._last.get(language, (-inf, ""))
            return picture if monotonic() - at < TRUSTED_SECONDS else ""
        except LiangxinError:
            return ""

    def _drawn(self, language: Language) -> str:
        picture = self._draw(language)
        self._last[language] = monotonic(), picture
        return picture

"""Where scenes are kept: one history per browser tab, on the server's disk, so that a reload finds it again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from diskcache import Cache

from app.scene.history import History

FORMAT = 6
"""Raise it when the shape of a kept history changes: older ones count as lost, and the browser sends its scene."""
DAYS_KEPT = 14


class Shelf:
    """Histories by tab."""

    def __init__(self, home: Path) -> None:
        self._cache: Any = Cache(str(home / "scenes"))

    def get(self, tab: str) -> History | None:
        """The tab's history, or None when it is unknown, expired or of an older format."""
        kept = self._cache.get(self._key(tab))
        return kept if isinstance(kept, History) else None

    def put(self, tab: str, history: History) -> None:
        """Keep the tab's history."""
        self._cache.set(self._key(tab), history, expire=DAYS_KEPT * 24 * 3600)

    def forget(self, tab: str) -> None:
        """Lose the tab's history; the browser will send its scene."""
        self._cache.delete(self._key(tab))

    def clear(self) -> None:
        """Lose all histories."""
        self._cache.clear()

    def _key(self, tab: str) -> str:
        return f"{FORMAT}:{tab}"

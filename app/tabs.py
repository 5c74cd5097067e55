"""What the server keeps of each browser tab while it runs: one plain value, changed as a whole."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Tabs(Generic[T]):
    """Values by tab; a new tab has a `fresh` one."""

    def __init__(self, fresh: T) -> None:
        self._lock = threading.Lock()
        self._fresh = fresh
        self._kept: dict[str, tuple[T, int, float]] = {}

    def get(self, tab: str) -> T:
        """The tab's value."""
        return self._of(tab)[0]

    def version(self, tab: str) -> int:
        """How often the value has changed."""
        return self._of(tab)[1]

    def change(self, tab: str, change: Callable[[T], T]) -> T:
        """The tab's value, changed as a whole or not at all, whoever else is at it."""
        with self._lock:
            before, version, _ = self._of(tab)
            after = change(before)
            self._kept[tab] = (after, version + (after != before), time.monotonic())
            return after

    def abandoned(self, seconds: float, may_go: Callable[[T], bool]) -> list[T]:
        """Values that nobody has changed or asked for that long, taken out."""
        with self._lock:
            until = time.monotonic() - seconds
            old = [tab for tab, (value, _, at) in self._kept.items() if at < until and may_go(value)]
            return [self._kept.pop(tab)[0] for tab in old]

    def _of(self, tab: str) -> tuple[T, int, float]:
        return self._kept.get(tab, (self._fresh, 0, 0.0))

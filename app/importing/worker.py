"""One piece of work at a time, each in a thread of its own, in the order in which people asked."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace

from graph.progress import Progress, Step

Work = Callable[[Progress], None]


@dataclass(frozen=True)
class Standing:
    """How a piece of work stands. `before`: how many are done first; `step`: what it is doing; `seconds` so far."""

    before: int
    step: Step | None = None
    seconds: float = 0.0


@dataclass(frozen=True)
class _Now:
    key: str
    began: float
    step: Step | None = None


class Worker:
    """Does what it is asked, one after the other. What a piece of work raises ends that piece alone."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._orders: deque[tuple[str, Work]] = deque()
        self._now: _Now | None = None

    def ask(self, key: str, work: Work) -> None:
        """Have `work` done; `key` is what it is known by."""
        with self._lock:
            self._orders.append((key, work))
            self._begin_next()

    def standing(self, key: str) -> Standing | None:
        """How the work of that key stands; None when there is none."""
        with self._lock:
            now = self._now
            if now is not None and now.key == key:
                return Standing(0, now.step, time.monotonic() - now.began)
            before = next((i for i, (waiting, _) in enumerate(self._orders) if waiting == key), None)
        return None if before is None else Standing(before + (now is not None))

    def _begin_next(self) -> None:
        """Start a thread for the next piece, unless one is running."""
        if self._now is None and self._orders:
            key, work = self._orders.popleft()
            self._now = _Now(key, time.monotonic())
            threading.Thread(target=self._do, args=(work,), daemon=True).start()

    def _do(self, work: Work) -> None:
        try:
            work(self._note)
        finally:
            with self._lock:
                self._now = None
                self._begin_next()

    def _note(self, step: Step) -> None:
        with self._lock:
            if self._now is not None:
                self._now = replace(self._now, step=step)

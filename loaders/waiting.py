"""A database that goes away in mid-load is waited for: said once, tried again, up to a limit."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

from graph.errors import DatabaseGone
from graph.progress import Progress, Step
from graph.text import Text

T = TypeVar("T")

WAITING = Text("数据库连接不上，等待它恢复…", "the database cannot be reached; waiting for it…")
PAUSE_SECONDS = 0.5


def patiently(work: Callable[[], T], seconds: float, progress: Progress) -> T:
    """The result of `work`, tried again while the database cannot be reached.

    Raises DatabaseGone when that has lasted longer than `seconds`.
    """
    gone_at: float | None = None
    while True:
        try:
            return work()
        except DatabaseGone:
            gone_at = gone_at or time.monotonic()
            if time.monotonic() - gone_at >= seconds:
                raise
        progress(Step(WAITING))
        time.sleep(PAUSE_SECONDS)

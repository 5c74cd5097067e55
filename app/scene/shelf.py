"""Where scenes are kept: one history per browser tab, on the server's disk, so that a reload finds it again.

The histories of the last tabs are at hand as they are: to pack one of many nodes takes as long as what a person waits
for. The disk has each a moment later, and at once its stamp, by which what is at hand and what is packed are known to
be the last: who clears the disk clears all.
"""

from __future__ import annotations

from collections import OrderedDict
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any
from uuid import uuid4

from diskcache import Cache

from app.scene.history import History

FORMAT = 7
"""Raise it when the shape of a kept history changes: older ones count as lost, and the browser sends its scene."""
KEPT_SECONDS = 14 * 24 * 3600
AT_HAND = 16
"""Tabs whose histories are kept in memory too."""


class Shelf:
    """Histories by tab."""

    def __init__(self, home: Path) -> None:
        self._cache: Any = Cache(str(home / "scenes"))
        self._at_hand: OrderedDict[str, tuple[str, History]] = OrderedDict()
        self._packing = ThreadPoolExecutor(1, thread_name_prefix="shelf")
        self._last: Future[None] | None = None

    def get(self, tab: str) -> History | None:
        """The tab's history, or None when it is unknown, expired or of an older format."""
        stamp = self._cache.get(_stamp(tab))
        at_hand = self._at_hand.get(tab)
        kept = at_hand if at_hand and at_hand[0] == stamp else self._cache.get(_packed(tab))
        return kept[1] if kept and kept[0] == stamp else None

    def put(self, tab: str, history: History) -> None:
        """Keep the tab's history. What went wrong with writing the one before is raised now."""
        if (last := self._last) and last.done():
            self._last = None
            last.result()
        stamp = uuid4().hex
        self._cache.set(_stamp(tab), stamp, expire=KEPT_SECONDS)
        self._at_hand.pop(tab, None)
        self._at_hand[tab] = stamp, history
        self._let_go()
        self._last = self._packing.submit(self._pack, tab, stamp, history)

    def forget(self, tab: str) -> None:
        """Lose the tab's history; the browser will send its scene."""
        for key in (_stamp(tab), _packed(tab)):
            self._cache.delete(key)

    def clear(self) -> None:
        """Lose all histories."""
        self._cache.clear()

    def _let_go(self) -> None:
        """What is at hand of too many tabs, and of those that the disk has forgotten: so is whoever they show."""
        while len(self._at_hand) > AT_HAND:
            self._at_hand.popitem(last=False)
        for tab, kept in list(self._at_hand.items()):
            if self._cache.get(_stamp(tab)) != kept[0] and self._at_hand.get(tab) is kept:
                self._at_hand.pop(tab, None)

    def _pack(self, tab: str, stamp: str, history: History) -> None:
        """Write it down, unless another has come or it was forgotten meanwhile."""
        with self._cache.transact():
            if self._cache.get(_stamp(tab)) == stamp:
                self._cache.set(_packed(tab), (stamp, history), expire=KEPT_SECONDS)


def _stamp(tab: str) -> str:
    return f"{FORMAT}:stamp:{tab}"


def _packed(tab: str) -> str:
    return f"{FORMAT}:{tab}"

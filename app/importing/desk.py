"""Where importing happens: the trays of all tabs, the files that arrived, and the one who does the work."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from app.importing.tray import Tray
from app.importing.uploads import Uploads
from app.importing.worker import Standing, Worker
from graph.connection import Database
from graph.values.digest import Digester
from loaders.keyring import digester_of

HOURS_KEPT = 24
"""How long a tray that nobody looks at is kept, with its files."""


class Trays:
    """The trays by tab. They live as long as the server: what was loaded stands in the database."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._trays: dict[str, tuple[Tray, float]] = {}

    def get(self, tab: str) -> Tray:
        """The tab's tray; an empty one for a new tab."""
        return self._trays.get(tab, (Tray(), 0.0))[0]

    def change(self, tab: str, change: Callable[[Tray], Tray]) -> Tray:
        """The tab's tray, changed as a whole or not at all, whoever else is at it."""
        with self._lock:
            before = self.get(tab)
            after = change(before)
            if after != before:
                after = replace(after, version=before.version + 1)
            self._trays[tab] = (after, time.monotonic())
            return after

    def abandoned(self) -> list[Tray]:
        """Trays that nobody has looked at for long, taken out."""
        with self._lock:
            old = [t for t, (tray, at) in self._trays.items() if not tray.busy and at < time.monotonic() - _KEPT]
            return [self._trays.pop(tab)[0] for tab in old]


@dataclass(frozen=True)
class Desk:
    """One per application."""

    database: Database
    home: Path
    uploads: Uploads
    trays: Trays = field(default_factory=Trays)
    worker: Worker = field(default_factory=Worker)

    def digester(self) -> Digester:
        """By which ID numbers become digests. Raises SettingsError when the keys are lost or damaged."""
        return digester_of(self.database, self.home)

    def standing(self, tab: str, file_id: str | None) -> Standing | None:
        """How the work on a file stands; None when there is none."""
        return self.worker.standing(work_key(tab, file_id or ""))

    def clear_abandoned(self) -> None:
        """Let go of files that nobody has looked at for long."""
        for tray in self.trays.abandoned():
            for file in tray.files:
                self.uploads.let_go(file.upload.path)


def work_key(tab: str, file_id: str) -> str:
    """By what the worker knows the work on a file."""
    return f"{tab}/{file_id}"


_KEPT = HOURS_KEPT * 3600

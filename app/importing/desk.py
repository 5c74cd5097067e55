"""Where importing happens: the trays of all tabs, the files that arrived, and the one who does the work."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from app.importing.tray import Tray
from app.importing.uploads import Uploads
from app.importing.worker import Standing, Worker
from app.tabs import Tabs
from graph.connection import Database
from graph.values.digest import Digester
from loaders.keyring import digester_of

HOURS_KEPT = 24
"""How long a tray that nobody looks at is kept, with its files; what was loaded stands in the database."""


@dataclass(frozen=True)
class Desk:
    """One per application."""

    database: Database
    home: Path
    uploads: Uploads
    trays: Tabs[Tray] = field(default_factory=lambda: Tabs(Tray()))
    worker: Worker = field(default_factory=Worker)

    def digester(self) -> Digester:
        """By which ID numbers become digests. Raises SettingsError when the keys are lost or damaged."""
        return digester_of(self.database, self.home)

    def standing(self, tab: str, file_id: str | None) -> Standing | None:
        """How the work on a file stands; None when there is none."""
        return self.worker.standing(work_key(tab, file_id or ""))

    def clear_abandoned(self) -> None:
        """Let go of files that nobody has looked at for long."""
        for tray in self.trays.abandoned(HOURS_KEPT * 3600, lambda tray: not tray.busy):
            for file in tray.files:
                self.uploads.let_go(file.upload.path)


def work_key(tab: str, file_id: str) -> str:
    """By what the worker knows the work on a file."""
    return f"{tab}/{file_id}"

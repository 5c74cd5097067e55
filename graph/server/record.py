"""The record of a home's running server, and whether it still runs.

A process id alone proves nothing: after a crash the number may belong to someone else. So its start time is kept too;
and as start times shift when the clock is set, a command line that names this home is as good.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

import psutil

from graph.server.home import Home

SAME_START_SECONDS = 0.5


@dataclass(frozen=True)
class Record:
    """A server that was started; `created` is its process's start time in seconds since 1970."""

    pid: int
    created: float
    version: str
    port: int
    ready: bool

    @property
    def uri(self) -> str:
        """Its Bolt address."""
        return f"bolt://127.0.0.1:{self.port}"


def read(home: Home) -> Record | None:
    """The recorded server; None when there is none or the record was cut short."""
    try:
        return Record(**json.loads(home.record.read_text("utf-8")))
    except (FileNotFoundError, ValueError, TypeError):
        return None


def write(home: Home, record: Record) -> None:
    """Keep the record; a reader sees the old one or the new one, never half."""
    draft = home.record.with_suffix(".draft")
    draft.write_text(json.dumps(asdict(record)), "utf-8")
    draft.replace(home.record)


def forget(home: Home) -> None:
    """Remove the record."""
    home.record.unlink(missing_ok=True)


def process_of(home: Home, record: Record) -> psutil.Process | None:
    """The recorded server's process; None when it ended, or when its id belongs to another process now."""
    try:
        process = psutil.Process(record.pid)
        ours = abs(process.create_time() - record.created) < SAME_START_SECONDS or str(home.neo4j) in process.cmdline()
        return process if ours and process.status() != psutil.STATUS_ZOMBIE else None
    except (psutil.NoSuchProcess, psutil.AccessDenied):
        return None

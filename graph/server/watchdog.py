"""A server bound to its owner: when the owner's process is gone, however it went, the server ends too.

For test runs and other short-lived owners, which a SIGKILL gives no chance to clean up.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import psutil

from graph.server.lifecycle import stop
from graph.server.process import detached
from graph.settings import Settings

PAUSE_SECONDS = 0.5


def bind_to_owner(home: Path, owner_pid: int, *, remove_home: bool = False) -> int:
    """Watch `owner_pid` from a process of its own: once gone, stop the home's server and, if asked, remove the home.

    Call it before the server starts. The watch ends by itself when the home is removed. Returns its process id.
    """
    command = [sys.executable, "-m", "graph.server.watchdog", str(home), str(owner_pid)]
    command += ["--remove-home"] if remove_home else []
    importable_from = Path(__file__).parents[2]
    return detached(command, subprocess.DEVNULL, importable_from).pid


def watch(home: Path, owner_pid: int, *, remove_home: bool) -> None:
    """Wait for the owner to go, then clean up."""
    with suppress(psutil.NoSuchProcess):
        owner = psutil.Process(owner_pid)
        while home.is_dir() and owner.is_running() and owner.status() != psutil.STATUS_ZOMBIE:
            time.sleep(PAUSE_SECONDS)
    if home.is_dir():
        stop(Settings(home=home, neo4j_uri=None))
        if remove_home:
            shutil.rmtree(home)


def main() -> None:
    """Watch as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("home", type=Path)
    parser.add_argument("owner_pid", type=int)
    parser.add_argument("--remove-home", action="store_true")
    given = parser.parse_args()
    watch(given.home, given.owner_pid, remove_home=given.remove_home)


if __name__ == "__main__":
    main()

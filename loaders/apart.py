"""The other process, in which workbooks are opened: started once, watched, and started anew after it died."""

from __future__ import annotations

import pickle
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

import psutil

from loaders.workbook_process import End, Unopened

MOST_MEMORY = 3 << 30
"""Bytes that opening a workbook may take."""

MOST_SECONDS = 300

_KEPT_MEMORY = 300 << 20
_WATCHED_EVERY = 0.05
_PROGRAM = "from loaders.workbook_process import main; main()"


class Died(Exception):
    """The other process ended before it was done: the workbook is damaged, or asks for too much."""


class Parts:
    """What the other process writes of one workbook. `ended`: it has written all of it."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process
        self.ended = False

    def ask(self, path: Path) -> None:
        """Have the workbook at `path` opened. Raises Died."""
        try:
            pickle.dump(str(path), self._to)
            self._to.flush()
        except BrokenPipeError as error:
            raise Died from error

    def next(self) -> Any:
        """The next part. Raises Died."""
        try:
            part = pickle.load(self._from)
        except (EOFError, pickle.UnpicklingError) as error:
            raise Died from error
        self.ended = isinstance(part, Unopened | End)
        return part

    @property
    def _to(self) -> IO[bytes]:
        assert self._process.stdin is not None
        return self._process.stdin

    @property
    def _from(self) -> IO[bytes]:
        assert self._process.stdout is not None
        return self._process.stdout


class Apart:
    """One process that opens one workbook at a time for whoever asks."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._one_at_a_time = threading.Lock()

    @contextmanager
    def opening(self, path: Path) -> Iterator[Parts]:
        """The parts of a workbook as the other process writes them. Going through them raises Died."""
        with self._one_at_a_time:
            process = self._running()
            finished = threading.Event()
            watch = threading.Thread(target=_watch, args=(process, finished), daemon=True)
            watch.start()
            parts = Parts(process)
            try:
                parts.ask(path)
                yield parts
            finally:
                finished.set()
                watch.join()
                self._let_go(process, parts.ended)

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-c", _PROGRAM],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        return self._process

    def _let_go(self, process: subprocess.Popen[bytes], ended: bool) -> None:
        """End a process that holds the memory of a large workbook, died, or still has something to say of this one."""
        if ended and process.poll() is None and _memory(process) <= _KEPT_MEMORY:
            return
        process.kill()
        process.communicate()
        self._process = None


def _watch(process: subprocess.Popen[bytes], finished: threading.Event) -> None:
    """Kill the process once it takes more memory or time than any ledger needs."""
    for _ in range(int(MOST_SECONDS / _WATCHED_EVERY)):
        if finished.wait(_WATCHED_EVERY):
            return
        if _memory(process) > MOST_MEMORY:
            break
    process.kill()


def _memory(process: subprocess.Popen[bytes]) -> int:
    try:
        return int(psutil.Process(process.pid).memory_info().rss)
    except psutil.Error:
        return 0

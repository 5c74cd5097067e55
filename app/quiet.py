"""What is done in the background waits while anyone's request is being answered."""

from __future__ import annotations

from threading import Condition

from flask import Flask, g


class Quiet:
    """Counts the requests that are being answered."""

    def __init__(self) -> None:
        self._changed = Condition()
        self._answering = 0

    def watch(self, server: Flask) -> None:
        """Count the requests of this server."""
        server.before_request(self._begin)
        server.teardown_request(self._end)

    def wait(self) -> None:
        """Wait until none is being answered."""
        with self._changed:
            self._changed.wait_for(lambda: self._answering == 0)

    def _begin(self) -> None:
        g.counted = True
        with self._changed:
            self._answering += 1

    def _end(self, _error: BaseException | None) -> None:
        if g.pop("counted", False):
            with self._changed:
                self._answering -= 1
                self._changed.notify_all()

"""Writing behind: one step is written while the next is made ready, in their order."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread
from types import TracebackType
from typing import Any, Self

from loaders.session import Steps, Transaction

LOOK_SECONDS = 0.2
"""How often a wait looks up: on Windows nobody could break off one that does not."""


class Behind:
    """Takes steps in their order, each while the work that makes the next one ready goes on.

    What goes wrong in one comes out when the next is given, or at the end: of what was given after it nothing is taken.
    """

    def __init__(self, step: Steps) -> None:
        self._step = step
        self._thread: Thread | None = None
        self._then: Callable[[], None] | None = None
        self._error: BaseException | None = None

    def __call__(self, work: Callable[[Transaction], Any], then: Callable[[], None] | None = None) -> None:
        """Take the step `work` once the one before is done; `then` tells that this one is."""
        self.wait()
        self._then = then
        # a load that is broken off leaves its last step to itself: it is committed whole or not at all
        self._thread = Thread(target=self._take, args=(work,), daemon=True)
        self._thread.start()

    def wait(self) -> None:
        """Return when nothing is under way any more; raise what went wrong."""
        while self._thread is not None and self._thread.is_alive():
            self._thread.join(LOOK_SECONDS)
        then, error = self._then, self._error
        self._thread = self._then = self._error = None
        if error is not None:
            raise error
        if then is not None:
            then()

    def _take(self, work: Callable[[Transaction], Any]) -> None:
        try:
            self._step(work)
        except BaseException as error:  # noqa: BLE001  it belongs to whoever waits, not to this thread
            self._error = error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is None:
            self.wait()

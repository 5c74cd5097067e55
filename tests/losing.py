"""A network between the driver and a real Neo4j that loses answers to commits: was it written or not?"""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

BEGIN, READING, COMMIT = b"\xb1\x11", b"\x84mode\x81r", b"\x00\x02\xb0\x12\x00\x00"
"""In the messages of Bolt: a transaction begins, one that only reads, one is to be committed."""


class Losing:
    """Passes everything on, but of every `each` commits of writing transactions the answer to the last is lost."""

    def __init__(self, server: tuple[str, int], each: int) -> None:
        self._server, self._each = server, each
        self._listening = socket.create_server(("127.0.0.1", 0))
        self._lock = threading.Lock()
        self.port: int = self._listening.getsockname()[1]
        self.commits = 0

    @property
    def lost(self) -> int:
        """How many answers were lost."""
        return self.commits // self._each

    def serve(self) -> None:
        """Take connections until closed."""
        while True:
            try:
                driver, _ = self._listening.accept()
            except OSError:
                return
            threading.Thread(target=self._pass_on, args=(driver,), daemon=True).start()

    def close(self) -> None:
        """Take no more connections."""
        self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()

    def _pass_on(self, driver: socket.socket) -> None:
        with driver, socket.create_connection(self._server) as server:
            losing = threading.Event()
            threading.Thread(target=self._answer, args=(server, driver, losing), daemon=True).start()
            writing = False
            while asked := _received(driver):
                if BEGIN in asked:
                    writing = READING not in asked
                if writing and asked.endswith(COMMIT) and self._is_last():
                    losing.set()
                server.sendall(asked)

    def _is_last(self) -> bool:
        with self._lock:
            self.commits += 1
            return self.commits % self._each == 0

    def _answer(self, server: socket.socket, driver: socket.socket, losing: threading.Event) -> None:
        while (answer := _received(server)) and not losing.is_set():
            driver.sendall(answer)
        # the commit is done by now, and the connection is cut instead of saying so
        with suppress(OSError):  # the driver may have gone first
            driver.shutdown(socket.SHUT_RDWR)


def _received(end: socket.socket) -> bytes:
    try:
        return end.recv(65536)
    except OSError:
        return b""


@contextmanager
def losing(server: tuple[str, int], each: int) -> Iterator[Losing]:
    """Such a network in front of a server."""
    network = Losing(server, each)
    thread = threading.Thread(target=network.serve, daemon=True)
    thread.start()
    try:
        yield network
    finally:
        network.close()
        thread.join()

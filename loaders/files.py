"""A file that is being read: opened as often as needed, and refused once somebody changes it meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from graph.errors import LedgerRefused, Place
from graph.text import Text

_CHUNK = 1 << 20

_UNREADABLE = Text("文件不存在或不能读取", "the file does not exist or cannot be read")
_CHECK_PATH = Text("检查路径；若正被其他程序打开，请先关闭", "check the path; close it in other programs")
_CHANGED = Text("文件在读取过程中被改动", "the file was changed while it was being read")
_AGAIN = Text("请在其他程序中关闭它，再导入一次", "close it in other programs and load it again")


@dataclass(frozen=True)
class LedgerFile:
    """A file at `path`, called `name` to people. `keeper` holds on to a temporary folder for as long as it is needed.

    A ledger of a million rows is read anew each time it is gone through; `stamp` (size and time of change) makes sure
    that it is the same ledger each time.
    """

    name: str
    path: Path
    stamp: tuple[int, int]
    keeper: object = field(default=None, repr=False, compare=False)

    @classmethod
    def at(cls, path: Path, name: str | None = None, keeper: object = None) -> LedgerFile:
        """The file as it is now. Raises LedgerRefused for one that cannot be read."""
        called = name or path.name
        try:
            return cls(called, path, _stamp(path), keeper)
        except OSError as error:
            raise LedgerRefused(_UNREADABLE, _CHECK_PATH, Place(file=called)) from error

    @property
    def place(self) -> Place:
        """Where errors of the whole file are."""
        return Place(file=self.name)

    @contextmanager
    def open(self) -> Iterator[BinaryIO]:
        """The file's bytes. Raises LedgerRefused when they cannot be read or are no longer the same."""
        try:
            with self.path.open("rb") as opened:
                self._unchanged()
                yield opened
                self._unchanged()
        except OSError as error:
            raise LedgerRefused(_UNREADABLE, _CHECK_PATH, self.place) from error

    def chunks(self) -> Iterator[bytes]:
        """The bytes, a part at a time."""
        with self.open() as opened:
            while chunk := opened.read(_CHUNK):
                yield chunk

    def _unchanged(self) -> None:
        if _stamp(self.path) != self.stamp:
            raise LedgerRefused(_CHANGED, _AGAIN, self.place)


def _stamp(path: Path) -> tuple[int, int]:
    told = path.stat()
    if not path.is_file():
        raise IsADirectoryError(path)
    return told.st_size, told.st_mtime_ns

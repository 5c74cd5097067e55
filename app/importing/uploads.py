"""Where files lie that arrived by the page: under names of our own, for nobody else to read, until they are let go.

Originals hold ID numbers in clear, so nothing of them outlives the server that received them.
"""

from __future__ import annotations

import os
import shutil
import unicodedata
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import BinaryIO
from uuid import uuid4

import psutil

from graph.errors import LedgerRefused, Place
from graph.text import Text
from graph.values.masks import mask_numbers
from loaders.files import LedgerFile
from loaders.parcels import files_of_zip
from loaders.sources import LARGEST_WORKBOOK, TABLES, WORKBOOKS, WRONG_TYPE

LARGEST_UPLOAD = LARGEST_WORKBOOK
"""Bytes of one file; larger tables are loaded by the command line, which reads them where they lie."""

TAKEN = (*WORKBOOKS, *TABLES, ".zip")

_CHUNK = 1 << 20
_LONGEST_NAME = 120

_TYPES = Text("请另存为 xlsx、xls、ods、xlsb 或 csv，或打包成 zip", "save it as xlsx, xls, ods, xlsb, csv or a zip")
_LARGE = Text(f"文件超过 {LARGEST_UPLOAD >> 20} MB", f"the file is larger than {LARGEST_UPLOAD >> 20} MB")
_COMMAND = Text("这样大的表请用 liangxin load 导入", "load a table of that size with liangxin load")
_CUT_OFF = Text("文件没有传完", "the file did not arrive whole")
_AGAIN = Text("请再传一次", "send it again")


@dataclass(frozen=True)
class Upload:
    """A file that arrived: what people call it (ID numbers masked), where it lies, and its bytes."""

    name: str
    path: Path
    size: int


@dataclass(frozen=True)
class Received:
    """What one request brought. `left_out`: files of a zip that are no ledgers."""

    uploads: tuple[Upload, ...]
    left_out: tuple[str, ...] = ()


class Uploads:
    """The files of one server. Those of servers that are gone are removed when the next one starts."""

    def __init__(self, home: Path) -> None:
        self._all = home / "uploads"
        process = psutil.Process()
        self._folder = self._all / f"{process.pid}-{process.create_time():.0f}"

    def clear_abandoned(self) -> None:
        """Remove what servers left that are gone."""
        for folder in self._all.glob("*-*"):
            pid, _, started = folder.name.partition("-")
            if not (pid.isdigit() and _alive(int(pid), started)):
                shutil.rmtree(folder, ignore_errors=True)

    def receive(self, name: str, stream: BinaryIO, length: int | None) -> Received:
        """The file that a stream brings, or all ledgers of a zip.

        Raises LedgerRefused for what is no ledger by its name, too large, cut off, or a zip that cannot be used.
        """
        called = _called(name)
        place = Place(file=called)
        suffix = PurePosixPath(called).suffix.lower()
        if suffix not in TAKEN:
            raise LedgerRefused(WRONG_TYPE, _TYPES, place)
        if (length or 0) > LARGEST_UPLOAD:
            raise LedgerRefused(_LARGE, _COMMAND, place)
        upload = Upload(called, self._fresh(suffix), 0)
        size = _written(upload.path, stream)
        if size > LARGEST_UPLOAD or (length is not None and size != length):
            self.let_go(upload.path)
            raise LedgerRefused(*((_LARGE, _COMMAND) if size > LARGEST_UPLOAD else (_CUT_OFF, _AGAIN)), place)
        if suffix != ".zip":
            return Received((Upload(called, upload.path, size),))
        left_out: list[str] = []
        try:
            files = files_of_zip(LedgerFile.at(upload.path, called), left_out)
            return Received(tuple(self._kept(called, file) for file in files), tuple(left_out))
        finally:
            self.let_go(upload.path)

    def let_go(self, path: Path) -> None:
        """Remove a file that nobody needs any more."""
        path.unlink(missing_ok=True)

    def _kept(self, packed_in: str, file: LedgerFile) -> Upload:
        path = self._fresh(file.path.suffix)
        shutil.move(file.path, path)
        path.chmod(0o600)
        return Upload(f"{packed_in}/{file.name}", path, file.stamp[0])

    def _fresh(self, suffix: str) -> Path:
        """A path of our own: nothing of what a person called the file, but what kind of table it says it is."""
        for folder in (self._all, self._folder):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return self._folder / f"{uuid4().hex}{suffix}"


def _called(name: str) -> str:
    """The last part of a file's name, without what cannot be seen; ID numbers masked."""
    last = PurePosixPath(name.replace("\\", "/")).name
    plain = "".join(letter for letter in last if unicodedata.category(letter)[0] != "C").strip()
    stem, suffix = PurePosixPath(plain).stem, PurePosixPath(plain).suffix
    return mask_numbers(stem[:_LONGEST_NAME] + suffix)


def _written(path: Path, stream: BinaryIO) -> int:
    """Put a stream into a new file that only we may read, as far as it is allowed; how many bytes it brought."""
    size = 0
    with os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:
        while size <= LARGEST_UPLOAD and (chunk := stream.read(_CHUNK)):
            size += len(chunk)
            file.write(chunk)
    return size


def _alive(pid: int, started: str) -> bool:
    try:
        return f"{psutil.Process(pid).create_time():.0f}" == started
    except psutil.NoSuchProcess:
        return False

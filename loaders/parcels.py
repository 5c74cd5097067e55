"""What arrives at once: one file, or a folder or zip of files."""

from __future__ import annotations

import shutil
import tempfile
import weakref
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import TypeVar

from graph.errors import LedgerRefused, Place
from graph.text import Text
from graph.values.masks import mask_numbers
from loaders.files import LedgerFile
from loaders.sources import TABLES, WORKBOOKS, Source, open_source, read_source
from loaders.workbook_facts import UNZIPPING

MOST_FILES = 2_000
MOST_BYTES = 2 << 30
"""What a zip may unpack to, all its ledgers together."""

_CHUNK = 1 << 20
_UTF8_NAME, _ENCRYPTED = 0x800, 0x1

_NOTHING = Text("里面没有台账文件", "there is no ledger in it")
_FILLED = Text("请放入 xlsx、xls、ods、xlsb 或 csv 文件", "put xlsx, xls, ods, xlsb or csv files into it")
_DAMAGED = Text("压缩包打不开，可能已损坏", "the zip cannot be opened; it may be damaged")
_LOCKED = Text("压缩包有密码", "the zip has a password")
_NESTED = Text("压缩包里还有压缩包", "there is a zip within the zip")
_BOMB = Text("压缩包解压后大得不像台账", "unpacked, the zip is too large for ledgers")
_MANY = Text(f"文件超过 {MOST_FILES} 个", f"more than {MOST_FILES} files")
_UNPACK = Text("请解压后导入文件夹或文件", "unpack it and load the folder or its files")
_IN_PARTS = Text("请分几次导入", "load them in several parts")


K = TypeVar("K")


class _Unpacked:
    """A temporary folder that is there for as long as a file in it is read."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="liangxin-"))
        weakref.finalize(self, shutil.rmtree, self.folder, ignore_errors=True)


def open_sources(path: Path, left_out: list[str] | None = None) -> Iterator[Source]:
    """The ledgers at `path`: a file, or all of a folder or zip in the order of their names.

    Each is called by its path within the folder or zip. Files that are no ledgers are named in `left_out`. Raises
    LedgerRefused for a file that cannot be read, and for a zip that is damaged, locked, nested or absurdly large.
    """
    skipped: list[str] = [] if left_out is None else left_out
    if path.is_dir():
        yield from _of_folder(path, skipped)
    elif path.suffix.lower() == ".zip":
        yield from map(open_source, files_of_zip(LedgerFile.at(path, mask_numbers(path.name)), skipped))
    else:
        yield read_source(path)


def _of_folder(folder: Path, left_out: list[str]) -> Iterator[Source]:
    place = Place(file=mask_numbers(folder.name))
    found = sorted(path for path in folder.rglob("*") if path.is_file())
    for path in _ledgers({path: path.relative_to(folder).as_posix() for path in found}, left_out, place):
        yield open_source(LedgerFile.at(path, mask_numbers(path.relative_to(folder).as_posix())))


def files_of_zip(file: LedgerFile, left_out: list[str] | None = None) -> Iterator[LedgerFile]:
    """The ledgers of a zip, each unpacked for as long as it is read, like `open_sources`. Raises LedgerRefused."""
    skipped: list[str] = [] if left_out is None else left_out
    try:
        with file.open() as opened, zipfile.ZipFile(opened) as packed:
            names = {part: _name(part) for part in packed.infolist() if not part.is_dir()}
            _refuse_absurd(file, names)
            unpacked = _Unpacked()
            for number, part in enumerate(_ledgers(names, skipped, file.place)):
                to = unpacked.folder / f"{number:04}{PurePosixPath(names[part]).suffix.lower()}"
                _unpack(packed, part, to)
                yield LedgerFile.at(to, mask_numbers(names[part]), unpacked)
    except UNZIPPING as error:
        raise LedgerRefused(_DAMAGED, _UNPACK, file.place) from error


def _ledgers(names: dict[K, str], left_out: list[str], place: Place) -> list[K]:
    """The files that are ledgers, by name; what spreadsheets and systems leave lying about does not count at all."""
    told = {key: name for key, name in names.items() if not PurePosixPath(name).name.startswith(("~$", "._", "."))}
    ledgers = [key for key, name in told.items() if name.lower().endswith(WORKBOOKS + TABLES)]
    left_out += sorted(mask_numbers(name) for key, name in told.items() if key not in ledgers)
    if not ledgers:
        raise LedgerRefused(_NOTHING, _FILLED, place)
    if len(ledgers) > MOST_FILES:
        raise LedgerRefused(_MANY, _IN_PARTS, place)
    return sorted(ledgers, key=names.__getitem__)


def _name(part: zipfile.ZipInfo) -> str:
    """The path of a zipped file; without the mark of UTF-8 it is as the PC wrote that packed it, mostly in GBK."""
    if part.flag_bits & _UTF8_NAME:
        return part.filename
    written = part.filename.encode("cp437")
    for encoding in ("utf-8", "gb18030"):
        try:
            return written.decode(encoding)
        except UnicodeDecodeError:
            continue
    return part.filename


def _refuse_absurd(file: LedgerFile, names: dict[zipfile.ZipInfo, str]) -> None:
    if any(part.flag_bits & _ENCRYPTED for part in names):
        raise LedgerRefused(_LOCKED, _UNPACK, file.place)
    if any(name.lower().endswith((".zip", ".rar", ".7z")) for name in names.values()):
        raise LedgerRefused(_NESTED, _UNPACK, file.place)
    if sum(part.file_size for part in names) > MOST_BYTES:
        raise LedgerRefused(_BOMB, _UNPACK, file.place)


def _unpack(packed: zipfile.ZipFile, part: zipfile.ZipInfo, to: Path) -> None:
    """Write one file out; one that says it is smaller than it is ends in an error of its checksum."""
    with packed.open(part) as opened, to.open("wb") as out:
        while chunk := opened.read(_CHUNK):
            out.write(chunk)

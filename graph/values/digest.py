"""Keyed digests: how an ID number identifies a person without being kept.

The keys live in one file outside the database (mode 0600), a line each, the oldest first. A number passes through all
of them in order, so that digests kept under the older keys are brought up by passing them through the newer ones
alone: that is how a key is rotated without knowing a single number. Whoever has the database alone cannot try out
numbers; if the file is lost, known people can no longer be recognised by their number, so it belongs into the backup
of the office.
"""

from __future__ import annotations

import hmac
import os
import re
import secrets
from pathlib import Path

from graph.errors import SettingsError
from graph.text import Text

_DIGEST = re.compile(r"[0-9a-f]{24}")
_KEY = re.compile(r"[0-9a-f]{64}")


class Digester:
    """HMAC-SHA-256 under one secret key, or under several one after the other, the oldest first."""

    def __init__(self, *keys: bytes) -> None:
        self._keys = keys

    def of(self, number: str) -> str:
        """24 hexadecimal digits that stand for `number` (normalised by the caller)."""
        return self.brought_up(number, 0)

    def brought_up(self, digest: str, known: int) -> str:
        """What a digest made with the first `known` keys has become under all of them."""
        for key in self._keys[known:]:
            digest = hmac.new(key, digest.encode(), "sha256").hexdigest()[:24]
        return digest

    @property
    def marks(self) -> tuple[str, ...]:
        """For the first key, the first two and so on: a word by which a database knows which keys its digests are of.

        It is a digest like others and tells nothing of the keys.
        """
        return tuple(
            Digester(*self._keys[:known]).of("liangxin: which keys") for known in range(1, len(self._keys) + 1)
        )

    def first(self, known: int) -> Digester:
        """The digester it was when it had its first `known` keys."""
        return Digester(*self._keys[:known])

    @property
    def mark(self) -> str:
        """The mark of all its keys."""
        return self.marks[-1]


def is_digest(word: str) -> bool:
    """Whether a word has the form of a digest."""
    return bool(_DIGEST.fullmatch(word))


def key_file(home: Path) -> Path:
    """Where an installation keeps its keys."""
    return home / "keys" / "id-number.key"


def read_digester(home: Path) -> Digester | None:
    """The digester of an installation; None while it has no key file.

    Raises SettingsError when the file is damaged: another key would give every person a second identity.
    """
    path = key_file(home)
    try:
        lines = path.read_text("ascii").split()
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise _damaged(path) from error
    if not lines or not all(_KEY.fullmatch(line) for line in lines):
        raise _damaged(path)
    return Digester(*map(bytes.fromhex, lines))


def make_digester(home: Path) -> Digester:
    """A digester under a new key, kept from now on. FileExistsError when the installation has one."""
    path = key_file(home)
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    key = secrets.token_bytes(32)
    _write(path, [key], os.O_EXCL)
    return Digester(key)


def add_key(home: Path) -> Digester:
    """The digester with one more, new key after those it has; the file changes in one act or not at all."""
    path = key_file(home)
    keys = [*map(bytes.fromhex, path.read_text("ascii").split()), secrets.token_bytes(32)]
    beside = path.with_suffix(".new")
    _write(beside, keys, os.O_TRUNC)
    beside.replace(path)
    return Digester(*keys)


def _write(path: Path, keys: list[bytes], how: int) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | how, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write("".join(f"{key.hex()}\n" for key in keys))
        file.flush()
        os.fsync(file.fileno())


def _damaged(path: Path) -> SettingsError:
    return SettingsError(
        Text(f"密钥文件已损坏：{path}", f"the key file is damaged: {path}"),
        Text("请从备份恢复该文件；不要删除它", "restore it from your backup; do not delete it"),
    )

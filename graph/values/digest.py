"""Keyed digests: how an ID number identifies a person without being kept.

The key lives in a file outside the database (mode 0600). Whoever has the database alone cannot try out numbers; if the
file is lost, known people can no longer be recognised by their number, so it belongs into the backup of the office.
"""

from __future__ import annotations

import hmac
import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from graph.errors import SettingsError
from graph.text import Text


@dataclass(frozen=True)
class Digester:
    """HMAC-SHA-256 under one secret key."""

    key: bytes

    def of(self, number: str) -> str:
        """24 hexadecimal digits that stand for `number` (normalised by the caller)."""
        return hmac.new(self.key, number.encode(), "sha256").hexdigest()[:24]


def open_digester(home: Path) -> Digester:
    """The digester of an installation; its key is made on first use.

    Raises SettingsError when the key file is damaged: a new key would give every person a second identity.
    """
    path = home / "keys" / "id-number.key"
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        text = path.read_text().strip()
    else:
        text = secrets.token_hex(32)
        with os.fdopen(handle, "w") as file:
            file.write(text)
    if len(text) != 64:
        raise SettingsError(
            Text(f"密钥文件已损坏：{path}", f"the key file is damaged: {path}"),
            Text("请从备份恢复该文件；不要删除它", "restore it from your backup; do not delete it"),
        )
    return Digester(bytes.fromhex(text))

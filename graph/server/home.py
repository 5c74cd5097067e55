"""One local database's folder below LIANGXIN_HOME: its layout, configuration, password and lock.

LIANGXIN_HOME/
├── server.json           the running server (see record.py)
├── server.lock           held by the one command that starts, stops or copies the server
├── neo4j-password        mode 0600
└── neo4j/{conf,data,logs,plugins,import,run}
"""

from __future__ import annotations

import os
import re
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from filelock import AcquireReturnProxy, BaseFileLock, FileLock, Timeout

from graph.errors import EngineError
from graph.progress import Progress, Step
from graph.server.releases import Release
from graph.settings import Settings
from graph.text import Text

LOCK_SECONDS = 600  # a backup of a large database holds the lock that long


@dataclass(frozen=True)
class Home:
    """Where one local database keeps its things."""

    root: Path

    @property
    def neo4j(self) -> Path:
        """Neo4j's own home."""
        return self.root / "neo4j"

    @property
    def conf(self) -> Path:
        """Neo4j's configuration folder."""
        return self.neo4j / "conf"

    @property
    def console_log(self) -> Path:
        """What the server and its Java print."""
        return self.neo4j / "logs" / "console.log"

    @property
    def record(self) -> Path:
        """The record of the running server."""
        return self.root / "server.json"

    @property
    def password_file(self) -> Path:
        """The database's password."""
        return self.root / "neo4j-password"

    @property
    def has_database(self) -> bool:
        """Whether there is data to copy."""
        return (self.neo4j / "data" / "databases" / "neo4j").is_dir()

    @property
    def has_accounts(self) -> bool:
        """Whether a server has run here and keeps a password of its own."""
        return (self.neo4j / "data" / "databases" / "system").is_dir()

    def make(self) -> None:
        """Create the folders, for this user only. EngineError when they cannot be written."""
        with self._writing():
            self.root.mkdir(mode=0o700, parents=True, exist_ok=True)
            for name in ("conf", "data", "logs", "plugins", "import", "run"):
                (self.neo4j / name).mkdir(mode=0o700, parents=True, exist_ok=True)

    @contextmanager
    def locked(self, progress: Progress) -> Iterator[None]:
        """Keep other commands from starting, stopping or copying the server; EngineError when they take too long."""
        lock = FileLock(self.root / "server.lock")
        with self._writing(), _acquired(lock, progress):
            yield

    @contextmanager
    def _writing(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise EngineError(
                Text("无法使用数据文件夹 {root}（{reason}）", "the folder {root} cannot be used ({reason})").fill(
                    root=self.root, reason=error
                ),
                Text(
                    "请检查权限和磁盘空间，或用 LIANGXIN_HOME 指定另一个文件夹",
                    "check permissions and free space, or choose another folder in LIANGXIN_HOME",
                ),
            ) from error

    def configure(self, settings: Settings, release: Release, port: int) -> None:
        """Write neo4j.conf for a server on loopback at `port`."""
        lines = {
            "server.default_listen_address": "127.0.0.1",
            "server.default_advertised_address": "127.0.0.1",
            "server.bolt.enabled": "true",
            "server.bolt.listen_address": f"127.0.0.1:{port}",
            "server.bolt.advertised_address": f"127.0.0.1:{port}",
            "server.http.enabled": "false",
            "server.https.enabled": "false",
            "server.memory.pagecache.size": f"{settings.pagecache_mb}m",
            "db.tx_log.preallocate": "false",  # else every home takes half a gigabyte before its first row
            # what was removed stays in these logs as long as they do; nothing but a recovery after a crash needs them
            "db.tx_log.rotation.size": "16m",
            "db.tx_log.rotation.retention_policy": "keep_none",
            "dbms.usage_report.enabled": "false",
        }
        text = "".join(f"{line}\n" for line in (*(f"{key}={value}" for key, value in lines.items()), *release.conf))
        (self.conf / "neo4j.conf").write_text(text, "ascii")

    def port(self) -> int | None:
        """The port its server last had; None before the first start."""
        file = self.conf / "neo4j.conf"
        text = file.read_text("ascii") if file.is_file() else ""
        found = re.search(r"^server\.bolt\.listen_address=.*:(\d+)$", text, re.MULTILINE)
        return int(found[1]) if found else None

    def password(self) -> str | None:
        """The database's password; None before the first start."""
        return self.password_file.read_text("ascii") if self.password_file.is_file() else None

    def keep_password(self, password: str) -> None:
        """Write the password, readable by this user only."""
        descriptor = os.open(self.password_file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(password)


def _acquired(lock: BaseFileLock, progress: Progress) -> AcquireReturnProxy[BaseFileLock]:
    try:
        return lock.acquire(blocking=False)
    except Timeout:
        progress(Step(Text("等待另一个命令启动或停止数据库", "waiting for another command with the database")))
    try:
        return lock.acquire(timeout=LOCK_SECONDS)
    except Timeout as error:
        raise EngineError(
            Text(
                "另一个命令占用本机数据库已超过 {minutes} 分钟",
                "another command has held the local database for over {minutes} minutes",
            ).fill(minutes=LOCK_SECONDS // 60),
            Text("请等它完成，或结束那个命令后再试", "let it finish, or end it and try again"),
        ) from error


def new_password() -> str:
    """A password nobody has to remember; one that began with a hyphen would be taken for an option of a command."""
    return secrets.token_hex(24)

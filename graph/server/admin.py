"""Backup and restore of the local database. Neo4j Community copies a stopped database only, so both stop it first."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from graph.errors import EngineError
from graph.progress import Progress, Step, silent
from graph.server import process, record
from graph.server.home import Home
from graph.server.lifecycle import start
from graph.server.neo4j_admin import administer
from graph.settings import Settings
from graph.text import Text


def backup(settings: Settings, target: Path, progress: Progress = silent) -> None:
    """Copy the whole local database to the file `target`; a server that ran runs again afterwards.

    EngineError when NEO4J_URI chooses a remote server, there is no database yet, `target` exists or cannot be written.
    """
    _refuse_remote(settings, "neo4j-admin database dump {name} --to-path=DIR")
    if target.exists():
        raise EngineError(
            Text("备份文件 {file} 已经存在", "the file {file} exists already").fill(file=target),
            Text("请换一个文件名，旧的备份不会被覆盖", "choose another name; an old backup is never overwritten"),
        )
    with _stopped(settings, progress) as home:
        if not home.has_database:
            raise EngineError(
                Text("{home} 中还没有数据库，无可备份", "there is no database in {home} to back up").fill(
                    home=home.root
                ),
                Text("请先导入数据，或检查 LIANGXIN_HOME", "load something first, or check LIANGXIN_HOME"),
            )
        progress(Step(Text("正在备份数据库", "copying the database")))
        _dump(settings, home, target)


def restore(settings: Settings, source: Path, progress: Progress = silent) -> None:
    """Replace the local database by the backup `source`; a restore that fails leaves it as it was.

    EngineError when NEO4J_URI chooses a remote server, or `source` is no backup that this Neo4j can read.
    """
    _refuse_remote(settings, "neo4j-admin database load {name} --from-path=DIR --overwrite-destination=true")
    if not source.is_file():
        raise EngineError(Text("找不到备份文件 {file}", "there is no backup file {file}").fill(file=source))
    with _stopped(settings, progress) as home, TemporaryDirectory(dir=home.root, prefix="before-restore-") as folder:
        before = Path(folder) / "neo4j.dump"
        if home.has_database:
            progress(Step(Text("正在保存现有数据库", "keeping the present database")))
            _dump(settings, home, before)
        progress(Step(Text("正在恢复数据库", "restoring the database")))
        try:
            _load(settings, home, source)
        except EngineError:
            if before.exists():
                _load(settings, home, before)
            raise


@contextmanager
def _stopped(settings: Settings, progress: Progress) -> Iterator[Home]:
    """The home with its server stopped and held stopped; it starts again if it ran, also after a failure."""
    home = Home(settings.home)
    home.make()
    with home.locked(progress):
        running = record.read(home)
        ran = running is not None and process.stop(home, running)
        if running is not None and not ran:
            _recover(settings, home, progress)
        try:
            yield home
        finally:
            if ran:
                start(settings, home, progress)


def _recover(settings: Settings, home: Home, progress: Progress) -> None:
    """After a crash Neo4j copies nothing until a start has recovered the database and a clean stop has closed it."""
    start(settings, home, progress)
    recovered = record.read(home)
    if recovered is not None:
        process.stop(home, recovered)


def _dump(settings: Settings, home: Home, target: Path) -> None:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=target.parent, prefix=".backup-") as folder:
            administer(settings, home, "database", "dump", "neo4j", f"--to-path={folder}")
            (Path(folder) / "neo4j.dump").replace(target)
    except OSError as error:
        raise EngineError(
            Text("无法写入备份文件 {file}（{reason}）", "the backup {file} cannot be written ({reason})").fill(
                file=target, reason=error.strerror
            ),
            Text("请检查权限和磁盘空间", "check permissions and free space"),
        ) from error


def _load(settings: Settings, home: Home, source: Path) -> None:
    arguments = ("database", "load", "neo4j", "--from-stdin", "--overwrite-destination=true")
    administer(settings, home, *arguments, source=source)


def _refuse_remote(settings: Settings, command: str) -> None:
    if settings.neo4j_uri is not None:
        raise EngineError(
            Text(
                "NEO4J_URI 指定了远程数据库 {uri}，不能在这里备份或恢复",
                "NEO4J_URI chooses the remote database {uri}, which cannot be copied from here",
            ).fill(uri=settings.neo4j_uri),
            Text("请在那台服务器上停库后运行：{command}", "stop it and run there: {command}").fill(
                command=command.format(name=settings.neo4j_database)
            ),
        )

"""Neo4j's jars: fetched by lock, checked, kept. They are GPLv3 and come to the user from Maven, never from us."""

from __future__ import annotations

import errno
import hashlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path
from tempfile import TemporaryDirectory

from filelock import FileLock
from jgo.maven import MavenContext

from graph.errors import EngineError
from graph.progress import Progress, Step, silent
from graph.server.releases import Jar, Release
from graph.text import Text

THREADS = 8
TRIES = 2  # a broken download is tried once more; twice the same is no accident
TIMEOUT_SECONDS = 30

Download = Callable[[Jar, Path], Path]
"""(jar, empty folder) → the fetched file below that folder; OSError or RuntimeError when it cannot be had."""


def ensure_jars(
    release: Release,
    cache: Path,
    *,
    maven: str | None = None,
    progress: Progress = silent,
    download: Download | None = None,
) -> Path:
    """The folder of a release's jars, each as locked; what is missing or damaged is fetched.

    `cache` may be shared by homes and by processes at the same time. `maven` is the address of a Maven repository,
    by default Maven Central. EngineError when a jar cannot be had or kept.
    """
    folder = cache / f"neo4j-{release.version}"
    # First without the lock: a complete cache may be read-only.
    if not _missing(release, folder):
        return folder
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with FileLock(cache / f"neo4j-{release.version}.lock"), TemporaryDirectory(dir=cache, prefix="fetch-") as stage:
            missing = _missing(release, folder)
            _fetch_all(missing, folder, Path(stage), download or from_maven(maven), progress)
    except OSError as error:
        raise _cannot_keep(error, cache) from error
    return folder


def from_maven(repository: str | None) -> Download:
    """Downloads from a Maven repository; None is Maven Central."""

    def download(jar: Jar, stage: Path) -> Path:
        remotes = {"chosen": repository.rstrip("/")} if repository else None
        context = MavenContext(repo_cache=stage, remote_repos=remotes, timeout=TIMEOUT_SECONDS)
        component = context.project(jar.group, jar.artifact).at_version(jar.version)
        return Path(component.artifact(jar.classifier, "jar").resolve())

    return download


def _missing(release: Release, folder: Path) -> list[Jar]:
    jars = release.jars()
    with ThreadPoolExecutor(THREADS) as pool:
        intact = pool.map(lambda jar: _is_intact(folder / jar.filename, jar), jars)
        return [jar for jar, whole in zip(jars, intact, strict=True) if not whole]


def _is_intact(path: Path, jar: Jar) -> bool:
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest() == jar.sha256


def _fetch_all(jars: list[Jar], folder: Path, stage: Path, download: Download, progress: Progress) -> None:
    what = Text("正在获取 Neo4j 程序包", "fetching Neo4j's jars")
    progress(Step(what, 0, len(jars)))
    with ThreadPoolExecutor(THREADS) as pool:
        pending = [pool.submit(_fetch, jar, folder, stage, download) for jar in jars]
        try:
            for done, future in enumerate(as_completed(pending), start=1):
                future.result()
                progress(Step(what, done, len(jars)))
        except BaseException:
            # Also on Ctrl-C: what is under way ends, the rest never starts, what was fetched stays for the next time.
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _fetch(jar: Jar, folder: Path, stage: Path, download: Download) -> None:
    for attempt in range(1, TRIES + 1):
        try:
            with TemporaryDirectory(dir=stage) as own:
                path = download(jar, Path(own))
                if _is_intact(path, jar):
                    path.replace(folder / jar.filename)  # atomic: a reader sees a whole jar or none
                    return
        except (OSError, RuntimeError) as error:
            if isinstance(error, OSError) and error.errno in _OWN_DISK:
                raise
            if attempt == TRIES:
                raise _cannot_fetch(error, jar) from error
    raise EngineError(
        Text(
            "两次获取的 {jar} 都与锁定的校验值不符", "{jar} was fetched twice and does not match its locked checksum"
        ).fill(jar=jar.filename),
        Text(
            "网络中可能有代理改动了内容：请换一个网络，或用 LIANGXIN_MAVEN 指定可信的 Maven 仓库",
            "a proxy may be changing what passes: use another network, or name a Maven repository in LIANGXIN_MAVEN",
        ),
    )


# The library's network errors are OSErrors too, without these numbers.
_OWN_DISK = {errno.ENOSPC, errno.EDQUOT, errno.EACCES, errno.EPERM, errno.EROFS, errno.EIO}


def _cannot_fetch(error: Exception, jar: Jar) -> EngineError:
    return EngineError(
        Text("无法从网络获取 Neo4j 程序包 {jar}（{reason}）", "Neo4j's {jar} cannot be fetched ({reason})").fill(
            jar=jar.filename, reason=_first_line(error)
        ),
        Text(
            "请检查网络后再试（已获取的会保留）；不能上网的电脑请用离线安装包，"
            "或把 LIANGXIN_JARS 指向已有程序包的文件夹",
            "check the network and try again (what was fetched is kept); without a network, install from the offline "
            "bundle or point LIANGXIN_JARS to a folder that has the jars",
        ),
    )


def _cannot_keep(error: OSError, cache: Path) -> EngineError:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        what = Text(
            "磁盘已满，无法保存 Neo4j 程序包：{cache}", "the disk is full, Neo4j's jars cannot be kept in {cache}"
        )
        step = Text(
            "请腾出约 400 MB 空间，或用 LIANGXIN_JARS 指定另一个文件夹",
            "free about 400 MB, or name another folder in LIANGXIN_JARS",
        )
        return EngineError(what.fill(cache=cache), step)
    return EngineError(
        Text(
            "无法写入 Neo4j 程序包文件夹 {cache}（{reason}）", "Neo4j's jars cannot be kept in {cache} ({reason})"
        ).fill(cache=cache, reason=_first_line(error)),
        Text(
            "请检查文件夹权限，或用 LIANGXIN_JARS 指定另一个文件夹",
            "check its permissions, or name another folder in LIANGXIN_JARS",
        ),
    )


def _first_line(error: Exception) -> str:
    return (str(error) or type(error).__name__).splitlines()[0]

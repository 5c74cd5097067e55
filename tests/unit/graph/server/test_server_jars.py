"""Jars from a Maven repository: a real one, on loopback."""

import errno
import hashlib
import threading
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from graph.errors import EngineError
from graph.server.jars import ensure_jars
from graph.server.releases import RELEASES, Jar, Release, parsed

CONTENT = {"one": b"first jar", "two": b"second jar", "three": b"third jar"}


@dataclass(frozen=True)
class SmallRelease(Release):
    def jars(self):
        return [Jar("org.some", name, "1.0", "", hashlib.sha256(body).hexdigest()) for name, body in CONTENT.items()]


RELEASE = SmallRelease("2026.09.0", "Main", (25,), ())


class Repository:
    """A Maven repository: its files, its address and what was asked of it."""

    def __init__(self, root: Path):
        self.root = root
        self.asked: list[str] = []
        for name, body in CONTENT.items():
            self.put(name, body)

    def put(self, name, body):
        path = self.path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(body)

    def path(self, name):
        return self.root / "org" / "some" / name / "1.0" / f"{name}-1.0.jar"


@pytest.fixture
def repository(tmp_path):
    kept = Repository(tmp_path / "maven")

    class Handler(SimpleHTTPRequestHandler):
        def log_message(self, *args):
            pass

        def do_GET(self):
            kept.asked.append(self.path.rsplit("/", 1)[1])
            super().do_GET()

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=kept.root)) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        kept.url = f"http://127.0.0.1:{server.server_port}"
        yield kept
        server.shutdown()
        thread.join()


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.glob("*.jar")}


WHOLE = {f"{name}-1.0.jar": body for name, body in CONTENT.items()}


def test_fetches_what_is_locked_and_nothing_twice(repository, tmp_path):
    cache = tmp_path / "cache"
    folder = ensure_jars(RELEASE, cache, maven=repository.url)
    assert contents(folder) == WHOLE
    repository.asked.clear()
    ensure_jars(RELEASE, cache, maven=repository.url)
    assert repository.asked == []


def test_leaves_nothing_but_the_jars(repository, tmp_path):
    cache = tmp_path / "cache"
    ensure_jars(RELEASE, cache, maven=repository.url)
    assert not list(cache.glob("fetch-*"))


def test_a_damaged_jar_is_fetched_again(repository, tmp_path):
    folder = ensure_jars(RELEASE, tmp_path / "cache", maven=repository.url)
    (folder / "two-1.0.jar").write_bytes(b"second j")
    repository.asked.clear()
    ensure_jars(RELEASE, tmp_path / "cache", maven=repository.url)
    assert contents(folder) == WHOLE
    assert "two-1.0.jar" in repository.asked and "one-1.0.jar" not in repository.asked


def test_a_jar_that_differs_twice_is_refused_and_not_kept(repository, tmp_path):
    repository.put("two", b"something else")
    with pytest.raises(EngineError) as caught:
        ensure_jars(RELEASE, tmp_path / "cache", maven=repository.url)
    assert "two-1.0.jar" in caught.value.say("zh") and "校验" in caught.value.say("zh")
    assert repository.asked.count("two-1.0.jar") == 2
    assert not (tmp_path / "cache" / "neo4j-2026.09.0" / "two-1.0.jar").exists()


def test_what_was_fetched_before_a_failure_is_kept(repository, tmp_path):
    repository.path("three").unlink()
    with pytest.raises(EngineError, match=r"three-1\.0\.jar"):
        ensure_jars(RELEASE, tmp_path / "cache", maven=repository.url)
    repository.put("three", CONTENT["three"])
    folder = ensure_jars(RELEASE, tmp_path / "cache", maven=repository.url)
    assert contents(folder) == WHOLE


def test_without_a_network_it_says_what_to_do(tmp_path):
    with pytest.raises(EngineError) as caught:
        ensure_jars(RELEASE, tmp_path / "cache", maven="http://127.0.0.1:9")
    assert "离线安装包" in caught.value.say("zh") and "LIANGXIN_JARS" in caught.value.say("en")


def test_a_full_disk_is_named(tmp_path):
    def full(jar, stage):
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(EngineError) as caught:
        ensure_jars(RELEASE, tmp_path / "cache", download=full)
    assert "磁盘已满" in caught.value.say("zh") and str(tmp_path) in caught.value.say("en")


def test_a_cache_that_cannot_be_written_is_named(tmp_path):
    (tmp_path / "cache").write_text("a file, not a folder")
    with pytest.raises(EngineError, match="cannot be kept"):
        ensure_jars(RELEASE, tmp_path / "cache", maven="http://127.0.0.1:9")


def test_two_fetch_at_once_without_harm(repository, tmp_path):
    failures = []

    def fetch():
        try:
            ensure_jars(RELEASE, tmp_path / "cache", maven=repository.url)
        except EngineError as error:
            failures.append(error)

    threads = [threading.Thread(target=fetch) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failures
    assert contents(tmp_path / "cache" / "neo4j-2026.09.0") == WHOLE
    assert repository.asked.count("one-1.0.jar") == 1


@pytest.mark.parametrize("version", RELEASES)
def test_every_locked_jar_has_its_own_name_and_a_checksum(version):
    jars = RELEASES[version].jars()
    assert len({jar.filename for jar in jars}) == len(jars) > 200
    assert all(len(jar.sha256) == 64 for jar in jars)
    assert [parsed(jar.line) for jar in jars] == jars


@pytest.mark.parametrize("version", RELEASES)
def test_the_lock_names_no_address(version):
    assert not [jar for jar in RELEASES[version].jars() if "//" in jar.line]

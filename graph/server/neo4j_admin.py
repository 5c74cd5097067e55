"""Runs neo4j-admin, Neo4j's own tool for a database that is stopped."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from graph.errors import EngineError
from graph.server.failure import reason_in
from graph.server.home import Home
from graph.server.jars import ensure_jars
from graph.server.java import admin_command, java_for
from graph.server.releases import RELEASES
from graph.settings import Settings
from graph.text import Text


def administer(settings: Settings, home: Home, *arguments: str, source: Path | None = None) -> None:
    """Run neo4j-admin on a stopped home, `source` on its standard input; EngineError with its reason when it fails."""
    release = RELEASES[settings.neo4j_version]
    jars = ensure_jars(release, settings.jars, maven=settings.maven)
    command = admin_command(java_for(release), jars, *arguments)
    environment = {**os.environ, "NEO4J_HOME": str(home.neo4j), "NEO4J_CONF": str(home.conf)}
    with (source or Path(os.devnull)).open("rb") as given:
        done = subprocess.run(command, stdin=given, capture_output=True, env=environment, check=False)
    if done.returncode:
        lines = (done.stdout + done.stderr).decode("utf-8", errors="replace").splitlines()
        raise EngineError(
            Text("neo4j-admin {command} 失败：{reason}", "neo4j-admin {command} failed: {reason}").fill(
                command=" ".join(arguments[:2]), reason=reason_in(lines)
            )
        )

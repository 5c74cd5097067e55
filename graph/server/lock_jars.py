"""Writes the jar lock files anew, after a change of `releases.py`: `python -m graph.server.lock_jars`.

It resolves Neo4j's Maven coordinates (some minutes each) and notes each jar's SHA-256.
"""

from __future__ import annotations

import hashlib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from jgo.maven import MavenContext

from graph.server.jars import THREADS
from graph.server.releases import RELEASES, Jar, Release

ARTIFACTS = ("org.neo4j.app:neo4j-server", "org.neo4j:neo4j")


def resolved(release: Release, cache: Path) -> list[Jar]:
    """All jars on a release's class path, sorted, with the checksums of what Maven gives now."""
    context = MavenContext(repo_cache=cache)
    wanted = [context.create_dependency(f"{artifact}:{release.version}") for artifact in ARTIFACTS]
    given, transitive = context.resolver.resolve(wanted)
    with ThreadPoolExecutor(THREADS) as pool:
        jars = pool.map(_locked, [dependency.artifact for dependency in (*given, *transitive)])
        return sorted(jars, key=lambda jar: jar.line)


def _locked(artifact: Any) -> Jar:
    sha256 = hashlib.sha256(artifact.resolve().read_bytes()).hexdigest()
    return Jar(artifact.groupId, artifact.artifactId, artifact.version, artifact.classifier, sha256)


def main() -> None:
    """Lock every release."""
    for release in RELEASES.values():
        with TemporaryDirectory() as cache:
            lines = [jar.line for jar in resolved(release, Path(cache))]
        Path(__file__).with_name(release.lock_name).write_text("\n".join(lines) + "\n", "ascii")


if __name__ == "__main__":
    main()

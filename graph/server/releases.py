"""The Neo4j releases that can run locally: their jars, main class and Java."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files

from graph.settings import Neo4jVersion


@dataclass(frozen=True)
class Jar:
    """One locked Maven artifact; `sha256` is in lower-case hexadecimal."""

    group: str
    artifact: str
    version: str
    classifier: str
    sha256: str

    @property
    def filename(self) -> str:
        """Its name in the flat folder that becomes the class path."""
        return f"{self.artifact}-{self.version}{f'-{self.classifier}' if self.classifier else ''}.jar"

    @property
    def line(self) -> str:
        """Its line in a lock file."""
        names = [self.group, self.artifact, self.version, *([self.classifier] if self.classifier else [])]
        return f"{':'.join(names)} {self.sha256}"


@dataclass(frozen=True)
class Release:
    """One Neo4j release: what to start, with which Java, and the lines of neo4j.conf that only it understands."""

    version: Neo4jVersion
    main_class: str
    java_majors: tuple[int, ...]
    conf: tuple[str, ...]

    @property
    def lock_name(self) -> str:
        """The lock file's name, next to this module."""
        return f"jars-{self.version}.lock"

    def jars(self) -> list[Jar]:
        """All jars of its class path, as locked."""
        return [parsed(line) for line in (files(__package__) / self.lock_name).read_text("ascii").splitlines()]


def parsed(line: str) -> Jar:
    """A lock file's line, `group:artifact:version[:classifier] sha256`."""
    coordinate, sha256 = line.split()
    group, artifact, version, *classifier = coordinate.split(":")
    return Jar(group, artifact, version, classifier[0] if classifier else "", sha256)


RELEASES: dict[str, Release] = {
    release.version: release
    for release in (
        Release(
            "2026.09.0",
            "org.neo4j.server.Neo4jCommunity",
            java_majors=(21, 25),
            conf=(
                # A server of ours speaks to nobody but us: no broadcasts into the office network, no fleet console.
                "server.fleet_discovery.enabled=false",
                "dbms.fleet_manager.enabled=false",
                # Its databases close in 0.1 s; by default Bolt then waits twice 5 s for callers that are gone.
                "internal.dbms.bolt.netty_server_shutdown_quiet_period_duration=0s",
            ),
        ),
        Release(
            "5.26.30",
            "org.neo4j.server.CommunityEntryPoint",
            java_majors=(17, 21),
            conf=("internal.dbms.bolt.netty_server_shutdown_quiet_period=0",),
        ),
    )
}

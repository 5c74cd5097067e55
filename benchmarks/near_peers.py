"""Nearest places by the peers of the near-branch question: PostGIS on disk, a k-d tree in memory."""

from __future__ import annotations

import os
import re
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

BINARIES = Path("/usr/lib/postgresql/15/bin")
EARTH = 6_378_140.0
"""The radius in metres that Neo4j reckons with."""

Nearest = dict[str, dict[str, str]]
"""By area: the nearest place of each hole that has one."""


@dataclass
class Places:
    """Points with what they are called."""

    keys: list[str]
    longitudes: list[float]
    latitudes: list[float]


def kd_tree(
    places: Places, holes: dict[str, Places], nearest: int, radius: float, rounds: int
) -> tuple[list[float], float, Nearest]:
    """Seconds for an area in each run, seconds to build the tree, and whom it finds. ImportError without scipy."""
    spatial = import_module("scipy.spatial")
    started = time.perf_counter()
    tree = spatial.cKDTree(_on_sphere(places))
    made = time.perf_counter() - started
    taken, found = [], {}
    for _ in range(rounds):
        for area, some in holes.items():
            started = time.perf_counter()
            metres, index = tree.query(_on_sphere(some), k=nearest, distance_upper_bound=radius)
            taken.append(time.perf_counter() - started)
            found[area] = {
                key: places.keys[at[0]]
                for key, far, at in zip(some.keys, metres, index, strict=True)
                if far[0] <= radius
            }
    return taken, made, found


def _on_sphere(places: Places) -> Any:
    """Points in space; within a kilometre the chord is the arc to a hundredth of a millimetre."""
    np = import_module("numpy")
    east, north = np.radians(places.longitudes), np.radians(places.latitudes)
    return EARTH * np.column_stack((np.cos(north) * np.cos(east), np.cos(north) * np.sin(east), np.sin(north)))


def postgis(
    places: Places, holes: dict[str, Places], nearest: int, radius: float, rounds: int
) -> tuple[list[float], float, Nearest]:
    """As `kd_tree`, made ready: tables filled and indexed. OSError where PostgreSQL or PostGIS is not installed."""
    if not (BINARIES / "initdb").exists():
        raise FileNotFoundError("Debian's postgresql is not installed")
    with _cluster() as run:
        started = time.perf_counter()
        run(
            "CREATE EXTENSION postgis;"
            "CREATE TABLE place (key text, here geography(Point, 4326));"
            "CREATE TABLE hole (area text, key text, here geography(Point, 4326));\n"
            f"COPY place FROM STDIN;\n{_copied(places)}\\.\n"
            + "".join(f"COPY hole FROM STDIN;\n{_copied(some, area)}\\.\n" for area, some in holes.items())
            + "CREATE INDEX ON place USING gist (here); CREATE INDEX ON hole (area); VACUUM ANALYZE;"
        )
        made = time.perf_counter() - started
        query = (
            "SELECT h.area, h.key, p.key, p.metres FROM hole h CROSS JOIN LATERAL ("
            "SELECT key, here <-> h.here AS metres FROM place ORDER BY here <-> h.here LIMIT {nearest}) p "
            "WHERE h.area = '{area}' AND p.metres <= {radius} ORDER BY h.key, p.metres;\n"
        )
        texts = [query.format(nearest=nearest, radius=radius, area=area) for area in holes]
        told = run("\\timing on\n" + "".join(texts) * rounds)
        times = [float(ms) / 1000 for ms in re.findall(r"^Time: ([\d.]+) ms", told, re.MULTILINE)]
        found: Nearest = {area: {} for area in holes}
        for line in told.splitlines():
            if line.count("\t") == 3:
                area, hole, place, _ = line.split("\t")
                found[area].setdefault(hole, place)
    return times[len(holes) :], made, found


def _copied(places: Places, area: str = "") -> str:
    begun = f"{area}\t" if area else ""
    rows = zip(places.keys, places.longitudes, places.latitudes, strict=True)
    return "".join(f"{begun}{key}\tSRID=4326;POINT({east:.12f} {north:.12f})\n" for key, east, north in rows)


@contextmanager
def _cluster() -> Iterator[Any]:
    """What runs SQL in a PostgreSQL of its own, with psql, and gives what it prints."""
    begin = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    with tempfile.TemporaryDirectory(prefix="liangxin-postgis-") as folder:
        if begin:
            subprocess.run(["chown", "postgres", folder], check=True)
        data = f"{folder}/data"
        options = f"-k {folder} -c listen_addresses='' -c shared_buffers=512MB"
        _run([*begin, BINARIES / "initdb", "-D", data, "-E", "UTF8", "--no-sync", "-A", "trust"], folder)
        _run([*begin, BINARIES / "pg_ctl", "-D", data, "-w", "-o", options, "-l", f"{folder}/log", "start"], folder)
        psql = [*begin, BINARIES / "psql", "-h", folder, "-d", "postgres", "-AtqX", "-F", "\t", "-v", "ON_ERROR_STOP=1"]
        try:
            yield lambda sql: _run(psql, folder, sql)
        finally:
            _run([*begin, BINARIES / "pg_ctl", "-D", data, "-m", "fast", "-w", "stop"], folder)


def _run(command: list[Any], folder: str, given: str = "") -> str:
    """What a command prints. OSError with its own words when it fails."""
    with tempfile.TemporaryFile("w+", encoding="utf-8") as out:
        done = subprocess.run(
            [str(word) for word in command],
            input=given.encode(),
            stdout=out,
            stderr=subprocess.PIPE,
            cwd=folder,
            check=False,
        )
        if done.returncode:
            raise OSError(done.stderr.decode(errors="replace").strip()[-200:])
        out.seek(0)
        return out.read()

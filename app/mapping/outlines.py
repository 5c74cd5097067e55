"""Outlines and roads of the zone from a local GeoJSON file, when there is one. Nothing is fetched."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.i18n import text
from graph.errors import Place, SettingsError

FILE = "map.geojson"
MOST_BYTES, MOST_POINTS = 8_000_000, 200_000

Line = tuple[tuple[float, float], ...]
"""Longitude and latitude of each point, in degrees of WGS-84, as the format has it."""


@dataclass(frozen=True)
class Outlines:
    """`closed`: the rings of areas; `open`: lines, such as roads."""

    closed: tuple[Line, ...] = ()
    open: tuple[Line, ...] = ()


def read_outlines(home: Path) -> Outlines | None:
    """The outlines in the file of that home; None where there is no file. Raises SettingsError saying what is wrong."""
    path = home / FILE
    if not path.is_file():
        return None
    if path.stat().st_size > MOST_BYTES:
        raise _wrong("outlines_too_large", megabytes=MOST_BYTES // 1_000_000)
    try:
        content = json.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError) as error:
        raise _wrong("outlines_no_json") from error
    lines = list(_lines(content))
    if sum(len(line) for _, line in lines) > MOST_POINTS:
        raise _wrong("outlines_too_many", points=f"{MOST_POINTS:,}")
    closed, opened = (tuple(line for is_closed, line in lines if is_closed is wanted) for wanted in (True, False))
    return Outlines(closed, opened)


def _lines(content: Any) -> Iterator[tuple[bool, Line]]:
    kind = content.get("type") if isinstance(content, dict) else None
    try:
        match kind:
            case "FeatureCollection":
                for feature in content["features"]:
                    yield from _lines(feature)
            case "Feature":
                if content["geometry"] is not None:
                    yield from _lines(content["geometry"])
            case "GeometryCollection":
                for geometry in content["geometries"]:
                    yield from _lines(geometry)
            case "Polygon":
                yield from ((True, _line(ring)) for ring in content["coordinates"])
            case "MultiPolygon":
                yield from ((True, _line(ring)) for polygon in content["coordinates"] for ring in polygon)
            case "LineString":
                yield False, _line(content["coordinates"])
            case "MultiLineString":
                yield from ((False, _line(line)) for line in content["coordinates"])
            case _:
                raise _wrong("outlines_other", kind=str(kind)[:40])
    except (KeyError, IndexError, TypeError, ValueError) as error:
        raise _wrong("outlines_no_points", kind=str(kind)) from error


def _line(points: Sequence[Sequence[float]]) -> Line:
    line = tuple((float(point[0]), float(point[1])) for point in points)
    if not all(-180 <= x <= 180 and -90 <= y <= 90 for x, y in line):
        raise ValueError("off the globe")
    return line


def _wrong(word: str, **values: object) -> SettingsError:
    return SettingsError(text(word, **values), text("outlines_next"), Place(file=FILE))

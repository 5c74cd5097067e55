"""Coordinates: all points of the graph are WGS-84; GCJ-02 and BD-09 are converted on load.

The shift of GCJ-02 follows the published approximation used by map software (Krasovsky 1940 ellipsoid); its inverse is
found by iteration to under a centimetre. Outside China GCJ-02 equals WGS-84.
"""

from __future__ import annotations

from math import atan2, cos, pi, sin, sqrt
from typing import Literal

Datum = Literal["WGS-84", "GCJ-02", "BD-09"]

_AXIS = 6378245.0
_ECCENTRICITY = 0.00669342162296594323


def to_wgs84(longitude: float, latitude: float, datum: Datum) -> tuple[float, float]:
    """A point in degrees of `datum` as WGS-84 (longitude, latitude). Raises ValueError off the globe."""
    if not (-180 <= longitude <= 180 and -90 <= latitude <= 90):
        raise ValueError(f"{longitude}, {latitude}")
    if datum == "BD-09":
        longitude, latitude = _bd09_to_gcj02(longitude, latitude)
    return (longitude, latitude) if datum == "WGS-84" else _gcj02_to_wgs84(longitude, latitude)


def wgs84_to_gcj02(longitude: float, latitude: float) -> tuple[float, float]:
    """The shifted point that Chinese maps show for a WGS-84 point."""
    if not (73.66 < longitude < 135.05 and 3.86 < latitude < 53.55):
        return longitude, latitude
    x, y = longitude - 105.0, latitude - 35.0
    waves = (20 * sin(6 * x * pi) + 20 * sin(2 * x * pi)) * 2 / 3
    north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * sqrt(abs(x)) + waves
    north += (20 * sin(y * pi) + 40 * sin(y / 3 * pi) + 160 * sin(y / 12 * pi) + 320 * sin(y * pi / 30)) * 2 / 3
    east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * sqrt(abs(x)) + waves
    east += (20 * sin(x * pi) + 40 * sin(x / 3 * pi) + 150 * sin(x / 12 * pi) + 300 * sin(x / 30 * pi)) * 2 / 3
    radians = latitude / 180 * pi
    magic = 1 - _ECCENTRICITY * sin(radians) ** 2
    north = north * 180 / (_AXIS * (1 - _ECCENTRICITY) / (magic * sqrt(magic)) * pi)
    east = east * 180 / (_AXIS / sqrt(magic) * cos(radians) * pi)
    return longitude + east, latitude + north


def _gcj02_to_wgs84(longitude: float, latitude: float) -> tuple[float, float]:
    guess = longitude, latitude
    for _ in range(6):
        shifted = wgs84_to_gcj02(*guess)
        guess = guess[0] + longitude - shifted[0], guess[1] + latitude - shifted[1]
    return guess


def _bd09_to_gcj02(longitude: float, latitude: float) -> tuple[float, float]:
    x, y = longitude - 0.0065, latitude - 0.006
    wave = pi * 3000 / 180
    radius = sqrt(x * x + y * y) - 0.00002 * sin(y * wave)
    angle = atan2(y, x) - 0.000003 * cos(x * wave)
    return radius * cos(angle), radius * sin(angle)

"""Sites whose coordinates an office sent, each on the datum it was measured on. All coordinates are synthetic."""

from __future__ import annotations

from math import atan2, cos, hypot, pi, sin
from random import Random

from graph.values.coordinates import wgs84_to_gcj02
from loaders.demo.service import Measured
from loaders.demo.world import SETTLED, World, current

_AGREEING, _SHIFTED, _NEW = 24, 6, 4


def measure_sites(random: Random, world: World) -> tuple[Measured, ...]:
    """Sites measured as the enterprise ledger has them, on both its datums, and four it lacks, measured on BD-09."""
    covered = {t.target for b in world.branches for t in current(b.coverage, SETTLED)}
    listed = [s for s in world.sites if world.firm[s.firm].listed_on <= SETTLED]
    agreeing = random.sample([s for s in listed if s.located and s.datum == "WGS-84"], k=_AGREEING)
    shifted = [s for s in listed if s.located and s.datum == "GCJ-02"][:_SHIFTED]
    lacking = [s for s in listed if not s.located and s.firm not in world.employers | covered][:_NEW]
    found = [Measured(s.firm, s.address, s.longitude, s.latitude, "WGS-84") for s in agreeing]
    for site in shifted:
        east, north = wgs84_to_gcj02(site.longitude, site.latitude)
        found.append(Measured(site.firm, site.address, round(east, 6), round(north, 6), "GCJ-02"))
    for site in lacking:
        east, north = _bd09(*wgs84_to_gcj02(site.longitude, site.latitude))
        found.append(Measured(site.firm, site.address, round(east, 6), round(north, 6), "BD-09"))
    return tuple(found)


def _bd09(longitude: float, latitude: float) -> tuple[float, float]:
    """A GCJ-02 point as Baidu shows it: the published formula, of which loading computes the inverse."""
    wave = pi * 3000 / 180
    radius = hypot(longitude, latitude) + 0.00002 * sin(latitude * wave)
    angle = atan2(latitude, longitude) + 0.000003 * cos(longitude * wave)
    return radius * cos(angle) + 0.0065, radius * sin(angle) + 0.006

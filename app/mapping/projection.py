"""Degrees to metres on a plane that touches the globe where the zone is. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import cos, hypot, radians

_DEGREE = radians(6_378_140)
"""Metres of a degree on the sphere on which the database measures, so that lengths here agree with the metres told."""
FAR = 50_000.0
"""Metres from its middle beyond which a plane is another's: within, lengths are right to less than one per cent."""


@dataclass(frozen=True)
class Plane:
    """The plane that touches the globe at a longitude and a latitude."""

    longitude: float
    latitude: float

    @classmethod
    def around(cls, points: Iterable[tuple[float, float]]) -> Plane | None:
        """The plane in the middle of points in degrees; None where there are none."""
        known = list(points)
        if not known:
            return None
        longitudes, latitudes = ([point[i] for point in known] for i in (0, 1))
        return cls((min(longitudes) + max(longitudes)) / 2, (min(latitudes) + max(latitudes)) / 2)

    def metres(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Metres to the east and to the south of the middle, as a screen counts them."""
        east = (longitude - self.longitude) * _DEGREE * cos(radians(self.latitude))
        return round(east, 1), round((self.latitude - latitude) * _DEGREE, 1)

    def serves(self, other: Plane) -> bool:
        """Whether what lies around the other's middle may be drawn on this plane."""
        return hypot(*self.metres(other.longitude, other.latitude)) < FAR

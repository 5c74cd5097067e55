"""Whom a row of each ledger is about, and the cells that many read."""

from __future__ import annotations

from datetime import date
from math import asin, cos, radians, sin, sqrt

from tests.ledgers import DIGESTER
from tests.oracle.sheets import Row

EARTH = 6_378_140.0
"""Metres of the earth's radius, as the database takes it."""
Point = tuple[float, float]


def day_of(word: str) -> date | None:
    """The day a cell writes."""
    return date.fromisoformat(word) if word else None


def firm_of(row: Row) -> str:
    """The firm an enterprise row is about."""
    return row["统一社会信用代码"]


def site_of(row: Row) -> str:
    """The site an enterprise row names."""
    return f"{row['统一社会信用代码']}/{row['企业经营地']}"


def cell_of(row: Row) -> str:
    """The cell a grid row is about."""
    return row["网格编码"]


def branch_of(row: Row) -> str:
    """The branch a row is about."""
    return row["党组织代码"]


def member_of(row: Row) -> str:
    """The key of the member a row is about."""
    return DIGESTER.of(row["身份证号"])


def metres(one: Point, other: Point) -> float:
    """The straight line between two places (longitude, latitude), in metres."""
    (east, north), (east2, north2) = [(radians(x), radians(y)) for x, y in (one, other)]
    half = sin((north2 - north) / 2) ** 2 + cos(north) * cos(north2) * sin((east2 - east) / 2) ** 2
    return 2 * EARTH * asin(sqrt(half))


def words(found: list[str]) -> str | None:
    """Each once, as a person lists them."""
    return "、".join(dict.fromkeys(found)) or None

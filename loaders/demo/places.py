"""The ground: 48 grid cells in 6 areas and 5 townships, crossed by roads, and the sites along them.

The coordinates are synthetic. Cells stand in 8 columns (west to east) and 6 rows (north to south), turned and shaken a
little so that nothing lies on a ruler; each row and each column has a road through the centres of its cells.
"""

from __future__ import annotations

from datetime import date
from math import cos, hypot, radians, sin

from loaders.demo.draw import Draw
from loaders.demo.words import (
    AREAS,
    BUREAUS,
    NORTH_SOUTH_ROADS,
    SHORT_ZONE,
    TOWNSHIP_OFFICES,
    TOWNSHIPS,
    WEST_EAST_ROADS,
)
from loaders.demo.world import Cell, Site, Tie

COLUMNS, ROWS = 8, 6
_ORIGIN = (117.42, 27.98)
_CELL_METRES = (950.0, 850.0)
_TURN = radians(11)
_DEGREE_NORTH = 110_850.0
_DEGREE_EAST = 111_320.0 * cos(radians(_ORIGIN[1]))
_UNASSIGNED_AT_FIRST = (5, 13, 22, 30, 37, 44)


def metres(a: Site | Cell, b: Site | Cell) -> float:
    """The distance between two places, flat, which within one zone is right to a metre."""
    return hypot((a.longitude - b.longitude) * _DEGREE_EAST, (a.latitude - b.latitude) * _DEGREE_NORTH)


def lay_cells(draw: Draw) -> tuple[Cell, ...]:
    """The cells from west to east, then north to south, each with its responsible department.

    Township offices answer for cells of their own township; six cells found their department after the first survey.
    """
    departments = _departments(draw)
    cells = []
    for row in range(ROWS):
        for column in range(COLUMNS):
            area = column // 4 + 2 * (row // 2)
            number = column % 4 + 4 * (row % 2) + 1
            index = row * COLUMNS + column
            late = index in _UNASSIGNED_AT_FIRST
            first, last = (date(2026, 5, 11), date(2026, 7, 17)) if late else (date(2023, 3, 1), date(2025, 9, 30))
            east, south = draw.random.uniform(-0.13, 0.13), draw.random.uniform(-0.13, 0.13)
            longitude, latitude = _point(column + east, row + south)
            cells.append(
                Cell(
                    code=f"990000{area + 1:02d}{number:03d}",
                    name=f"{AREAS[area]}第{number:02d}网格",
                    area=AREAS[area],
                    township=TOWNSHIPS[_township(column, row)],
                    longitude=longitude,
                    latitude=latitude,
                    departments=(Tie(departments[index], draw.day(first, last)),),
                )
            )
    return tuple(cells)


def _township(column: int, row: int) -> int:
    return 4 if column >= 6 else column // 3 * 2 + row // 3


def _departments(draw: Draw) -> dict[int, str]:
    """Cell index → department: two cells for most, one for the last four bureaus, neighbours where possible."""
    free = list(range(COLUMNS * ROWS))
    answers: dict[int, str] = {}
    for township, office in enumerate(TOWNSHIP_OFFICES):
        own = [i for i in free if _township(i % COLUMNS, i // COLUMNS) == township]
        for index in draw.random.sample(own, 2):
            answers[index] = office
            free.remove(index)
    bureaus = [b for i, b in enumerate(BUREAUS) for _ in range(2 if i < len(BUREAUS) - 4 else 1)]
    answers.update(zip(free, bureaus, strict=True))
    return answers


def _point(column: float, row: float) -> tuple[float, float]:
    east = (column - COLUMNS / 2) * _CELL_METRES[0]
    north = (ROWS / 2 - row) * _CELL_METRES[1]
    east, north = east * cos(_TURN) - north * sin(_TURN), east * sin(_TURN) + north * cos(_TURN)
    return round(_ORIGIN[0] + east / _DEGREE_EAST, 6), round(_ORIGIN[1] + north / _DEGREE_NORTH, 6)


class Ground:
    """Gives out sites along the roads, no address twice."""

    def __init__(self, draw: Draw, cells: tuple[Cell, ...]) -> None:
        self._random = draw.random
        self._cells = cells
        self._addresses: set[str] = set()

    def site(self, firm: str, index: int) -> Site:
        """A site for `firm` in the cell at `index`, on one of its two roads, at most half way to the next cell."""
        column, row = index % COLUMNS, index // COLUMNS
        along, aside = self._random.uniform(-0.46, 0.46), self._random.uniform(-0.09, 0.09)
        west_east = self._random.random() < 0.6
        road = WEST_EAST_ROADS[row] if west_east else NORTH_SOUTH_ROADS[column]
        steps = (column if west_east else row) + 0.5 + along
        cell = self._cells[index]
        here = _point(column + along, row + aside) if west_east else _point(column + aside, row + along)
        middle = _point(column, row)
        longitude = round(cell.longitude + here[0] - middle[0], 6)
        latitude = round(cell.latitude + here[1] - middle[1], 6)
        address = self._address(road, int(steps * 60) * 2 + (1 if aside < 0 else 2))
        return Site(firm, address, cell.code, longitude, latitude)

    def _address(self, road: str, number: int) -> str:
        while (address := f"{SHORT_ZONE}{road}{number}号") in self._addresses:
            number += 2
        self._addresses.add(address)
        return address

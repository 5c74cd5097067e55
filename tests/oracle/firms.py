"""What the ledgers of drawn zones say of firms and their places on a day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from tests.oracle.cells import branch_of, cell_of, firm_of, site_of, words
from tests.oracle.sheets import NONE, Row, Zone
from tests.oracle.spans import Ledgers, Said, Span, Ties, latest, ties, value_at, values

PRIVATE = {"私营", "外商", "港澳台商", "混合", ""}


@dataclass
class Firms:
    """Firms and places of the zones; every answer is for one day."""

    zones: Iterable[Zone]
    _ledgers: dict[str, Ledgers] = field(init=False)

    def __post_init__(self) -> None:
        rows: dict[str, dict[date, list[Row]]] = {}
        for zone in self.zones:
            for sheet in zone.sheets:
                rows.setdefault(sheet.kind, {}).setdefault(sheet.as_of, []).extend(sheet.rows)
        self._ledgers = {
            kind: [(day, found) for day, found in sorted(by_day.items()) if found] for kind, by_day in rows.items()
        }

    def ledgers(self, kind: str) -> Ledgers:
        """The ledgers of a kind, oldest first; one without rows is not sent."""
        return self._ledgers.get(kind, [])

    @cached_property
    def _days(self) -> dict[str, list[date]]:
        found = {}
        for zone in self.zones:
            days = zone.days()
            found |= {cell: days for sheet in zone.sheets for row in sheet.rows for cell in row.values()}
        return found

    def days_of(self, key: str) -> list[date]:
        """The days on which something may change in the zone of a firm, branch or cell."""
        return self._days[key]

    @cached_property
    def names(self) -> dict[str, str]:
        """What firms and branches are called, by key."""
        firms = latest(self.ledgers("enterprises"), firm_of, lambda row: row["企业名称"])
        branches = latest(self.ledgers("branches"), branch_of, lambda row: row["党组织名称"])
        return {**firms, **branches}

    @cached_property
    def _states(self) -> dict[str, list[Span]]:
        return dict(values(self.ledgers("enterprises"), firm_of, lambda row: row["经营状态"]))

    @cached_property
    def _ownerships(self) -> dict[str, str]:
        return dict(latest(self.ledgers("enterprises"), firm_of, lambda row: row["企业类型"]))

    def in_scope(self, firm: str) -> bool:
        """A private firm that is no individual business."""
        return self._ownerships.get(firm, "") in PRIVATE and not firm.startswith("92")

    def operating(self, day: date) -> list[str]:
        """Firms in scope that the survey calls operating."""
        return sorted(f for f in self._states if value_at(self._states, f, day) == "正常经营" and self.in_scope(f))

    @cached_property
    def _part_of(self) -> Ties:
        def says(row: Row) -> Said | None:
            other = row["所属集团/统一社会信用代码"]
            return Said(firm_of(row), other) if other else None

        return ties(self.ledgers("enterprises"), firm_of, says, single=True)

    def group(self, firm: str, day: date) -> str:
        """The firm at the head of the firm's group, or itself."""
        above = self._part_of.one(firm, day)
        return self.group(above, day) if above else firm

    @cached_property
    def _sites(self) -> Ties:
        return ties(self.ledgers("enterprises"), firm_of, lambda row: Said(firm_of(row), site_of(row)))

    def sites(self, firm: str, day: date) -> list[str]:
        """The keys of a firm's sites."""
        return self._sites.of(firm, day)

    @cached_property
    def _cells(self) -> dict[str, list[Span]]:
        return dict(values(self.ledgers("enterprises"), site_of, lambda row: row["网格编码"]))

    def cell(self, site: str, day: date) -> str | None:
        """The grid cell of a site."""
        return value_at(self._cells, site, day)

    @cached_property
    def _areas(self) -> dict[str, list[Span]]:
        return dict(values(self.ledgers("grid_cells"), cell_of, lambda row: row["所属片区"]))

    @cached_property
    def _townships(self) -> dict[str, list[Span]]:
        return dict(values(self.ledgers("grid_cells"), cell_of, lambda row: row["所属乡办"]))

    def township(self, cell: str | None, day: date) -> str | None:
        """The township office of a cell."""
        return value_at(self._townships, cell, day) if cell else None

    @cached_property
    def _industries(self) -> dict[str, str]:
        return dict(latest(self.ledgers("enterprises"), firm_of, lambda row: row["行业"]))

    def industry(self, firm: str) -> str | None:
        """The trade of a firm."""
        return self._industries.get(firm)

    def ownership(self, firm: str) -> str | None:
        """The ownership of a firm, as written."""
        return self._ownerships.get(firm)

    def cells_of(self, firm: str, day: date) -> list[str]:
        """The cells in which a firm has sites, each once."""
        return sorted({cell for site in self.sites(firm, day) if (cell := self.cell(site, day))})

    @cached_property
    def answering(self) -> Ties:
        """Which cell is answered for by which department."""

        def says(row: Row) -> Said:
            word = row["联系部门"]
            return Said(cell_of(row), None if word == NONE else word)

        return ties(self.ledgers("grid_cells"), cell_of, says, single=True)

    def area(self, cell: str | None, day: date) -> str | None:
        """The area of a cell."""
        return value_at(self._areas, cell, day) if cell else None

    def department(self, cell: str | None, day: date) -> str | None:
        """The department that answers for a cell."""
        return self.answering.one(cell, day) if cell else None

    def responsible(self, firm: str, day: date) -> str | None:
        """The department that answers for a cell of the firm."""
        return min((d for cell in self.cells_of(firm, day) if (d := self.department(cell, day))), default=None)

    def places(self, firm: str, day: date) -> tuple[str | None, str | None]:
        """The firm's areas and the names of its cells, in words."""
        found = sorted((site, cell) for site in self.sites(firm, day) if (cell := self.cell(site, day)))
        areas = [area for _, cell in found if (area := self.area(cell, day))]
        return words(areas), words([f"{cell}网格" for _, cell in found])

    @property
    def cells(self) -> set[str]:
        """All grid cells that any ledger names."""
        surveyed = {row["网格编码"] for _, rows in self.ledgers("enterprises") for row in rows} - {""}
        return surveyed | {cell_of(row) for _, rows in self.ledgers("grid_cells") for row in rows}

    def firms_in(self, cell: str, day: date) -> set[str]:
        """The firms with a site in a cell."""
        return {s.subject for s in self._sites if s.at(day) and self.cell(s.other, day) == cell}

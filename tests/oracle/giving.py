"""What firms and branches of drawn zones do beside their pairs on a day: projects, activities, posts, brands."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cached_property
from typing import NamedTuple

from tests.oracle.cells import day_of
from tests.oracle.pairing import Pairing
from tests.oracle.sheets import Row
from tests.oracle.spans import Said, Ties, latest, ties


class Owned(NamedTuple):
    """A post or a brand: what it is called, of which sort, and who set it up when."""

    name: str
    category: str
    since: date
    closed: date | None
    branch: str | None
    firm: str | None

    def at(self, day: date) -> bool:
        """Set up and not closed by then."""
        return self.since <= day and (self.closed is None or day < self.closed)


def project_of(row: Row) -> str:
    """The project that a row is about."""
    return row["联建项目编号"]


class Giving(Pairing):
    """All facts, with those of projects, posts and brands."""

    @cached_property
    def projects(self) -> dict[str, Row]:
        """All projects that any ledger names: by number, the last row of each."""
        return {project_of(row): row for _, rows in self.ledgers("co_building_projects") for row in rows}

    def _of_projects(self, heading: str, since: str, *, single: bool = False) -> Ties:
        def says(row: Row) -> Said | None:
            return Said(project_of(row), row[heading], day_of(row[since])) if row[heading] else None

        return ties(self.ledgers("co_building_projects"), project_of, says, single=single)

    @cached_property
    def giving(self) -> Ties:
        """Which project is given to by which firm."""
        return self._of_projects("助力企业/统一社会信用代码", "助力日期")

    @cached_property
    def building(self) -> Ties:
        """Which project is built along by which branch."""
        return self._of_projects("联建支部/党组织代码", "开工日期")

    @cached_property
    def village_of(self) -> Ties:
        """In which village a project lies."""
        return self._of_projects("所在村", "开工日期", single=True)

    @cached_property
    def pair_of_project(self) -> Ties:
        """To which pair a project belongs."""
        return self._of_projects("所属结对/协议编号", "开工日期", single=True)

    def given(self, project: str, firm: str, day: date) -> int | None:
        """What a firm gave to a project up to a day, in yuan; null where no sum is told."""
        gifts: dict[str, int] = {}
        for told, rows in self.ledgers("co_building_projects"):
            for row in rows:
                same = project_of(row) == project and row["助力企业/统一社会信用代码"] == firm
                if same and row["助力金额"] and (day_of(row["助力日期"]) or told) <= day:
                    gifts[row["助力日期"]] = int(row["助力金额"])
        return sum(gifts.values()) if gifts else None

    def together(self, one: str, other: str, day: date) -> bool:
        """The two branches build a project, or have held an activity, together."""
        return self.building_together(one, other, day) or self.meeting_together(one, other, day)

    def building_together(self, one: str, other: str, day: date) -> bool:
        """The two branches build a project together."""
        return any({one, other} <= {*self.building.of(project, day)} for project in self.projects)

    def meeting_together(self, one: str, other: str, day: date) -> bool:
        """The two branches have held an activity together."""
        return any(at <= day and {one, other} <= holders for at, holders in self._joint.values())

    @cached_property
    def _joint(self) -> dict[str, tuple[date, set[str]]]:
        found: dict[str, tuple[date, set[str]]] = {}
        for row in (row for _, rows in self.ledgers("activities") for row in rows if row["党组织代码"]):
            held = found.setdefault(row["活动编号"], (date.fromisoformat(row["活动日期"]), set()))
            held[1].add(row["党组织代码"])
        return found

    @cached_property
    def posts(self) -> list[Owned]:
        """All posts."""
        return self._owned(
            "posts",
            lambda row: row["岗位编号"],
            ("岗位名称", "岗位类别", "设立日期", "撤岗日期"),
            "设岗党组织",
            "所在企业",
        )

    @cached_property
    def brands(self) -> list[Owned]:
        """All brands."""
        return self._owned(
            "brands",
            lambda row: row["品牌名称"] + row["创建党组织/党组织代码"] + row["创建企业/统一社会信用代码"],
            ("品牌名称", "", "创建日期", ""),
            "创建党组织",
            "创建企业",
        )

    def _owned(
        self, kind: str, key: Callable[[Row], str], headings: tuple[str, ...], of_branch: str, of_firm: str
    ) -> list[Owned]:
        name, category, since, closed = headings
        told = self.ledgers(kind)
        # what is not dated is told from the day of its first ledger on
        first = {key(row): day for day, rows in reversed(told) for row in rows}
        until = latest(told, key, lambda row: row.get(closed, ""))
        rows = {key(row): row for _, found in told for row in found}
        return [
            Owned(
                row[name],
                row.get(category, ""),
                day_of(row[since]) or first[item],
                day_of(until.get(item, "")),
                row[f"{of_branch}/党组织代码"] or None,
                row[f"{of_firm}/统一社会信用代码"] or None,
            )
            for item, row in rows.items()
        ]

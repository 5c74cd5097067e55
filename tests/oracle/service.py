"""What the ledgers of drawn zones say of service teams and of the requests they handle."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import NamedTuple

from tests.oracle.cells import day_of
from tests.oracle.facts import Facts
from tests.oracle.sheets import Row
from tests.oracle.spans import Said, Ties, latest, ties


class Request(NamedTuple):
    """A request as its last row has it."""

    key: str
    title: str
    category: str | None
    raised: date
    due: date | None
    closed: date | None
    done: bool
    firm: str | None
    team: str | None
    department: str | None

    def open(self, day: date) -> bool:
        """Raised by then and not closed; one that is closed, nobody knows since when, is closed."""
        if self.raised > day:
            return False
        return self.closed > day if self.closed else not self.done

    def overdue(self, day: date) -> bool:
        """Open, and due before that day."""
        return self.open(day) and self.due is not None and self.due < day


def _team(row: Row) -> str:
    return row["小组编号"]


class Service(Facts):
    """All facts, with those of service teams and requests."""

    @cached_property
    def leading(self) -> Ties:
        """Which team is led by which officer."""

        def says(row: Row) -> Said | None:
            lead = row["组长/工号"]
            return Said(_team(row), lead, day_of(row["服务起始日期"])) if lead else None

        return ties(self.ledgers("service_teams"), _team, says)

    def _served(self, heading: str) -> Ties:
        def says(row: Row) -> Said | None:
            return Said(_team(row), row[heading], day_of(row["服务起始日期"])) if row[heading] else None

        return ties(self.ledgers("service_teams"), _team, says)

    @cached_property
    def _served_firms(self) -> Ties:
        """Which team serves which firm."""
        return self._served("服务企业/统一社会信用代码")

    @cached_property
    def _served_areas(self) -> Ties:
        """Which team serves which area: of the firms that tells nothing."""
        return self._served("服务片区")

    def serving_teams(self, firm: str, day: date) -> list[str]:
        """The teams that serve a firm."""
        return self._served_firms.to(firm, day)

    def teams_since(self, firm: str, day: date) -> dict[str, date]:
        """The teams that serve a firm, each since when."""
        return {span.subject: span.since for span in self._served_firms.spans_to(firm) if span.at(day)}

    def team_area(self, team: str, day: date) -> str | None:
        """The area a team serves."""
        return min(self._served_areas.of(team, day), default=None)

    def team_firms(self, team: str, day: date) -> list[str]:
        """The firms a team serves."""
        return self._served_firms.of(team, day)

    @cached_property
    def team_officers(self) -> Ties:
        """Which team has which officer, its leader with the others."""

        def says(row: Row) -> Said | None:
            who = row["组长/工号"] or row["组员/工号"]
            return Said(_team(row), who, day_of(row["服务起始日期"])) if who else None

        return ties(self.ledgers("service_teams"), _team, says)

    @cached_property
    def teams(self) -> dict[str, tuple[str, date | None]]:
        """All teams that any ledger names: by number, the name and when it was founded."""
        told = latest(self.ledgers("service_teams"), _team, lambda row: row["组建日期"])
        named = {_team(row) for _, rows in self.ledgers("service_teams") for row in rows}
        named |= {request.team for request in self.requests if request.team}
        return {team: (f"{team}小组", day_of(told.get(team, ""))) for team in sorted(named)}

    @cached_property
    def requests(self) -> list[Request]:
        """All requests."""
        rows = {row["诉求编号"]: row for _, found in self.ledgers("service_requests") for row in found}
        return [
            Request(
                key,
                row["诉求内容"],
                row["诉求类别"] or None,
                date.fromisoformat(row["提出日期"]),
                day_of(row["办结期限"]),
                day_of(row["销号日期"]),
                row["办理状态"] == "已销号",
                row["提出企业/统一社会信用代码"] or None,
                row["办理小组/小组编号"] or None,
                row["责任单位"] or None,
            )
            for key, row in sorted(rows.items())
        ]

    def open_requests(self, firm: str, day: date) -> list[Request]:
        """The open requests of a firm."""
        return [request for request in self.requests if request.firm == firm and request.open(day)]

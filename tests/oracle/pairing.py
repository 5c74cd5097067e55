"""What ties branches to one another on a day: agreements, activities; and firms: supplies."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cached_property

from tests.oracle.cells import day_of
from tests.oracle.sheets import Row
from tests.oracle.spans import Said, Span, Ties, latest, ties
from tests.oracle.working import Working

DATED = ("签订日期", "有效期至", "最近活动日期")


def pair_of(row: Row) -> str:
    """The agreement that a row is about."""
    return row["协议编号"]


class Pairing(Working):
    """All facts, with those of pairs, activities and supplies."""

    def _sides(self, side: str) -> Ties:
        def says(row: Row) -> Said:
            until = row["终止日期"] or row["有效期至"]
            return Said(pair_of(row), row[f"{side}党组织/党组织代码"], day_of(row["签订日期"]), day_of(until))

        return ties(self.ledgers("pairs"), pair_of, says, single=True)

    @cached_property
    def organ_sides(self) -> Ties:
        """Which organ branch stands in which pair."""
        return self._sides("机关")

    @cached_property
    def enterprise_sides(self) -> Ties:
        """Which enterprise branch stands in which pair."""
        return self._sides("企业")

    @cached_property
    def _agreed(self) -> dict[str, Mapping[str, str]]:
        told = self.ledgers("pairs")
        return {heading: latest(told, pair_of, lambda row, h=heading: row[h]) for heading in DATED}

    def agreed(self, pair: str, heading: str) -> date | None:
        """A date of the agreement."""
        return day_of(self._agreed[heading].get(pair, ""))

    @property
    def agreements(self) -> list[str]:
        """All agreements that any ledger names."""
        return sorted({pair_of(row) for _, rows in self.ledgers("pairs") for row in rows})

    def gone(self, branch: str, day: date) -> bool:
        """The branch is dissolved by then."""
        dissolved = day_of(self.dissolved(branch))
        return dissolved is not None and dissolved <= day

    def partners(self, branch: str, day: date) -> list[tuple[str, str]]:
        """The agreements of a branch that run, each with the partner, one that is not dissolved."""
        found = []
        for own, others in ((self.organ_sides, self.enterprise_sides), (self.enterprise_sides, self.organ_sides)):
            for pair in own.to(branch, day):
                found += [(pair, partner) for partner in others.of(pair, day) if not self.gone(partner, day)]
        return sorted(set(found))

    def pairs_up(self, branch: str, day: date) -> bool:
        """The branch is of a sort that pairs: an organ branch, or one the zone counts; no committee."""
        organ = self.side(branch) == "机关" and self.lasting(branch, day)
        return (organ or self.counted_branch(branch, day)) and self.level(branch, day) != "committee"

    @cached_property
    def _held(self) -> list[Row]:
        return [row for _, rows in self.ledgers("activities") for row in rows]

    def held(self, of: str, day: date) -> list[tuple[date, str]]:
        """The activities of a pair or a branch up to a day: when, and what they are called."""
        found = [row for row in self._held if of in (row["协议编号"], row["党组织代码"])]
        return [(at, row["活动名称"]) for row in found if (at := date.fromisoformat(row["活动日期"])) <= day]

    def last_held(self, pair: str, day: date) -> list[date]:
        """The days on which a pair was active up to a day, with the one that its ledger gives as the latest."""
        told = self.agreed(pair, "最近活动日期")
        days = [at for at, _ in self.held(pair, day)]
        return days + ([told] if told and told <= day and told not in days else [])

    def last_activity(self, pair: str, day: date) -> tuple[date | None, str | None]:
        """The day of the last activity of a pair and its title; none where only the ledger of pairs tells of it."""
        last = max(self.last_held(pair, day), default=None)
        rows = [r for r in self._held if r["协议编号"] == pair and last and r["活动日期"] == last.isoformat()]
        return last, max(rows, key=lambda row: row["活动编号"])["活动名称"] if rows else None

    @cached_property
    def supplies(self) -> list[tuple[str, str, str, Span]]:
        """Which firm supplies which, with what and when."""

        def supplier(row: Row) -> str:
            return row["供应企业/统一社会信用代码"]

        def says(row: Row) -> Said:
            return Said(supplier(row), tie(row), day_of(row["起始日期"]), day_of(row["终止日期"]))

        def tie(row: Row) -> str:
            return f"{row['采购企业/统一社会信用代码']}/{row['产品']}"

        return [(s.subject, *s.other.split("/"), s) for s in ties(self.ledgers("supply"), supplier, says)]

    def chained(self, firm: str, other: str, day: date) -> bool:
        """One of the two firms supplies the other."""
        return any({seller, buyer} == {firm, other} and span.at(day) for seller, buyer, _, span in self.supplies)

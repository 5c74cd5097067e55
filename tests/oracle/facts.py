"""What the ledgers of drawn zones say was so on a day, by the words of the design; questions are counted on top."""

from __future__ import annotations

from datetime import date
from functools import cached_property

from tests.oracle.branches import Branches
from tests.oracle.cells import day_of, member_of
from tests.oracle.once import once
from tests.oracle.sheets import Row
from tests.oracle.spans import Said, Span, Ties, latest, ties, value_at, values

PLACES = {"在企业党组织": "here", "村": "village", "人才市场": "talent_market", "其他": "other"}


class Facts(Branches):
    """All facts of the zones."""

    @cached_property
    def works(self) -> Ties:
        def says(row: Row) -> Said:
            firm = row["工作单位/统一社会信用代码"] or None
            return Said(member_of(row), firm, day_of(row["工作单位/起始日期"]))

        return ties(self.ledgers("members"), member_of, says)

    @cached_property
    def belongs(self) -> Ties:
        def says(row: Row) -> Said:
            branch = row["组织关系/党组织代码"] or None
            return Said(member_of(row), branch, day_of(row["组织关系/转入日期"]))

        return ties(self.ledgers("members"), member_of, says, single=True)

    @cached_property
    def _standings(self) -> dict[str, list[Span]]:
        return dict(values(self.ledgers("members"), member_of, lambda row: row["党员类别"]))

    @cached_property
    def _confirmed(self) -> dict[str, str]:
        return dict(latest(self.ledgers("members"), member_of, lambda row: row["转正日期"]))

    @cached_property
    def _joined(self) -> dict[str, str]:
        return dict(latest(self.ledgers("members"), member_of, lambda row: row["入党日期"]))

    @cached_property
    def _membership_at(self) -> dict[str, list[Span]]:
        return dict(values(self.ledgers("members"), member_of, lambda row: row["组织关系所在"]))

    def membership_at(self, member: str, day: date) -> str | None:
        """Where the membership is, as the ledger says."""
        return PLACES.get(value_at(self._membership_at, member, day) or "")

    def confirmed(self, member: str) -> date | None:
        """When the member is or was made a full one, as written."""
        return day_of(self._confirmed.get(member, ""))

    def joined(self, member: str) -> date | None:
        """When the member joined."""
        return day_of(self._joined.get(member, ""))

    @property
    def members(self) -> list[str]:
        """All members that any ledger of them lists."""
        return sorted({member_of(row) for _, rows in self.ledgers("members") for row in rows})

    @cached_property
    def _bases(self) -> dict[tuple[str, str], str]:
        told = [row for _, rows in self.ledgers("members") for row in rows]
        return {(member_of(row), row["工作单位/统一社会信用代码"]): row["用工方式"] for row in told}

    def basis(self, member: str, firm: str) -> str:
        """How the member works at the firm, as written."""
        return self._bases[member, firm]

    @cached_property
    def _called(self) -> dict[str, str]:
        return dict(latest(self.ledgers("members"), member_of, lambda row: row["姓名"]))

    def person_name(self, who: str) -> str:
        """What a member is called, by key, or an officer, by staff id."""
        return self._called.get(who, f"毕{who}")

    def workers(self, firm: str, day: date) -> list[str]:
        """The members who work at a firm."""
        return self.works.to(firm, day)

    def membership(self, member: str, day: date) -> str | None:
        """The branch a member belongs to."""
        return self.belongs.one(member, day)

    def standing(self, member: str, day: date) -> str:
        """正式, 预备, 停止 or 不明: confirmed by a date that has come, unless stopped."""
        stated, confirmed = value_at(self._standings, member, day), self.confirmed(member)
        if stated == "停止党籍":
            return "停止"
        if stated == "正式党员" or (confirmed is not None and confirmed <= day):
            return "正式"
        return "预备" if stated == "预备党员" else "不明"

    @once
    def counted(self, firm: str, day: date) -> list[str]:
        """Members who work at the firm and belong to a branch that covers it or to a holding branch of the zone."""
        return [m for m in self.workers(firm, day) if self._counts(m, firm, day)]

    def _counts(self, member: str, firm: str, day: date) -> bool:
        branch = self.membership(member, day)
        if branch is None or not self.living(branch, day):
            return False
        if self.formation(branch, day) == "代管":
            return self.under_zone(branch, day)
        return self.formation(branch, day) not in ("临时", "流动") and branch in self.covering(firm, day)

    def employers(self, member: str, day: date) -> list[str]:
        """The firms a member works at."""
        return self.works.of(member, day)

    def elsewhere(self, firm: str, day: date) -> list[str]:
        """Who works at the firm, has not stopped and is counted at no firm."""
        return [m for m in self.workers(firm, day) if self.standing(m, day) != "停止" and not self._counted(m, day)]

    def _counted(self, member: str, day: date) -> bool:
        return any(self._counts(member, firm, day) for firm in self.employers(member, day))

    def formal_among(self, members: list[str], day: date) -> int:
        """How many of them are formal members."""
        return [self.standing(member, day) for member in members].count("正式")

    def counted_in(self, branch: str, day: date) -> tuple[int, int]:
        """Counted formal and probationary members at the firms of a branch together: of the branch, or held for it."""
        found = {m for firm in self.covered(branch, day) for m in self.workers(firm, day)}
        standings = [self.standing(m, day) for m in found if self._within(m, branch, day)]
        return standings.count("正式"), standings.count("预备")

    def _within(self, member: str, branch: str, day: date) -> bool:
        home = self.membership(member, day)
        if home is None or home == branch:
            return home == branch
        return self.formation(home, day) == "代管" and self.living(home, day) and self.under_zone(home, day)

    @once
    def numbers(self, firm: str, day: date) -> tuple[int, int]:
        """Counted formal and probationary members."""
        standings = [self.standing(member, day) for member in self.counted(firm, day)]
        return standings.count("正式"), standings.count("预备")

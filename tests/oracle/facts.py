"""What the ledgers of drawn zones say was so on a day, by the words of the design; questions are counted on top."""

from __future__ import annotations

from datetime import date
from functools import cached_property

from tests.oracle.branches import Branches
from tests.oracle.cells import day_of, member_of
from tests.oracle.sheets import Row
from tests.oracle.spans import Said, Span, latest, spans, value_at, values


class Facts(Branches):
    """All facts of the zones."""

    @cached_property
    def _works(self) -> list[Span]:
        def says(row: Row) -> Said:
            firm = row["工作单位/统一社会信用代码"] or None
            return Said(member_of(row), firm, day_of(row["工作单位/起始日期"]))

        return spans(self.ledgers("members"), member_of, says)

    @cached_property
    def _belongs(self) -> list[Span]:
        def says(row: Row) -> Said:
            branch = row["组织关系/党组织代码"] or None
            return Said(member_of(row), branch, day_of(row["组织关系/转入日期"]))

        return spans(self.ledgers("members"), member_of, says)

    @cached_property
    def _standings(self) -> dict[str, list[Span]]:
        return dict(values(self.ledgers("members"), member_of, lambda row: row["党员类别"]))

    @cached_property
    def _confirmed(self) -> dict[str, str]:
        return dict(latest(self.ledgers("members"), member_of, lambda row: row["转正日期"]))

    def workers(self, firm: str, day: date) -> list[str]:
        """The members who work at a firm."""
        return sorted({s.subject for s in self._works if s.other == firm and s.at(day)})

    def membership(self, member: str, day: date) -> str | None:
        """The branch a member belongs to."""
        return next((s.other for s in self._belongs if s.subject == member and s.at(day)), None)

    def standing(self, member: str, day: date) -> str:
        """正式, 预备, 停止 or 不明: confirmed by a date that has come, unless stopped."""
        stated, confirmed = value_at(self._standings, member, day), day_of(self._confirmed.get(member, ""))
        if stated == "停止党籍":
            return "停止"
        if stated == "正式党员" or (confirmed is not None and confirmed <= day):
            return "正式"
        return "预备" if stated == "预备党员" else "不明"

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

    def numbers(self, firm: str, day: date) -> tuple[int, int]:
        """Counted formal and probationary members."""
        standings = [self.standing(member, day) for member in self.counted(firm, day)]
        return standings.count("正式"), standings.count("预备")

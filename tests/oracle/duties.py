"""What the branches of drawn zones owe on a day: elections, meetings, approvals."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import NamedTuple

from tests.oracle.cells import branch_of, day_of
from tests.oracle.facts import Facts

MEETINGS = {"党员大会": "members", "支委会": "committee", "主题党日": "theme"}


class Term(NamedTuple):
    """A term, as far as ledgers tell it."""

    name: str
    since: date
    until: date | None
    years: int | None
    extended: date | None


class Approval(NamedTuple):
    """A case of founding or dissolving a branch."""

    branch: str
    matter: str
    applied: date | None
    approved: date | None
    recorded: date | None
    reason: str | None
    by: str | None
    firms: list[str]


class Duties(Facts):
    """All facts, with those of terms, meetings and approvals."""

    @cached_property
    def _terms(self) -> dict[str, list[Term]]:
        found: dict[str, dict[date, Term]] = {}
        years: dict[str, int] = {}
        for row in (row for _, rows in self.ledgers("branches") for row in rows if row["本届起始日期"]):
            branch, since = branch_of(row), date.fromisoformat(row["本届起始日期"])
            if row["任期年限"]:
                years[branch] = int(row["任期年限"])
            # the years are the branch's until others are written; an end is the term's own
            ends = day_of(row["届满日期"]), years.get(branch), day_of(row["延期至"])
            found.setdefault(branch, {})[since] = Term(row["届次"], since, *ends)
        return {branch: list(terms.values()) for branch, terms in found.items()}

    def term(self, branch: str, day: date) -> Term | None:
        """The term that has begun last."""
        begun = [term for term in self._terms.get(branch, ()) if term.since <= day]
        return max(begun, key=lambda term: term.since, default=None)

    def last_meeting(self, branch: str, sort: str, day: date) -> date | None:
        """The last meeting of a sort (members, committee, theme) that the branch held."""
        return max((at for at in self._meetings.get((branch, sort), ()) if at <= day), default=None)

    @cached_property
    def _meetings(self) -> dict[tuple[str, str], list[date]]:
        found: dict[tuple[str, str], list[date]] = {}
        for row in (row for _, rows in self.ledgers("activities") for row in rows if row["党组织代码"]):
            sort = MEETINGS.get(row["活动类别"], "")
            found.setdefault((branch_of(row), sort), []).append(date.fromisoformat(row["活动日期"]))
        return found

    @cached_property
    def approvals(self) -> list[Approval]:
        """All cases."""
        found: dict[tuple[str, str], Approval] = {}
        for row in (row for _, rows in self.ledgers("approvals") for row in rows):
            case = branch_of(row), row["审批事项"]
            dates = (day_of(row[f"{what}日期"]) for what in ("申请", "批复", "备案"))
            by = (
                next((b for b, name in self.names.items() if name == row["审批党委"]), None)
                if row["审批党委"]
                else None
            )
            known = found.setdefault(case, Approval(*case, *dates, row["事由"] or None, by, []))
            if row["所涉企业/统一社会信用代码"]:
                known.firms.append(row["所涉企业/统一社会信用代码"])
        return list(found.values())

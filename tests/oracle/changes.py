"""What is otherwise at the end of a month than at its start, counted from the facts."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Any

from tests.oracle.cells import day_of
from tests.oracle.coverage import Rows
from tests.oracle.known import Known
from tests.oracle.months import month_before
from tests.oracle.spans import Ties

COLUMNS = ("what", "detail", "day", "name", "firm", "branch", "organ", "member", "officer", "pair", "cell")
TURNED = {
    "operating": ("firm_operating", "firm_stopped"),
    "covered": ("firm_covered", "firm_uncovered"),
}
Holds = Callable[[date], bool]


def _row(**told: Any) -> dict[str, Any]:
    return {**dict.fromkeys(COLUMNS), **told}


def _turned(days: Iterable[date], since: date, day: date, holds: Holds) -> date | None:
    """The first day from which on it stayed as it is at the end; null where it is as it was."""
    if holds(since) == holds(day):
        return None
    now, turned = holds(day), day
    for at in sorted((at for at in days if since < at <= day), reverse=True):
        if holds(at) != now:
            break
        turned = at
    return turned


def of_coverage(facts: Known, day: date) -> Rows:
    """组织覆盖."""
    return _of_firms(facts, day, "covered", lambda firm, at: bool(facts.organisations(firm, at)))


def of_operation(facts: Known, day: date) -> Rows:
    """企业经营."""
    return _of_firms(facts, day, "operating", lambda firm, at: facts.state(firm, at) == "operating")


def _of_firms(facts: Known, day: date, fact: str, holds: Callable[[str, date], bool]) -> Rows:
    found = []
    for firm in facts.sorted_firms():
        turned = _turned(facts.days_of(firm), month_before(day), day, lambda at, f=firm: holds(f, at))
        if turned:
            what = TURNED[fact][0 if holds(firm, day) else 1]
            found.append(_row(what=what, day=turned, name=facts.names[firm], firm=firm))
    return found


def of_branches(facts: Known, day: date) -> Rows:
    """党组织成立与撤销."""
    since, found = month_before(day), []
    for branch in facts.branches:
        founded, dissolved = day_of(facts.founded(branch)), day_of(facts.dissolved(branch))
        at = dissolved - timedelta(days=1) if dissolved and dissolved <= day else day
        for what, turned in (("branch_founded", founded), ("branch_dissolved", dissolved)):
            if turned and since < turned <= day and facts.counted_branch(branch, at):
                name = facts.names[branch]
                found.append(_row(what=what, detail=facts.kind(branch, at), day=turned, name=name, branch=branch))
    return found


def _links(links: Ties, since: date, day: date) -> Iterable[tuple[str, str, bool, date]]:
    """The ties that hold on one of the two days only: both ends, whether it holds now, and since when."""
    ends = {(span.subject, span.other): links.spans_of(span.subject) for span in links}
    for (subject, other), spans in ends.items():
        mine = [span for span in spans if span.other == other]
        holds = any(span.at(day) for span in mine)
        if holds != any(span.at(since) for span in mine):
            begun = [span.since for span in mine if span.at(day)]
            yield subject, other, holds, begun[0] if holds else max(s.until for s in mine if s.until <= day)


def of_members(facts: Known, day: date) -> Rows:
    """党员转入转出、入职离职."""
    since, found = month_before(day), []
    for member, branch, holds, turned in _links(facts.belongs, since, day):
        if facts.side(branch) == "企业":
            told = {"name": facts.names[branch], "branch": branch, "member": member}
            found.append(_row(what="member_in" if holds else "member_out", day=turned, **told))
    for member, firm, holds, turned in _links(facts.works, since, day):
        told = {"name": facts.names[firm], "firm": firm, "member": member}
        found.append(_row(what="member_hired" if holds else "member_left", day=turned, **told))
    return found


def of_contacts(facts: Known, day: date) -> Rows:
    """挂点联系."""
    return [
        _row(
            what="contact_gained" if holds else "contact_lost",
            day=turned,
            name=facts.names[firm],
            firm=firm,
            officer=officer,
        )
        for officer, firm, holds, turned in _links(facts.contacting, month_before(day), day)
    ]


def of_pairs(facts: Known, day: date) -> Rows:
    """结对共建: both sides have come, or one of them is gone."""
    found = []
    for pair, branch, holds, turned in _links(facts.enterprise_sides, month_before(day), day):
        organ = facts.organ_sides.spans_of(pair)[0].other
        told = {"name": facts.names[branch], "branch": branch, "organ": organ, "pair": pair}
        found.append(_row(what="pair_begun" if holds else "pair_ended", day=turned, **told))
    return found


def of_holes(facts: Known, day: date) -> Rows:
    """空白点与待调整."""
    since, found = month_before(day), []
    of_sorts = [
        (facts.sorted_firms(), "firm", facts.firm_faults),
        (sorted(facts.branches), "branch", facts.branch_faults),
        (sorted(facts.cells), "cell", facts.cell_faults),
    ]
    for keys, column, faults in of_sorts:
        for key in keys:
            for fault in sorted(faults(key, since) ^ faults(key, day)):
                turned = _turned(facts.days_of(key), since, day, lambda at, k=key, f=fault, of=faults: f in of(k, at))
                what = "hole_opened" if fault in faults(key, day) else "hole_closed"
                name = f"{key}网格" if column == "cell" else facts.names[key]
                found.append(_row(what=what, detail=fault, day=turned, name=name, **{column: key}))
    return found

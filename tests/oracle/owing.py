"""Answers on what branches owe: elections, meetings, approvals; counted from the facts."""

from __future__ import annotations

from datetime import date, timedelta

from tests.oracle.cells import day_of
from tests.oracle.coverage import Rows
from tests.oracle.known import Known
from tests.oracle.months import add_months, ends_month

MATTERS = {"成立": "founding", "撤销": "dissolving"}


def terms_due(facts: Known, day: date) -> Rows:
    """换届提醒与超期."""
    found = []
    for branch in facts.zone_branches(day):
        term, level = facts.term(branch, day), facts.level(branch, day)
        rule = 5 if level == "committee" else 3
        told = {"branch": branch, "name": facts.names[branch], "level": level, "rule_years": rule}
        if term is None:
            ends = dict.fromkeys(("days_left", "term", "term_since", "term_until", "extended_to"))
            found.append({**told, "state": "unknown", "verdict": "check", **ends, "length_differs": False})
            continue
        ends_on = term.until or add_months(term.since, 12 * (term.years or rule)) - timedelta(days=1)
        runs_to = max(ends_on, term.extended or ends_on)
        ruled = add_months(term.since, 12 * rule)
        rounded = term.until is None or add_months(ruled, -1) <= term.until <= add_months(ruled, 1)
        differs = not rounded or (term.until is None and term.years not in (None, rule))
        state, verdict = "running", "check"
        if runs_to > add_months(ends_on, 12):
            state, verdict = "extended_too_long", "breach"
        elif runs_to < day:
            state, verdict = "overdue", "breach"
        elif runs_to <= add_months(day, 6):
            state, verdict = "ending", "reminder"
        if state != "running" or differs:
            found.append(
                {
                    **told,
                    "state": state,
                    "verdict": verdict,
                    "days_left": (runs_to - day).days,
                    "term": term.name,
                    "term_since": term.since,
                    "term_until": ends_on,
                    "extended_to": term.extended,
                    "length_differs": differs,
                }
            )
    return found


def meetings_missed(facts: Known, day: date) -> Rows:
    """三会一课与主题党日未开."""
    found = []
    quarter, month = date(day.year, (day.month - 1) // 3 * 3 + 1, 1), day.replace(day=1)
    for branch in facts.zone_branches(day):
        if facts.level(branch, day) != "branch":
            continue
        founded = day_of(facts.founded(branch))
        told, states = {}, []
        for sort, begun, over, due in (
            ("members", quarter, ends_month(day) and day.month % 3 == 0, True),
            ("committee", month, ends_month(day), facts.committee(branch, day) > 0),
            ("theme", month, ends_month(day), True),
        ):
            last = facts.last_meeting(branch, sort, day)
            state = "missed" if over else "not_yet"
            if last and last >= begun:
                state = "held"
            elif not due or (founded and founded >= begun):
                state = "not_due"
            column = "theme_day" if sort == "theme" else f"{sort}_meeting"
            told |= {column: state, f"last_{column}": last}
            states.append(state)
        if "missed" in states or "not_yet" in states:
            verdict = "breach" if "missed" in states else "not_yet"
            found.append({"branch": branch, "name": facts.names[branch], "verdict": verdict, **told})
    return found


def approvals_pending(facts: Known, day: date) -> Rows:
    """审批逾期与未备案."""
    found = []
    for case in facts.approvals:
        decided = case.approved if case.approved and case.approved <= day else None
        late = case.applied is not None and add_months(case.applied, 1) < day
        state = "undecided" if decided is None and late else None
        if decided and not (case.recorded and case.recorded <= day):
            state = "unrecorded"
        begun = decided or case.applied
        if state and begun:
            found.append(
                {
                    "state": state,
                    "matter": MATTERS[case.matter],
                    "branch": case.branch,
                    "branch_name": facts.names[case.branch],
                    "applied_on": case.applied,
                    "approved_on": decided,
                    "days": (day - begun).days,
                    "decided_by": case.by,
                    "reason": case.reason,
                    "concerned": case.firms,
                }
            )
    return found

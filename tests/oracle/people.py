"""Answers on members and officers, counted from the facts."""

from __future__ import annotations

from datetime import date
from statistics import fmean, pstdev

from tests.oracle.coverage import Rows
from tests.oracle.known import Known
from tests.oracle.months import add_months

STANDINGS = {"正式": "formal", "预备": "probationary", "不明": "unknown"}


def members_elsewhere(facts: Known, day: date) -> Rows:
    """组织关系待转入 of each member."""
    found = []
    for firm in facts.operating(day):
        for member in facts.elsewhere(firm, day):
            told, branch = facts.membership_at(member, day), facts.membership(member, day)
            where = told if told in ("village", "talent_market") else "branch" if branch else "unknown"
            target = min(facts.organisations(firm, day), default=None)
            found.append(
                {
                    "firm": firm,
                    "firm_name": facts.names[firm],
                    "member": member,
                    "standing": STANDINGS[facts.standing(member, day)],
                    "works_since": min(s.since for s in facts.works.spans_of(member) if s.other == firm and s.at(day)),
                    "where": where,
                    "branch": branch,
                    "branch_name": facts.names[branch] if branch else None,
                    "since": next((s.since for s in facts.belongs.spans_of(member) if s.at(day)), None),
                    "target": target,
                    "target_name": facts.names[target] if target else None,
                    "transfer": None,
                }
            )
    return found


def probation_due(facts: Known, day: date) -> Rows:
    """预备期满."""
    found = []
    for member in facts.members:
        joined = facts.joined(member)
        ends = add_months(joined, 12) if joined else None
        if facts.standing(member, day) != "预备" or (ends and ends > add_months(day, 2)):
            continue
        branch = facts.membership(member, day)
        works = [(s.since, s.other) for s in facts.works.spans_of(member) if s.at(day)]
        newest = max((since for since, _ in works), default=None)
        firm = min((firm for since, firm in works if since == newest), default=None)
        found.append(
            {
                "member": member,
                "state": "unknown" if ends is None else "ended" if ends <= day else "soon",
                "joined_on": joined,
                "ends_on": ends,
                "days": (ends - day).days if ends else None,
                "over": add_months(ends, 12) <= day if ends else None,
                "branch": branch,
                "branch_name": facts.names[branch] if branch else None,
                "firm": firm,
                "firm_name": facts.names[firm] if firm else None,
            }
        )
    return found


def officer_load(facts: Known, day: date) -> Rows:
    """干部联系企业数, those without any too."""
    found = []
    for officer in facts.officers:
        contacts, instructs = facts.contacts(officer, day), facts.instructs(officer, day)
        found.append(
            {
                "officer": officer,
                "department": facts.serves_in(officer, day),
                "contacts": len(contacts),
                "instructs": len(instructs),
                "total": len(contacts | instructs),
                "limit_firms": 0,
                "state": "none",
                "firms": sorted(contacts | instructs),
            }
        )
    return found


def department_load(facts: Known, day: date) -> Rows:
    """部门负荷."""
    found = []
    for department in sorted({*facts.officers.values()}):
        loads = {
            officer: facts.contacts(officer, day) | facts.instructs(officer, day)
            for officer in facts.officers
            if facts.serves_in(officer, day) == department
        }
        counts = [len(firms) for firms in loads.values() if firms]
        if not loads:
            continue
        most, least = max(counts, default=None), min(counts, default=None)
        found.append(
            {
                "department": department,
                "officers": len(counts),
                "idle": len(loads) - len(counts),
                "firms": len(set().union(*loads.values())),
                "average": fmean(counts) if counts else None,
                "most": most,
                "least": least,
                "spread": most - least if most is not None and least is not None else None,
                "deviation": pstdev(counts) if counts else None,
                "busiest": sorted(officer for officer, firms in loads.items() if len(firms) == most),
            }
        )
    return found

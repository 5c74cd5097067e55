"""Answers on firms and members that may be listed twice, counted from the facts."""

from __future__ import annotations

from datetime import date
from itertools import combinations, permutations

from tests.oracle.cells import member_of
from tests.oracle.coverage import Rows
from tests.oracle.known import Known

ALIKE = {
    "name_mask": ("姓名", "mask"),
    "name_born": ("姓名", "出生日期"),
    "mask_born": ("mask", "出生日期"),
    "name_joined": ("姓名", "入党日期"),
    "mask_joined": ("mask", "入党日期"),
}
"""What two members may share, the surest first."""


def duplicate_firms(facts: Known, day: date) -> Rows:
    """疑似重复企业: here those of one name, for all codes pass their check."""
    named = [firm for firm in sorted(facts.names_of_firms()) if facts.named_on(firm, day)]
    return [
        {
            "firm": one,
            "name": facts.names[one],
            "uscc": one,
            "other": two,
            "other_name": facts.names[two],
            "other_uscc": two,
            "alike": "name",
        }
        for one, two in combinations(named, 2)
        if facts.names[one] == facts.names[two]
    ]


def duplicate_members(facts: Known, day: date) -> Rows:
    """疑似重复党员."""
    rows = {member_of(row): row for _, found in facts.ledgers("members") for row in found}
    shared: dict[tuple[str, str, str], set[str]] = {}
    for member, row in rows.items():
        told = {**row, "mask": row["身份证号"][:3] + row["身份证号"][-4:]}
        if facts.works.of(member, day) or facts.membership(member, day):
            for why, (one, other) in ALIKE.items():
                if told[one] and told[other]:
                    shared.setdefault((why, told[one], told[other]), set()).add(member)
    pairs: dict[tuple[str, str], str] = {}
    for why in reversed(ALIKE):
        for (what, _, _), alike in shared.items():
            if what == why:
                pairs |= {(one, two): why for one, two in permutations(alike, 2) if one < two}
    return [_pair(facts, day, one, two, why) for (one, two), why in pairs.items()]


def _pair(facts: Known, day: date, one: str, two: str, why: str) -> dict[str, str | None]:
    home, other = facts.membership(one, day), facts.membership(two, day)
    return {
        "member": one,
        "why": why,
        "other": two,
        "branch": home,
        "branch_name": facts.names[home] if home else None,
        "other_branch": other,
        "other_branch_name": facts.names[other] if other else None,
    }

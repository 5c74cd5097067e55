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
    """疑似重复企业: of one name, or with a code that fails its check and is a slip away from another."""
    named = [firm for firm in sorted(facts.names_of_firms()) if facts.named_on(firm, day)]
    return [*_of_one_name(facts, named), *_of_one_code(facts, named, day)]


def _of_one_code(facts: Known, named: list[str], day: date) -> Rows:
    register = {code: facts.registered_name(code) for code in facts.registered(day)}
    failing = {code: name for code, name in register.items() if code.isascii() and code not in facts.names_of_firms()}
    called = {**failing, **{firm: facts.names[firm] for firm in named}}
    return [
        {
            **_told(code, name),
            **{f"other_{k}" if k != "firm" else "other": v for k, v in _told(other, theirs).items()},
            "alike": "code",
        }
        for code, name in failing.items()
        for other, theirs in called.items()
        if _slip(code, other) and (other not in failing or code < other)
    ]


def _told(code: str, name: str) -> dict[str, str]:
    return {"firm": code, "name": name, "uscc": code}


def _slip(one: str, other: str) -> bool:
    """One character is another, or two that stand together are the wrong way round."""
    places = [place for place, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    if len(places) == 2:
        first, second = places
        return second == first + 1 and (one[first], one[second]) == (other[second], other[first])
    return len(places) == 1


def _of_one_name(facts: Known, named: list[str]) -> Rows:
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

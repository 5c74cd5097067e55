"""Answers on what the survey tells of firms, and what it leaves open, counted from the facts."""

from __future__ import annotations

from datetime import date

from tests.oracle.coverage import Rows, placed
from tests.oracle.known import Known
from tests.oracle.months import add_months


def never_surveyed(facts: Known, day: date) -> Rows:
    """未摸底."""
    found = []
    for firm in facts.zone_firms(day):
        if facts.in_survey(firm, day):
            continue
        last = facts.last_surveyed(firm, day)
        state = "never" if last is None else "blank" if last == facts.latest_survey(day) else "dropped"
        told = {
            "state": state,
            "last_surveyed": last,
            "known_since": facts.named_on(firm, day),
            "department": facts.responsible(firm, day),
        }
        found.append(placed(facts, firm, day, **told))
    return found


def survey_stale(facts: Known, day: date, months: int = 3) -> Rows:
    """底数过期, where a survey holds three months."""
    found = []
    for firm in facts.zone_firms(day):
        state, last = facts.state(firm, day), facts.last_surveyed(firm, day)
        if not facts.surveyed(firm, day) or state in ("cancelled", "moved") or last is None:
            continue
        expired = add_months(last, months)
        if expired <= day:
            told = {
                "operating_state": state,
                "last_surveyed": last,
                "expired_on": expired,
                "days": (day - expired).days,
                "department": facts.responsible(firm, day),
            }
            found.append(placed(facts, firm, day, **told))
    return found


def unknown_verdict(facts: Known, day: date) -> Rows:
    """未能判定."""
    found = []
    for firm in facts.zone_firms(day):
        if not facts.surveyed(firm, day) or facts.state(firm, day) not in (None, "operating"):
            continue
        formal, _ = facts.numbers(firm, day)
        for fact, verdict, members in _open(facts, firm, day):
            told = {"fact": fact, "verdict": verdict, "members": members, "formal": formal}
            found.append(placed(facts, firm, day, **told, last_surveyed=facts.last_surveyed(firm, day)))
    return found


def _open(facts: Known, firm: str, day: date) -> list[tuple[str, str, list[str]]]:
    """The facts that are missing, the verdict that each would give, and the members it is about."""
    found: list[tuple[str, str, list[str]]] = []
    if facts.state(firm, day) is None:
        found.append(("operating", "base", []))
    if facts.ownership(firm) is None:
        found.append(("ownership", "base", []))
    unclear = [member for member in facts.counted(firm, day) if facts.standing(member, day) == "不明"]
    if verdict := _verdict(facts, firm, day, len(unclear), bool(unclear)):
        found.append(("standing", verdict, unclear))
    placeless = [m for m in facts.workers(firm, day) if facts.standing(m, day) != "停止" and _nowhere(facts, m, day)]
    able = [member for member in placeless if facts.standing(member, day) != "预备"]
    if verdict := _verdict(facts, firm, day, len(able), bool(placeless)):
        found.append(("membership", verdict, placeless))
    if facts.staff(firm, day) is None and not facts.above_scale(firm, day) and not facts.organisations(firm, day):
        found.append(("size", "large", []))
    return found


def _verdict(facts: Known, firm: str, day: date, may_be_formal: int, some: bool) -> str | None:
    """What members would tell of whom a fact is missing: enough for a branch of its own, or members at all."""
    formal, probationary = facts.numbers(firm, day)
    if facts.without_own(firm, day) and formal < 3 <= formal + may_be_formal:
        return "qualified"
    return "members" if some and not formal + probationary and not facts.organisations(firm, day) else None


def _nowhere(facts: Known, member: str, day: date) -> bool:
    """It is not told where the membership is, neither by branch nor by place."""
    told = facts.membership_at(member, day)
    return facts.membership(member, day) is None and told in (None, "here")

"""Rates of coverage, counted from the facts."""

from __future__ import annotations

from collections import Counter
from datetime import date

from tests.oracle.coverage import Rows
from tests.oracle.known import Known
from tests.oracle.months import month_before
from tests.oracle.once import once
from tests.oracle.unbuilt import share, tenth

BANDS = (10, 50, 100, 300)
Told = dict[tuple[str, str, str | None], Counter[str]]
"""By rate and group (key and name): how many firms are reached, in the base, and cannot be told."""


def rates(facts: Known, day: date, by: str = "zone", base: str = "operating") -> Rows:
    """覆盖率, now and against a month before and 1 January."""
    now = _told(facts, day, by, base)
    month = _told(facts, month_before(day), by, base)
    year = _told(facts, day.replace(month=1, day=1), by, base)
    found = []
    for key in {**now, **month, **year}:
        told, percent = now.get(key, Counter()), _percent(now, key)
        before, january = _percent(month, key), _percent(year, key)
        rate, group, group_name = key
        found.append(
            {
                "rate": rate,
                "group": group,
                "group_name": group_name,
                "numerator": told["reached"],
                "denominator": told["in"],
                "unknown": told["unknown"],
                "percent": percent,
                "month_ago": before,
                "month_change": None if None in (percent, before) else tenth(percent - before),
                "january": january,
                "year_change": None if None in (percent, january) else tenth(percent - january),
            }
        )
    return found


def _percent(told: Told, key: tuple[str, str, str | None]) -> float | None:
    counts = told.get(key, Counter())
    return share(counts["reached"], counts["in"])


def _told(facts: Known, day: date, by: str, base: str) -> Told:
    found: Told = {}
    for firm in facts.zone_firms(day):
        for rate, (counts, reached) in standings_of(facts, firm, day, base).items():
            if counts == "out":
                continue
            for group in groups_of(facts, firm, day, by):
                line = found.setdefault((rate, *group), Counter())
                line[counts] += 1
                line["reached"] += counts == "in" and reached
    return found


@once
def standings_of(facts: Known, firm: str, day: date, base: str) -> dict[str, tuple[str, bool]]:
    """By rate: whether the firm counts (in, out or unknown), and whether it is reached."""
    in_base = _base(facts, firm, day, base)
    covered = bool(facts.organisations(firm, day))
    return {
        "organisation": (in_base, covered),
        "own": (in_base, not facts.without_own(firm, day)),
        "assigned": (in_base, covered or facts.reached(firm, day)),
        "active": (in_base, covered or facts.visited(firm, day)),
        "should_build": (_should_build(facts, firm, day, in_base), covered),
    }


def _base(facts: Known, firm: str, day: date, base: str) -> str:
    """Whether the firm is in the base, out of it, or a fact is missing to tell."""
    state, staff = facts.state(firm, day), facts.staff(firm, day)
    three_have = base == "three_have"
    if state not in (None, "operating") or (three_have and staff is not None and staff < 10):
        return "out"
    if state is None or (three_have and (staff is None or not facts.sites(firm, day))):
        return "unknown"
    return "in"


def _should_build(facts: Known, firm: str, day: date, in_base: str) -> str:
    """Whether the firm has enough formal members, does not, or their standing is missing to tell."""
    standings = [facts.standing(member, day) for member in facts.counted(firm, day)]
    formal, unclear = standings.count("正式"), standings.count("不明")
    if in_base == "out" or formal + unclear < 3:
        return "out"
    return in_base if formal >= 3 else "unknown"


def groups_of(facts: Known, firm: str, day: date, by: str) -> list[tuple[str, str | None]]:
    """The groups of a firm, each key and name; one of none is '-'."""
    if by == "zone":
        return [("", None)]
    if by == "industry":
        trade = facts.industry(firm)
        return [(trade or "-", trade)]
    if by == "size":
        band = _band(facts.staff(firm, day))
        return [(band or "-", band)]
    cells = facts.cells_of(firm, day)
    of_cell = {"area": facts.area, "township": facts.township, "department": facts.department}
    if by == "cell":
        return [(cell, f"{cell}网格") for cell in cells] or [("-", None)]
    found = {of_cell[by](cell, day) for cell in cells} or {None}
    return [(name or "-", name) for name in found]


def _band(staff: int | None) -> str | None:
    if staff is None:
        return None
    least = max((band for band in BANDS if band <= staff), default=None)
    beyond = min((band for band in BANDS if band > staff), default=None)
    if least is None:
        return f"<{beyond}"
    return f"{least}-{beyond - 1}" if beyond else f"≥{least}"


def rates_by_area(facts: Known, day: date) -> Rows:
    """覆盖率 of each area."""
    return rates(facts, day, by="area")


def rates_by_size(facts: Known, day: date) -> Rows:
    """覆盖率 of each band of staff, of three-have firms."""
    return rates(facts, day, by="size", base="three_have")

"""Answers on figures that were reported, beside what the facts are, counted from the facts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from tests.oracle.counted_figures import all_figures
from tests.oracle.coverage import Rows
from tests.oracle.drawing_figures import FIGURES, STATISTICS, last_day
from tests.oracle.known import Known
from tests.oracle.sheets import Sheet

SPEAKS_OF = {
    "Branch": ("branches", "committees", "venues"),
    "Enterprise": ("enterprises", "applicants", "mass_organisations", "registry", "supply"),
    "Member": ("members", "committees", "reviews"),
    "Officer": ("officers", "instructors", "committees", "reviews"),
    "ServiceTeam": ("service_teams",),
    "ServiceRequest": ("service_requests",),
}
"""Which ledgers speak of what a figure counts."""
COUNTS = {
    "service_teams": ("ServiceTeam",),
    **dict.fromkeys(("service_requests", "requests_closed", "requests_in_progress"), ("ServiceRequest",)),
    **dict.fromkeys(
        ("own_branches", "joint_branches", "founded_this_year", "dissolved_this_year"), ("Branch", "Enterprise")
    ),
    "instructors_and_joint_secretaries": ("Branch", "Enterprise", "Officer"),
}
OTHERWISE = ("Branch", "Enterprise", "Member", "Officer")


class Reported(NamedTuple):
    """A figure as it was reported, of a day."""

    figure: str
    source: str
    day: date
    office: str
    value: int


def _reported(facts: Known, day: date) -> Iterator[Reported]:
    """All figures of days up to that one, each once."""
    found = {}
    for line in facts.lines("published_figures"):
        row, of = line.row, date.fromisoformat(last_day(line.row["月份"]))
        told = Reported(FIGURES[row["指标"]], "account", of, row["填报单位"], int(row["数值"]))
        found[told.figure, row["月份"]] = told
    for line in facts.lines("statistics"):
        for heading, figure in STATISTICS.items():
            if value := line.row[heading]:
                told = Reported(figure, "statistics", line.sheet.as_of, line.row["填报单位"], int(value))
                found[f"{figure} {told.office}", str(told.day)] = told
    yield from (told for told in found.values() if told.day <= day)


def _counted(facts: Known, day: date) -> dict[str, int]:
    if day not in facts.kept_figures:
        facts.kept_figures[day] = all_figures(facts, day)
    return facts.kept_figures[day]


def figures_reconciled(facts: Known, day: date) -> Rows:
    """上报数核对; what several offices report is summed."""
    groups: dict[tuple[date, str, str], list[Reported]] = {}
    for told in _reported(facts, day):
        groups.setdefault((told.day, told.figure, told.source), []).append(told)
    found = []
    for (of, figure, source), parts in groups.items():
        reported, counted = sum(told.value for told in parts), _counted(facts, of)[figure]
        found.append(
            {
                "day": of,
                "figure": figure,
                "source": source,
                "reported_by": "、".join(sorted({told.office for told in parts})),
                "reported": reported,
                "counted": counted,
                "difference": reported - counted,
                "state": "agrees" if reported == counted else "differs",
            }
        )
    return found


def reconciled_differing(facts: Known, day: date) -> Rows:
    """上报数核对, those that differ."""
    return [row for row in figures_reconciled(facts, day) if row["state"] == "differs"]


def published_history(facts: Known, day: date) -> Rows:
    """上报数历月, with the ledgers loaded since."""
    found = []
    for told in _reported(facts, day):
        if told.source != "account":
            continue
        counted = _counted(facts, told.day)[told.figure]
        late = [] if counted == told.value else _late(facts, told)
        for file in late or [None]:
            state = "agrees" if counted == told.value else "changed" if file else "slip"
            row: dict[str, Any] = {"day": told.day, "figure": told.figure, "reported": told.value, "counted": counted}
            row |= {"difference": told.value - counted, "state": state}
            row |= {"file": file[0], "kind": file[1].kind, "as_of": file[1].as_of} if file else _NO_FILE
            found.append(row)
    return found


_NO_FILE = dict.fromkeys(("file", "kind", "as_of"))


def _late(facts: Known, told: Reported) -> list[tuple[str, Sheet]]:
    """The files loaded after the figure first was, that speak of what it counts at that time."""
    kinds = {kind for what in COUNTS.get(told.figure, OTHERWISE) for kind in SPEAKS_OF[what]}
    first = next(n for n, (_, sheet) in enumerate(facts.files) if _tells(sheet, told))
    return [
        (name, sheet)
        for name, sheet in facts.files[first + 1 :]
        if sheet.kind in kinds
        and sheet.as_of <= told.day
        and any(facts.fate(sheet.kind, row) == "accepted" for row in sheet.rows)
    ]


def _tells(sheet: Sheet, told: Reported) -> bool:
    if sheet.kind != "published_figures":
        return False
    said = [(FIGURES[row["指标"]], last_day(row["月份"])) for row in sheet.rows]
    return (told.figure, told.day.isoformat()) in said

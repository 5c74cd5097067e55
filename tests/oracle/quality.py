"""Answers on the ledgers themselves: codes, age, conflicts; counted from the rows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from tests.oracle.coverage import Rows
from tests.oracle.filing import Line
from tests.oracle.known import Known
from tests.oracle.months import add_months
from tests.oracle.sheets import Sheet

SURVEY_VALID = 6


def bad_codes(facts: Known, day: date) -> Rows:
    """信用代码问题: here of firms that only the register and the ledger of names tell of."""
    found = []
    for firm, line in facts.registered(day).items():
        if firm in facts.names_of_firms():
            continue
        damaged = "E+" in line.row["统一社会信用代码"]
        code = line.row["统一社会信用代码"]
        found.append(_faulty(facts.registered_name(firm), code, "damaged" if damaged else "failed", line))
    for name in facts.uncoded:
        lines = [line for line in facts.lines("names") if line.row["企业名称"] == name and line.sheet.as_of <= day]
        found += [_faulty(name, None, "missing", line) for line in lines[:1]]
    return found


def _faulty(name: str, code: str | None, fault: str, line: Line) -> dict[str, Any]:
    told = {"file": line.file, "row": line.number, "as_of": line.sheet.as_of}
    return {"name": name, "uscc": code, "fault": fault, **told}


def stale_ledgers(facts: Known, day: date) -> Rows:
    """台账新旧."""
    groups: dict[tuple[str, str], list[tuple[str, Sheet]]] = {}
    for name, sheet in facts.files:
        if sheet.as_of <= day:
            groups.setdefault((sheet.scope, sheet.kind), []).append((name, sheet))
    found = []
    for (scope, kind), told in groups.items():
        as_of = max(sheet.as_of for _, sheet in told)
        last = [(name, sheet) for name, sheet in told if sheet.as_of == as_of]
        fates = [facts.fate(kind, row) for _, sheet in last for row in sheet.rows]
        found.append(
            {
                "scope": scope,
                "kind": kind,
                "as_of": as_of,
                "days": (day - as_of).days,
                "state": "stale" if add_months(as_of, SURVEY_VALID) <= day else "fresh",
                **{fate: fates.count(fate) for fate in ("accepted", "rejected", "waiting")},
                "files": "、".join(name for name, _ in last),
            }
        )
    return found


def conflicts(facts: Known, day: date) -> Rows:
    """数据冲突: here of trades and of posts."""
    return [*_of_trades(facts, day), *_of_posts(facts, day)]


def conflicts_of_firms(facts: Known, day: date) -> Rows:
    """数据冲突 of firms."""
    return list(_of_trades(facts, day))


def _of_trades(facts: Known, day: date) -> Iterator[dict[str, Any]]:
    """The survey is trusted more than the register."""
    surveys: dict[str, list[Line]] = {}
    for line in facts.lines("enterprises"):
        surveys.setdefault(line.row["统一社会信用代码"], []).append(line)
    for line in facts.lines("registry"):
        firm, trade = line.row["统一社会信用代码"], line.row["行业"]
        same_day = [one for one in surveys.get(firm, ()) if one.sheet.as_of == line.sheet.as_of <= day]
        if trade and same_day and same_day[0].row["行业"] not in ("", trade):
            told = {"firm": firm, "officer": None, "name": facts.names[firm], "person": None, "what": "industry"}
            yield _conflict(told, same_day[0], same_day[0].row["行业"], line, trade)


def _of_posts(facts: Known, day: date) -> Iterator[dict[str, Any]]:
    """The ledger of officers is trusted more than that of instructors."""
    for line in facts.lines("instructors"):
        for one in facts.lines("officers"):
            same = one.row["工号"] == line.row["工号"] and one.sheet.as_of == line.sheet.as_of <= day
            if same and one.row["职务"] and line.row["职务"] not in ("", one.row["职务"]):
                person = f"{line.row['姓名'][0]}*"
                told = {"firm": None, "officer": one.row["工号"], "name": None, "person": person, "what": "post"}
                yield _conflict(told, one, one.row["职务"], line, line.row["职务"])
                break


def _conflict(told: dict[str, Any], shown: Line, value: str, other: Line, theirs: str) -> dict[str, Any]:
    both = {"shown": value, "shown_file": shown.file, "other": theirs, "other_file": other.file, "because": "kind"}
    return {"day": shown.sheet.as_of, "branch": None, "member": None, **told, **both}

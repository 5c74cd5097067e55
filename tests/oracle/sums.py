"""Answers on funding and reviews, counted from the rows themselves."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from statistics import fmean
from typing import Any

from tests.oracle.cells import branch_of, day_of, member_of
from tests.oracle.coverage import Rows
from tests.oracle.known import Known
from tests.oracle.sheets import Row

SOURCES = {"税前列支": "pretax", "党费返还": "dues", "财政支持": "fiscal", "其他": "other"}
GRADES = {
    "优秀": "excellent",
    "好": "good",
    "较好": "fair",
    "合格": "passed",
    "一般": "average_grade",
    "基本合格": "barely",
    "差": "poor",
    "不合格": "failed",
    "": "ungraded",
}
PASSED = ("优秀", "好", "较好", "合格")
SORTS = {"书记述职评议": "secretary", "指导员考核": "instructor"}


def funding_by_branch(facts: Known, day: date) -> Rows:
    """党组织经费."""
    groups: dict[tuple[str, str, str], list[Row]] = {}
    # what is not dated is told from the day of its ledger on
    rows = [(told, row) for told, found in facts.ledgers("funding") for row in found]
    for row in (row for told, row in rows if (day_of(row["拨付日期"]) or told) <= day):
        groups.setdefault((branch_of(row), row["年度"], row["经费来源"]), []).append(row)
    return [
        {
            "list": "branch",
            "branch": branch,
            "name": facts.names[branch],
            "year": int(year),
            "source": SOURCES[source],
            "payments": len(rows),
            "amount": float(sum(int(row["金额"]) for row in rows)),
            "last_paid_on": max((at for row in rows if (at := day_of(row["拨付日期"]))), default=None),
            "given_by": sorted({row["列支企业/统一社会信用代码"] for row in rows} - {""}),
        }
        for (branch, year, source), rows in groups.items()
    ]


def funding(facts: Known, day: date) -> Rows:
    """党组织经费, with the gifts to joint projects."""
    return [*funding_by_branch(facts, day), *_of_projects(facts, day)]


def _of_projects(facts: Known, day: date) -> Rows:
    gifts: dict[tuple[str, str, str], tuple[date, Row]] = {}
    for told, rows in facts.ledgers("co_building_projects"):
        for row in rows:
            if row["助力金额"]:
                gift = row["联建项目编号"], row["助力企业/统一社会信用代码"], row["助力日期"]
                gifts.setdefault(gift, (day_of(row["助力日期"]) or told, row))
    groups: dict[tuple[str, int], list[Row]] = {}
    for (project, _, _), (at, row) in gifts.items():
        if at <= day:
            groups.setdefault((project, at.year), []).append(row)
    return [
        {
            "list": "project",
            "branch": None,
            "name": rows[0]["联建项目名称"],
            "year": year,
            "source": "gift",
            "payments": len(rows),
            "amount": float(sum(int(row["助力金额"]) for row in rows)),
            "last_paid_on": max((at for row in rows if (at := day_of(row["助力日期"]))), default=None),
            "given_by": sorted({row["助力企业/统一社会信用代码"] for row in rows}),
        }
        for (_, year), rows in groups.items()
    ]


def _up_to(facts: Known, kind: str, heading: str, day: date) -> Iterator[Row]:
    """The rows of a ledger of events that are dated up to a day, or not dated."""
    for row in (row for _, rows in facts.ledgers(kind) for row in rows):
        at = day_of(row[heading])
        if at is None or at <= day:
            yield row


def reviews_by_department(facts: Known, day: date) -> Rows:
    """考核计入部门."""
    groups: dict[tuple[int, str, str | None], list[Row]] = {}
    for row in _up_to(facts, "reviews", "考核日期", day):
        year, at = int(row["考核年度"]), day_of(row["考核日期"]) or day
        if row["考核日期"] or year <= day.year:
            department = _served(facts, row["工号"], at) if row["工号"] else None
            groups.setdefault((year, SORTS[row["考核种类"]], department), []).append(row)
    found = []
    for (year, sort, department), rows in groups.items():
        grades = [GRADES[row["考核等次"]] for row in rows]
        scores = [int(row["得分"]) for row in rows if row["得分"]]
        counts = {grade: grades.count(grade) for grade in GRADES.values()}
        told = {"reviewed": len(rows), "average": fmean(scores) if scores else None, **counts}
        found.append({"year": year, "sort": sort, "department": department, **told})
    return found


def _served(facts: Known, officer: str, at: date) -> str | None:
    """Where the officer served that day; before the first ledger, where it says."""
    spans = sorted(facts.serving.spans_of(officer), key=lambda span: span.since)
    return next((s.other for s in spans if s.at(at)), spans[0].other if spans else None)


def unpaid(facts: Known, day: date) -> Rows:
    """补助未发与党费未返还 of the year before."""
    year, found = day.year - 1, []
    keys = ("branch", "branch_name", "sort", "subsidy", "officer", "member")
    for row in _up_to(facts, "reviews", "考核日期", day):
        if int(row["考核年度"]) == year and row["考核等次"] in PASSED and row["补助是否发放"] != "已发放":
            branch = row["党组织代码"] or None
            told: dict[str, Any] = {
                "list": "subsidy",
                "state": "unpaid" if row["补助是否发放"] else "unsaid",
                "year": year,
                "branch": branch,
                "branch_name": facts.names[branch] if branch else None,
                "sort": SORTS[row["考核种类"]],
                "subsidy": float(row["补助金额"]) if row["补助金额"] else None,
                "officer": row["工号"] or None,
                "member": member_of(row) if row["身份证号"] else None,
            }
            found.append(told)
    dues = [r for r in _up_to(facts, "funding", "拨付日期", day) if r["经费来源"] == "党费返还"]
    returned = {branch_of(row) for row in dues if int(row["年度"]) == year}
    for branch in facts.zone_branches(day):
        founded = day_of(facts.founded(branch))
        if branch not in returned and (founded is None or founded.year <= year):
            told = {**dict.fromkeys(keys), "list": "dues", "state": "unreturned", "year": year}
            found.append({**told, "branch": branch, "branch_name": facts.names[branch]})
    return found

"""Reviews of the year 2025: secretaries and instructors then in office, and their ledger."""

from __future__ import annotations

from datetime import date
from random import Random

from loaders.demo.organisation import Appointment, Review
from loaders.demo.sheet import Column, LedgerSheet, ledger_sheet, yes_no
from loaders.demo.world import World, current

YEAR_END = date(2025, 12, 31)
SECRETARY, INSTRUCTOR = "书记述职评议", "指导员考核"
_HELD = {SECRETARY: date(2026, 1, 16), INSTRUCTOR: date(2026, 1, 23)}
_GRADES = {SECRETARY: ("好", "较好", "一般", "差"), INSTRUCTOR: ("优秀", "合格", "基本合格", "不合格")}
_WEIGHTS = (30, 58, 10, 2)
_SCORES = ((92, 98), (80, 91), (65, 79), (45, 59))
_SUBSIDY = 1200
_UNPAID = 7
"""Every so manieth who passed is still to be paid."""


def review_year(random: Random, world: World, appointments: tuple[Appointment, ...]) -> tuple[Review, ...]:
    """One review a person and sort; whoever passed earns a subsidy, which some have not yet got."""
    led: dict[tuple[str, bool], list[str]] = {}
    for a in appointments:
        if a.duty == "书记" and a.since <= YEAR_END:
            led.setdefault((a.person, a.officer), []).append(a.branch)
    people = [(person, officer, SECRETARY, tuple(branches)) for (person, officer), branches in led.items()]
    instructing = [o for o in world.officers if current(o.instructs, YEAR_END)]
    people += [(o.staff_id, True, INSTRUCTOR, ()) for o in instructing]
    return tuple(_review(random, *found, number) for number, found in enumerate(people, 1))


def _review(random: Random, person: str, officer: bool, sort: str, branches: tuple[str, ...], number: int) -> Review:
    place = random.choices(range(4), weights=_WEIGHTS)[0]
    subsidy = _SUBSIDY if place < 2 else 0
    paid = bool(subsidy) and number % _UNPAID != 0
    score = random.randint(*_SCORES[place])
    held = _HELD[sort]
    return Review(person, officer, sort, 2025, _GRADES[sort][place], score, held, branches, subsidy, paid)


def review_sheet(world: World, at: date, title: str) -> LedgerSheet:
    """One row a review; officers by staff id and department, secretaries of firms by ID number."""
    members = {m.id_number: m for m in world.members}
    officers = {o.staff_id: o for o in world.officers}
    columns: tuple[Column[Review], ...] = (
        Column("考核年度", lambda r: r.year),
        Column("考核种类", lambda r: r.sort),
        Column("姓名", lambda r: officers[r.person].name if r.officer else members[r.person].name),
        Column("工号", lambda r: r.person if r.officer else None),
        Column("所在部门", lambda r: officers[r.person].department if r.officer else None),
        Column("身份证号", lambda r: None if r.officer else r.person),
        Column("所在党组织/党组织名称", lambda r: "、".join(world.branch[b].name for b in r.branches) or None),
        Column("所在党组织/党组织代码", lambda r: "、".join(r.branches) or None),
        Column("考核日期", lambda r: r.reviewed_on),
        Column("得分", lambda r: r.score),
        Column("考核等次", lambda r: r.result),
        Column("补助金额(元)", lambda r: r.subsidy),
        Column("补助是否发放", lambda r: yes_no(r.paid) if r.subsidy else None),
    )
    return ledger_sheet(title, columns, world.organisation.reviews)

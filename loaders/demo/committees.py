"""Secretaries and committee members of the enterprise branches, and their ledger."""

from __future__ import annotations

from datetime import date

from loaders.demo.organisation import Appointment, Term
from loaders.demo.sheet import Column, LedgerSheet, ledger_sheet
from loaders.demo.world import SETTLED, Branch, Member, Tie, World, current

_SEATS = ("组织委员", "宣传委员", "纪检委员", "青年委员")


def appoint(world: World, terms: tuple[Term, ...]) -> tuple[Appointment, ...]:
    """Who holds office at 2026-09-30: members of own branches, and the officers who lead the joint ones."""
    by_branch: dict[str, list[Appointment]] = {}
    for member in world.members:
        for tie in current(member.memberships, SETTLED):
            if tie.note:
                held = by_branch.setdefault(tie.target, [])
                held.append(_appointment(world.branch[tie.target], member, tie, len(held), terms, world))
    for officer in world.officers:
        for tie in current(officer.leads, SETTLED):
            led = Appointment(tie.target, officer.staff_id, "书记", tie.since, "上级选派", officer=True)
            by_branch.setdefault(tie.target, []).append(led)
    return tuple(a for b in world.branches for a in by_branch.get(b.code, ()))


def _appointment(
    branch: Branch, member: Member, tie: Tie, place: int, terms: tuple[Term, ...], world: World
) -> Appointment:
    """In office since one of the last two elections after joining the branch."""
    elected = [t.since for t in terms if t.branch == branch.code and tie.since <= t.since <= SETTLED]
    since = elected[-2:][0] if elected else tie.since
    if tie.note != "书记":
        return Appointment(branch.code, member.id_number, _SEATS[place - 1], since)
    investor = any(world.firm[u].investor == member.name for u in branch.covers(SETTLED))
    return Appointment(branch.code, member.id_number, "书记", since, "出资人" if investor else "中层")


def committee_sheet(world: World, at: date, title: str) -> LedgerSheet:
    """One row an appointment; an officer sent from above has staff id and department, a member the ID number."""
    members = {m.id_number: m for m in world.members}
    officers = {o.staff_id: o for o in world.officers}
    columns: tuple[Column[Appointment], ...] = (
        Column("党组织代码", lambda a: a.branch),
        Column("党组织名称", lambda a: world.branch[a.branch].name),
        Column("姓名", lambda a: officers[a.person].name if a.officer else members[a.person].name),
        Column("身份证号", lambda a: None if a.officer else a.person),
        Column("党内职务", lambda a: a.duty),
        Column("书记来源", lambda a: a.source or None),
        Column("选派干部/工号", lambda a: a.person if a.officer else None),
        Column("选派干部/所在部门", lambda a: officers[a.person].department if a.officer else None),
        Column("任职日期", lambda a: a.since),
    )
    return ledger_sheet(title, columns, world.organisation.appointments, merged=2)

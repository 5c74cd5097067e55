"""How officers are posted and what they have done of the 345 duties; the ledger of the instructors."""

from __future__ import annotations

from datetime import date
from random import Random

from loaders.demo.organisation import ContactDuties, Posting
from loaders.demo.sheet import Column, LedgerSheet, ledger_sheet
from loaders.demo.words import TOWNSHIP_OFFICES
from loaders.demo.world import Officer, World, current

FIRSTS = ("第一知情人", "第一报告人", "第一协调人")
CLEARED = ("企业情况", "党员队伍", "涉企业务", "隐患排查")
ROLES = ("政策宣传", "平安巡查", "问题调解", "营商服务", "发展指导")


def post_officers(random: Random, world: World) -> tuple[Posting, ...]:
    """Monthly visits for all who contact or instruct; instructors are posted by the zone or by their township."""
    postings = []
    for officer in world.officers:
        if officer.contacts or officer.instructs:
            level = "乡办级" if officer.department in TOWNSHIP_OFFICES else "区级"
            times = random.choice((1, 1, 2)) if officer.instructs else 1
            postings.append(Posting(officer.staff_id, "每月", times, level if officer.instructs else ""))
    return tuple(postings)


def do_duties(random: Random, world: World) -> tuple[ContactDuties, ...]:
    """Most contacts have all their duties; some lack a few."""

    def done(words: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(word for word in words if random.random() < 0.93)

    return tuple(
        ContactDuties(officer.staff_id, tie.target, done(FIRSTS), done(CLEARED), done(ROLES))
        for officer in world.officers
        for tie in officer.contacts
    )


def instructor_sheet(world: World, at: date, title: str) -> LedgerSheet:
    """One row an instructor, known by name and unit, with all branches instructed in one cell."""
    postings = {p.staff_id: p for p in world.organisation.postings}
    columns: tuple[Column[Officer], ...] = (
        Column("指导员/姓名", lambda o: o.name),
        Column("指导员/工作单位", lambda o: o.department),
        Column("指导员/职务", lambda o: o.post),
        Column("指导员/电话", lambda o: o.phone),
        Column("指导员/专职／兼职", lambda o: "专职" if o.full_time else "兼职"),
        Column("指导员/走访频率", lambda o: postings[o.staff_id].frequency),
        Column("指导员/走访频次", lambda o: f"{postings[o.staff_id].times}次"),
        Column("指导员/驻派等级", lambda o: postings[o.staff_id].level),
        Column("指导员/指导党组织", lambda o: "、".join(world.branch[t.target].name for t in current(o.instructs, at))),
    )
    return ledger_sheet(title, columns, (o for o in world.officers if current(o.instructs, at) and o.left_on > at))

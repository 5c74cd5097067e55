"""Memberships moved since the first survey, some still on their way, and their ledger."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from random import Random

from graph.values.dates import OPEN
from loaders.demo.organisation import Transfer
from loaders.demo.sheet import Column, LedgerSheet, ledger_sheet
from loaders.demo.words import ELSEWHERE_BRANCHES
from loaders.demo.world import FIRST_SURVEY, SETTLED, Member, World, current

_FOUNDED, _LEFT, _ENTERS = "所在企业成立或纳入党组织", "离职转出", "组织关系转入工作单位"
_UNDER_WAY = ("办理中", "办理中", "办理中", "办理中", "已申请", "已申请", "已退回")


def move_memberships(random: Random, world: World) -> tuple[Transfer, ...]:
    """All that moved between the first survey and 2026-09-30, and seven into the branch of the place of work."""
    moved = sorted(_moved(world), key=lambda found: found[3])
    told = [
        Transfer("", m.id_number, origin, into, day - timedelta(days=random.randint(12, 40)), "已转入", why, day)
        for m, origin, into, day, why in moved
    ]
    for state, (member, origin, into) in zip(_UNDER_WAY, _outside(world), strict=False):
        asked = date(2026, 9, random.randint(2, 26))
        told.append(Transfer("", member.id_number, origin, into, asked, state, _ENTERS))
    return tuple(
        Transfer(f"LC-ZJ-2026-{number:03d}", t.member, t.origin, t.into, t.asked_on, t.state, t.reason, t.moved_on)
        for number, t in enumerate(told, 1)
    )


def _moved(world: World) -> Iterator[tuple[Member, str, str, date, str]]:
    for number, member in enumerate(world.members):
        for before, after in pairwise(member.memberships):
            if FIRST_SURVEY < after.since <= SETTLED:
                yield member, before.target, after.target, after.since, _FOUNDED
        last = member.memberships[-1]
        if FIRST_SURVEY < last.until <= SETTLED and last.until != OPEN:
            yield member, last.target, ELSEWHERE_BRANCHES[number % len(ELSEWHERE_BRANCHES)], last.until, _LEFT


def _outside(world: World) -> Iterator[tuple[Member, str, str]]:
    """Members who work in a covered firm and belong elsewhere, with the branch they want to enter."""
    covering = {uscc: b.code for b in world.branches for uscc in b.covers(SETTLED)}
    for member in world.members:
        belongs = [t.target for t in current(member.memberships, SETTLED) if t.target not in world.branch]
        works = [covering[t.target] for t in current(member.works, SETTLED) if t.target in covering]
        if belongs and works and member.standing_known:
            yield member, belongs[0], works[0]


def transfer_sheet(world: World, at: date, title: str) -> LedgerSheet:
    """One row a transfer."""
    members = {m.id_number: m for m in world.members}

    def name(branch: str) -> str:
        return world.branch[branch].name if branch in world.branch else branch

    def code(branch: str) -> str | None:
        return branch if branch in world.branch else None

    columns: tuple[Column[Transfer], ...] = (
        Column("介绍信编号", lambda t: t.number),
        Column("姓名", lambda t: members[t.member].name),
        Column("身份证号", lambda t: t.member),
        Column("转出党组织/党组织名称", lambda t: name(t.origin)),
        Column("转出党组织/党组织代码", lambda t: code(t.origin)),
        Column("转入党组织/党组织名称", lambda t: name(t.into)),
        Column("转入党组织/党组织代码", lambda t: code(t.into)),
        Column("转接原因", lambda t: t.reason),
        Column("申请日期", lambda t: t.asked_on),
        Column("转接日期", lambda t: t.moved_on),
        Column("办理状态", lambda t: t.state),
    )
    return ledger_sheet(title, columns, world.organisation.transfers)

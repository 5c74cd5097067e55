"""Visits from April to October 2026: contact officers come monthly, instructors too; 23 firms are missed in October."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from loaders.demo.instructors import CLEARED, ROLES
from loaders.demo.service import Visit
from loaders.demo.workdays import workday, workdays
from loaders.demo.world import DRIFTED, SETTLED, Officer, World

_MONTHS = range(4, 11)
_MISSED, _MISSED_TWICE = 23, 7
_AGAIN = 0.15
"""How often a contact officer comes a second time in a month."""
_MATTERS = ("了解生产经营情况", "宣讲惠企政策", "走访一线党员职工", "核对企业底数", "回访诉求办理", "检查安全生产")
_PROBLEMS = ("用工缺口较大", "流动资金紧张", "消防通道堆物", "用电负荷不足", "党员组织关系未转入", "厂区周边停车难")


def make_visits(random: Random, world: World) -> tuple[Visit, ...]:
    """All visits in the order of their days."""
    missed = _missed(random, world)
    made: list[tuple[date, str, str]] = []
    for officer in world.officers:
        for uscc, month, first, last in _due(world, officer):
            if (uscc, month) in missed or not workdays(first, last):
                continue
            made.append((workday(random, first, last), officer.staff_id, uscc))
            if random.random() < _AGAIN and (uscc, month) not in missed:
                made.append((workday(random, first, last), officer.staff_id, uscc))
    return tuple(_visit(random, number, *visit) for number, visit in enumerate(sorted(set(made)), 1))


def _due(world: World, officer: Officer) -> Iterator[tuple[str, int, date, date]]:
    """(firm, month, first and last day) of each month in which an officer should come, as contact or instructor."""
    hosts = ((t, next(iter(world.branch[t.target].covers(SETTLED)), "")) for t in officer.instructs)
    ties = [*((t, t.target) for t in officer.contacts), *((t, host) for t, host in hosts if host)]
    for tie, uscc in ties:
        for month in _MONTHS:
            first = max(date(2026, month, 1), tie.since)
            end = min(tie.until, officer.left_on) - timedelta(days=1)
            last = min(date(2026, month, monthrange(2026, month)[1]), end)
            if first <= last:
                yield uscc, month, first, last


def _missed(random: Random, world: World) -> set[tuple[str, int]]:
    """(firm, month) that nobody visits: contacted long enough, without anybody of the party, operating throughout."""
    instructed = {u for b in world.branches for u in b.covers(DRIFTED)}
    contacted = [
        t.target
        for o in world.officers
        if o.left_on > DRIFTED
        for t in o.contacts
        if t.since < date(2026, 8, 1) and t.until > DRIFTED
    ]
    fitting = [
        u
        for u in contacted
        if u not in world.employers
        and u not in instructed
        and world.firm[u].operates(SETTLED)
        and world.firm[u].operates(DRIFTED)
    ]
    chosen = random.sample(fitting, k=_MISSED)
    return {(u, 10) for u in chosen} | {(u, 9) for u in chosen[:_MISSED_TWICE]}


def _visit(random: Random, number: int, day: date, officer: str, firm: str) -> Visit:
    return Visit(
        number=f"ZF-2026-{number:05d}",
        day=day,
        officer=officer,
        firm=firm,
        matter=random.choice(_MATTERS),
        cleared=_some(random, CLEARED, 2),
        roles=_some(random, ROLES, 1),
        problem=random.choice(_PROBLEMS) if random.random() < 0.12 else "无",
    )


def _some(random: Random, words: tuple[str, ...], least: int) -> tuple[str, ...]:
    """Some of `words`, at least so many, in their order."""
    chosen = random.sample(words, k=random.randint(least, least + 2))
    return tuple(w for w in words if w in chosen)

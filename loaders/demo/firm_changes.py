"""What the investment office tells of firms in 2026, and the names they went by before or go by in speech."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from loaders.demo.firms import CANCELLED, MOVED, OPERATING, STOPPED
from loaders.demo.service import Change, FirmName
from loaders.demo.words import BRAND_FIRST, BRAND_SECOND, INDUSTRIES
from loaders.demo.workdays import workday
from loaders.demo.world import DRIFTED, FIRST_SURVEY, SETTLED, Firm, World, current

_FIRST = date(2026, 1, 5)
_STOPPED, _RENAMED, _SHORT, _USUAL = 6, 3, 20, 5


def tell_changes(random: Random, world: World) -> tuple[Change, ...]:
    """All changes until the end of October 2026, by day; each agrees with what the enterprise ledger says later."""
    found = [
        *_started(world),
        *_stopped(random, world),
        *_gone(random, world),
        *_renamed(random, world),
        *_members(world),
    ]
    return tuple(sorted(found, key=lambda c: (c.happened_on, c.firm)))


def other_names(random: Random, world: World, changes: tuple[Change, ...]) -> tuple[FirmName, ...]:
    """Former names of the renamed, short names of some, and what a few are called in speech; no name twice."""
    names = [FirmName(c.firm, c.former_name, "曾用名", c.happened_on) for c in changes if c.former_name]
    shorts = [f.short_name for f in world.firms]
    alone = [f for f in world.firms if f.operates(SETTLED) and shorts.count(f.short_name) == 1]
    names += [FirmName(f.uscc, f.short_name, "简称") for f in random.sample(alone, k=_SHORT)]
    brands = [f.name.replace("岚川", "").strip("市()")[:2] for f in world.firms]
    spoken = [(f, brand) for f, brand in zip(world.firms, brands, strict=True) if brands.count(brand) == 1]
    names += [FirmName(f.uscc, f"{brand}厂", "常用名") for f, brand in random.sample(spoken, k=_USUAL)]
    return tuple(names)


def _started(world: World) -> Iterator[Change]:
    for firm in world.firms:
        day, survey = firm.in_production_since, firm.survey(DRIFTED)
        if day and _FIRST <= day <= DRIFTED and survey:
            yield Change(day, "投产", firm.uscc, OPERATING, note="新建项目投产")


def _stopped(random: Random, world: World) -> Iterator[Change]:
    """Firms that had stopped before the first survey, one that stopped and resumed, and one that stopped in October."""
    stopped = [f for f in world.firms if f.surveys and all(s.state == STOPPED for s in f.surveys)]
    ended = {u: b.dissolved_on for b in world.branches for t in b.coverage if (u := t.target)}
    for firm in random.sample(stopped, k=_STOPPED):
        last = min(FIRST_SURVEY, ended.get(firm.uscc, FIRST_SURVEY))
        yield Change(workday(random, _FIRST, last), "停产", firm.uscc, STOPPED, note="订单不足")
    steady = [f for f in world.firms if len(f.surveys) == 3 and all(s.state == OPERATING for s in f.surveys)]
    again = random.choice(steady)
    yield Change(date(2026, 2, 3), "停产", again.uscc, note="生产线检修")
    yield Change(date(2026, 3, 10), "复产", again.uscc, OPERATING)
    for firm in world.firms:
        if firm.operates(SETTLED) and firm.surveys[-1].state == STOPPED:
            yield Change(workday(random, date(2026, 10, 12), date(2026, 10, 27)), "停产", firm.uscc, STOPPED)


def _gone(random: Random, world: World) -> Iterator[Change]:
    ended = {t.target: b.dissolved_on for b in world.branches for t in b.coverage}
    for firm in world.firms:
        survey = firm.survey(SETTLED)
        if survey and survey.state in (CANCELLED, MOVED):
            last = min(date(2026, 9, 18), ended.get(firm.uscc, date(2026, 9, 18)))
            yield Change(workday(random, date(2026, 5, 6), last), survey.state, firm.uscc, survey.state)


def _renamed(random: Random, world: World) -> Iterator[Change]:
    taken = {f.name for f in (*world.firms, *world.outsiders)}
    for firm in random.sample([f for f in world.firms if f.operates(FIRST_SURVEY)], k=_RENAMED):
        former = _former(random, firm, taken)
        taken.add(former)
        day = workday(random, _FIRST, date(2026, 4, 20))
        yield Change(day, "更名", firm.uscc, former_name=former, note="股东变更")


def _former(random: Random, firm: Firm, taken: set[str]) -> str:
    while True:
        brand = random.choice(BRAND_FIRST) + random.choice(BRAND_SECOND)
        former = f"岚川{brand}{random.choice(INDUSTRIES[firm.industry])}有限公司"
        if former not in taken and brand not in firm.name:
            return former


def _members(world: World) -> Iterator[Change]:
    """Days in 2026 after which a firm has more members or fewer than before."""
    days = {(t.target, d) for m in world.members for t in m.works for d in (t.since, t.until) if _FIRST <= d <= DRIFTED}
    for uscc, day in sorted(days):
        after, before = _at_work(world, uscc, day), _at_work(world, uscc, day - timedelta(days=1))
        if after != before and world.firm[uscc].survey(day):
            yield replace(Change(day, "党员数变化", uscc), members_after=after, note=f"由{before}名变为{after}名")


def _at_work(world: World, uscc: str, day: date) -> int:
    return sum(t.target == uscc for m in world.members for t in current(m.works, day))

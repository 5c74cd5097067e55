"""The activities of 2026: meetings, lectures and theme days of branches, and those of co-building pairs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from loaders.demo.building import Activity
from loaders.demo.formation import settled_branches
from loaders.demo.world import SETTLED, Branch, Pair, World, current

_YEAR = 2026
_QUARTER = date(2026, 7, 1)
_WITHOUT_MEETING, _THEME_DAYS, _LECTURES, _FIRMS = 5, 24, 12, 3
_COMMITTEE_FROM = 7
"""Members from which a branch has a committee."""
_THEMES = ("安全生产我先行", "党员技能比武", "助企纾困听心声", "清廉企业建设", "重温入党誓词", "节能降耗金点子")
_LESSONS = ("学习两新组织党建工作要求", "把支部建在产业链上", "怎样做好发展党员工作", "当好企业发展的主心骨")
_JOINT = ("政策宣讲进车间", "联合主题党日", "安全隐患联查", "党课互讲", "用工服务座谈", "青年人才联谊")
_MEETING = "讨论支部工作计划和发展党员事项"


def hold_activities(random: Random, world: World) -> tuple[Activity, ...]:
    """All of the year so far by day, numbered; those of pairs are the days the pairs know."""
    held = [*_of_branches(random, world), *(_joint(random, pair, day) for pair, day in _joint_days(world))]
    held.sort(key=lambda a: (a.held_on, a.branch, a.agreement, a.firm))
    return tuple(replace(a, number=f"LC-HD-{_YEAR}-{number:03d}") for number, a in enumerate(held, 1))


def _joint_days(world: World) -> list[tuple[Pair, date]]:
    return [(p, day) for p in world.pairs for day in p.activities if day.year == _YEAR and day < p.ended_on]


def _joint(random: Random, pair: Pair, day: date) -> Activity:
    title, expected = random.choice(_JOINT), random.randint(12, 30)
    came = expected - random.randint(0, 4)
    where = "党群服务中心"
    return Activity("", day, "共建活动", title, where, "", expected, came, agreement=pair.agreement)


def _of_branches(random: Random, world: World) -> Iterator[Activity]:
    """One members' meeting of the third quarter each, but for a few; some hold more."""
    branches = settled_branches(world)
    lapsed = {b.code for b in random.sample(branches, k=_WITHOUT_MEETING)}
    for branch in branches:
        if branch.code not in lapsed:
            yield _meeting(random, world, branch, "党员大会", _MEETING, max(_QUARTER, branch.founded_on))
        if len(_belonging(world, branch, SETTLED)) >= _COMMITTEE_FROM:
            yield _meeting(random, world, branch, "支委会", "研究支部本月工作", date(2026, 9, 1))
    for branch in random.sample(branches, k=_THEME_DAYS):
        yield _meeting(random, world, branch, "主题党日", random.choice(_THEMES), date(2026, 8, 20))
    for branch in random.sample(branches, k=_LECTURES):
        yield _meeting(random, world, branch, "党课", random.choice(_LESSONS), date(2026, 3, 1))
    for branch in [b for b in branches if b.formation == "单独建立"][:_FIRMS]:
        meeting = _meeting(random, world, branch, "其他", "党员带头技能竞赛", date(2026, 5, 1))
        yield replace(meeting, branch="", firm=branch.covers(SETTLED)[0])


def _meeting(random: Random, world: World, branch: Branch, category: str, title: str, first: date) -> Activity:
    earliest = max(first, branch.founded_on)
    day = earliest + timedelta(days=random.randint(0, (date(2026, 9, 28) - earliest).days))
    present = _belonging(world, branch, day)
    hosts = [m for m, note in present if note == "书记"]
    hosts += [o.name for o in world.officers if any(t.target == branch.code for t in current(o.leads, day))]
    expected = len(present)
    place = world.site[branch.covers(SETTLED)[0]].address
    came = max(expected - random.randint(0, 2), 1)
    return Activity("", day, category, title, place, hosts[0] if hosts else "", expected, came, branch=branch.code)


def _belonging(world: World, branch: Branch, at: date) -> list[tuple[str, str]]:
    """Names and duties of the branch's members on a day."""
    ties = ((m.name, t) for m in world.members for t in current(m.memberships, at))
    return [(name, tie.note) for name, tie in ties if tie.target == branch.code]

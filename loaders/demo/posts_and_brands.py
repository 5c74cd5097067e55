"""Vanguard and model posts, workshop lines and brands of the demo zone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from loaders.demo.building import Brand, Post
from loaders.demo.formation import ZONE_COMMITTEE
from loaders.demo.world import SETTLED, Branch, World, current

_VANGUARD, _MODEL, _LINES = 14, 8, 5
_TRADES = ("质检", "装配", "数控", "仓储", "研发", "售后", "电工")
_BRANDS = (
    ("红芯光链", "一颗红芯串起光电产业链", "区级"),
    ("四心车间", "思想同心、技术用心、服务贴心、管理放心", "区级"),
    ("铜心向党", "党员带头、工匠传承", "市级"),
    ("联企同行", "几家小企业一个大支部", "区级"),
    ("匠心先锋", "把党员培养成骨干、把骨干发展成党员", "企业级"),
    ("岚川味道", "食品安全党员承诺", "企业级"),
)
"""Name, meaning and level; the last two are of firms."""
_OF_FIRMS = 2


def set_up_posts(random: Random, world: World) -> tuple[Post, ...]:
    """Posts of branches with the member who holds each, and workshop lines of firms."""
    own = _own(world)
    posts = [*_held(random, world, own, "党员先锋岗", _VANGUARD), *_held(random, world, own, "党员示范岗", _MODEL)]
    for branch in random.sample(own, k=_LINES):
        name = f"{random.choice(_TRADES)}车间党员示范线"
        posts.append(Post(name, "车间示范线", _day(random, branch), firm=branch.covers(SETTLED)[0]))
    return tuple(posts)


def _held(random: Random, world: World, branches: list[Branch], category: str, count: int) -> Iterator[Post]:
    for branch in random.sample(branches, k=count):
        names = [m.name for m in world.members if any(t.target == branch.code for t in current(m.memberships, SETTLED))]
        name = f"{random.choice(_TRADES)}{category}"
        yield Post(name, category, _day(random, branch), random.choice(names), branch.code)


def create_brands(random: Random, world: World) -> tuple[Brand, ...]:
    """Brands of own branches, one of a joint branch, and two that firms themselves created."""
    own = random.sample(_own(world), k=len(_BRANDS))
    joint = next(b for b in world.branches if b.formation == "联合建立")
    brands = []
    for number, (branch, (name, meaning, level)) in enumerate(zip(own, _BRANDS, strict=True)):
        owner = joint if name == "联企同行" else branch
        of_firm = number >= len(_BRANDS) - _OF_FIRMS
        code, firm = ("", owner.covers(SETTLED)[0]) if of_firm else (owner.code, "")
        brands.append(Brand(name, meaning, level, _day(random, owner), code, firm))
    return tuple(brands)


def _own(world: World) -> list[Branch]:
    """Own branches of before this year."""
    zone = [b for b in world.branches if b.upper == ZONE_COMMITTEE and b.formation == "单独建立" and b.lives(SETTLED)]
    return [b for b in zone if b.founded_on.year < SETTLED.year]


def _day(random: Random, branch: Branch) -> date:
    first = max(branch.founded_on, date(2023, 1, 1))
    return first + timedelta(days=random.randint(30, (date(2026, 8, 31) - first).days))

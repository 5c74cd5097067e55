"""Projects in the villages around the zone: firms give, organ branches build along."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from loaders.demo.building import Gift, Project
from loaders.demo.words import TOWNSHIPS
from loaders.demo.world import SETTLED, World

_PROJECTS = (
    ("白鹤洲村篮球场(虚构)", "白鹤洲村(虚构)", 3, date(2026, 4, 8), ((3, 60_000), (1, 30_000), (1, 20_000))),
    ("上坞村路灯亮化(虚构)", "上坞村(虚构)", 0, date(2026, 5, 20), ((1, 25_000), (2, 36_000))),
    ("桐溪村农家书屋(虚构)", "桐溪村(虚构)", 2, date(2026, 6, 25), ((1, 18_000),)),
    ("砚塘村老年活动室(虚构)", "砚塘村(虚构)", 3, date(2026, 8, 3), ((2, 40_000), (1, 15_000))),
)
"""Name, village, its township, when it began; how many firms gave together, and how much."""
_WEEKS = 11
_FIRST_GIFT = 5
"""Days from the beginning to the first gift; the others follow as far apart."""


def build_in_villages(random: Random, world: World) -> tuple[Project, ...]:
    """The projects, each within one pair and with the firm of its enterprise branch among the givers."""
    before = [p for p in world.pairs if p.signed_on < date(2026, 4, 1) and p.ended_on > SETTLED]
    pairs = random.sample(before, k=len(_PROJECTS))
    hosts = {u for p in pairs for u in world.branch[p.enterprise].covers(SETTLED)}
    others = [f.uscc for f in world.firms if f.ownership != "国有控股" and f.operates(SETTLED) and f.uscc not in hosts]
    projects = []
    for number, (pair, (name, village, township, started, given)) in enumerate(zip(pairs, _PROJECTS, strict=True), 1):
        firms = [world.branch[pair.enterprise].covers(SETTLED)[0], *random.sample(others, k=sum(n for n, _ in given))]
        gifts = []
        for place, (together, amount) in enumerate(given, 1):
            day = started + timedelta(days=_FIRST_GIFT * place)
            gifts.append(Gift(tuple(firms.pop(0) for _ in range(together)), amount, day))
        finished = started + timedelta(weeks=_WEEKS)
        beside = next(b.code for b in world.branches if b.side == "机关" and b.code != pair.organ)
        branches = (pair.organ, beside) if number == 1 else (pair.organ,)
        told = (f"LC-LJ-2026-{number:02d}", name, village, TOWNSHIPS[township], branches, tuple(gifts))
        projects.append(Project(*told, started, finished, pair.agreement))
    return tuple(projects)

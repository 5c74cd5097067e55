"""The firms of the zone with their sites and what surveys find of them."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from math import exp

from loaders.demo.draw import Draw
from loaders.demo.places import Ground
from loaders.demo.words import AREA_INDUSTRIES, AREAS, INDUSTRIES, NEEDS, REGISTERED_ELSEWHERE
from loaders.demo.world import DATES, FIRST_SURVEY, Cell, Firm, Site, Survey

OPERATING, STOPPED, BUILDING, CANCELLED, MOVED = "正常经营", "停产", "在建", "注销", "迁出"
FIRMS = 640
_STATES = {STOPPED: 38, BUILDING: 18, CANCELLED: 8, MOVED: 4}
_OWNERSHIP = {"国有控股": 8, "港澳台商": 30, "外商": 24}
_FEWEST, _FEWEST_ALONE, _MOST = 5, 13, 24
_SPOTS = 3
"""Factory buildings that four firms share."""


def cell_sizes(draw: Draw, cells: tuple[Cell, ...]) -> list[int]:
    """How many firms each cell has, 5 to 24; a department with one cell only has enough to do there."""
    cells_of = Counter(cell.departments[-1].target for cell in cells)
    fewest = [_FEWEST if cells_of[cell.departments[-1].target] > 1 else _FEWEST_ALONE for cell in cells]
    sizes = [draw.random.randint(least + 1, _MOST - 3) for least in fewest]
    while (gap := FIRMS - sum(sizes)) != 0:
        index = draw.random.randrange(len(cells))
        if fewest[index] <= sizes[index] + (step := 1 if gap > 0 else -1) <= _MOST:
            sizes[index] += step
    return sizes


def found_firms(draw: Draw, ground: Ground, cells: tuple[Cell, ...]) -> tuple[tuple[Firm, ...], tuple[Site, ...]]:
    """All firms with one site each, cell after cell: 572 operate, 38 stopped, 18 are being built, 12 are gone."""
    at = [index for index, size in enumerate(cell_sizes(draw, cells)) for _ in range(size)]
    states = _shuffled(draw, _STATES, OPERATING)
    firms, sites = [], []
    for index, state in zip(at, states, strict=True):
        firm = new_firm(draw, cells[index])
        site = ground.site(firm.uscc, index)
        firms.append(replace(_surveyed(draw, firm, state), registered_place=f"岚川市{site.address}"))
        sites.append(site)
    return tuple(_owned(draw, firms)), tuple(_as_measured(draw, sites, firms))


def new_firm(draw: Draw, cell: Cell) -> Firm:
    """A private firm of a trade that its area is known for, not yet surveyed."""
    usual = draw.random.random() < 0.85
    industry = draw.random.choice(AREA_INDUSTRIES[AREAS.index(cell.area)] if usual else tuple(INDUSTRIES))
    trade = draw.random.choice(INDUSTRIES[industry])
    brand = draw.brand()
    form = draw.random.choices(("岚川{}有限公司", "{}(岚川)有限公司", "岚川市{}股份有限公司"), weights=(85, 11, 4))[0]
    registered_on = draw.day(date(2004, 3, 1), date(2024, 6, 30))
    return Firm(
        uscc=draw.credit_code(),
        name=form.format(brand + trade),
        short_name=brand + trade[:2],
        industry=industry,
        ownership="私营",
        registered_place="",
        registered_on=registered_on,
        in_production_since=draw.day(registered_on, date(2025, 6, 30)).replace(day=1),
        phone=draw.phone(),
        investor=draw.person(),
        investor_is_member=False,
    )


def _surveyed(draw: Draw, firm: Firm, state: str) -> Firm:
    """The firm as three surveys find it; those gone by September had stopped in April."""
    staff = 0 if state in (CANCELLED, MOVED) else min(620, max(8, int(exp(draw.random.gauss(3.8, 0.9)))))
    surveys = []
    for at in DATES:
        now = STOPPED if at == FIRST_SURVEY and state in (CANCELLED, MOVED) else state
        working = staff if now == OPERATING else staff // 8
        needs = draw.random.choice(NEEDS) if draw.random.random() < 0.3 else "无"
        surveys.append(Survey(at, now, working, working * draw.random.randint(38, 95), needs))
        staff += draw.random.randint(-2, 3) if staff > 10 else 0
    since = None if state == BUILDING else firm.in_production_since
    return replace(firm, surveys=tuple(surveys), in_production_since=since)


def _owned(draw: Draw, firms: list[Firm]) -> list[Firm]:
    """Eight operating firms are state-controlled, some have investors from outside, three are registered elsewhere."""
    operating = [i for i, f in enumerate(firms) if f.operates(FIRST_SURVEY)]
    chosen = draw.random.sample(operating, k=sum(_OWNERSHIP.values()) + len(REGISTERED_ELSEWHERE))
    words = [word for word, count in _OWNERSHIP.items() for _ in range(count)]
    for index, ownership in zip(chosen, words, strict=False):
        firms[index] = replace(firms[index], ownership=ownership)
    for index, place in zip(chosen[len(words) :], REGISTERED_ELSEWHERE, strict=True):
        firms[index] = replace(firms[index], registered_place=place)
    return firms


def _as_measured(draw: Draw, sites: list[Site], firms: list[Firm]) -> list[Site]:
    """A dozen sites nobody measured, fifteen measured on a shifted map, and three buildings shared by four firms."""
    order = draw.random.sample(range(len(sites)), k=27)
    for index in order[:12]:
        sites[index] = replace(sites[index], located=False)
    for index in order[12:]:
        sites[index] = replace(sites[index], datum="GCJ-02")
    for spot in range(_SPOTS):
        cell = sites[spot * 211 + 20].cell
        together = [i for i, s in enumerate(sites) if s.cell == cell and firms[i].operates(FIRST_SURVEY)][:4]
        host = sites[together[0]]
        for floor, index in enumerate(together, 1):
            address = f"{host.address}标准厂房{spot + 1}栋{floor}层"
            sites[index] = replace(host, firm=sites[index].firm, address=address, datum="WGS-84", located=True)
            firms[index] = replace(firms[index], registered_place=f"岚川市{address}")
    return sites


def _shuffled(draw: Draw, counts: dict[str, int], rest: str) -> list[str]:
    words = [word for word, count in counts.items() for _ in range(count)]
    words += [rest] * (FIRMS - len(words))
    draw.random.shuffle(words)
    return words

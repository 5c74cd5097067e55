"""Investment projects: those that became firms of the zone, in production or being built, and some that did not yet."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from loaders.demo.firms import BUILDING
from loaders.demo.service import Project
from loaders.demo.words import INDUSTRIES
from loaders.demo.world import SETTLED, Firm, World

_INVESTORS = ("澄江市{}控股有限公司(虚构)", "清渚市{}投资集团有限公司(虚构)", "云澜县{}实业有限公司(虚构)")
_BRANDS = ("恒岳", "鼎川", "远舟", "嘉禾", "青岚", "瑞屿", "博湾", "拓川", "安澜", "明帆")
_TALKED_OF = ("洽谈", "签约", "洽谈", "签约", "洽谈", "签约", "洽谈", "签约")
_FIRST = date(2026, 1, 1)


def plan_projects(random: Random, world: World) -> tuple[Project, ...]:
    """The projects of 2026-09-30, numbered by their stage: built, being built, and those still talked of."""
    surveyed = [f for f in world.firms if f.survey(SETTLED)]
    started = [f for f in surveyed if f.in_production_since and _FIRST <= f.in_production_since <= SETTLED]
    building = [f for f in surveyed if (s := f.survey(SETTLED)) and s.state == BUILDING]
    projects = [_landed(random, world, f, "投产") for f in started]
    projects += [_landed(random, world, f, "开工建设") for f in building]
    projects += _talked_of(random, world)
    return tuple(_numbered(p, number) for number, p in enumerate(projects, 1))


def _landed(random: Random, world: World, firm: Firm, stage: str) -> Project:
    """The project that a firm came from, or an older firm's new plant."""
    becomes = max(firm.registered_on, date.fromordinal(random.randint(*_days(date(2024, 6, 3), date(2025, 11, 28)))))
    site = world.site[firm.uscc]
    return Project(
        number="",
        name=f"{firm.short_name}{firm.industry}生产基地项目(虚构)",
        stage=stage,
        investor=_investor(random),
        planned_investment=random.randint(6, 120) * 500,
        area=next(c.area for c in world.cells if c.code == site.cell),
        cell=site.cell,
        signed_on=becomes - timedelta(days=random.randint(20, 90)),
        started_on=becomes + timedelta(days=random.randint(10, 60)),
        firm=firm.uscc,
        becomes_on=becomes,
    )


def _talked_of(random: Random, world: World) -> Iterator[Project]:
    for number, (stage, cell) in enumerate(zip(_TALKED_OF, random.sample(world.cells, k=8), strict=True), 1):
        industry = random.choice(tuple(INDUSTRIES))
        signed = date.fromordinal(random.randint(*_days(date(2026, 3, 2), date(2026, 9, 18))))
        yield Project(
            number="",
            name=f"{random.choice(_BRANDS)}{industry}产业园第{number}期项目(虚构)",
            stage=stage,
            investor=_investor(random),
            planned_investment=random.randint(10, 200) * 500,
            area=cell.area,
            cell=cell.code,
            signed_on=signed if stage == "签约" else None,
        )


def _investor(random: Random) -> str:
    return random.choice(_INVESTORS).format(random.choice(_BRANDS))


def _numbered(project: Project, number: int) -> Project:
    year = (project.signed_on or SETTLED).year
    return Project(**{**vars(project), "number": f"ZS-{year}-{number:03d}"})


def _days(first: date, last: date) -> tuple[int, int]:
    return first.toordinal(), last.toordinal()

"""What the zone reported month by month. It says what was so on the last day of the month, but for a few slips."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from loaders.demo.formation import ZONE_COMMITTEE
from loaders.demo.words import PARTY_DEPARTMENT
from loaders.demo.world import FIRST_SURVEY, SETTLED, World, current

BUSINESS_DEPARTMENT = "安商服务办公室"
MONTH_ENDS = (
    FIRST_SURVEY, date(2026, 5, 31), date(2026, 6, 30), date(2026, 7, 31), date(2026, 8, 31), SETTLED,
)  # fmt: skip
SLIPS = {
    ("单独党支部", FIRST_SURVEY): 1,
    ("今年新建单独党支部", FIRST_SURVEY): 1,
    ("联合党支部", date(2026, 6, 30)): 1,
    ("指导员和联合支部书记", date(2026, 7, 31)): -2,
    ("已销号诉求", date(2026, 8, 31)): 2,
    ("正常推进诉求", date(2026, 8, 31)): -2,
}
"""By how much a reported figure was off: counted before its day, persons forgotten."""


@dataclass(frozen=True)
class Reported:
    """A figure of the month that ends on `at`, as reported then."""

    figure: str
    at: date
    value: int
    by: str


def reported(world: World, at: date) -> Iterator[Reported]:
    """All that was reported up to the day `at`, month by month."""
    for end in (e for e in MONTH_ENDS if e <= at):
        for department, figures in ((PARTY_DEPARTMENT, _of_branches), (BUSINESS_DEPARTMENT, _of_service)):
            for figure, value in figures(world, end).items():
                yield Reported(figure, end, value + SLIPS.get((figure, end), 0), department)
    if at >= SETTLED:
        yield Reported("有党员未覆盖企业", SETTLED, 0, PARTY_DEPARTMENT)


def _of_branches(world: World, at: date) -> dict[str, int]:
    """The figures of branches and officers on the day `at`."""
    zone = [b for b in world.branches if b.upper == ZONE_COMMITTEE and b.side == "企业"]
    own = [b for b in zone if b.formation == "单独建立"]
    return {
        "单独党支部": sum(b.lives(at) for b in own),
        "联合党支部": sum(b.lives(at) for b in zone) - sum(b.lives(at) for b in own),
        "指导员和联合支部书记": sum(bool(current(o.instructs, at) or current(o.leads, at)) for o in world.officers),
        "今年新建单独党支部": sum(date(at.year, 1, 1) <= b.founded_on <= at for b in own),
        "今年撤销单独党支部": sum(date(at.year, 1, 1) <= b.dissolved_on <= at for b in own),
    }


def _of_service(world: World, at: date) -> dict[str, int]:
    """The figures of service teams and requests on the day `at`."""
    raised = sum(r.raised_on <= at for r in world.service.requests)
    in_progress = sum(r.open(at) for r in world.service.requests)
    return {
        "安商服务小组": sum(t.founded_on <= at for t in world.service.teams),
        "收集诉求": raised,
        "已销号诉求": raised - in_progress,
        "正常推进诉求": in_progress,
    }

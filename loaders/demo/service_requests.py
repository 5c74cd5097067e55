"""204 requests by 2026-09-30, of which 128 are closed and 76 in progress, none overdue; 9 are overdue a month later."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from graph.values.dates import OPEN
from loaders.demo.service import Project, Request, Team
from loaders.demo.service_teams import FOUNDED_ON
from loaders.demo.workdays import workday
from loaders.demo.world import DRIFTED, SETTLED, World

CATEGORIES = {"项目建设": 46, "融资": 31, "招工": 52, "市场开拓": 27, "安全生产": 23, "其他": 25}
_CLOSED, _CLOSED_LATE = 128, 9
_OVERDUE_LATER, _CLOSED_LATER, _RAISED_LATER = 9, 34, 14
_FIRMS, _PROJECTS, _OF_PROJECTS = 110, 20, 34
_TITLES = {
    "项目建设": ("厂区用电增容", "施工道路临时通行", "规划许可证办理", "厂房消防验收", "污水管网接入"),
    "融资": ("流动资金贷款", "设备抵押贷款续贷", "技改项目贴息", "知识产权质押融资"),
    "招工": ("招聘一线操作工", "招聘数控技工", "用工高峰短期用工", "员工子女入学", "员工宿舍租赁"),
    "市场开拓": ("组织参加行业展会", "对接区内配套企业", "开拓外地客户", "政府采购目录申报"),
    "安全生产": ("安全生产标准化评审指导", "危化品仓库整改指导", "特种作业培训", "消防设施检测"),
    "其他": ("厂区周边公交线路", "企业用水水压不足", "周边环境整治", "高层次人才补贴申领"),
}
_TERMS = (15, 30, 45, 60, 90)
"""Days given to deal with a request."""


def raise_requests(
    random: Random, world: World, teams: tuple[Team, ...], projects: tuple[Project, ...]
) -> tuple[Request, ...]:
    """All requests until the end of October 2026, numbered by the day they were raised."""
    raisers = _raisers(random, world, teams, projects)
    times = [*_closed(random), *_in_progress(random)]
    random.shuffle(times)
    requests = [
        replace(r, raised_on=raised, due_on=due, closed_on=closed)
        for r, (raised, due, closed) in zip(raisers, times, strict=True)
    ]
    requests += _later(random, requests)
    requests.sort(key=lambda r: r.raised_on)
    return tuple(replace(r, number=f"SQ-2026-{number:03d}") for number, r in enumerate(requests, 1))


def _raisers(random: Random, world: World, teams: tuple[Team, ...], projects: tuple[Project, ...]) -> list[Request]:
    """Who asks for what, without dates: each of 110 firms and 20 projects at least once; projects ask to be built."""
    team_of = {uscc: team.number for team in teams for uscc in team.firms}
    firms = random.sample([u for u in team_of if world.firm[u].operates(SETTLED)], k=_FIRMS)
    asking = random.sample([p for p in projects if p.stage != "洽谈"], k=_PROJECTS)
    categories = [c for c, count in CATEGORIES.items() for _ in range(count)][_OF_PROJECTS:]
    random.shuffle(categories)
    requests = [
        _request(random, "项目建设", random.choice([t.number for t in teams if t.area == p.area]), project=p.number)
        for p in (*asking, *random.sample(asking, k=_OF_PROJECTS - _PROJECTS))
    ]
    again = random.sample(firms, k=len(categories) - _FIRMS)
    requests += [_request(random, c, team_of[u], firm=u) for c, u in zip(categories, (*firms, *again), strict=True)]
    return requests


def _request(random: Random, category: str, team: str, firm: str = "", project: str = "") -> Request:
    return Request("", random.choice(_TITLES[category]), category, SETTLED, SETTLED, team, firm, project)


def _closed(random: Random) -> Iterator[tuple[date, date, date]]:
    """Days raised, due and closed by 2026-09-30; a few were closed after they were due."""
    for number in range(_CLOSED):
        term = random.choice(_TERMS)
        raised = workday(random, FOUNDED_ON + timedelta(days=3), SETTLED - timedelta(days=28))
        due = raised + timedelta(days=term)
        closed = workday(random, raised + timedelta(days=2), min(due, SETTLED))
        if number < _CLOSED_LATE:
            due = raised + timedelta(days=15)
            closed = workday(random, due + timedelta(days=1), due + timedelta(days=10))
        yield raised, due, closed


def _in_progress(random: Random) -> Iterator[tuple[date, date, date]]:
    """Days raised and due of those in progress; then closed in October, overdue at its end, or due after it."""
    for number in range(sum(CATEGORIES.values()) - _CLOSED):
        late, soon = number < _OVERDUE_LATER, number < _OVERDUE_LATER + _CLOSED_LATER
        first, last = (date(2026, 10, 9), date(2026, 10, 28)) if soon else (date(2026, 11, 3), date(2026, 12, 24))
        due = workday(random, first, last)
        fitting = [term for term in _TERMS if due - timedelta(days=term) < SETTLED]
        raised = due - timedelta(days=random.choice(fitting))
        raised = workday(random, raised - timedelta(days=4), raised)
        closed = workday(random, date(2026, 10, 8), due) if soon and not late else OPEN
        yield min(raised, SETTLED - timedelta(days=1)), due, closed


def _later(random: Random, requests: list[Request]) -> Iterator[Request]:
    """What the same firms ask for in October."""
    for asked in random.sample([r for r in requests if r.firm], k=_RAISED_LATER):
        raised = workday(random, date(2026, 10, 8), DRIFTED - timedelta(days=2))
        due = raised + timedelta(days=random.choice(_TERMS[1:]))
        yield replace(asked, title=random.choice(_TITLES[asked.category]), raised_on=raised, due_on=due, closed_on=OPEN)

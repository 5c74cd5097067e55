"""The ledgers of service teams, requests, projects and visits: what each says at a date."""

from __future__ import annotations

from datetime import date

from loaders.demo.service import Project, Request, Team, Visit
from loaders.demo.sheet import NONE, Column, LedgerSheet, ledger_sheet, told
from loaders.demo.world import SETTLED, World

_DEPARTMENTS = {
    "项目建设": "投资促进局", "融资": "财政金融局", "招工": "人力资源和社会保障局", "市场开拓": "经济发展局",
    "安全生产": "应急管理局", "其他": "安商服务办公室",
}  # fmt: skip
_OUTCOME = "已协调解决，企业确认"


def team_sheet(world: World, at: date, title: str) -> LedgerSheet:
    """One row a team; its officers and firms are listed in a cell."""
    officers = {o.staff_id: o for o in world.officers}
    columns: tuple[Column[Team], ...] = (
        Column("小组编号", lambda t: t.number),
        Column("小组名称", lambda t: t.name),
        Column("服务片区", lambda t: t.area),
        Column("组建日期", lambda t: t.founded_on),
        Column("组长/姓名", lambda t: officers[t.leader].name),
        Column("组长/工号", lambda t: t.leader),
        Column("组长/所在部门", lambda t: officers[t.leader].department),
        Column("组员/姓名", lambda t: "、".join(officers[o].name for o in t.officers)),
        Column("组员/工号", lambda t: "、".join(t.officers)),
        Column("组员/所在部门", lambda t: None),
        Column("服务企业/企业名称", lambda t: "、".join(world.firm[u].name for u in t.firms)),
        Column("服务企业/统一社会信用代码", lambda t: "、".join(t.firms)),
        Column("服务起始日期", lambda t: t.founded_on),
    )
    return ledger_sheet(title, columns, world.service.teams)


def request_sheet(world: World, at: date, title: str) -> LedgerSheet:
    """One row a request raised by the date `at`, closed or in progress that day."""
    teams = {t.number: t.name for t in world.service.teams}
    projects = {p.number: p.name for p in world.service.projects}
    columns: tuple[Column[Request], ...] = (
        Column("诉求编号", lambda r: r.number),
        Column("提出企业/企业名称", lambda r: world.firm[r.firm].name if r.firm else None),
        Column("提出企业/统一社会信用代码", lambda r: r.firm or None),
        Column("提出项目/项目名称", lambda r: projects[r.project] if r.project else None),
        Column("提出项目/项目编号", lambda r: r.project or None),
        Column("诉求类别", lambda r: r.category),
        Column("诉求内容", lambda r: r.title),
        Column("提出日期", lambda r: r.raised_on),
        Column("办结期限", lambda r: r.due_on),
        Column("办理小组/小组名称", lambda r: teams[r.team]),
        Column("办理小组/小组编号", lambda r: r.team),
        Column("责任单位", lambda r: _DEPARTMENTS[r.category]),
        Column("办理状态", lambda r: "正常推进" if r.open(at) else "已销号"),
        Column("销号日期", lambda r: told(r.closed_on, at)),
        Column("办理情况", lambda r: None if r.open(at) else _OUTCOME),
    )
    return ledger_sheet(title, columns, [r for r in world.service.requests if r.raised_on <= at])


def investment_sheet(world: World, at: date, title: str) -> LedgerSheet:
    """One row a project, with the firm it has become."""
    columns: tuple[Column[Project], ...] = (
        Column("项目编号", lambda p: p.number),
        Column("项目名称", lambda p: p.name),
        Column("项目阶段", lambda p: p.stage),
        Column("投资方", lambda p: p.investor),
        Column("计划投资(万元)", lambda p: p.planned_investment),
        Column("签约日期", lambda p: p.signed_on),
        Column("开工日期", lambda p: p.started_on),
        Column("选址/片区", lambda p: p.area),
        Column("选址/网格编码", lambda p: p.cell),
        Column("落地企业/企业名称", lambda p: world.firm[p.firm].name if p.firm else NONE),
        Column("落地企业/统一社会信用代码", lambda p: p.firm or None),
        Column("落地企业/落地日期", lambda p: p.becomes_on),
    )
    return ledger_sheet(title, columns, world.service.projects)


def visit_sheet(world: World, at: date, title: str) -> LedgerSheet:
    """One row a visit since the ledger before: until the end of September, then of October alone."""
    officers = {o.staff_id: o for o in world.officers}
    columns: tuple[Column[Visit], ...] = (
        Column("走访编号", lambda v: v.number),
        Column("走访日期", lambda v: v.day),
        Column("走访人/姓名", lambda v: officers[v.officer].name),
        Column("走访人/工号", lambda v: v.officer),
        Column("走访人/所在部门", lambda v: officers[v.officer].department),
        Column("走访企业/企业名称", lambda v: world.firm[v.firm].name),
        Column("走访企业/统一社会信用代码", lambda v: v.firm),
        Column("走访内容", lambda v: v.matter),
        Column("四个清", lambda v: "、".join(v.cleared)),
        Column("五大员", lambda v: "、".join(v.roles)),
        Column("发现问题", lambda v: v.problem),
    )
    before = date.min if at <= SETTLED else SETTLED
    return ledger_sheet(title, columns, [v for v in world.service.visits if before < v.day <= at])

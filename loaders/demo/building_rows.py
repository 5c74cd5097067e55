"""The ledgers of activities, funding, posts, brands and policies: what each says at a date."""

from __future__ import annotations

from datetime import date

from loaders.demo.building import Activity, Brand, Payment, Policy, Post
from loaders.demo.sheet import Cell, Column, LedgerSheet, ledger_sheet, told
from loaders.demo.world import DATES, Pair, World


def activity_sheet(world: World, at: date, title: str) -> LedgerSheet:
    """One row an activity held since the ledger before; the first one starts with the year."""
    before = max((d for d in DATES if d < at), default=date(at.year - 1, 12, 31))
    pairs = {p.agreement: p for p in world.pairs}

    def side(activity: Activity, name: str) -> str | None:
        pair: Pair | None = pairs.get(activity.agreement)
        return world.branch[pair.organ if name == "organ" else pair.enterprise].name if pair else None

    columns: tuple[Column[Activity], ...] = (
        Column("活动编号", lambda a: a.number),
        Column("活动日期", lambda a: a.held_on),
        Column("活动类别", lambda a: a.category),
        Column("活动主题", lambda a: a.title),
        Column("开展党组织/党组织名称", lambda a: world.branch[a.branch].name if a.branch else None),
        Column("开展党组织/党组织代码", lambda a: a.branch or None),
        Column("结对共建/协议编号", lambda a: a.agreement or None),
        Column("结对共建/机关党组织", lambda a: side(a, "organ")),
        Column("结对共建/企业党组织", lambda a: side(a, "enterprise")),
        Column("开展企业/企业名称", lambda a: world.firm[a.firm].name if a.firm else None),
        Column("开展企业/统一社会信用代码", lambda a: a.firm or None),
        Column("活动地点", lambda a: a.place),
        Column("主持人", lambda a: a.host or None),
        Column("参加人数/应到", lambda a: a.expected),
        Column("参加人数/实到", lambda a: a.attendance),
    )
    return ledger_sheet(title, columns, [a for a in world.building.activities if before < a.held_on <= at])


def payment_sheet(world: World, at: date, title: str) -> LedgerSheet:
    """One row a sum paid by the date `at`, with the total."""
    paid = [p for p in world.building.payments if p.paid_on <= at]
    columns: tuple[Column[Payment], ...] = (
        Column("党组织/党组织名称", lambda p: world.branch[p.branch].name),
        Column("党组织/党组织代码", lambda p: p.branch),
        Column("年度", lambda p: p.year),
        Column("经费来源", lambda p: p.source),
        Column("金额(元)", lambda p: p.amount),
        Column("拨付日期", lambda p: p.paid_on),
        Column("列支企业/企业名称", lambda p: world.firm[p.firm].name if p.firm else None),
        Column("列支企业/统一社会信用代码", lambda p: p.firm or None),
    )
    sums: dict[str, Cell] = {"党组织/党组织名称": "合计", "金额(元)": sum(p.amount for p in paid)}
    return ledger_sheet(title, columns, paid, total=tuple(sums.get(c.heading) for c in columns))


def post_sheet(world: World, at: date, title: str) -> LedgerSheet:
    """One row a post set up by the date `at`."""
    columns: tuple[Column[Post], ...] = (
        Column("岗位名称", lambda p: p.name),
        Column("岗位类别", lambda p: p.category),
        Column("岗位党员", lambda p: p.holder or None),
        Column("设岗党组织/党组织名称", lambda p: world.branch[p.branch].name if p.branch else None),
        Column("设岗党组织/党组织代码", lambda p: p.branch or None),
        Column("所在企业/企业名称", lambda p: world.firm[p.firm].name if p.firm else None),
        Column("所在企业/统一社会信用代码", lambda p: p.firm or None),
        Column("设立日期", lambda p: p.set_up_on),
    )
    return ledger_sheet(title, columns, [p for p in world.building.posts if p.set_up_on <= at])


def brand_sheet(world: World, at: date, title: str) -> LedgerSheet:
    """One row a brand created by the date `at`."""
    columns: tuple[Column[Brand], ...] = (
        Column("品牌名称", lambda b: b.name),
        Column("品牌内涵", lambda b: b.meaning),
        Column("命名级别", lambda b: b.level),
        Column("创建日期", lambda b: b.created_on),
        Column("创建党组织/党组织名称", lambda b: world.branch[b.branch].name if b.branch else None),
        Column("创建党组织/党组织代码", lambda b: b.branch or None),
        Column("创建企业/企业名称", lambda b: world.firm[b.firm].name if b.firm else None),
        Column("创建企业/统一社会信用代码", lambda b: b.firm or None),
    )
    return ledger_sheet(title, columns, [b for b in world.building.brands if b.created_on <= at])


def policy_sheet(world: World, at: date, title: str) -> LedgerSheet:
    """One row a document issued by the date `at`; a cell lists all rules it backs."""
    columns: tuple[Column[Policy], ...] = (
        Column("文号", lambda p: p.number),
        Column("文件名称", lambda p: p.title),
        Column("发文单位", lambda p: p.issued_by),
        Column("发文日期", lambda p: p.issued_on),
        Column("施行日期", lambda p: p.effective_on),
        Column("废止日期", lambda p: told(p.repealed_on, at) if p.repealed_on else None),
        Column("支撑规则", lambda p: "、".join(p.rules)),
    )
    return ledger_sheet(title, columns, [p for p in world.building.policies if p.issued_on <= at])

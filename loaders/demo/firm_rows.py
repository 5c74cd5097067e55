"""The ledgers that tell more of firms and places: changes, other names, supplies, coordinates, venues."""

from __future__ import annotations

from datetime import date

from loaders.demo.service import Change, FirmName, Measured, Supply, Venue
from loaders.demo.sheet import Column, LedgerSheet, ledger_sheet, told
from loaders.demo.world import SETTLED, World


def change_sheet(world: World, at: date, title: str) -> LedgerSheet:
    """One row a change since the ledger before."""
    numbers = {c: number for number, c in enumerate(world.service.changes, 1)}
    before = date.min if at <= SETTLED else SETTLED

    def production(change: Change) -> str | None:
        return f"{change.happened_on.year}年{change.happened_on.month}月" if change.change == "投产" else None

    columns: tuple[Column[Change], ...] = (
        Column("变动编号", lambda c: f"BD-2026-{numbers[c]:03d}"),
        Column("变动日期", lambda c: c.happened_on),
        Column("变动类型", lambda c: c.change),
        Column("变动企业/企业名称", lambda c: world.firm[c.firm].name),
        Column("变动企业/统一社会信用代码", lambda c: c.firm),
        Column("变动后经营状态", lambda c: c.state or None),
        Column("投产日期", production),
        Column("更名/原名称", lambda c: c.former_name or None),
        Column("更名/新名称", lambda c: world.firm[c.firm].name if c.former_name else None),
        Column("变动后党员数", lambda c: c.members_after),
        Column("变动说明", lambda c: c.note or None),
    )
    return ledger_sheet(title, columns, [c for c in world.service.changes if before < c.happened_on <= at])


def name_sheet(world: World, at: date, title: str) -> LedgerSheet:
    """One row another name of a firm."""
    columns: tuple[Column[FirmName], ...] = (
        Column("企业名称", lambda n: world.firm[n.firm].name),
        Column("统一社会信用代码", lambda n: n.firm),
        Column("别名", lambda n: n.name),
        Column("别名种类", lambda n: n.sort),
        Column("起始日期", lambda n: n.since),
    )
    return ledger_sheet(title, columns, world.service.names)


def supply_sheet(world: World, at: date, title: str) -> LedgerSheet:
    """One row a supplier and buyer."""
    columns: tuple[Column[Supply], ...] = (
        Column("供应企业/企业名称", lambda s: world.firm[s.supplier].name),
        Column("供应企业/统一社会信用代码", lambda s: s.supplier),
        Column("采购企业/企业名称", lambda s: world.firm[s.buyer].name),
        Column("采购企业/统一社会信用代码", lambda s: s.buyer),
        Column("产品", lambda s: s.product),
        Column("起始日期", lambda s: s.since),
        Column("终止日期", lambda s: told(s.until, at)),
    )
    return ledger_sheet(title, columns, world.service.supplies)


def coordinate_sheet(world: World, at: date, title: str) -> LedgerSheet:
    """One row a site, on the datum it was measured on."""
    columns: tuple[Column[Measured], ...] = (
        Column("企业名称", lambda m: world.firm[m.firm].name),
        Column("统一社会信用代码", lambda m: m.firm),
        Column("经营地址", lambda m: m.address),
        Column("坐标/经度", lambda m: m.longitude),
        Column("坐标/纬度", lambda m: m.latitude),
        Column("坐标/坐标系", lambda m: m.datum),
    )
    return ledger_sheet(title, columns, world.service.measured)


def venue_sheet(world: World, at: date, title: str) -> LedgerSheet:
    """One row a venue, with the branch seated there and those that share it."""
    columns: tuple[Column[Venue], ...] = (
        Column("阵地编号", lambda v: v.number),
        Column("阵地名称", lambda v: v.name),
        Column("阵地地址", lambda v: v.address),
        Column("所在乡办", lambda v: v.township),
        Column("面积(平方米)", lambda v: v.floor_area),
        Column("启用日期", lambda v: v.opened_on),
        Column("驻有党组织/党组织名称", lambda v: world.branch[v.seated].name if v.seated else None),
        Column("驻有党组织/党组织代码", lambda v: v.seated or None),
        Column("共用党组织/党组织名称", lambda v: "、".join(world.branch[b].name for b in v.sharing) or None),
        Column("共用党组织/党组织代码", lambda v: "、".join(v.sharing) or None),
        Column("坐标/经度", lambda v: v.longitude),
        Column("坐标/纬度", lambda v: v.latitude),
        Column("坐标/坐标系", lambda v: "WGS-84"),
    )
    return ledger_sheet(title, columns, world.service.venues)

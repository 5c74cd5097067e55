"""The departments of the zone and the leads of its areas, and their ledgers."""

from __future__ import annotations

from datetime import date

from loaders.demo.draw import Draw
from loaders.demo.formation import ZONE_COMMITTEE
from loaders.demo.organisation import AreaLead, Office
from loaders.demo.sheet import NONE, Column, LedgerSheet, ledger_sheet, yes_no
from loaders.demo.words import AREAS, BUREAUS, COMMITTEE, DEPARTMENTS, TOWNSHIP_OFFICES
from loaders.demo.world import World

_IN_COMMITTEE = (
    "党群工作部", "住房和城乡建设局", "社会事业发展局", "投资促进局", "安商服务办公室", "市场监督管理分局",
    "人力资源和社会保障局", "应急管理局", "总工会办公室",
)  # fmt: skip
_POSTS = ("党工委委员、管委会副主任", "党工委委员", "管委会副主任", "党工委副书记")


def set_up_offices(draw: Draw) -> tuple[Office, ...]:
    """All departments, township offices last."""
    return tuple(
        Office(
            name,
            name in TOWNSHIP_OFFICES,
            name in _IN_COMMITTEE,
            draw.random.randint(3, 6),
            draw.person(),
            draw.phone(),
        )
        for name in DEPARTMENTS
    )


def lead_areas(draw: Draw) -> tuple[AreaLead, ...]:
    """One of the zone's leaders for each area, with a bureau."""
    bureaus = draw.random.sample(BUREAUS, k=len(AREAS))
    return tuple(
        AreaLead(area, draw.person(), draw.random.choice(_POSTS), bureau)
        for area, bureau in zip(AREAS, bureaus, strict=True)
    )


def department_sheet(world: World, at: date, title: str) -> LedgerSheet:
    """One row a department; 无 where it is no member of the committee."""
    columns: tuple[Column[Office], ...] = (
        Column("部门名称", lambda o: o.name),
        Column("是否乡办", lambda o: yes_no(o.township)),
        Column("是否成员单位", lambda o: yes_no(o.in_committee)),
        Column("所属综合党委/名称", lambda o: COMMITTEE if o.in_committee else NONE),
        Column("所属综合党委/代码", lambda o: ZONE_COMMITTEE if o.in_committee else None),
        Column("领导职数", lambda o: o.leaders),
        Column("主要负责人", lambda o: o.head),
        Column("联系电话", lambda o: o.phone),
    )
    return ledger_sheet(title, columns, world.organisation.offices)


def area_sheet(world: World, at: date, title: str) -> LedgerSheet:
    """One row an area, with the codes of its cells in one cell."""
    columns: tuple[Column[AreaLead], ...] = (
        Column("片区名称", lambda a: a.area),
        Column("片区负责人/姓名", lambda a: a.lead),
        Column("片区负责人/职务", lambda a: a.post),
        Column("牵头部门", lambda a: a.department),
        Column("所含网格/网格编码", lambda a: "、".join(c.code for c in world.cells if c.area == a.area)),
    )
    return ledger_sheet(title, columns, world.organisation.area_leads)

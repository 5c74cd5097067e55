"""The ledgers of published figures and of party statistics: what each says at a date."""

from __future__ import annotations

from datetime import date

from loaders.demo.published import Reported, reported
from loaders.demo.sheet import Column, LedgerSheet, ledger_sheet
from loaders.demo.statistics import AreaStatistics, area_statistics
from loaders.demo.world import World


def published_sheet(world: World, at: date, title: str) -> LedgerSheet:
    """One row a figure and month up to the date `at`."""
    columns: tuple[Column[Reported], ...] = (
        Column("指标", lambda r: r.figure),
        Column("月份", lambda r: f"{r.at.year}年{r.at.month}月"),
        Column("数值", lambda r: r.value),
        Column("填报单位", lambda r: r.by),
    )
    return ledger_sheet(title, columns, reported(world, at))


def statistics_sheet(world: World, at: date, title: str) -> LedgerSheet:
    """One row an area, and the total."""
    columns: tuple[Column[AreaStatistics], ...] = (
        Column("填报单位", lambda s: s.area),
        Column("单位总数", lambda s: s.firms),
        Column("已单独建/合计", lambda s: sum(s.own.values())),
        Column("已单独建/党委", lambda s: s.own["党委"]),
        Column("已单独建/党总支", lambda s: s.own["党总支"]),
        Column("已单独建/党支部", lambda s: s.own["党支部"]),
        Column("已建联合/单位数", lambda s: s.joint_firms),
        Column("已建联合/其中≥3名党员的", lambda s: s.joint_firms_of_three),
        Column("已建联合/联合支部数", lambda s: s.joint_branches),
        Column("未建/应建未建", lambda s: s.qualified),
        Column("未建/仅有个别党员", lambda s: s.few_members),
        Column("未建/没有党员", lambda s: s.memberless),
        Column("未建/已派指导员", lambda s: s.instructed),
        Column("未转入组织关系的党员", lambda s: s.elsewhere),
    )
    lines = area_statistics(world, at)
    sums = [sum(n for line in lines if isinstance(n := c.cell(line), int)) for c in columns[1:]]
    return ledger_sheet(title, columns, lines, total=("合计", *sums))

"""The ledgers of co-building pairs and projects: what each says at a date."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from loaders.demo.building import Gift, Project
from loaders.demo.sheet import Column, LedgerSheet, ledger_sheet, told
from loaders.demo.world import Pair, World

_YEARS = 3
_HALF_YEAR = timedelta(days=183)
_REVIEWED_FROM = 2025
"""Agreements signed up to this year have been reviewed in the first half of the next."""


def pair_sheet(world: World, at: date, title: str) -> LedgerSheet:
    """One row an agreement signed by the date `at`; it runs to the end of the third year after."""

    def last(pair: Pair) -> date | None:
        return max((d for d in pair.activities if d <= at and d < pair.ended_on), default=None)

    def state(pair: Pair) -> str:
        if pair.ended_on <= at:
            return "已终止"
        return "正常开展" if at - (last(pair) or pair.signed_on) <= _HALF_YEAR else "进展缓慢"

    def reviewed(pair: Pair) -> date | None:
        day = date(_REVIEWED_FROM + 1, 1, 20)
        return told(day, at) if pair.signed_on.year <= _REVIEWED_FROM else None

    def review(pair: Pair) -> str | None:
        held = sum(d.year == _REVIEWED_FROM for d in pair.activities)
        return ("一般", "较好", "好")[min(held, 2)] if reviewed(pair) else None

    columns: tuple[Column[Pair], ...] = (
        Column("协议编号", lambda p: p.agreement),
        Column("机关党组织/党组织名称", lambda p: world.branch[p.organ].name),
        Column("机关党组织/党组织代码", lambda p: p.organ),
        Column("企业党组织/党组织名称", lambda p: world.branch[p.enterprise].name),
        Column("企业党组织/党组织代码", lambda p: p.enterprise),
        Column("签订日期", lambda p: p.signed_on),
        Column("有效期至", lambda p: date(p.signed_on.year + _YEARS, 12, 31)),
        Column("终止日期", lambda p: told(p.ended_on, at)),
        Column("状态", state),
        Column("共建计划", lambda p: p.plan),
        Column("约定事项/每半年活动次数", lambda p: 1),
        Column("约定事项/每年联席会议次数", lambda p: 1 + p.signed_on.month % 2),
        Column("最近活动日期", last),
        Column("评议/结果", review),
        Column("评议/日期", reviewed),
    )
    return ledger_sheet(title, columns, [p for p in world.pairs if p.signed_on <= at])


@dataclass(frozen=True)
class _Given:
    """A project with one of its gifts."""

    project: Project
    gift: Gift


def project_sheet(world: World, at: date, title: str) -> LedgerSheet:
    """One row a gift made by the date `at`, the project's own cells merged; firms that gave together share a cell."""

    def lines() -> Iterator[_Given]:
        for project in world.building.projects:
            yield from (_Given(project, gift) for gift in project.gifts if gift.given_on <= at)

    columns: tuple[Column[_Given], ...] = (
        Column("联建项目编号", lambda r: r.project.number),
        Column("联建项目名称", lambda r: r.project.name),
        Column("所在村", lambda r: r.project.village),
        Column("所属乡办", lambda r: r.project.township),
        Column("联建支部/党组织名称", lambda r: "、".join(world.branch[b].name for b in r.project.branches)),
        Column("联建支部/党组织代码", lambda r: "、".join(r.project.branches)),
        Column("所属结对/协议编号", lambda r: r.project.agreement or None),
        Column("开工日期", lambda r: r.project.started_on),
        Column("完工日期", lambda r: told(r.project.finished_on, at)),
        Column("助力企业/企业名称", lambda r: "、".join(world.firm[u].name for u in r.gift.firms)),
        Column("助力企业/统一社会信用代码", lambda r: "、".join(r.gift.firms)),
        Column("助力企业/助力金额(元)", lambda r: r.gift.amount),
        Column("助力企业/助力日期", lambda r: r.gift.given_on),
    )
    return ledger_sheet(title, columns, lines(), merged=9)

"""The ledgers of grid cells and branches: what each says at a date."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from loaders.demo.approvals import dissolution_number
from loaders.demo.organisation import Term
from loaders.demo.sheet import NONE, Column, LedgerSheet, ledger_sheet, told
from loaders.demo.terms import term_at
from loaders.demo.world import Branch, Cell, Tie, World, current


def cell_sheet(world: World, at: date, title: str) -> LedgerSheet:
    """One row a grid cell; 无 where no department is responsible at the date `at`."""

    def responsible(cell: Cell) -> Tie | None:
        return next(iter(current(cell.departments, at)), None)

    columns: tuple[Column[Cell], ...] = (
        Column("网格编码", lambda c: c.code),
        Column("网格名称", lambda c: c.name),
        Column("所属片区", lambda c: c.area),
        Column("所属乡办", lambda c: c.township),
        Column("联系部门", lambda c: tie.target if (tie := responsible(c)) else NONE),
        Column("联系起始日期", lambda c: tie.since if (tie := responsible(c)) else None),
        Column("中心坐标/经度", lambda c: c.longitude),
        Column("中心坐标/纬度", lambda c: c.latitude),
        Column("中心坐标/坐标系", lambda c: "WGS-84"),
    )
    return ledger_sheet(title, columns, sorted(world.cells, key=lambda c: c.code))


@dataclass(frozen=True)
class _Coverage:
    """A branch with one firm it covers or covered; None where it covers none."""

    branch: Branch
    tie: Tie | None


def branch_sheet(world: World, at: date, title: str) -> LedgerSheet:
    """One row a branch and firm, the branch's own cells merged; a firm that left keeps its row with the day it left."""

    def lines() -> Iterator[_Coverage]:
        for branch in world.branches:
            if branch.founded_on <= at:
                ties = [t for t in branch.coverage if t.since <= at]
                yield from (_Coverage(branch, t) for t in ties or (None,))

    def upper(line: _Coverage) -> Branch | None:
        return world.branch.get(line.branch.upper)

    def left(line: _Coverage) -> date | None:
        """The day a firm left a branch that lives on."""
        return told(line.tie.until, at) if line.tie and line.tie.until != line.branch.dissolved_on else None

    def seat(line: _Coverage, cell: Callable[[str], str]) -> str | None:
        host = line.branch.coverage[0].target if line.branch.coverage else ""
        return cell(host) if host else None

    def term(line: _Coverage) -> Term | None:
        return term_at(world.organisation.terms, line.branch.code, at)

    columns: tuple[Column[_Coverage], ...] = (
        Column("党组织代码", lambda r: r.branch.code),
        Column("党组织名称", lambda r: r.branch.name),
        Column("党组织类别", lambda r: r.branch.side or None),
        Column("级别", lambda r: r.branch.level),
        Column("组建形式", lambda r: r.branch.formation or None),
        Column("成立日期", lambda r: r.branch.founded_on),
        Column("批复文号", lambda r: r.branch.approval or None),
        Column("撤销/日期", lambda r: told(r.branch.dissolved_on, at)),
        Column("撤销/理由", lambda r: r.branch.dissolved_why if r.branch.dissolved_on <= at else None),
        Column("撤销/文号", lambda r: dissolution_number(r.branch) if r.branch.dissolved_on <= at else None),
        Column("换届/届次", lambda r: f"第{t.number}届" if (t := term(r)) else None),
        Column("换届/起始日期", lambda r: t.since if (t := term(r)) else None),
        Column("换届/届满日期", lambda r: t.until if (t := term(r)) else None),
        Column("换届/任期年限", lambda r: f"{t.years}年" if (t := term(r)) else None),
        Column("换届/延期至", lambda r: t.extended_to if (t := term(r)) else None),
        Column("活动场所", lambda r: seat(r, lambda u: f"{world.site[u].address}党员活动室")),
        Column("上级党组织/名称", lambda r: found.name if (found := upper(r)) else r.branch.upper or None),
        Column("上级党组织/代码", lambda r: found.code if (found := upper(r)) else None),
        Column("设在部门", lambda r: r.branch.department or None),
        Column("驻地/企业名称", lambda r: seat(r, lambda u: world.firm[u].name)),
        Column("驻地/统一社会信用代码", lambda r: seat(r, lambda u: u)),
        Column("驻地/地址", lambda r: seat(r, lambda u: world.site[u].address)),
        Column("覆盖企业/企业名称", lambda r: world.firm[r.tie.target].name if r.tie else NONE),
        Column("覆盖企业/统一社会信用代码", lambda r: r.tie.target if r.tie else None),
        Column("覆盖企业/纳入日期", lambda r: r.tie.since if r.tie else None),
        Column("覆盖企业/退出日期", left),
    )
    return ledger_sheet(title, columns, lines(), merged=22)

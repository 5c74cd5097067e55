"""Papers of founding and dissolving: those of this year's branches, and two that wait for an answer."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from loaders.demo.organisation import Approval
from loaders.demo.sheet import Column, LedgerSheet, ledger_sheet, told
from loaders.demo.words import COMMITTEE
from loaders.demo.world import SETTLED, Branch, World

FOUNDING, DISSOLVING = "成立", "撤销"
_QUALIFIED = "正式党员达到3名，符合单独建立条件"
_JOINT = "区域内企业党员不足3名，联合建立"
_WAITING_SINCE = date(2026, 8, 24)
_ASKED_LATELY = date(2026, 9, 21)


def put_to_paper(random: Random, world: World) -> tuple[Approval, ...]:
    """One case for each branch founded or dissolved in 2026; one founding waits over a month, one dissolving less."""
    cases = [_founding(random, b) for b in world.branches if b.side == "企业" and b.founded_on.year == 2026]
    cases += [_dissolving(random, b) for b in world.branches if b.dissolved_on <= SETTLED]
    return (*sorted(cases, key=lambda c: c.applied_on), *_waiting(world))


def dissolution_number(branch: Branch) -> str:
    """The number of the paper that dissolved a branch."""
    return f"岚开综党字〔{branch.dissolved_on.year}〕{60 + branch.dissolved_on.month}号"


def _founding(random: Random, branch: Branch) -> Approval:
    elected = branch.founded_on + timedelta(days=random.randint(5, 14))
    return Approval(
        FOUNDING,
        branch.code,
        branch.name,
        tuple(t.target for t in branch.coverage if t.since == branch.founded_on),
        branch.founded_on - timedelta(days=random.randint(9, 28)),
        _QUALIFIED if branch.formation == "单独建立" else _JOINT,
        branch.founded_on,
        branch.approval,
        elected,
        elected + timedelta(days=random.randint(4, 12)),
    )


def _dissolving(random: Random, branch: Branch) -> Approval:
    return Approval(
        DISSOLVING,
        branch.code,
        branch.name,
        tuple(t.target for t in branch.coverage),
        branch.dissolved_on - timedelta(days=random.randint(9, 28)),
        branch.dissolved_why,
        branch.dissolved_on,
        dissolution_number(branch),
        recorded_on=branch.dissolved_on + timedelta(days=random.randint(4, 12)),
    )


def _waiting(world: World) -> tuple[Approval, ...]:
    """A firm of a joint branch asks for a branch of its own; a branch whose firm will move away is to be dissolved."""
    joint = next(b for b in world.branches if b.formation == "联合建立" and len(b.covers(SETTLED)) == 4)
    firm = world.firm[joint.covers(SETTLED)[0]]
    small = [b for b in world.branches if b.formation == "单独建立" and b.side == "企业" and b.lives(SETTLED)][-1]
    return (
        Approval(FOUNDING, "", f"{firm.name}党支部", (firm.uscc,), _WAITING_SINCE, _QUALIFIED),
        Approval(DISSOLVING, small.code, small.name, small.covers(SETTLED), _ASKED_LATELY, "企业拟搬迁，党员分流"),
    )


def approval_sheet(world: World, at: date, title: str) -> LedgerSheet:
    """One row a case, with the steps taken by the date `at`."""

    def step(day: date | None) -> date | None:
        return told(day, at) if day else None

    columns: tuple[Column[Approval], ...] = (
        Column("审批事项", lambda a: a.matter),
        Column("党组织/名称", lambda a: a.name),
        Column("党组织/代码", lambda a: a.branch or None),
        Column("所涉企业/企业名称", lambda a: "、".join(world.firm[u].name for u in a.firms)),
        Column("所涉企业/统一社会信用代码", lambda a: "、".join(a.firms)),
        Column("事由", lambda a: a.reason),
        Column("申请日期", lambda a: a.applied_on),
        Column("批复日期", lambda a: step(a.approved_on)),
        Column("批复文号", lambda a: a.number or None),
        Column("选举日期", lambda a: step(a.elected_on)),
        Column("备案日期", lambda a: step(a.recorded_on)),
        Column("审批党委", lambda a: COMMITTEE),
    )
    return ledger_sheet(title, columns, world.organisation.approvals)

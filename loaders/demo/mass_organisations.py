"""Unions, youth league and women's federation bodies of firms with an organisation, and their ledger."""

from __future__ import annotations

from datetime import date
from functools import partial

from loaders.demo.organisation import MassBodies
from loaders.demo.sheet import Column, LedgerSheet, ledger_sheet, yes_no
from loaders.demo.world import SETTLED, Firm, World

BODIES = {"工会": 25, "共青团": 90, "妇联": 60}
"""Body → from how many staff on a firm has one."""


def has_body(body: str, firm: Firm, covered: bool, at: date) -> bool:
    """Whether a firm has that body at the date `at`: those with a party organisation and enough staff."""
    survey = firm.survey(at)
    return covered and survey is not None and survey.staff >= BODIES[body]


def found_bodies(world: World) -> tuple[MassBodies, ...]:
    """The bodies of every covered firm at 2026-09-30."""
    covered = dict.fromkeys(uscc for b in world.branches for uscc in b.covers(SETTLED))
    firms = [world.firm[uscc] for uscc in covered]
    return tuple(MassBodies(f.uscc, tuple(b for b in BODIES if has_body(b, f, True, SETTLED))) for f in firms)


def mass_sheet(world: World, at: date, title: str) -> LedgerSheet:
    """One row a firm, one column a body."""

    def cell(body: str, line: MassBodies) -> str:
        return yes_no(body in line.bodies)

    columns: tuple[Column[MassBodies], ...] = (
        Column("企业名称", lambda m: world.firm[m.firm].name),
        Column("统一社会信用代码", lambda m: m.firm),
        *(Column(f"群团组织/{body}", partial(cell, body)) for body in BODIES),
    )
    return ledger_sheet(title, columns, world.organisation.mass_bodies)

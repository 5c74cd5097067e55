"""Applicants, activists and prospective members of firms, in numbers, and their ledger."""

from __future__ import annotations

from datetime import date
from random import Random

from loaders.demo.organisation import Applicants
from loaders.demo.sheet import Column, LedgerSheet, ledger_sheet
from loaders.demo.world import SETTLED, World

_MANY = 80
"""A firm without an organisation is asked from this many staff on."""


def count_applicants(random: Random, world: World) -> tuple[Applicants, ...]:
    """Firms with an organisation, and large ones without; about half of these have no applicant at all."""
    covered = {uscc for b in world.branches for uscc in b.covers(SETTLED)}
    counted = []
    for firm in world.firms:
        survey = firm.survey(SETTLED)
        if survey is None or not firm.operates(SETTLED):
            continue
        if firm.uscc in covered:
            applicants = random.randint(0, 2 + survey.staff // 40)
        elif survey.staff >= _MANY:
            applicants = random.choice((0, 0, 1, 2))
        else:
            continue
        activists = random.randint(0, applicants)
        counted.append(Applicants(firm.uscc, applicants, activists, random.randint(0, activists)))
    return tuple(counted)


def applicant_sheet(world: World, at: date, title: str) -> LedgerSheet:
    """One row a firm, counted at the date `at`."""
    columns: tuple[Column[Applicants], ...] = (
        Column("企业名称", lambda a: world.firm[a.firm].name),
        Column("统一社会信用代码", lambda a: a.firm),
        Column("统计日期", lambda a: at),
        Column("入党申请人", lambda a: a.applicants),
        Column("入党积极分子", lambda a: a.activists),
        Column("发展对象", lambda a: a.prospects),
    )
    return ledger_sheet(title, columns, world.organisation.applicants)

"""What the demo zone says of organisation and people agrees with what its other ledgers say."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from demo_figures import contacted

from graph.values.dates import OPEN
from loaders.demo.committees import committee_sheet
from loaders.demo.enterprise_rows import enterprise_sheet
from loaders.demo.instructors import instructor_sheet
from loaders.demo.mass_organisations import BODIES
from loaders.demo.sheet import LedgerSheet
from loaders.demo.terms import term_at
from loaders.demo.world import DRIFTED, SETTLED, World, current
from loaders.demo.zone import build_world


@pytest.fixture(scope="module", params=[2026, 7])
def world(request: pytest.FixtureRequest) -> World:
    return build_world(request.param)


def column(sheet: LedgerSheet, heading: str) -> list[object]:
    return [row[sheet.headings.index(heading)] for row in sheet.rows]


def test_the_instructors_are_those_of_the_officer_ledger(world: World) -> None:
    sheet = instructor_sheet(world, SETTLED, "")
    persons = list(zip(column(sheet, "指导员/姓名"), column(sheet, "指导员/工作单位"), strict=True))
    assert len(set(persons)) == len(persons) == 64, "name and unit tell them apart"
    listed = {
        (name, unit, branch)
        for (name, unit), cell in zip(persons, column(sheet, "指导员/指导党组织"), strict=True)
        for branch in str(cell).split("、")
    }
    assert len(listed) == 70
    assert listed == {
        (o.name, o.department, world.branch[t.target].name)
        for o in world.officers
        for t in current(o.instructs, SETTLED)
    }


def test_every_living_branch_has_one_secretary_and_joint_ones_the_officer_who_leads(world: World) -> None:
    held = [a for a in world.organisation.appointments if a.duty == "书记"]
    assert Counter(a.branch for a in held) == Counter(
        b.code for b in world.branches if b.side == "企业" and b.lives(SETTLED) and b.level != "党委"
    )
    leads = {(t.target, o.staff_id, t.since) for o in world.officers for t in current(o.leads, SETTLED)}
    assert {(a.branch, a.person, a.since) for a in held if a.officer} == leads
    assert set(column(committee_sheet(world, SETTLED, ""), "书记来源")) == {"中层", "上级选派", None}


def test_mass_organisations_are_where_the_enterprise_ledger_reports_them(world: World) -> None:
    sheet = enterprise_sheet(world, SETTLED, "")
    codes = column(sheet, "企业基本情况/统一社会信用代码")
    for body in BODIES:
        reported = {code for code, cell in zip(codes, column(sheet, f"群团/{body}"), strict=True) if cell == "是"}
        assert reported == {m.firm for m in world.organisation.mass_bodies if body in m.bodies}
    firms = {m.firm for m in world.organisation.mass_bodies}
    covered = {uscc for b in world.branches for uscc in b.covers(DRIFTED)}
    assert firms <= covered, "none may reach a firm that the zone counts as unreached"
    assert not firms & contacted(world, SETTLED)


def test_some_terms_are_overdue_and_some_extended(world: World) -> None:
    branches = [b for b in world.branches if b.side == "企业" and b.lives(SETTLED)]
    terms = [t for b in branches if (t := term_at(world.organisation.terms, b.code, SETTLED))]
    assert len(terms) == len(branches)
    assert sum(t.until < SETTLED and t.extended_to is None for t in terms) == 3
    put_off = sorted((t.extended_to - t.until).days for t in terms if t.extended_to)
    assert [days > 365 for days in put_off] == [False, False, True]


def test_transfers_agree_with_the_memberships(world: World) -> None:
    members = {m.id_number: m for m in world.members}
    for transfer in world.organisation.transfers:
        member = members[transfer.member]
        if transfer.state == "已转入":
            begun = {(t.target, t.since) for t in member.memberships}
            ended = {(t.target, t.until) for t in member.memberships if t.until != OPEN}
            assert (transfer.into, transfer.moved_on) in begun or (transfer.origin, transfer.moved_on) in ended
        else:
            assert transfer.origin in {t.target for t in current(member.memberships, SETTLED)}


def test_papers_of_the_year_are_those_of_its_branches(world: World) -> None:
    approved = Counter(a.matter for a in world.organisation.approvals if a.approved_on)
    founded = [b for b in world.branches if b.side == "企业" and date(2025, 12, 31) < b.founded_on <= SETTLED]
    assert approved == {"成立": len(founded), "撤销": 3}
    assert sum(a.approved_on is None for a in world.organisation.approvals) == 2
    assert all(a.applied_on <= (a.approved_on or SETTLED) for a in world.organisation.approvals)

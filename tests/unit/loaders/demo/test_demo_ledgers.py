"""The written ledgers are read by their mappings without a rejected row, and say what the world says."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from graph.model import model
from graph.values.digest import Digester
from loaders.demo import DEMO_SCOPE, DemoLedger, write_demo_zone
from loaders.demo.ledgers import WORKBOOKS
from loaders.demo.world import DATES, DRIFTED, SETTLED
from loaders.demo.zone import build_world
from loaders.headings import find_headings
from loaders.ledger import Ledger
from loaders.mapping import mapping_of
from loaders.reading import read_ledger
from loaders.sources import read_source

EXAMPLES = Path(__file__).parents[4] / "examples"
KINDS = tuple(w.kind for w in WORKBOOKS)
NOT_SHOWN: dict[str, set[str]] = {
    "enterprises": {"reported_coverage", "planned_on", "reported_formal", "reported_probationary"},
    "funding": {"number"},
    "posts": {"number", "closed_on"},
    "branches": {"planned_on"},
    "members": {"membership_state"},
    "officers": {"instructed_name", "instructed_uscc", "instructed_since"},
    "committees": {"born_on", "joined_on", "until"},
    "instructors": {"staff_id", "firm_name", "firm_uscc", "branch_code", "since"},
    "areas": {"cell_name"},
    "mass_organisations": {"code", "body", "name", "founded_on", "dissolved_on", "head", "members"},
    "transfers": {"born_on", "joined_on"},
    "reviews": {"born_on", "joined_on"},
}
"""Columns of a mapping that the example has otherwise (as tick columns) or leaves out."""
UNMAPPED = {"enterprises": 2}
"""Columns that say nothing of a firm, such as running numbers; kept raw."""


@pytest.fixture(scope="module")
def ledgers(tmp_path_factory: pytest.TempPathFactory) -> tuple[DemoLedger, ...]:
    return write_demo_zone(tmp_path_factory.mktemp("zone"))


def read(ledger: DemoLedger) -> Ledger:
    return read_ledger(
        read_source(ledger.path),
        Digester(b"demo" * 8),
        kind=None,
        scope=ledger.scope,
        as_of=ledger.as_of,
        full=ledger.full,
    )


def cells(path: Path) -> list[object]:
    """All that a file holds: the name, rows and merged ranges of each sheet."""
    return [(sheet.name, [tuple(row) for row in sheet.rows], sheet.merges) for sheet in read_source(path).sheets]


def of_kind(ledgers: tuple[DemoLedger, ...], kind: str, at: date) -> DemoLedger:
    return next(found for found in ledgers if (found.kind, found.as_of) == (kind, at))


def test_order_kinds_and_scope(ledgers: tuple[DemoLedger, ...]) -> None:
    workbooks = [(w.kind, at, w.full) for at in DATES for w in WORKBOOKS if at in w.dates]
    assert [(found.kind, found.as_of, found.full) for found in ledgers] == [("registry", DATES[0], False), *workbooks]
    assert {found.scope for found in ledgers} == {DEMO_SCOPE}
    assert all("示例数据" in found.path.name for found in ledgers)


def test_every_ledger_is_recognised_and_no_row_rejected(ledgers: tuple[DemoLedger, ...]) -> None:
    for ledger in ledgers:
        found = read(ledger)
        assert found.load.kind == ledger.kind
        assert [(ledger.path.name, row.row, row.faults) for row in found.rows if row.faults] == []


@pytest.mark.parametrize("kind", KINDS)
def test_headings_are_those_of_the_mapping(ledgers: tuple[DemoLedger, ...], kind: str) -> None:
    source = read_source(of_kind(ledgers, kind, SETTLED).path)
    mapping = mapping_of(kind)
    headings = find_headings(source.sheets[0], mapping)
    known = set(headings.columns) | {column for column, _ in headings.ticks}
    assert set(mapping.columns) - known <= NOT_SHOWN.get(kind, set())
    assert len(headings.unclaimed) == UNMAPPED.get(kind, 0)


def test_the_enterprise_ledger_looks_like_the_published_form(ledgers: tuple[DemoLedger, ...]) -> None:
    book = CalamineWorkbook.from_path(str(of_kind(ledgers, "enterprises", SETTLED).path))
    rows = book.get_sheet_by_index(0).to_python(skip_empty_area=False)
    assert "示例数据" in rows[0][0]
    assert rows[1][6] == "企业基本情况"
    assert "未建立党组织原因" in rows[2]
    assert "企业出资人不支持" in rows[3]
    assert rows[-2][0] == "合计"
    assert rows[-1][0].startswith("填表人")
    assert all(isinstance(row[8], str) and len(row[8]) == 18 for row in rows[4:-2])


def test_rows_of_the_settled_zone(ledgers: tuple[DemoLedger, ...]) -> None:
    world = build_world()
    kinds = ("grid_cells", "enterprises", "branches", "officers", "pairs")
    rows = {kind: read(of_kind(ledgers, kind, SETTLED)).rows for kind in kinds}
    assert len(rows["grid_cells"]) == 48
    assert len(rows["enterprises"]) == 642
    assert len({row.mentions[0].code for row in rows["enterprises"]}) == 640
    assert len({row.mentions[0].code for row in rows["branches"]}) == sum(
        b.founded_on <= SETTLED for b in world.branches
    )
    contacts = [s for row in rows["officers"] for s in row.statements if s.slot == "CONTACTS" and s.to is not None]
    assert len(contacts) == 438
    assert len(rows["pairs"]) == 31


def test_unsurveyed_firms_say_nothing_of_a_survey(ledgers: tuple[DemoLedger, ...]) -> None:
    record = set(model()["SurveyRecord"].properties)
    rows = read(of_kind(ledgers, "enterprises", DRIFTED)).rows
    silent = [row for row in rows if not record & {s.slot for s in row.statements}]
    assert len(silent) == 11
    assert all("IN_GRID" in {s.slot for s in row.statements} for row in silent)


def test_who_lost_all_contacts_says_so(ledgers: tuple[DemoLedger, ...]) -> None:
    rows = read(of_kind(ledgers, "officers", DRIFTED)).rows
    left = {r.mentions[0].code for r in read(of_kind(ledgers, "officers", SETTLED)).rows} - {
        r.mentions[0].code for r in rows
    }
    assert len(left) == 1
    world = build_world()
    lost = {o.staff_id for o in world.officers if o.contacts and all(t.until <= DRIFTED for t in o.contacts)} - left
    ended = {r.mentions[0].code for r in rows for s in r.statements if s.slot == "CONTACTS" and s.to is None}
    assert lost
    assert lost <= ended


def test_the_register_is_utf8_with_the_regulators_columns(ledgers: tuple[DemoLedger, ...]) -> None:
    with ledgers[0].path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0]) == [
        "企业名称",
        "统一社会信用代码",
        "注册日期",
        "企业类型",
        "注册资金",
        "经营范围",
        "所在省份",
        "地区",
        "注册地址",
    ]
    assert len(rows) > 600


def test_the_same_seed_gives_the_same_ledgers(ledgers: tuple[DemoLedger, ...], tmp_path: Path) -> None:
    again = write_demo_zone(tmp_path)
    for one, other in zip(ledgers, again, strict=True):
        assert cells(one.path) == cells(other.path)
    assert build_world(1) != build_world(2)
    assert build_world(1) == build_world(1)


def test_the_committed_examples_are_what_the_generator_writes(ledgers: tuple[DemoLedger, ...]) -> None:
    shown = [found for found in ledgers if found.kind == "registry" or found.as_of == SETTLED]
    assert {path.name for path in EXAMPLES.iterdir()} == {found.path.name for found in shown} | {"README.md"}
    for ledger in shown:
        example = EXAMPLES / ledger.path.name
        assert cells(example) == cells(ledger.path)
        assert example.stat().st_size < 250_000

"""Every defect that real ledgers have, one by one and all at once: read rightly, or told with its place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from loaders.ledger import Ledger
from tests.ledgers import read, text_table
from tests.unit.loaders.defects.spoiling import ABSENT, CELLS, NAME, ROWS, SHEETS, Expected
from tests.unit.loaders.defects.survey import FORM, Page, Survey, firms

AS_OF = date(2026, 9, 30)
SLOTS = ("name", "uscc", "uscc_state", "staff", "ownership", "turnover", "above_scale", "operating_state")
SLOTS += ("in_production_since", "secretary_name", "investor_name", "has_union", "reporting_unit", "unbuilt_reason")

OfRow = Callable[[Survey, int, Expected], None]
ROW_DEFECTS: dict[str, OfRow] = {**{cell.name: cell.spoil for cell in CELLS}, **ROWS}


def sound(number: int) -> tuple[Survey, Expected]:
    """A survey without defects, and what is read from it."""
    rows = firms(number)
    expected = Expected()
    for index, row in enumerate(rows):
        basic = {heading.rsplit("/", 1)[-1]: cell for heading, cell in row.items() if heading.startswith("企业基本")}
        expected.slots[index] = {
            "name": basic["企业名称"], "uscc": basic["统一社会信用代码"], "uscc_state": "valid", "ownership": "private",
            "staff": basic["从业人员数量(名)"], "turnover": basic["年营业收入(万元)"], "above_scale": True,
            "operating_state": "operating", "in_production_since": "2020-05-01", "secretary_name": "某人",
            "investor_name": "某某", "has_union": True, "reporting_unit": ABSENT, "unbuilt_reason": ABSENT,
        }  # fmt: skip
    return Survey([Page(rows=rows)]), expected


def spoilt(expected: Expected, other: Expected) -> Expected:
    """What is read of a survey with the defects of both."""
    for row, slots in other.slots.items():
        expected.slots[row] |= slots
    for name in ("rejected", "noted", "suggested", "unmapped"):
        getattr(expected, name).update(getattr(other, name))
    expected.remarks += other.remarks
    return expected


def check(ledger: Ledger, expected: Expected, first: int) -> None:
    """That all was read as expected, and nothing else was rejected, noted or remarked."""
    rows = {row.row - first - 1: row for row in ledger.rows}
    assert {i: "；".join(f.zh for f in row.faults) for i, row in rows.items() if row.faults}.keys() == (
        expected.rejected.keys()
    ), [(i, row.faults) for i, row in rows.items() if row.faults]
    for index, slots in expected.slots.items():
        row = rows[index]
        if index in expected.rejected:
            assert expected.rejected[index] in row.faults[0].zh
            continue
        said = {s.slot: s.value for s in row.statements if s.of == 0 and s.to is None}
        assert {slot: said.get(slot, ABSENT) for slot in SLOTS} == {slot: slots[slot] for slot in SLOTS}, index
        notes = "；".join(note.zh for note in row.notes)
        assert expected.noted.get(index, "") in notes
        assert bool(notes) == (index in expected.noted), notes
        assert [n.suggestion for n in row.notes if n.suggestion] == [
            code for i, code in expected.suggested.items() if i == index
        ]
    remarks = "；".join(remark.zh for remark in ledger.remarks)
    assert all(words in remarks for words in expected.remarks), remarks
    assert len(ledger.remarks) == len(expected.remarks)
    nearest = {u.heading: u.nearest[0].column if u.nearest else "" for u in ledger.unmapped}
    assert nearest.items() >= {h: c for h, c in expected.unmapped.items() if c}.items()
    assert nearest.keys() >= expected.unmapped.keys()


def read_survey(survey: Survey, path: Path) -> tuple[Ledger, int]:
    ledger = read(survey.write(path), AS_OF)
    assert ledger.load.kind == "enterprises"
    return ledger, survey.pages[0].first


def test_without_defects_nothing_is_said(tmp_path: Path) -> None:
    survey, expected = sound(3)
    ledger, first = read_survey(survey, tmp_path / "台账.xlsx")
    check(ledger, expected, first)
    assert {u.heading for u in ledger.unmapped} == {"序号", "备注"}


@pytest.mark.parametrize("name", ROW_DEFECTS)
def test_a_defect_of_a_row_touches_no_other(tmp_path: Path, name: str) -> None:
    survey, expected = sound(3)
    changed = Expected()
    ROW_DEFECTS[name](survey, 1, changed)
    ledger, first = read_survey(survey, tmp_path / "台账.xlsx")
    check(ledger, spoilt(expected, changed), first)


@pytest.mark.parametrize("name", SHEETS)
def test_a_defect_of_a_sheet_touches_no_value(tmp_path: Path, name: str) -> None:
    survey, expected = sound(3)
    changed = Expected()
    SHEETS[name](survey, changed)
    ledger, first = read_survey(survey, tmp_path / "台账.xlsx")
    check(ledger, spoilt(expected, changed), first)


def test_all_defects_at_once(tmp_path: Path) -> None:
    survey, expected = sound(len(ROW_DEFECTS) + 2)
    changed = Expected()
    for row, spoil in enumerate(ROW_DEFECTS.values(), 1):
        spoil(survey, row, changed)
    for spoil_sheet in SHEETS.values():
        spoil_sheet(survey, changed)
    ledger, first = read_survey(survey, tmp_path / "台账.xlsx")
    check(ledger, spoilt(expected, changed), first)
    assert "19750505" not in repr(tuple(ledger.rows))


def test_one_sheet_an_office(tmp_path: Path) -> None:
    survey, _ = sound(4)
    rows = survey.pages[0].rows
    survey.pages = [Page("董园街道", rows=rows[:2]), Page("石帆乡", ["石帆乡台账"], rows=rows[2:])]
    ledger, _ = read_survey(survey, tmp_path / "台账.xlsx")
    places = [(row.sheet, row.row) for row in ledger.rows]
    assert places == [("董园街道", 4), ("董园街道", 5), ("石帆乡", 5), ("石帆乡", 6)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_the_form_as_a_text_table_without_merged_cells(tmp_path: Path, encoding: str) -> None:
    rows = firms(2)
    paths = [heading.split("/") for heading in FORM]
    levels = [
        [
            path[level] if level < len(path) and path[: level + 1] != paths[i - 1][: level + 1] else ""
            for i, path in enumerate(paths)
        ]
        for level in range(3)
    ]
    cells: list[list[Any]] = [*levels[1:], *([row.get(heading) for heading in FORM] for row in rows)]
    path = text_table(tmp_path / "台账.csv", levels[0], cells, encoding)
    first, second = read(path, AS_OF).rows
    said = {s.slot: s.value for s in first.statements if s.of == 0 and s.to is None}
    assert (said["name"], said["staff"], said["ownership"]) == (rows[0][NAME], 50, "private")
    assert (said["secretary_source"], first.faults, second.faults) == ("other", (), ())

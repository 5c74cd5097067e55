"""What goes further of cells with private numbers in them, in the right column and in wrong ones."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from loaders.ledger import LedgerRow
from tests.ledgers import DIGESTER, read, table, text_table

OFFICERS = ["工号", "姓名", "所在部门", "职务", "联系电话", "挂点企业", "备注"]
PHONE, ID_NUMBER = "13800000007", "990000197505052027"


def _officer(tmp_path: Path, **cells: object) -> LedgerRow:
    told = {"工号": "E1", "姓名": "鲍某", "所在部门": "经发局", **cells}
    path = table(tmp_path / "干部.xlsx", OFFICERS, [[told.get(heading) for heading in OFFICERS]])
    return read(path, date(2026, 9, 30)).rows[0]


def test_telephones_are_kept_in_clear_in_private_properties_alone(tmp_path: Path) -> None:
    row = _officer(tmp_path, 联系电话=int(PHONE), 备注=f"换号{PHONE}", 职务=f"科长(1380000-0007)，证{ID_NUMBER}")
    said = {s.slot: s.value for s in row.statements}
    assert (said["phone"], said["post"]) == (PHONE, "科长(138****0007)，证990***********2027")
    assert (row.cells["联系电话"], row.cells["备注"]) == ("138****0007", "换号138****0007")
    assert not row.faults


def test_an_id_number_in_a_column_that_tells_people_apart_rejects_the_row(tmp_path: Path) -> None:
    for heading in ("工号", "姓名", "所在部门", "联系电话", "挂点企业"):
        row = _officer(tmp_path, **{heading: "990000 19750505 2027"})
        assert [fault.column for fault in row.faults] == [heading]
        assert "19750505" not in repr(row)
        assert not row.statements


def test_a_telephone_number_for_a_staff_id_stands_as_a_digest(tmp_path: Path) -> None:
    row = _officer(tmp_path, 工号=PHONE)
    assert row.mentions[0].code == DIGESTER.of(PHONE)
    assert PHONE not in repr(row)


def test_a_reason_does_not_repeat_a_name(tmp_path: Path) -> None:
    row = _officer(tmp_path, 姓名=f"鲍某{ID_NUMBER}")
    assert row.faults[0].value == "鲍*"


def test_names_of_files_and_headings_are_masked_too(tmp_path: Path) -> None:
    headings = [*OFFICERS, f"核对{ID_NUMBER}"]
    rows = [["E1", "鲍某", "经发局", None, None, None, None, "已核"]]
    ledger = read(text_table(tmp_path / f"{ID_NUMBER}的台账.csv", headings, rows), date(2026, 9, 30))
    assert (ledger.load.file, ledger.unmapped[-1].heading) == ("990***********2027的台账.csv", "核对990***********2027")
    assert ID_NUMBER not in repr(tuple(ledger.rows))

"""What is left of a row when somebody in it is to be forgotten."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from loaders.ledger import LedgerRow, Mention, Statement
from loaders.striking import GONE, LEFT_OUT, without
from tests.ledgers import read, table

TEAMS = ["小组编号", "小组名称", "组长", "组长工号", "组长/所在部门", "组员", "组员/所在部门", "服务企业", "备注"]
VISITS = ["走访日期", "走访人", "所在部门", "走访企业", "走访内容", "备注"]


def _row(tmp_path: Path, headings: list[str], cells: list[object], kind: str) -> LedgerRow:
    return next(iter(read(table(tmp_path / "x.xlsx", headings, [cells]), date(2026, 9, 30), kind=kind).rows))


def _named(row: LedgerRow, name: str) -> list[int]:
    return [i for i, m in enumerate(row.mentions) if m.type == "Officer" and m.name == name]


def test_a_person_at_several_places_of_a_row_about_others_is_struck_from_them_all(tmp_path: Path) -> None:
    cells = ["T1", "一组", "易某", "E1023", "安商办", "易某、任某", "安商办", "甲公司", "易 某已调离，任某接替(E1023)"]
    row = _row(tmp_path, TEAMS, cells, "service_teams")
    assert len(_named(row, "易某")) == 2
    left = without(row, "service_teams", _named(row, "易某"))
    assert "易某" not in repr(left)
    assert "E1023" not in repr(left)
    assert left.cells == {
        "小组编号": "T1",
        "小组名称": "一组",
        "组长/所在部门": "安商办",
        "组员": "*、任某",
        "组员/所在部门": "安商办",
        "服务企业": "甲公司",
        "备注": "*已调离，任某接替(*)",
    }
    assert [m.name for m in left.mentions if m.type == "Officer" and m.name] == ["任某"]
    assert {s.slot for s in left.statements} == {"number", "name", "SERVES", "<MEMBER_OF"}
    assert left.notes == (LEFT_OUT,)
    assert without(left, "service_teams", []) == left


def test_a_row_about_the_person_or_of_something_known_only_as_theirs_keeps_its_place_alone(tmp_path: Path) -> None:
    row = _row(tmp_path, VISITS, ["2026-09-02", "易某", "安商办", "甲公司", "易某问用工", "无"], "visits")
    left = without(row, "visits", _named(row, "易某"))
    assert left == LedgerRow(row.sheet, row.row, (), (), {}, (GONE,))


def test_a_row_said_by_hand_of_a_firm_loses_the_key_it_names(tmp_path: Path) -> None:
    mentions = (Mention("Enterprise", "91990000MA0000001B", "甲公司"), Mention("Officer", "E1", "易某"))
    row = LedgerRow("", 1, mentions, (Statement(0, "<CONTACTS", to=1),), {"挂点联系": "E1"})
    left = without(row, "by_hand", [1])
    assert (left.cells, left.statements) == ({"挂点联系": "*"}, ())


def test_what_a_row_states_in_words_loses_the_name_and_short_codes_elsewhere_stay(tmp_path: Path) -> None:
    headings, cells = (
        ["走访编号", "工号", *VISITS],
        ["V1", "12", "2026-09-02", "易某", "安商办", "甲公司", "易某问用工12人", None],
    )
    row = _row(tmp_path, headings, cells, "visits")
    left = without(row, "visits", _named(row, "易某"))
    assert {s.slot: s.value for s in left.statements}["subject_matter"] == "*问用工12人"
    assert left.mentions[0].code == "V1"
    assert left.mentions[0].within == (3,), "the visit is no longer one of the person's"
    assert (left.cells["工号"], left.cells["走访日期"]) == ("*", "2026-09-02")

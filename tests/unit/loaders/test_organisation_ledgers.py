"""Ledgers of organisation and people, as offices fill them: what their rows say."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from loaders.identity import called
from loaders.ledger import Ledger, LedgerRow
from loaders.mapping import mapping_of
from tests.ledgers import read, table

DAY = date(2026, 9, 30)
CODE, OTHER = "91990000MA0000001B", "91990000MA0000002C"
ID_NUMBER, OTHER_ID = "990000197505052027", "990000199001012012"


def ledger(folder: Path, headings: Sequence[str], *cells: Sequence[Any]) -> Ledger:
    found = read(table(folder / "台账.xlsx", headings, cells), DAY)
    assert [row.faults for row in found.rows if row.faults] == []
    return found


def edges(row: LedgerRow) -> list[tuple[str, str, str, str | None, dict[str, Any]]]:
    """(from what, edge, to whom, since, properties) of every edge a row states; 无 where it says there is none."""
    return [
        (
            row.mentions[s.of].code or row.mentions[s.of].name,
            s.slot,
            "无" if s.to is None else row.mentions[s.to].code or row.mentions[s.to].name,
            s.since,
            dict(s.properties),
        )
        for s in row.statements
        if s.slot.lstrip("<").isupper()
    ]


@pytest.mark.parametrize(
    ("kind", "headings"),
    [
        ("committees", ["支部名称", "姓名", "支部职务"]),
        ("instructors", ["指导员/姓名", "指导员/工作单位", "指导员/电话", "指导员/指导企业", "指导员/驻派等级"]),
        ("departments", ["部门名称", "是否乡办", "领导职数"]),
        ("areas", ["片区", "片区长", "所辖网格"]),
        ("mass_organisations", ["企业名称", "统一社会信用代码", "群团/公会", "群团/共青团", "群团/妇联"]),
        ("mass_organisations", ["群团组织名称", "群团类别", "所在企业", "主席"]),
        ("approvals", ["党组织名称", "成立或撤销", "申请日期", "批复文号"]),
        ("applicants", ["企业名称", "申请入党人数", "积极分子"]),
        ("transfers", ["姓名", "身份证号", "转出党组织", "转入党组织", "办理状态"]),
        ("reviews", ["考核年度", "考核对象", "所在部门", "类别", "考核等次", "是否发放补助"]),
        ("branches", ["党组织名称", "组建形式", "换届/届次", "换届/届满日期"]),
    ],
)
def test_a_short_form_is_taken_for_its_kind(tmp_path: Path, kind: str, headings: list[str]) -> None:
    words = {"办理状态": "办理中", "类别": "指导员", "考核年度": "2025", "考核等次": "合格", "支部职务": "书记"}
    words |= {"领导职数": "3人", "申请入党人数": "2", "积极分子": "1", "身份证号": ID_NUMBER, "成立或撤销": "成立"}
    words |= {"申请日期": "2026-05-01", "换届/届满日期": "2027-05-01", "组建形式": "联合", "群团类别": "工会"}
    words |= {"统一社会信用代码": CODE, "是否乡办": "否", "是否发放补助": "未发"}
    words |= {f"群团/{body}": "是" for body in ("公会", "共青团", "妇联")}
    assert ledger(tmp_path, headings, [words.get(h, "某") for h in headings]).load.kind == kind


def test_secretaries_are_members_or_officers_sent_from_above(tmp_path: Path) -> None:
    headings = ["党组织代码", "党组织名称", "姓名", "身份证号", "党内职务", "书记来源", "选派单位", "任职日期"]
    member, officer, deputy, bare, vacant = ledger(
        tmp_path,
        headings,
        ["B1", "第一支部", "鲍某", ID_NUMBER, "党支部书记", "中层管理人员", None, "2024-05"],
        ["B2", "第二支部", "安某", None, "书记", "上级选派", "党群工作部", None],
        ["B1", "第一支部", "柴某", OTHER_ID, "党支部副书记", None, None, None],
        ["B1", "第一支部", "丁某", None, "委员", None, None, None],
        ["B3", "第三支部", "无", None, "书记", None, None, None],
    ).rows
    assert edges(member)[0][:2] == ("B1", "<SECRETARY_OF")
    assert edges(member)[0][3:] == ("2024-05-01", {"source": "manager"})
    assert edges(officer) == [("B2", "<SECRETARY_OF", "安某", None, {"source": "assigned"})]
    assert [m.type for m in officer.mentions if m.name == "安某"] == ["Officer"]
    assert edges(deputy)[0][1] == "<COMMITTEE_MEMBER_OF"
    assert edges(deputy)[0][4] == {"duty": "deputy"}
    assert edges(bare)[0][4] == {"duty": "committee"}, "who is made a plain committee member is a deputy no more"
    assert [m.unsure for m in bare.mentions if m.name == "丁某"] == [True], "a bare name waits for a person"
    assert {e[1:3] for e in edges(vacant)} == {("<SECRETARY_OF", "无")}


def test_an_instructor_lists_firms_in_one_cell(tmp_path: Path) -> None:
    headings = ["姓名", "工作单位", "专职/兼职", "走访频率", "走访频次", "指导企业"]
    (row,) = ledger(tmp_path, headings, ["安某", "住建局", "兼职", "每月", "2次", "甲公司、乙公司\n丙公司"]).rows
    assert {s.slot: s.value for s in row.statements}["full_time"] is False
    assert {s.slot: s.value for s in row.statements}["visit_times"] == 2
    assert [e[2] for e in edges(row) if e[1] == "INSTRUCTS"] == ["甲公司", "乙公司", "丙公司"]


def test_a_contact_has_its_345_duties_ticked_or_listed(tmp_path: Path) -> None:
    ticks = ["三个一/第一知情人", "三个一/第一报告人", "四个清/隐患排查", "五大员/政策宣传"]
    (row,) = ledger(
        tmp_path, ["姓名", "所在部门", "挂点企业", *ticks], ["安某", "住建局", "甲公司", "√", "√", None, "是"]
    ).rows
    assert edges(row)[1][4] == {"firsts": "第一知情人、第一报告人", "roles": "政策宣传"}
    (row,) = ledger(
        tmp_path, ["姓名", "所在部门", "挂点企业", "五大员"], ["安某", "住建局", "甲公司", "平安巡查员，政策宣传员"]
    ).rows
    assert edges(row)[1][4] == {"roles": "政策宣传、平安巡查"}


def test_a_union_is_the_same_in_both_layouts(tmp_path: Path) -> None:
    (wide,) = ledger(tmp_path, ["企业名称", "统一社会信用代码", "公会", "妇联"], ["甲公司", CODE, "√", "否"]).rows
    headings = ["群团组织名称", "群团类别", "企业名称", "统一社会信用代码", "成立日期"]
    (narrow,) = ledger(tmp_path, headings, ["甲公司工会委员会", "工会", "甲公司", CODE, "2021-05"]).rows
    names = [{called(r.mentions, s.of) for s in r.statements if s.slot == "SERVES"} for r in (wide, narrow)]
    assert names[0] == names[1]
    assert [e[1:3] for e in edges(wide)] == [("SERVES", CODE)], "a federation the firm does not have is not named"
    assert {s.slot: s.value for s in narrow.statements}["name"] == "甲公司工会委员会"


def test_a_joint_union_serves_each_firm_it_lists(tmp_path: Path) -> None:
    headings = ["群团类别", "覆盖企业/企业名称", "覆盖企业/统一社会信用代码"]
    (row,) = ledger(tmp_path, headings, ["联合工会", "甲公司、乙公司", f"{CODE}、{OTHER}"]).rows
    assert [e[1:3] for e in edges(row)] == [("SERVES", CODE), ("SERVES", OTHER)]


def test_a_term_holds_from_its_election(tmp_path: Path) -> None:
    headings = ["党组织名称", "组建形式", "换届/届次", "换届/起始日期", "换届/任期年限", "换届/延期至"]
    (row,) = ledger(tmp_path, headings, ["第一支部", "单独", "第三届", "2024.05", "三年", "2028-01-31"]).rows
    said = {s.slot: (s.value, s.since) for s in row.statements}
    assert said["term"] == ("第三届", "2024-05-01")
    assert said["term_years"] == (3, "2024-05-01")
    assert said["term_extended_to"] == ("2028-01-31", "2024-05-01")
    assert said["formation"] == ("own", None)


def test_only_a_completed_transfer_moves_the_membership(tmp_path: Path) -> None:
    headings = ["姓名", "身份证号", "转出党组织", "转入党组织", "申请日期", "转接日期", "办理状态"]
    moved, waiting = ledger(
        tmp_path,
        headings,
        ["鲍某", ID_NUMBER, "桐溪村党支部", "第一支部", "2026-05-01", "2026-05-20", "已完成"],
        ["鲍某", ID_NUMBER, "第一支部", "第二支部", "2026-09-01", None, "办理中"],
    ).rows
    assert [e[2:4] for e in edges(moved) if e[1] == "BELONGS_TO"] == [("第一支部", "2026-05-20")]
    assert [e for e in edges(waiting) if e[1] == "BELONGS_TO"] == []


def test_an_unfinished_state_is_not_taken_for_a_finished_one(tmp_path: Path) -> None:
    headings = ["姓名", "身份证号", "转出党组织", "转入党组织", "办理状态"]
    row = ["鲍某", ID_NUMBER, "桐溪村党支部", "第一支部", "未完成"]
    (found,) = read(table(tmp_path / "台账.xlsx", headings, [row]), DAY).rows
    assert [fault.column for fault in found.faults] == ["办理状态"]


def test_each_listed_cell_lies_in_the_area(tmp_path: Path) -> None:
    (row,) = ledger(tmp_path, ["片区名称", "片区长", "网格编码"], ["望岚片区", "某", "990000011、990000012"]).rows
    assert [e[:3] for e in edges(row)] == [
        ("990000011", "PART_OF", "望岚片区"),
        ("990000012", "PART_OF", "望岚片区"),
    ]


def test_a_review_is_of_the_person_and_the_year(tmp_path: Path) -> None:
    headings = ["年度", "类别", "姓名", "所在部门", "身份证号", "考核结果", "补助金额", "补助是否发放"]
    officer, member = ledger(
        tmp_path,
        headings,
        ["2025年", "指导员考核", "安某", "住建局", None, "合格", 1200, "未发放"],
        ["2025", "书记述职", "鲍某", None, ID_NUMBER, "较好", None, None],
    ).rows
    assert called(officer.mentions, 0) == "Review|住建局/安某/2025|INSTRUCTOR"
    assert {s.slot: s.value for s in officer.statements}["subsidy_paid"] is False
    assert [m.type for m in member.mentions if m.code] == ["Member"]
    assert {s.slot: s.value for s in member.statements}["result"] == "fair"


def test_where_a_membership_is_and_what_became_of_the_person(tmp_path: Path) -> None:
    headings = ["姓名", "身份证号", "入党日期", "党籍状态", "人员状态", "组织关系所在", "组织关系是否在企业"]
    here, elsewhere = ledger(
        tmp_path,
        headings,
        ["鲍某", ID_NUMBER, "1999-07", "正常", "在职", "本企业", "是"],
        ["安某", OTHER_ID, "2019-07", "停止党籍", "离职", "上坞村党支部", "不在"],
    ).rows
    said = [{s.slot: s.value for s in row.statements} for row in (here, elsewhere)]
    assert "standing" not in said[0], "正常 tells neither formal nor probationary"
    assert (said[0]["membership_at"], said[0]["membership_in_firm"]) == ("here", True)
    assert said[0]["person_state"] == "working"
    assert (said[1]["membership_at"], said[1]["membership_in_firm"]) == ("village", False)
    assert (said[1]["standing"], said[1]["person_state"]) == ("stopped", "left")


def test_committees_are_trusted_before_the_roll_of_members() -> None:
    assert mapping_of("committees").authority > mapping_of("officers").authority > mapping_of("members").authority


def test_two_persons_under_one_id_number_are_told_by_the_name_they_differ_in(tmp_path: Path) -> None:
    headings = ["党组织名称", "姓名", "身份证号", "党内职务"]
    rows = [["第一支部", "鲍某", ID_NUMBER, "书记"], ["第二支部", "柴某", ID_NUMBER, "书记"]]
    found = read(table(tmp_path / "台账.xlsx", headings, rows), DAY).rows
    assert [fault.zh for fault in found[1].faults] == ["与第 2 行是同一对象，但“姓名”说法不同"]

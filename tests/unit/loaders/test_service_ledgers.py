"""Ledgers of visits, teams, requests, changes and firms, as offices fill them: what their rows say."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from loaders.ledger import Ledger, LedgerRow
from tests.ledgers import read, table

DAY = date(2026, 9, 30)
CODE, OTHER = "91990000MA0000001B", "91990000MA0000002C"
GROUPS = {
    "": ("单位", "园区级别"),
    "企业座落地": ("园区", "楼宇", "其他"),
    "企业基本情况": (
        "企业名称",
        "企业注册地",
        "企业经营地",
        "联系电话",
        "年营业收入(万元)",
        "从业人员数量(名)",
        "是否规模以上",
    ),
    "企业基本情况/企业类型": ("私营", "港澳台商", "外商"),
    "企业出资人情况": ("姓名", "是否是党员", "是否兼任党组织书记", "“两代表一委员”"),
    "党组织设置情况": ("是否建立党组织", "成立时间", "是否选派指导员、联络员"),
    "党组织设置情况/组建形式": ("单独建立", "联合建立", "网格建立"),
    "党组织设置情况/类别": ("党支部", "党总支", "党委"),
    "党组织设置情况/未建立党组织原因": ("没有党员", "企业出资人不支持", "上级党组织未及时指导", "外商投资企业"),
    "书记": ("姓名",),
    "书记/来源": ("出资人", "中层", "上级选派", "其他"),
    "党务工作者": ("人数", "专职"),
    "党员": ("35岁以下", "中层", "一线", "近3年新发展"),
    "党员/组织关系": ("在非公企业", "不在非公企业"),
    "群团": ("公会", "共青团", "妇联"),
    "保障": ("活动场所", "使用面积", "经费"),
    "制度": ("三会一课", "民主评议", "换届"),
}
PUBLISHED = [f"{group}/{leaf}".lstrip("/") for group, leaves in GROUPS.items() for leaf in leaves]
"""The published form, its two mistakes included: 公会 for 工会, 外商投资企业 for 其他原因."""


def rows(folder: Path, headings: Sequence[str], *cells: Sequence[Any]) -> tuple[LedgerRow, ...]:
    return ledger(folder, headings, *cells).rows


def ledger(folder: Path, headings: Sequence[str], *cells: Sequence[Any]) -> Ledger:
    return read(table(folder / "台账.xlsx", headings, cells), DAY)


def said(row: LedgerRow, of: int = 0) -> dict[str, Any]:
    """slot → value of what is stated of a mention."""
    return {s.slot: s.value for s in row.statements if s.of == of and s.to is None}


def ties(row: LedgerRow, edge: str) -> list[str]:
    """What all edges of that name lead to: code, else name."""
    mentions = [row.mentions[s.to] for s in row.statements if s.slot == edge and s.to is not None]
    return [m.code or m.name for m in mentions]


def test_the_published_form_of_the_seven_clears(tmp_path: Path) -> None:
    filled = {
        "单位": "石帆乡", "企业座落地/楼宇": "3栋", "企业座落地/其他": "路边", "企业基本情况/企业名称": "甲公司",
        "企业基本情况/从业人员数量(名)": 50, "企业出资人情况/姓名": "甲某", "企业出资人情况/“两代表一委员”": "人大代表",
        "党组织设置情况/组建形式/网格建立": "√", "党组织设置情况/类别/党支部": "√",
        "党组织设置情况/未建立党组织原因/外商投资企业": "√", "书记/姓名": "乙某", "书记/来源/其他": "√",
        "党务工作者/人数": "2人", "党员/35岁以下": 3, "群团/公会": "有", "保障/使用面积": "80平方米", "制度/换届": "否",
        "企业基本情况/企业经营地": "一号路1号",
    }  # fmt: skip
    found = ledger(tmp_path, PUBLISHED, [filled.get(h) for h in PUBLISHED])
    assert (found.load.kind, found.unmapped) == ("enterprises", ())
    row = found.rows[0]
    firm = said(row)
    assert (firm["investor_name"], firm["secretary_name"]) == ("甲某", "乙某"), "姓名 is told apart by its parent"
    assert (firm["secretary_source"], firm["unbuilt_reason"]) == ("other", "其他原因"), "其他 is told apart, too"
    assert (firm["reported_formation"], firm["reported_level"]) == ("grid", "branch")
    assert (firm["has_union"], firm["venue_area"], firm["has_elections"]) == (True, 80, False)
    assert (firm["party_workers"], firm["members_under_35"], firm["reporting_unit"]) == (2, 3, "石帆乡")
    site = next(i for i, m in enumerate(row.mentions) if m.type == "Site")
    assert said(row, site) == {"building": "3栋", "other_place": "路边"}
    assert not ties(row, "COVERS")
    assert "has_funding" not in firm, "a blank cell says nothing"


VISIT = ["走访日期", "走访人/姓名", "走访人/所在部门", "走访企业", "四个清", "五大员", "发现问题"]


def test_a_visit_without_a_number_is_told_by_officer_firm_and_date(tmp_path: Path) -> None:
    row = rows(
        tmp_path,
        VISIT,
        ["2026年9月3日", "张三、李四", "党群部", "甲公司", "党员队伍清，企业情况清", "营商服务员", "无"],
    )[0]
    visit, officer, firm = row.mentions[0], *(row.mentions[w] for w in row.mentions[0].within)
    assert (visit.name, officer.name, firm.name) == ("2026-09-03", "张三", "甲公司")
    assert row.mentions[officer.within[0]].name == "党群部"
    assert ties(row, "BY") == ["张三", "李四"]
    assert said(row) == {
        "visited_on": "2026-09-03",
        "cleared": "企业情况、党员队伍",
        "roles": "营商服务",
        "problems": None,
    }
    assert {s.since for s in row.statements if s.slot in ("BY", "TO")} == {"2026-09-03"}


def test_what_was_made_clear_may_be_ticked(tmp_path: Path) -> None:
    headings = [
        "走访日期",
        "走访人",
        "走访企业",
        "四个清/企业情况",
        "四个清/党员队伍",
        "四个清/涉企业务",
        "四个清/隐患排查",
    ]
    assert (
        said(rows(tmp_path, headings, ["2026-09-03", "张三", "甲公司", None, "√", "否", "√"])[0])["cleared"]
        == "党员队伍、隐患排查"
    )


def test_an_officer_of_no_department_is_kept_and_waits(tmp_path: Path) -> None:
    row = rows(tmp_path, VISIT[:4], ["2026-09-03", "张三", None, "甲公司"])[0]
    officer = next(m for m in row.mentions if m.type == "Officer")
    assert (officer.name, officer.unsure, row.faults) == ("张三", True, ())
    assert ties(row, "BY") == ["张三"]


TEAM = ["小组编号", "小组名称", "服务片区", "组长/姓名", "组长/工号", "组员/姓名", "组员/工号", "服务企业/企业名称"]


def test_a_team_lists_its_officers_and_firms_in_a_cell_or_one_a_row(tmp_path: Path) -> None:
    listed = rows(tmp_path, TEAM, ["T1", "一组", "东片区", "甲某", "S1", "乙某、丙某", "S2、S3", "甲公司\n乙公司"])
    one_a_row = rows(
        tmp_path,
        TEAM,
        ["T1", "一组", "东片区", "甲某", "S1", "乙某", "S2", "甲公司"],
        ["T1", "一组", "东片区", "甲某", "S1", "丙某", "S3", "乙公司"],
    )
    for found in (listed, one_a_row):
        assert not any(row.faults for row in found)
        assert {to for row in found for to in ties(row, "<MEMBER_OF")} == {"S1", "S2", "S3"}
        assert {to for row in found for to in ties(row, "<LEADS")} == {"S1"}
        assert {to for row in found for to in ties(row, "SERVES")} == {"东片区", "甲公司", "乙公司"}


def test_lists_of_unequal_length_are_rejected(tmp_path: Path) -> None:
    row = rows(tmp_path, TEAM, ["T1", "一组", None, None, None, "乙某、丙某、丁某", "S2、S4", None])[0]
    assert "个数不同" in row.faults[0].zh
    assert not row.statements


def test_a_request_is_raised_by_a_firm_or_a_project_and_its_state_is_read(tmp_path: Path) -> None:
    headings = [
        "诉求编号",
        "诉求内容",
        "诉求类别",
        "提出企业",
        "提出项目",
        "办理状态",
        "提出日期",
        "办理小组",
        "责任单位",
    ]
    firm, project = rows(
        tmp_path,
        headings,
        ["Q1", "招工", "招聘用工", "甲公司", None, "尚未办结", "2026-05-06", "一组", "人社局、经发局"],
        ["Q2", "用电", "电力", None, "甲项目", "已办结", "2026-05-06", "一组", None],
    )
    assert (said(firm)["state"], said(firm)["category"]) == ("in_progress", "招工")
    assert (said(project)["state"], said(project)["category"]) == ("closed", "电力"), "a category of one's own is kept"
    assert (ties(firm, "RAISED_BY"), ties(project, "RAISED_BY")) == (["甲公司"], ["甲项目"])
    assert sorted(ties(firm, "HANDLED_BY")) == sorted(["一组", "人社局", "经发局"])


CHANGE = ["变动日期", "变动类型", "企业名称", "统一社会信用代码", "经营状态", "投产日期", "原名称", "新名称"]


def test_a_change_dates_the_state_and_a_renaming_keeps_both_names(tmp_path: Path) -> None:
    started, renamed = rows(
        tmp_path,
        CHANGE,
        ["2026-06-12", "新投产", "甲公司", CODE, "正常经营", "2026年6月", None, None],
        ["2026-07-01", "企业更名", "乙公司", OTHER, None, None, "乙公司", "新乙公司"],
    )
    firm = next(i for i, m in enumerate(started.mentions) if m.type == "Enterprise")
    state = next(s for s in started.statements if s.slot == "operating_state")
    assert (state.of, state.value, state.since) == (firm, "operating", "2026-06-12")
    assert (said(started)["change"], said(started, firm)["in_production_since"]) == ("started", "2026-06")
    assert (said(renamed)["change"], renamed.mentions[0].name) == ("renamed", "renamed|2026-07-01")
    assert said(renamed, firm) == {"name": "新乙公司", "former_name": "乙公司"}


def test_another_name_goes_with_the_firm(tmp_path: Path) -> None:
    headings = ["企业名称", "统一社会信用代码", "别名", "别名种类", "起始日期"]
    row = rows(tmp_path, headings, ["甲科技有限公司", CODE, "甲科技", "简称", "2026年3月"])[0]
    firm = next(m for m in row.mentions if m.type == "Enterprise")
    assert (firm.code, firm.name, firm.also) == (CODE, "甲科技有限公司", ("甲科技",))
    assert said(row) == {"name": "甲科技", "sort": "short"}
    assert ties(row, "OF") == [CODE]


def test_two_rows_of_one_supply_that_name_two_products_are_not_taken_for_one(tmp_path: Path) -> None:
    headings = ["供应企业", "采购企业", "产品", "起始日期"]
    first, second, later = rows(
        tmp_path,
        headings,
        ["甲公司", "乙公司", "铜箔", "2024-03-01"],
        ["甲公司", "乙公司", "铝材", "2024-03-01"],
        ["甲公司", "乙公司", "铝材", "2025-01-01"],
    )
    assert not (first.faults or later.faults)
    assert second.faults[0].zh == "与第 2 行是同一对象，但“供应”说法不同"


PLACE = ["企业名称", "经营地址", "经度", "纬度", "坐标系"]


def test_coordinates_are_converted_by_their_datum_and_its_lack_is_said(tmp_path: Path) -> None:
    told, blank, swapped = rows(
        tmp_path,
        PLACE,
        ["甲公司", "一号路1号", 117.425, 27.9766, "高德(GCJ-02)"],
        ["甲公司", "二号路2号", 117.425, 27.9766, None],
        ["甲公司", "三号路3号", 27.9766, 117.425, "WGS-84"],
    )
    assert said(blank)["location"] == [117.425, 27.9766]
    assert [n.zh for n in blank.notes] == ["没有注明坐标系，按 WGS-84 记"]
    assert (said(told)["location"] != said(blank)["location"], told.notes) == (True, ())
    assert "超出范围" in swapped.faults[0].zh


def test_a_sheet_without_a_datum_column_says_so_of_each_point(tmp_path: Path) -> None:
    row = rows(tmp_path, PLACE[:4], ["甲公司", "一号路1号", 117.425, 27.9766])[0]
    assert "WGS-84" in row.notes[0].en


@pytest.mark.parametrize(
    ("kind", "headings"),
    [
        ("visits", ["走访时间", "走访干部", "企业名称", "走访内容", "存在问题"]),
        ("service_teams", ["服务小组", "组长", "小组成员", "服务企业"]),
        ("service_requests", ["诉求编号", "企业名称", "诉求内容", "办理状态", "销号时间"]),
        ("projects", ["项目名称", "阶段", "投资方", "项目公司"]),
        ("changes", ["变动时间", "变动情况", "企业名称", "统一社会信用代码"]),
        ("names", ["企业全称", "信用代码", "简称/曾用名"]),
        ("coordinates", ["企业名称", "地址", "经度", "纬度"]),
        ("supply", ["供应商", "采购商", "产品"]),
        ("venues", ["阵地名称", "地址", "面积", "使用党组织"]),
        ("registry", ["企业名称", "统一社会信用代码", "成立日期", "住所", "经营范围"]),
    ],
)
def test_short_ledgers_in_offices_own_words_are_recognised(tmp_path: Path, kind: str, headings: list[str]) -> None:
    assert ledger(tmp_path, headings, ["2026-09-03"] * len(headings)).load.kind == kind

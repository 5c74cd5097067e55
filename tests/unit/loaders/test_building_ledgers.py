"""Ledgers of figures, money, posts, activities, co-building and policies: whom a row speaks of, and what it says."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from loaders.ledger import Ledger, LedgerRow
from loaders.mapping import mapping_of
from queries.rules import rules
from tests.ledgers import read, table

DAY = date(2026, 9, 30)
ALPHA, BETA = "91990000MA0000001B", "91990000MA0000002E"


def ledger(tmp_path: Path, headings: list[str], *rows: list[Any]) -> Ledger:
    return read(table(tmp_path / "台账.xlsx", headings, rows), DAY)


def called(row: LedgerRow, position: int) -> str:
    """A mention as Type:owner…/name."""
    mention = row.mentions[position]
    around = [row.mentions[w].code or row.mentions[w].name for w in mention.within]
    return f"{mention.type}:{'/'.join([*around, mention.code or mention.name])}"


def edges(row: LedgerRow) -> set[tuple[str, str, str]]:
    return {(called(row, s.of), s.slot, called(row, s.to)) for s in row.statements if s.to is not None}


def values(row: LedgerRow, node_type: str) -> list[dict[str, Any]]:
    """slot → value of each mention of a type that the row states something of."""
    found: dict[int, dict[str, Any]] = {}
    for s in row.statements:
        if row.mentions[s.of].type == node_type and s.to is None:
            found.setdefault(s.of, {})[s.slot] = s.value
    return list(found.values())


def test_each_filled_column_of_the_statistics_is_a_figure_of_its_own(tmp_path: Path) -> None:
    headings = [
        "填报单位",
        "已单独建/党委",
        "已单独建/党支部",
        "已建联合/联合支部数",
        "未建/没有党员",
        "未转入组织关系的党员",
    ]
    found = ledger(tmp_path, headings, ["望岚片区", "无", None, 2, "约30", "—"], ["合计", 0, 0, 2, 30, 0])
    (row,) = found.rows
    assert found.load.kind == "statistics" and not row.faults
    told = {v["figure"]: v for v in values(row, "PublishedFigure")}
    common = {"reported_by": "望岚片区", "source": "statistics", "month": "2026-09-30"}
    assert told["own_committees"] == {"figure": "own_committees", "value": 0, **common}
    assert (told["joint_branches"]["value"], told["memberless_unbuilt"]["value"]) == (2, 30)
    assert "value" not in told["own_party_branches"], "blank says nothing"
    assert "members_elsewhere" not in told, "— is no number"
    assert row.mentions[0].name == "own_party_branches|望岚片区|2026-09-30"


def test_one_row_for_the_zone_needs_no_office(tmp_path: Path) -> None:
    headings = ["已单独建/党支部", "已建联合/联合支部数", "未建/没有党员"]
    (row,) = ledger(tmp_path, headings, [52, 21, 438]).rows
    assert {m.name for m in row.mentions if m.name} == {
        "own_party_branches||2026-09-30", "joint_branches||2026-09-30", "memberless_unbuilt||2026-09-30",
    }  # fmt: skip


def test_a_figure_nobody_knows_is_never_taken_for_another(tmp_path: Path) -> None:
    headings = ["指标", "月份", "数值"]
    known, unknown = ledger(
        tmp_path, headings, ["联合支部", "2026年8月", "21个"], ["联合支部换届数", "2026.08", 3]
    ).rows
    (told,) = values(known, "PublishedFigure")
    assert told == {"figure": "joint_branches", "month": "2026-08", "value": 21, "source": "account"}
    assert unknown.faults and unknown.faults[0].column == "指标"


@pytest.mark.parametrize(
    ("branch", "firm", "owner"),
    [("B1", None, "B1"), ("B1", ALPHA, "B1"), (None, ALPHA, ALPHA)],
)
def test_a_post_lies_within_its_branch_else_its_firm(
    tmp_path: Path, branch: str | None, firm: str | None, owner: str
) -> None:
    headings = ["岗位名称", "岗位党员", "设岗党组织/党组织名称", "设岗党组织/党组织代码", "所在企业/统一社会信用代码"]
    (row,) = ledger(tmp_path, headings, ["质检先锋岗", "某某", branch and "第一支部", branch, firm]).rows
    assert called(row, 0) == f"Post:{owner}/质检先锋岗|某某"
    assert {to for _, _, to in edges(row)} == {
        f"{'Branch' if c == 'B1' else 'Enterprise'}:{c}" for c in (branch, firm) if c
    }


def test_a_post_of_nobody_is_rejected(tmp_path: Path) -> None:
    (row,) = ledger(tmp_path, ["岗位名称", "设岗党组织"], ["质检先锋岗", None]).rows
    assert row.faults


def test_an_activity_is_of_the_pair_its_agreement_names(tmp_path: Path) -> None:
    headings = ["活动日期", "活动类别", "活动主题", "开展党组织/党组织名称", "结对共建/协议编号", "参加人数/实到"]
    joint, own = ledger(
        tmp_path, headings, ["2026-08-12", "联合主题党日活动", "联查", "第一支部", "LC[2026]1号", "15人"],
        ["2026.8", "支部党员大会", None, "第一支部", None, 9],
    ).rows  # fmt: skip
    assert called(joint, 0) == "Activity:LC〔2026〕1号/2026-08-12|theme_day|联查"
    assert {(e, to) for _, e, to in edges(joint)} == {("OF", "CoBuildingPair:LC〔2026〕1号"), ("OF", "Branch:第一支部")}
    assert values(own, "Activity") == [{"category": "members_meeting", "held_on": "2026-08", "attendance": 9}]
    assert called(own, 0) == "Activity:第一支部/2026-08|members_meeting|"


def test_categories_may_be_ticked(tmp_path: Path) -> None:
    headings = ["活动日期", "三会一课/党员大会", "三会一课/党课", "支部名称"]
    (row,) = ledger(tmp_path, headings, ["2026-08-12", None, "√", "第一支部"]).rows
    assert values(row, "Activity")[0]["category"] == "lecture"


def test_firms_of_one_cell_give_one_sum_together(tmp_path: Path) -> None:
    headings = ["项目名称", "所在村", "助力企业", "助力金额(万元)", "助力日期", "联建支部"]
    first, second = ledger(
        tmp_path, headings, ["村篮球场", "白鹤洲村", "甲公司、乙公司；丙公司", 6, "2026-04-13", "机关一支部"],
        ["村篮球场", "白鹤洲村", "丁公司", "2万元", "2026-04-18", "机关一支部"],
    ).rows  # fmt: skip
    assert values(first, "Funding") == [{"amount": 60000, "paid_on": "2026-04-13", "source": "gift"}]
    assert values(second, "Funding") == [{"amount": 20000, "paid_on": "2026-04-18", "source": "gift"}]
    givers = {to for of, e, to in edges(first) if e == "GIVEN_BY" and of.startswith("Funding")}
    assert givers == {"Enterprise:甲公司", "Enterprise:乙公司", "Enterprise:丙公司"}
    assert {to for of, e, to in edges(first) if e == "GIVEN_BY" and of.startswith("CoBuildingProject")} == givers
    assert sum(m.type == "Funding" for m in first.mentions) == 1, "the sum is one, whoever gave it"
    assert not first.faults and not second.faults


def test_sums_of_one_branch_and_year_are_told_apart_by_source_and_day(tmp_path: Path) -> None:
    headings = ["党组织名称", "年度", "经费来源", "金额(元)", "拨付日期"]
    rows = [["一支部", "2026年", "党费全额返还", 1200, "2026-03-20"], ["一支部", 2026, "党费返还", 800, "2026-06-20"]]
    found = ledger(
        tmp_path, headings, *rows, ["一支部", 2026, "财政补助", "0.3万", None], ["一支部", 2026, "彩票", 5, None]
    )
    assert [called(row, 0) for row in found.rows[:3]] == [
        "Funding:一支部/2026|dues|2026-03-20", "Funding:一支部/2026|dues|2026-06-20", "Funding:一支部/2026|fiscal|",
    ]  # fmt: skip
    assert values(found.rows[2], "Funding")[0]["amount"] == 3000
    assert [bool(row.faults) for row in found.rows] == [False, False, False, True]


def test_a_pair_ends_where_it_was_ended_else_where_its_agreement_runs_out(tmp_path: Path) -> None:
    headings = ["协议编号", "机关党组织", "企业党组织", "签订日期", "有效期至", "终止日期", "状态"]
    rows = [["A1", "机关一", "企业一", "2024-01-05", "2026-12-31", None, "正常"]]
    rows += [["A2", "机关一", "企业二", "2024-01-05", "2026-12-31", "2025-06-30", "已解除"]]
    first, second = ledger(tmp_path, headings, *rows).rows  # type: ignore[arg-type]
    assert [{s.until for s in row.statements if s.to} for row in (first, second)] == [{"2026-12-31"}, {"2025-06-30"}]
    assert [values(row, "CoBuildingPair")[0]["state"] for row in (first, second)] == ["active", "ended"]
    assert called(first, 0) == "CoBuildingPair:机关一/企业一/A1"


def test_a_policy_backs_each_rule_its_cell_lists(tmp_path: Path) -> None:
    headings = ["文号", "文件名称", "施行日期", "废止日期", "支撑规则"]
    row = ["岚开综党字（2023）42号", "工作办法", "2024-01-01", "2026-01-01", "部门联系网格、assigned_officer、本区自定"]
    (row_read,) = ledger(tmp_path, headings, row).rows
    backed = [s for s in row_read.statements if s.slot == "BACKS"]
    assert {called(row_read, s.to or 0) for s in backed} == {
        "Rule:cell_department",
        "Rule:assigned_officer",
        "Rule:本区自定",
    }
    assert {(s.since, s.until) for s in backed} == {("2024-01-01", "2026-01-01")}
    assert row_read.mentions[0].code == "岚开综党字〔2023〕42号"


def test_policies_know_every_rule_by_its_title() -> None:
    words = mapping_of("policies").columns["rule"].words
    assert {id_: titles[0] for id_, titles in words.items()} == {id_: rule.title.zh for id_, rule in rules().items()}

"""What the survey of a drawn zone tells beside the state of firms: the rest of the seven clears, and production."""

from __future__ import annotations

from dataclasses import replace

from tests.oracle.draw import Draw
from tests.oracle.sheets import NONE, Row, Sheet

YES_NO, COUNT, NAME = ["是", "否"], ["0", "2", "5"], ["章三", NONE]
MORE = {
    "年营业收入": ["1200", "80"],
    "联系电话": ["0793-8000000"],
    "出资人姓名": NAME,
    "出资人是否党员": YES_NO,
    "出资人是否兼任书记": YES_NO,
    "两代表一委员": ["人大代表", NONE],
    "党员总数": COUNT,
    "正式党员": COUNT,
    "预备党员": COUNT,
    "组织关系在企业": COUNT,
    "组织关系不在企业": COUNT,
    "35岁以下党员": COUNT,
    "中层党员": COUNT,
    "一线党员": COUNT,
    "近3年新发展党员": COUNT,
    "党务工作者人数": COUNT,
    "专职党务工作者": COUNT,
    "是否建立党组织": [*YES_NO, "否"],
    "党组织成立时间": ["2021-05-01"],
    "组建形式": ["单独建立", "联合建立"],
    "党组织类别": ["党支部"],
    "覆盖情况": ["组织覆盖", "工作覆盖"],
    "是否选派指导员": YES_NO,
    "党组织书记": NAME,
    "书记来源": ["出资人", "中层"],
    "群团/工会": YES_NO,
    "群团/共青团": YES_NO,
    "群团/妇联": YES_NO,
    "活动场所": YES_NO,
    "使用面积": ["60"],
    "保障/经费": YES_NO,
    "三会一课": YES_NO,
    "民主评议": YES_NO,
    "按期换届": YES_NO,
    "拟建党组织时间": ["2027-03-01"],
    "发展需求": ["招工", NONE],
}


def filled(draw: Draw, surveys: list[Sheet]) -> list[Sheet]:
    """The survey ledgers with more of the clears filled in; what leaves all of them blank still does."""
    thorough = {heading: draw.choice([0.2, 0.9, 1.0]) for heading in MORE}
    found = []
    for ledger, sheet in enumerate(surveys):
        more: dict[str, Row] = {}
        rows: list[Row] = []
        for row in sheet.rows:
            firm = row["统一社会信用代码"]
            if firm not in more:
                more[firm] = _firm(draw, thorough, ledger)
            said = any(row[heading] for heading in ("从业人员数量", "经营状态", "是否规模以上", "未建立党组织原因"))
            told = {heading: word if said else "" for heading, word in more[firm].items() if heading != "投产日期"}
            rows.append({**row, **told, "投产日期": more[firm]["投产日期"]})
        found.append(replace(sheet, rows=tuple(rows)))
    return found


def _firm(draw: Draw, thorough: dict[str, float], ledger: int) -> Row:
    full, empty = draw.chance(0.3), draw.sample(sorted(MORE), draw.choice([0, 0, 5]))
    told = {
        heading: draw.choice(words) if heading not in empty and (full or draw.chance(thorough[heading])) else ""
        for heading, words in MORE.items()
    }
    return {**told, "投产日期": draw.choice(["", "", "2019-06-01", draw.day_in(min(ledger + 1, 2)).isoformat()])}

"""The enterprise ledger: three merged heading rows and tick columns, one row a firm and site, as zones publish it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from loaders.demo.enterprise_lines import (
    ABOVE_SCALE,
    NO_MEMBERS,
    NOT_GUIDED,
    OTHER,
    UNWILLING,
    EnterpriseLine,
    enterprise_lines,
)
from loaders.demo.mass_organisations import has_body
from loaders.demo.sheet import NONE, Cell, Column, LedgerSheet, ledger_sheet, tick, yes_no
from loaders.demo.words import SHORT_ZONE
from loaders.demo.world import SETTLED, World

_STAFF, _MEMBERS = "企业基本情况/从业人员数量(名)", "党员/党员总数"
_OWNERSHIP = ("私营", "港澳台商", "外商", "混合所有制", "国有控股")
_REASONS = (NO_MEMBERS, UNWILLING, NOT_GUIDED, OTHER)


def enterprise_sheet(world: World, at: date, title: str) -> LedgerSheet:
    """The ledger of the date `at`, with the sums of staff and members; a firm with two sites is summed once."""
    lines = list(enterprise_lines(world, at))
    firms = {line.firm.uscc: line for line in lines}.values()
    sums: dict[str, Cell] = {
        "序号": "合计",
        _STAFF: sum(line.survey.staff for line in firms if line.survey),
        _MEMBERS: sum(len(line.inside) + len(line.outside) for line in firms),
    }
    return ledger_sheet(title, COLUMNS, lines, total=tuple(sums.get(c.heading) for c in COLUMNS))


def _ticks(
    group: str, words: tuple[str, ...], holds: Callable[[str, EnterpriseLine], bool]
) -> list[Column[EnterpriseLine]]:
    def cell(word: str, line: EnterpriseLine) -> Cell:
        return tick(holds(word, line))

    return [Column(f"{group}/{word}", partial(cell, word)) for word in words]


def _turnover(line: EnterpriseLine) -> Cell:
    return line.survey.turnover if line.survey else None


def _formation(word: str, line: EnterpriseLine) -> bool:
    return line.branch is not None and line.branch.formation == word


def _level(word: str, line: EnterpriseLine) -> bool:
    return line.branch is not None and line.branch.level == word


def _asked(line: EnterpriseLine, word: Cell) -> Cell:
    """A cell that only a survey fills."""
    return word if line.survey else None


def _mass_organisation(word: str, line: EnterpriseLine) -> bool:
    return has_body(word, line.firm, line.branch is not None, line.at)


def _built(line: EnterpriseLine, word: Cell) -> Cell:
    """A cell that only a firm with an organisation fills."""
    return word if line.branch else None


def _of_members(line: EnterpriseLine) -> tuple[int, int]:
    """How many members are managers, and how many work on the shop floor."""
    every = len(line.inside) + len(line.outside)
    return every // 4, every - every // 4


def _point(index: int, line: EnterpriseLine) -> Cell:
    point = line.point()
    return point[index] if point else None


COLUMNS: tuple[Column[EnterpriseLine], ...] = (
    Column("序号", lambda r: r.number),
    Column("单位", lambda r: SHORT_ZONE),
    Column("企业座落地/园区", lambda r: r.cell.area),
    Column("企业座落地/楼宇", lambda r: r.site.address[-6:] if "标准厂房" in r.site.address else None),
    Column("企业座落地/其他", lambda r: None),
    Column("园区级别", lambda r: "省级"),
    Column("企业基本情况/企业名称", lambda r: r.firm.name),
    Column("企业基本情况/简称", lambda r: r.firm.short_name),
    Column("企业基本情况/统一社会信用代码", lambda r: r.firm.uscc),
    Column("企业基本情况/企业注册地", lambda r: r.firm.registered_place),
    Column("企业基本情况/企业经营地", lambda r: r.site.address),
    Column("企业基本情况/联系电话", lambda r: _asked(r, r.firm.phone)),
    *_ticks("企业基本情况/企业类型", _OWNERSHIP, lambda word, r: r.firm.ownership == word),
    Column("企业基本情况/所属行业", lambda r: r.firm.industry),
    Column("企业基本情况/年营业收入(万元)", _turnover),
    Column(_STAFF, lambda r: r.survey.staff if r.survey else None),
    Column("企业基本情况/是否规模以上", lambda r: yes_no(r.survey.turnover >= ABOVE_SCALE) if r.survey else None),
    Column("所属集团/企业名称", lambda r: r.group_name),
    Column("所属集团/统一社会信用代码", lambda r: r.firm.group),
    Column("经营运行/经营状态", lambda r: r.survey.state if r.survey else None),
    Column("经营运行/投产日期", lambda r: r.production()),
    Column("企业出资人情况/姓名", lambda r: _asked(r, r.firm.investor)),
    Column("企业出资人情况/是否是党员", lambda r: _asked(r, yes_no(r.firm.investor_is_member))),
    Column("企业出资人情况/是否兼任党组织书记", lambda r: _asked(r, yes_no(r.secretary_source() == "出资人"))),
    Column("企业出资人情况/“两代表一委员”", lambda r: _asked(r, r.delegate())),
    Column("党组织设置情况/是否建立党组织", lambda r: _asked(r, yes_no(r.branch is not None))),
    Column("党组织设置情况/成立时间", lambda r: r.branch.founded_on if r.branch else None),
    *_ticks("党组织设置情况/组建形式", ("单独建立", "联合建立", "网格建立"), _formation),
    *_ticks("党组织设置情况/类别", ("党支部", "党总支", "党委"), _level),
    *_ticks("党组织设置情况/未建立党组织原因", _REASONS, lambda word, r: r.reason() == word),
    Column("党组织设置情况/未建原因", lambda r: _asked(r, NONE if r.branch else None)),
    Column("党组织设置情况/是否选派指导员、联络员", lambda r: _asked(r, yes_no(r.guided))),
    Column("书记/姓名", lambda r: r.secretary or None),
    *_ticks("书记/来源", ("出资人", "中层", "上级选派", "其他"), lambda word, r: r.secretary_source() == word),
    Column("党务工作者/人数", lambda r: _asked(r, r.workers())),
    Column("党务工作者/专职", lambda r: _asked(r, max(r.workers() - 1, 0))),
    Column(_MEMBERS, lambda r: _asked(r, len(r.inside) + len(r.outside))),
    Column("党员/组织关系/在非公企业", lambda r: _asked(r, len(r.inside))),
    Column("党员/组织关系/不在非公企业", lambda r: _asked(r, len(r.outside))),
    Column("党员/35岁以下", lambda r: _asked(r, r.under_35())),
    Column("党员/中层", lambda r: _asked(r, _of_members(r)[0])),
    Column("党员/一线", lambda r: _asked(r, _of_members(r)[1])),
    Column("党员/近3年新发展", lambda r: _asked(r, r.recruited())),
    Column("群团/工会", lambda r: _asked(r, yes_no(_mass_organisation("工会", r)))),
    Column("群团/共青团", lambda r: _asked(r, yes_no(_mass_organisation("共青团", r)))),
    Column("群团/妇联", lambda r: _asked(r, yes_no(_mass_organisation("妇联", r)))),
    Column("保障/活动场所", lambda r: _built(r, yes_no(r.workers() > 0))),
    Column("保障/使用面积", lambda r: _built(r, 30 + 5 * len(r.inside) if r.workers() else None)),
    Column("保障/经费", lambda r: _built(r, "是")),
    Column("制度/三会一课", lambda r: _built(r, "是")),
    Column("制度/民主评议", lambda r: _built(r, "是")),
    Column("制度/换届", lambda r: _built(r, yes_no(r.branch is not None and r.branch.founded_on.year < 2026))),
    Column("发展需求", lambda r: r.survey.needs if r.survey else None),
    Column("所在网格/网格编码", lambda r: r.site.cell if r.site.gridded_on <= r.at else None),
    Column("所在网格/网格名称", lambda r: r.cell.name if r.site.gridded_on <= r.at else None),
    Column("坐标/经度", partial(_point, 0)),
    Column("坐标/纬度", partial(_point, 1)),
    Column("坐标/坐标系", lambda r: r.site.datum if r.site.located else None),
    Column("备注", lambda r: "尚未摸底" if r.survey is None and r.at >= SETTLED else None),
)

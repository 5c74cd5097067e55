"""What the survey and other ledgers of drawn zones say of firms on a day, and which firms they name at all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import cached_property

from tests.oracle.cells import firm_of
from tests.oracle.firms import Firms
from tests.oracle.sheets import NONE
from tests.oracle.spans import Span, value_at, values

CLEARS = {
    "operation": ("经营状态", "年营业收入", "是否规模以上", "联系电话"),
    "staff": ("从业人员数量",),
    "investor": ("出资人姓名", "出资人是否党员", "出资人是否兼任书记", "两代表一委员"),
    "members": (
        *(
            "党员总数",
            "正式党员",
            "预备党员",
            "组织关系在企业",
            "组织关系不在企业",
            "35岁以下党员",
            "中层党员",
            "一线党员",
        ),
        *("近3年新发展党员", "入党申请人", "积极分子", "发展对象", "党务工作者人数", "专职党务工作者"),
    ),
    "organisation": (
        *("是否建立党组织", "党组织成立时间", "组建形式", "党组织类别", "覆盖情况", "是否选派指导员", "党组织书记"),
        *(
            "书记来源",
            "群团/工会",
            "群团/共青团",
            "群团/妇联",
            "活动场所",
            "使用面积",
            "保障/经费",
            "三会一课",
            "民主评议",
        ),
        "按期换届",
    ),
    "unbuilt": ("未建立党组织原因", "拟建党组织时间"),
    "needs": ("发展需求",),
}
"""The seven clears, and what each asks."""
APPLIED = ("入党申请人", "积极分子", "发展对象")
"""What a ledger of its own tells."""
STATES = {"正常经营": "operating", "停产": "stopped", "在建": "building", "注销": "cancelled", "迁出": "moved"}
REASONS = {"出资人不支持": "企业出资人不支持"}
"""What the survey is understood to say where it says it in other words."""
NAMING = {
    "enterprises": [("企业名称", "统一社会信用代码")],
    "branches": [("覆盖企业/企业名称", "覆盖企业/统一社会信用代码")],
    "members": [("工作单位/企业名称", "工作单位/统一社会信用代码")],
    "officers": [(f"{sort}企业/企业名称", f"{sort}企业/统一社会信用代码") for sort in ("挂点", "指导")],
    "visits": [("走访企业/企业名称", "走访企业/统一社会信用代码")],
    "mass_organisations": [("企业名称", "统一社会信用代码")],
    "funding": [("列支企业/企业名称", "列支企业/统一社会信用代码")],
    "approvals": [("所涉企业/企业名称", "所涉企业/统一社会信用代码")],
    "applicants": [("企业名称", "统一社会信用代码")],
    "changes": [("变动企业/企业名称", "变动企业/统一社会信用代码")],
    "service_teams": [("服务企业/企业名称", "服务企业/统一社会信用代码")],
    "service_requests": [("提出企业/企业名称", "提出企业/统一社会信用代码")],
    "co_building_projects": [("助力企业/企业名称", "助力企业/统一社会信用代码")],
    "posts": [("所在企业/企业名称", "所在企业/统一社会信用代码")],
    "brands": [("创建企业/企业名称", "创建企业/统一社会信用代码")],
    "supply": [(f"{side}企业/企业名称", f"{side}企业/统一社会信用代码") for side in ("供应", "采购")],
}
"""Where a ledger names a firm: by name and code."""
HEAD = ("所属集团/企业名称", "所属集团/统一社会信用代码")
"""Where the survey names a firm only as the head of a group."""


def counted(spans: Iterable[Span]) -> list[Span]:
    """How many there are over time: 无 is 0, and 0 after 无 is no change."""
    found: list[Span] = []
    for span in spans:
        number = replace(span, other="0") if span.other == NONE else span
        if found and (found[-1].other, found[-1].until) == (number.other, number.since):
            number = replace(found.pop(), until=number.until)
        found.append(number)
    return found


class Surveys(Firms):
    """Firms as surveyed."""

    @cached_property
    def _mentions(self) -> dict[str, list[tuple[date, str, bool]]]:
        """By firm: the day of each ledger that names it, how, and whether only as the head of a group."""
        found: dict[str, list[tuple[date, str, bool]]] = {}
        for kind, headings in NAMING.items():
            for day, rows in self.ledgers(kind):
                for name, code in [*headings, *([HEAD] if kind == "enterprises" else [])]:
                    for row in rows:
                        if row[code]:
                            found.setdefault(row[code], []).append((day, row[name], name == HEAD[0]))
        return found

    @cached_property
    def names(self) -> dict[str, str]:
        """What firms and branches are called, by key."""
        return {**{firm: said[0][1] for firm, said in self._mentions.items()}, **super().names}

    @cached_property
    def _clears(self) -> dict[str, dict[str, list[Span]]]:
        def of(heading: str) -> dict[str, list[Span]]:
            told = self.ledgers("applicants" if heading in APPLIED else "enterprises")
            return dict(values(told, firm_of, lambda row: row[heading]))

        return {heading: of(heading) for headings in CLEARS.values() for heading in headings}

    def clear(self, heading: str, firm: str, day: date) -> str | None:
        """What the survey says under a heading, 无 included; null where it says nothing."""
        return value_at(self._clears[heading], firm, day)

    def surveyed(self, firm: str, day: date) -> bool:
        """One of the clears is filled for the firm, whoever filled it."""
        return any(span.at(day) for span in self._filled.get(firm, ()))

    def record_since(self, firm: str, day: date) -> date | None:
        """Since when what the survey says of the firm stands as it does; null where it says nothing."""
        if not self.surveyed(firm, day):
            return None
        edges = {at for span in self._filled[firm] for at in (span.since, span.until) if at <= day}
        return max(edges)

    def in_survey(self, firm: str, day: date) -> bool:
        """A survey ledger itself fills one of the clears."""
        asked = [said for heading, said in self._clears.items() if heading not in APPLIED]
        return any(span.at(day) and span.other != NONE for said in asked for span in said.get(firm, ()))

    @cached_property
    def _filled(self) -> dict[str, list[Span]]:
        found: dict[str, list[Span]] = {}
        for heading, said in self._clears.items():
            for firm, spans in said.items():
                told = counted(spans) if heading in APPLIED else [s for s in spans if s.other != NONE]
                found.setdefault(firm, []).extend(told)
        return found

    def state(self, firm: str, day: date) -> str | None:
        """The operating state, or null where it is not told."""
        return STATES.get(self.clear("经营状态", firm, day) or "")

    def staff(self, firm: str, day: date) -> int | None:
        """How many staff, or null where it is not told."""
        word = self.clear("从业人员数量", firm, day)
        return int(word) if word else None

    def above_scale(self, firm: str, day: date) -> bool | None:
        """Whether the firm is above scale, or null where it is not told."""
        return {"是": True, "否": False}.get(self.clear("是否规模以上", firm, day) or "")

    def reason(self, firm: str, day: date) -> tuple[str | None, str]:
        """The reason given for having no organisation, and whether there is one: stated, none or unstated."""
        word = self.clear("未建立党组织原因", firm, day)
        if word in (None, NONE):
            return None, "unstated" if word is None else "none"
        return REASONS.get(word, word), "stated"

    @cached_property
    def _listed(self) -> dict[str, list[date]]:
        found: dict[str, list[date]] = {}
        for day, rows in self.ledgers("enterprises"):
            for firm in sorted({firm_of(row) for row in rows}):
                found.setdefault(firm, []).append(day)
        return found

    def last_surveyed(self, firm: str, day: date) -> date | None:
        """The day of the latest survey ledger that lists the firm."""
        return max((at for at in self._listed.get(firm, ()) if at <= day), default=None)

    def latest_survey(self, day: date) -> date | None:
        """The day of the latest survey ledger."""
        return max(self.survey_days(day), default=None)

    def named_on(self, firm: str, day: date) -> date | None:
        """The day of the first ledger that names the firm."""
        return min((at for at, _, _ in self._mentions[firm] if at <= day), default=None)

    def zone_firms(self, day: date) -> list[str]:
        """Firms in scope that have a site or a survey, or that a ledger of the zone names otherwise than as a head."""
        return [f for f in self.sorted_firms() if self._in_zone(f, day)]

    def _in_zone(self, firm: str, day: date) -> bool:
        named = any(at <= day and not head for at, _, head in self._mentions[firm])
        return named or self.surveyed(firm, day) or bool(self.sites(firm, day))

    def names_of_firms(self) -> dict[str, str]:
        """All firms that any ledger names, in scope or not."""
        return {firm: self.names[firm] for firm in self._mentions}

    def sorted_firms(self) -> list[str]:
        """All firms of a sort in scope that any ledger names."""
        return [firm for firm in sorted(self._mentions) if self.in_scope(firm)]

    def survey_days(self, day: date) -> list[date]:
        """The days of the survey ledgers up to a day."""
        return [at for at, _ in self.ledgers("enterprises") if at <= day]

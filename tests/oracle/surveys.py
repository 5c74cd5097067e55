"""What the survey and other ledgers of drawn zones say of firms on a day, and which firms they name at all."""

from __future__ import annotations

from datetime import date
from functools import cached_property

from tests.oracle.cells import firm_of
from tests.oracle.firms import Firms
from tests.oracle.sheets import NONE
from tests.oracle.spans import Span, value_at, values

CLEARS = ("经营状态", "从业人员数量", "是否规模以上", "未建立党组织原因")
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
    "supply": [(f"{side}企业/企业名称", f"{side}企业/统一社会信用代码") for side in ("供应", "采购")],
}
"""Where a ledger names a firm: by name and code."""
HEAD = ("所属集团/企业名称", "所属集团/统一社会信用代码")
"""Where the survey names a firm only as the head of a group."""


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
        told = self.ledgers("enterprises")
        return {heading: dict(values(told, firm_of, lambda row, h=heading: row[h])) for heading in CLEARS}

    def clear(self, heading: str, firm: str, day: date) -> str | None:
        """What the survey says under a heading, 无 included; null where it says nothing."""
        return value_at(self._clears[heading], firm, day)

    def surveyed(self, firm: str, day: date) -> bool:
        """The survey says something of the firm."""
        return any(self.clear(heading, firm, day) not in (None, NONE) for heading in CLEARS)

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

    def sorted_firms(self) -> list[str]:
        """All firms of a sort in scope that any ledger names."""
        return [firm for firm in sorted(self._mentions) if self.in_scope(firm)]

    def survey_days(self, day: date) -> list[date]:
        """The days of the survey ledgers up to a day."""
        return [at for at, _ in self.ledgers("enterprises") if at <= day]

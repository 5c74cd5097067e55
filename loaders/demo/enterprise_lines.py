"""What the enterprise ledger of a date says of each firm and site."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from graph.values.coordinates import wgs84_to_gcj02
from loaders.demo.formation import HOLDING
from loaders.demo.world import Branch, Cell, Firm, Member, Site, Survey, World, current

NO_MEMBERS, UNWILLING, NOT_GUIDED, OTHER = "没有党员", "企业出资人不支持", "上级党组织未及时指导", "其他原因"
_DELEGATES = {7: "区人大代表", 19: "区政协委员", 31: "市党代会代表"}
ABOVE_SCALE = 2000
"""Turnover from which a firm is above scale, in 10,000 yuan."""


@dataclass(frozen=True)
class EnterpriseLine:
    """One row: a firm at a site, with what is known at the date."""

    number: int
    at: date
    firm: Firm
    site: Site
    cell: Cell
    survey: Survey | None
    branch: Branch | None
    secretary: str
    assigned: bool
    guided: bool
    inside: tuple[Member, ...]
    outside: tuple[Member, ...]
    group_name: str | None

    def secretary_source(self) -> str | None:
        """Where the secretary came from; None without one."""
        if not self.secretary:
            return None
        return "上级选派" if self.assigned else "出资人" if self.secretary == self.firm.investor else "中层"

    def reason(self) -> str | None:
        """Why there is no organisation; None where there is one or nobody asked."""
        if self.survey is None or self.branch:
            return None
        if self.outside and not self.inside:
            return OTHER
        if self.inside:
            return NOT_GUIDED if len(self.inside) < 4 else UNWILLING
        return NO_MEMBERS

    def workers(self) -> int:
        """How many look after party work: one in a firm with a branch of its own, more where there are many members."""
        return 1 + len(self.inside) // 15 if self.branch and self.branch.formation == "单独建立" else 0

    def recruited(self) -> int:
        """Members of the firm who joined in the three years before."""
        return sum(m.joined_on > self.at.replace(year=self.at.year - 3) for m in (*self.inside, *self.outside))

    def under_35(self) -> int:
        """Members of the firm younger than 35."""
        born_after = self.at.replace(day=28, year=self.at.year - 35)
        return sum(m.born_on > born_after for m in (*self.inside, *self.outside))

    def delegate(self) -> str:
        """What the investor is a delegate to; the same for a firm at every date."""
        return _DELEGATES.get(int(self.firm.uscc[8:17], 36) % 40, "无")

    def production(self) -> str | None:
        """The month production started, as ledgers like to write it."""
        start = self.firm.in_production_since
        return f"{start.year}年{start.month}月" if self.survey and start and start <= self.at else None

    def point(self) -> tuple[float, float] | None:
        """Longitude and latitude in the datum of the site's ledger."""
        if not self.site.located:
            return None
        here = self.site.longitude, self.site.latitude
        east, north = wgs84_to_gcj02(*here) if self.site.datum == "GCJ-02" else here
        return round(east, 6), round(north, 6)


def enterprise_lines(world: World, at: date) -> Iterator[EnterpriseLine]:
    """All firms listed at the date `at`, by grid cell, each site a line."""
    cells = {c.code: c for c in world.cells}
    covering = {uscc: b for b in world.branches for uscc in b.covers(at)}
    groups = dict(world.groups)
    duties = [(m.name, t) for m in world.members for t in current(m.memberships, at)]
    secretaries = {tie.target: (name, False) for name, tie in duties if tie.note == "书记"}
    secretaries |= {t.target: (o.name, True) for o in world.officers for t in current(o.leads, at)}
    serving = [o for o in world.officers if o.left_on > at]
    guided = {t.target for o in serving for t in (*current(o.instructs, at), *current(o.contacts, at))}
    staff: dict[str, list[Member]] = {}
    for member in world.members:
        for work in current(member.works, at):
            staff.setdefault(work.target, []).append(member)
    listed = [s for s in world.sites if world.firm[s.firm].listed_on <= at]
    for number, site in enumerate(sorted(listed, key=lambda s: s.cell), 1):
        firm = world.firm[site.firm]
        branch = covering.get(firm.uscc)
        survey = firm.survey(at)
        found = staff.get(firm.uscc, []) if survey else []
        counts = {HOLDING, branch.code if branch else HOLDING}
        inside = tuple(m for m in found if any(t.target in counts for t in current(m.memberships, at)))
        name, assigned = secretaries.get(branch.code, ("", False)) if branch else ("", False)
        outside = tuple(m for m in found if m not in inside)
        group = groups[firm.group] if firm.group else None
        here = {firm.uscc, branch.code} if branch else {firm.uscc}
        yield EnterpriseLine(
            number, at, firm, site, cells[site.cell], survey, branch,
            name, assigned, bool(here & guided), inside, outside, group,
        )  # fmt: skip

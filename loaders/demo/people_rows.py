"""The ledgers of members and officers: what each says at a date."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from graph.values.dates import OPEN
from loaders.demo.instructors import CLEARED, FIRSTS, ROLES
from loaders.demo.organisation import ContactDuties
from loaders.demo.sheet import NONE, Column, LedgerSheet, ledger_sheet, tick, told, yes_no
from loaders.demo.world import DATES, Branch, Member, Officer, Tie, World, current

_YEAR_BEFORE = date(2025, 12, 31)
"""The first ledger also lists who left since then."""


@dataclass(frozen=True)
class _Work:
    """A member with one workplace and the membership of the date; None without a workplace."""

    member: Member
    work: Tie | None
    membership: Tie


def member_sheet(world: World, at: date, title: str) -> LedgerSheet:
    """One row a member and workplace; who left since the ledger before is listed once more, with the day."""
    before = max((d for d in DATES if d < at), default=_YEAR_BEFORE)

    def shown(ties: tuple[Tie, ...]) -> list[Tie]:
        return [t for t in ties if t.since <= at and t.until > before]

    def lines() -> Iterator[_Work]:
        for member in world.members:
            memberships, works = shown(member.memberships), shown(member.works)
            if memberships and (works or not member.works):
                yield from (_Work(member, work, memberships[-1]) for work in works or (None,))

    def standing(line: _Work) -> str | None:
        if not line.member.standing_known:
            return None
        return "正式党员" if line.member.formal(at) else "预备党员"

    def outside(line: _Work) -> str:
        """Where the membership is, when not in a branch of a firm."""
        target = line.membership.target
        if target in world.branch:
            return "在企业党组织" if world.branch[target].side == "企业" else "其他"
        return "人才市场" if "人才市场" in target else "村(社区)"

    def state(member: Member) -> str | None:
        return ("在职" if current(member.works, at) else "离职") if member.works else None

    def duty(line: _Work) -> str | None:
        return line.membership.note or None if line.membership.holds(at) else None

    def branch(line: _Work) -> Branch | None:
        return world.branch.get(line.membership.target)

    columns: tuple[Column[_Work], ...] = (
        Column("姓名", lambda r: r.member.name),
        Column("身份证号", lambda r: r.member.id_number),
        Column("出生日期", lambda r: r.member.born_on),
        Column("党员类别", standing),
        Column("入党日期", lambda r: r.member.joined_on),
        Column("转正日期", lambda r: told(r.member.confirmed_on or OPEN, at)),
        Column("工作单位/企业名称", lambda r: world.firm[r.work.target].name if r.work else NONE),
        Column("工作单位/统一社会信用代码", lambda r: r.work.target if r.work else None),
        Column("工作单位/用工方式", lambda r: r.work.note if r.work else None),
        Column("工作单位/起始日期", lambda r: r.work.since if r.work else None),
        Column("工作单位/离开日期", lambda r: told(r.work.until, at) if r.work else None),
        Column("组织关系/党组织名称", lambda r: found.name if (found := branch(r)) else r.membership.target),
        Column("组织关系/党组织代码", lambda r: found.code if (found := branch(r)) else None),
        Column("组织关系/组织关系是否在企业", lambda r: yes_no(outside(r) == "在企业党组织")),
        Column("组织关系/组织关系所在", outside),
        Column("组织关系/转入日期", lambda r: r.membership.since),
        Column("组织关系/转离日期", lambda r: told(r.membership.until, at)),
        Column("党内职务", duty),
        Column("人员状态", lambda r: state(r.member)),
    )
    return ledger_sheet(title, columns, lines())


@dataclass(frozen=True)
class _Duty:
    """An officer with one duty of one sort, or without any of the sorts in `none`."""

    officer: Officer
    sort: str
    tie: Tie | None
    none: tuple[str, ...] = ()


_Done = Callable[[ContactDuties], tuple[str, ...]]


def officer_sheet(world: World, at: date, title: str) -> LedgerSheet:
    """One row a duty; on an officer's first row 无 tells which duties there are none of."""

    def lines() -> Iterator[_Duty]:
        for officer in world.officers:
            if officer.left_on > at:
                yield from _duties(officer, at)

    def name(line: _Duty, sort: str) -> str | None:
        if line.tie is None or line.sort != sort:
            return NONE if sort in line.none else None
        target = line.tie.target
        return world.firm[target].name if sort == "contacts" else world.branch[target].name

    def code(line: _Duty, sort: str) -> str | None:
        return line.tie.target if line.tie and line.sort == sort else None

    def since(line: _Duty, sort: str) -> date | None:
        return line.tie.since if line.tie and line.sort == sort else None

    postings = {p.staff_id: p for p in world.organisation.postings}
    duties = {(d.staff_id, d.firm): d for d in world.organisation.duties}

    def done(of: _Done, word: str, line: _Duty) -> str | None:
        if line.tie is None or line.sort != "contacts":
            return None
        return tick(word in of(duties[line.officer.staff_id, line.tie.target]))

    def ticks(group: str, words: tuple[str, ...], of: _Done) -> list[Column[_Duty]]:
        return [Column(f"{group}/{word}", partial(done, of, word)) for word in words]

    columns: tuple[Column[_Duty], ...] = (
        Column("工号", lambda r: r.officer.staff_id),
        Column("姓名", lambda r: r.officer.name),
        Column("所在部门", lambda r: r.officer.department),
        Column("职务", lambda r: r.officer.post),
        Column("是否专职", lambda r: yes_no(r.officer.full_time)),
        Column("联系电话", lambda r: r.officer.phone),
        Column("驻派等级", lambda r: p.level or None if (p := postings.get(r.officer.staff_id)) else None),
        Column("走访频率", lambda r: p.frequency if (p := postings.get(r.officer.staff_id)) else None),
        Column("走访频次", lambda r: f"{p.times}次" if (p := postings.get(r.officer.staff_id)) else None),
        Column("挂点企业/企业名称", lambda r: name(r, "contacts")),
        Column("挂点企业/统一社会信用代码", lambda r: code(r, "contacts")),
        Column("挂点企业/起始日期", lambda r: since(r, "contacts")),
        *ticks("三个一", FIRSTS, lambda d: d.firsts),
        *ticks("四个清", CLEARED, lambda d: d.cleared),
        *ticks("五大员", ROLES, lambda d: d.roles),
        Column("指导党组织/党组织名称", lambda r: name(r, "instructs")),
        Column("指导党组织/党组织代码", lambda r: code(r, "instructs")),
        Column("指导党组织/起始日期", lambda r: since(r, "instructs")),
        Column("兼任联合支部书记/党组织名称", lambda r: name(r, "leads")),
        Column("兼任联合支部书记/党组织代码", lambda r: code(r, "leads")),
        Column("兼任联合支部书记/起始日期", lambda r: since(r, "leads")),
    )
    return ledger_sheet(title, columns, lines(), merged=9)


def _duties(officer: Officer, at: date) -> Iterator[_Duty]:
    sorts = {"contacts": officer.contacts, "instructs": officer.instructs, "leads": officer.leads}
    held = [(sort, tie) for sort, ties in sorts.items() for tie in current(ties, at)]
    none = tuple(s for s in ("contacts", "instructs") if all(sort != s for sort, _ in held))
    for number, (sort, tie) in enumerate(held or [("", None)]):
        yield _Duty(officer, sort, tie, none if number == 0 else ())

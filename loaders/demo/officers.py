"""The officers: who contacts which firm, who instructs which branch, who leads a joint branch.

At 2026-09-30: 438 firms contacted; 19 persons in 21 joint posts and 64 instructors with 70 branches, 6 of them both.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from math import ceil

from loaders.demo.draw import Draw
from loaders.demo.words import DEPARTMENTS, PARTY_DEPARTMENT, POSTS
from loaders.demo.world import SETTLED, Branch, Cell, Firm, Officer, Site, Tie

OFFICERS = 170
_FULL_TIME = 4
_FEWEST, _MOST = 3, 12
_CONTACTING = 150
_HEAVIEST = 5
_LEADERS = 19
_INSTRUCTED, _INSTRUCTORS, _BOTH = 70, 64, 6


def appoint_officers(
    draw: Draw, cells: tuple[Cell, ...], firms: list[Firm], sites: dict[str, Site], branches: tuple[Branch, ...]
) -> tuple[Officer, ...]:
    """All officers. `firms` are those to be contacted: by an officer of the department that answers for their cell."""
    responsible = {cell.code: cell.departments[-1] for cell in cells}
    to_contact: dict[str, list[Firm]] = {department: [] for department in DEPARTMENTS}
    for firm in firms:
        to_contact[responsible[sites[firm.uscc].cell].target].append(firm)
    staff = _staff(draw, to_contact)
    _contact(draw, staff, to_contact, {u: responsible[s.cell].since for u, s in sites.items()})
    living = [b for b in branches if b.side == "企业" and b.lives(SETTLED) and b.level != "党委"]
    home = {b.code: responsible[sites[b.coverage[0].target].cell].target for b in living}
    _lead(draw, staff, [b for b in living if b.formation == "联合建立"])
    _instruct(draw, staff, living, home)
    return tuple(Officer(**vars(officer)) for officer in staff)


@dataclass
class _Appointee:
    staff_id: str
    name: str
    department: str
    post: str
    full_time: bool
    phone: str
    contacts: tuple[Tie, ...] = ()
    instructs: tuple[Tie, ...] = ()
    leads: tuple[Tie, ...] = ()


def _staff(draw: Draw, to_contact: dict[str, list[Firm]]) -> list[_Appointee]:
    """3–12 officers in each department, enough for its contacts, and the full-time staff of the committee."""
    sizes = {d: min(_MOST, max(_FEWEST, _contacting(len(firms)))) for d, firms in to_contact.items()}
    while (gap := OFFICERS - sum(sizes.values())) != 0:
        department = draw.random.choice(DEPARTMENTS)
        size = sizes[department] + (1 if gap > 0 else -1)
        if max(_FEWEST, ceil(len(to_contact[department]) / 5)) <= size <= _MOST:
            sizes[department] = size
    staff = [(department, draw.random.choice(POSTS), False) for department, size in sizes.items() for _ in range(size)]
    staff += [(PARTY_DEPARTMENT, "两新党建专职干事", True)] * _FULL_TIME
    return [
        _Appointee(f"LC{number:04d}", draw.person(), department, post, full_time, draw.phone())
        for number, (department, post, full_time) in enumerate(staff, 1)
    ]


def _contacting(firms: int) -> int:
    """How many officers of a department share its firms: two to five each."""
    return max(ceil(firms / 5), min(firms // 2, round(firms * _CONTACTING / 438)))


def _loads(draw: Draw, firms: int) -> list[int]:
    """How many firms each officer of a department contacts: two to five, together `firms`."""
    loads = [2] * _contacting(firms)
    while sum(loads) < firms:
        index = draw.random.randrange(len(loads))
        loads[index] += loads[index] < _HEAVIEST
    return loads


def _contact(
    draw: Draw, staff: list[_Appointee], to_contact: dict[str, list[Firm]], answered_since: dict[str, date]
) -> None:
    for department, firms in to_contact.items():
        officers = [o for o in staff if o.department == department and not o.full_time]
        by_officer = [
            officer for officer, load in zip(officers, _loads(draw, len(firms)), strict=False) for _ in range(load)
        ]
        for officer, firm in zip(by_officer, firms, strict=True):
            first = max(answered_since[firm.uscc], date(2024, 3, 1))
            officer.contacts += (Tie(firm.uscc, draw.day(first, max(first, date(2026, 3, 25)))),)


def _lead(draw: Draw, staff: list[_Appointee], joint: list[Branch]) -> None:
    """The full-time staff and fifteen others lead the joint branches; two of the full-time lead two."""
    full_time = [o for o in staff if o.full_time]
    others = draw.random.sample([o for o in staff if not o.full_time], k=_LEADERS - _FULL_TIME)
    for branch, officer in zip(joint, [*full_time, *others, *full_time[:2]], strict=True):
        officer.leads += (Tie(branch.code, max(branch.founded_on, draw.day(date(2023, 1, 1), date(2026, 2, 28)))),)


def _instruct(draw: Draw, staff: list[_Appointee], living: list[Branch], home: dict[str, str]) -> None:
    """Instructors of the department at hand where one is free; then those who also lead, then some a second time."""
    fresh = [o for o in staff if not o.leads and not o.full_time]
    both = draw.random.sample([o for o in staff if o.leads], k=_BOTH)
    order = sorted(living, key=lambda b: (b.formation != "单独建立", b.code))[:_INSTRUCTED]
    chosen: list[_Appointee] = []
    for number, branch in enumerate(order):
        if number < _INSTRUCTORS - _BOTH:
            officer = next((o for o in fresh if o.department == home[branch.code]), fresh[0])
            fresh.remove(officer)
        elif number < _INSTRUCTORS:
            officer = next(o for o in both if all(t.target != branch.code for t in o.leads))
            both.remove(officer)
        else:
            officer = next((o for o in chosen if o.department == home[branch.code] and not o.leads), chosen[number % 7])
        chosen.append(officer)
        since = draw.day(max(branch.founded_on, date(2024, 1, 10)), date(2026, 3, 20))
        officer.instructs += (Tie(branch.code, since),)


def without(officer: Officer, targets: set[str], day: date) -> Officer:
    """The officer with the contacts to `targets` ended on `day`."""
    contacts = tuple(replace(t, until=day) if t.target in targets else t for t in officer.contacts)
    return replace(officer, contacts=contacts)

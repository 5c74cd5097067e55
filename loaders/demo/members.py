"""The party members: those in the branches, those whose membership is elsewhere (未转入), and those without a firm.

Nobody's history is written by hand: where someone belonged follows from which branches covered the firm, and before the
first of them came (after the first survey) the zone's committee held the membership.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from loaders.demo.draw import Draw
from loaders.demo.formation import HOLDING, Formation
from loaders.demo.words import ELSEWHERE_BRANCHES, VILLAGE_BRANCHES
from loaders.demo.world import FIRST_SURVEY, SETTLED, Firm, Member, Tie

CONTRACT, DISPATCHED, INVESTOR = "合同", "派遣", "出资人"
_ELSEWHERE_SINGLE, _ELSEWHERE_COVERED, _ELSEWHERE_THREES = 41, 40, 3
_PROBATIONARY_MORE = 18
_RECENT, _HIRED, _LEAVING, _INVESTORS, _DISPATCHED, _HELD, _UNKNOWN = 10, 8, 5, 14, 4, 3, 4


@dataclass
class Enrolment:
    """Members as they are enrolled; `firms` learn whose investor is a member."""

    draw: Draw
    firms: dict[str, Firm]
    members: list[Member] = field(default_factory=list)

    def add(
        self,
        works: tuple[Tie, ...],
        memberships: tuple[Tie, ...],
        joined_on: date | None = None,
        *,
        formal: bool = True,
        name: str = "",
    ) -> Member:
        """A member; without `joined_on` someone of some years' standing. Probation takes a year."""
        born, number = self.draw.birth()
        joined = joined_on or self.draw.day(date(born.year + 20, 6, 1), date(2024, 7, 1))
        confirmed = date(joined.year + 1, joined.month, min(joined.day, 28)) if formal else None
        works = tuple(replace(w, since=max(w.since, date(born.year + 19, 7, 1))) for w in works)
        memberships = tuple(replace(m, since=max(m.since, joined)) for m in memberships if m.until > joined)
        member = Member(name or self.draw.person(), number, born, joined, confirmed, works, memberships)
        self.members.append(member)
        return member


def enrol_members(draw: Draw, formation: Formation) -> Enrolment:
    """Everyone of 2026-09-30, with those who left before."""
    enrolment = Enrolment(draw, dict(formation.firms))
    histories = _histories(formation)
    alone = [b for b in formation.branches if b.formation == "单独建立" and len(b.coverage) == 1 and b.lives(SETTLED)]
    sole = {b.coverage[0].target: b for b in alone}
    large = [u for u in histories if u in sole and formation.formal[u] >= 5]
    three = next(u for u, b in sole.items() if formation.formal.get(u) == 3 and b.founded_on.year < 2026)
    investors = draw.random.sample(large, k=_INVESTORS)
    recent = {*draw.random.sample(large, k=_RECENT), three}
    hired = set(draw.random.sample(large, k=_HIRED))
    for uscc, history in histories.items():
        _enrol_firm(enrolment, uscc, history, formation, recent=uscc in recent, hired=uscc in hired)
        if uscc in investors:
            _investor(enrolment, uscc)
    for uscc in draw.random.sample(large, k=_PROBATIONARY_MORE):
        _probationary(enrolment, uscc, histories[uscc])
    for uscc in draw.random.sample(large, k=_LEAVING):
        _leaving(enrolment, uscc, histories[uscc])
    _dispatched(enrolment, large)
    _owner_of_three(enrolment, investors[0], formation.free())
    _elsewhere(enrolment, sorted(formation.formal), formation.free())
    for _ in range(_HELD):
        enrolment.add((), (Tie(HOLDING, draw.day(date(2024, 1, 1), date(2026, 3, 1))),))
    return enrolment


def _histories(formation: Formation) -> dict[str, tuple[Tie, ...]]:
    """Firm with members → the branches it was under, in order; the note is the formation."""
    ties: dict[str, list[Tie]] = {}
    for branch in formation.branches:
        for tie in branch.coverage:
            if tie.target in formation.formal:
                ties.setdefault(tie.target, []).append(Tie(branch.code, tie.since, tie.until, branch.formation))
    histories = {}
    for uscc, found in ties.items():
        found.sort(key=lambda t: t.since)
        if found[0].since > FIRST_SURVEY:
            held = formation.draw.day(date(2023, 1, 1), date(2026, 3, 31))
            found.insert(0, Tie(HOLDING, held, found[0].since))
        histories[uscc] = tuple(found)
    return histories


def _enrol_firm(
    enrolment: Enrolment, uscc: str, history: tuple[Tie, ...], formation: Formation, *, recent: bool, hired: bool
) -> None:
    """The members of a firm in September; of an own branch the first is secretary, from seven on it has a committee."""
    draw, formal = enrolment.draw, formation.formal[uscc]
    last = history[-1]
    for number in range(formal + formation.probationary.get(uscc, 0)):
        on_probation = number >= formal
        joined = None
        start = draw.day(date(2010, 1, 1), date(2025, 11, 30))
        if on_probation:
            joined = draw.day(date(2025, 11, 5), date(2026, 4, 10))
            start = draw.day(date(2018, 1, 1), date(2025, 10, 1))
        elif recent and number == formal - 1:
            joined = draw.day(date(2025, 5, 10), date(2025, 9, 10))
            start = draw.day(date(2018, 1, 1), date(2025, 4, 1))
        elif hired and number == formal - 2:
            start = draw.day(date(2026, 5, 6), date(2026, 8, 20))
        duty = _duty(number, formal) if last.note == "单独建立" and not on_probation else ""
        memberships = _clipped(history, max(start, joined or start), duty)
        enrolment.add((Tie(uscc, start, last.until, CONTRACT),), memberships, joined, formal=not on_probation)


def _duty(number: int, formal: int) -> str:
    if number == 0:
        return "书记"
    return "委员" if formal >= 7 and number <= (4 if formal >= 15 else 2) else ""


def _clipped(history: tuple[Tie, ...], start: date, duty: str = "") -> tuple[Tie, ...]:
    """The part of a firm's history after `start`; the duty belongs to the last branch."""
    ties = [replace(t, since=max(t.since, start), note="") for t in history if t.until > start]
    return (*ties[:-1], replace(ties[-1], note=duty))


def _investor(enrolment: Enrolment, uscc: str) -> None:
    """The second member of the firm turns out to be its investor."""
    firm = enrolment.firms[uscc]
    position = [i for i, m in enumerate(enrolment.members) if m.works and m.works[0].target == uscc][1]
    member = enrolment.members[position]
    works = (replace(member.works[0], note=INVESTOR),)
    enrolment.members[position] = replace(member, name=firm.investor, works=works)
    enrolment.firms[uscc] = replace(firm, investor_is_member=True)


def _owner_of_three(enrolment: Enrolment, uscc: str, free: list[str]) -> None:
    """An investor owns two more firms; there the same membership does not count."""
    first = enrolment.firms[uscc]
    members = enumerate(enrolment.members)
    position = next(i for i, m in members if m.name == first.investor and m.works[0].target == uscc)
    owner = enrolment.members[position]
    others = enrolment.draw.random.sample(free, k=2)
    more = tuple(Tie(other, enrolment.draw.day(date(2021, 1, 1), date(2025, 6, 30)), note=INVESTOR) for other in others)
    enrolment.members[position] = replace(owner, works=(*owner.works, *more))
    for other in others:
        firm = enrolment.firms[other]
        enrolment.firms[other] = replace(firm, investor=first.investor, investor_is_member=True)


def _probationary(enrolment: Enrolment, uscc: str, history: tuple[Tie, ...]) -> None:
    draw = enrolment.draw
    start = draw.day(date(2019, 1, 1), date(2025, 9, 30))
    joined = draw.day(date(2025, 11, 5), date(2026, 4, 10))
    enrolment.add((Tie(uscc, start, note=CONTRACT),), _clipped(history, joined), joined, formal=False)


def _leaving(enrolment: Enrolment, uscc: str, history: tuple[Tie, ...]) -> None:
    draw = enrolment.draw
    start = draw.day(date(2015, 1, 1), date(2024, 9, 30))
    end = draw.day(date(2026, 5, 8), date(2026, 9, 10))
    memberships = tuple(replace(t, until=min(t.until, end)) for t in _clipped(history, start) if t.since < end)
    enrolment.add((Tie(uscc, start, end, CONTRACT),), memberships)


def _dispatched(enrolment: Enrolment, large: list[str]) -> None:
    """Some members of large firms came by a labour agency; they count where they belong."""
    for uscc in enrolment.draw.random.sample(large, k=_DISPATCHED):
        position = [i for i, m in enumerate(enrolment.members) if m.works and m.works[0].target == uscc][-1]
        member = enrolment.members[position]
        enrolment.members[position] = replace(member, works=(replace(member.works[0], note=DISPATCHED),))


def _elsewhere(enrolment: Enrolment, covered: list[str], free: list[str]) -> None:
    """Ninety whose membership stayed in a village or elsewhere; in three firms they would suffice for a branch."""
    draw = enrolment.draw
    covered = [u for u in covered if enrolment.firms[u].operates(SETTLED)]
    single = draw.random.sample(free, k=_ELSEWHERE_SINGLE + _ELSEWHERE_THREES)
    threes = single[:_ELSEWHERE_THREES] * 3
    at = draw.random.sample(covered, k=_ELSEWHERE_COVERED) + single[_ELSEWHERE_THREES:] + threes
    for number, uscc in enumerate(at):
        village = draw.random.random() < 0.8
        branch = draw.random.choice(VILLAGE_BRANCHES if village else ELSEWHERE_BRANCHES)
        start = draw.day(date(2016, 1, 1), date(2026, 3, 31))
        work = Tie(uscc, start, note=CONTRACT if village else DISPATCHED)
        member = enrolment.add((work,), (Tie(branch, draw.day(date(2005, 1, 1), date(2015, 12, 31))),))
        if number < _UNKNOWN:
            enrolment.members[-1] = replace(member, confirmed_on=None, standing_known=False)

"""Co-building pairs: thirty in force at 2026-09-30, some branches in two, many on both sides in none."""

from __future__ import annotations

from datetime import date, timedelta

from graph.values.dates import OPEN
from loaders.demo.draw import Draw
from loaders.demo.world import SETTLED, Branch, Pair

_PAIRED_ORGANS, _PAIRS, _REPEATED = 22, 30, 2
_PLANS = ("支部主题党日联办、党课互讲", "政策宣讲与用工服务", "青年人才联培、技能比武", "安全生产联查、党员先锋岗共建")
_ENDED = 1


def pair_branches(draw: Draw, branches: tuple[Branch, ...]) -> tuple[Pair, ...]:
    """The agreements in the order they were signed, and one that has ended."""
    organs = [b for b in branches if b.side == "机关"][:_PAIRED_ORGANS]
    enterprises = [b for b in branches if b.side == "企业" and b.level != "党委" and b.lives(SETTLED)]
    chosen = draw.random.sample(enterprises, k=_PAIRS - _REPEATED + _ENDED)
    partners = chosen[: _PAIRS - _REPEATED] + chosen[:_REPEATED] + chosen[-_ENDED:]
    pairs = []
    for number, partner in enumerate(partners):
        organ = organs[number % len(organs)]
        signed = draw.day(max(partner.founded_on, date(2023, 6, 1)), date(2026, 8, 31))
        ended = number >= _PAIRS
        if ended:
            signed = draw.day(max(partner.founded_on, date(2023, 6, 1)), date(2024, 8, 31))
        pairs.append(
            Pair(
                agreement=f"LC-JD-{signed.year}-{number + 1:02d}",
                organ=organ.code,
                enterprise=partner.code,
                signed_on=signed,
                plan=draw.random.choice(_PLANS),
                ended_on=date(2026, 8, 31) if ended else OPEN,
                activities=() if number % 6 == 5 else _activities(draw, signed),
            )
        )
    return tuple(sorted(pairs, key=lambda p: p.signed_on))


def _activities(draw: Draw, signed: date) -> tuple[date, ...]:
    """An activity every few months until the end of October 2026."""
    days, day = [], signed + timedelta(days=draw.random.randint(10, 60))
    while day <= date(2026, 10, 28):
        days.append(day)
        day += timedelta(days=draw.random.randint(70, 200))
    return tuple(days)

"""Answers on co-building pairs, counted from the facts."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.oracle.coverage import Rows
from tests.oracle.known import Known
from tests.oracle.months import add_months, half_year
from tests.oracle.spans import Span


def pairs(facts: Known, day: date) -> Rows:
    """结对共建情况."""
    found = []
    for pair in facts.agreements:
        signed, runs = facts.agreed(pair, "签订日期"), facts.agreed(pair, "有效期至")
        if signed is None or signed > day:
            continue
        organ, enterprise = (_last(side.spans_of(pair), day) for side in (facts.organ_sides, facts.enterprise_sides))
        held = facts.last_held(pair, day)
        quiet = max(held, default=signed)
        why = {"organ": _why(facts, organ, day), "enterprise": _why(facts, enterprise, day)}
        state = _state(facts, pair, day, why, quiet)
        lacking = [side for side, reason in why.items() if reason] if state == "one_sided" else []
        found.append(
            {
                "pair": pair,
                **_side(facts, "organ", organ),
                **_side(facts, "enterprise", enterprise),
                "state": state,
                "needs_action": "fine" if state in ("active", "ended") else "act",
                "lacks": "both" if len(lacking) > 1 else lacking[0] if lacking else None,
                "why_lacking": why[lacking[0]] if lacking else None,
                "last_activity": max(held, default=None),
                "days_quiet": (day - quiet).days,
                "activities": sum(at >= half_year(day) for at in held),
                "meetings": sum("联席" in title and at.year == day.year for at, title in facts.held(pair, day)),
                "signed_on": signed,
                "runs_until": runs,
            }
        )
    return found


def _last(sides: list[Span], day: date) -> Span | None:
    return max((span for span in sides if span.since <= day), key=lambda span: span.until, default=None)


def _side(facts: Known, side: str, span: Span | None) -> dict[str, Any]:
    return {side: span.other if span else None, f"{side}_name": facts.names[span.other] if span else None}


def _why(facts: Known, span: Span | None, day: date) -> str | None:
    """Why a side is lacking; null where it stands."""
    if span is None:
        return "missing"
    if facts.gone(span.other, day):
        return "dissolved"
    return None if span.at(day) else "ended"


def _state(facts: Known, pair: str, day: date, why: dict[str, str | None], quiet: date) -> str:
    """Over once the agreement has run out or both have left; to be renewed where both were there to its end."""
    runs = facts.agreed(pair, "有效期至")
    run_out = runs is not None and runs <= day
    if (
        run_out
        and "dissolved" not in why.values()
        and not _left_early(facts, pair, runs)
        and not _anew(facts, pair, day)
    ):
        return "expired"
    if run_out or all(reason == "ended" for reason in why.values()):
        return "ended"
    if any(why.values()):
        return "one_sided"
    return "idle" if add_months(quiet, 6) <= day else "active"


def _left_early(facts: Known, pair: str, runs: date | None) -> bool:
    sides = [*facts.organ_sides.spans_of(pair), *facts.enterprise_sides.spans_of(pair)]
    return runs is None or any(span.until < runs for span in sides)


def _anew(facts: Known, pair: str, day: date) -> bool:
    """The same two branches stand in another agreement that runs."""
    organs = [span.other for span in facts.organ_sides.spans_of(pair)]
    others = [span.other for span in facts.enterprise_sides.spans_of(pair)]
    return any(
        set(facts.organ_sides.of(other, day)) & set(organs) and set(facts.enterprise_sides.of(other, day)) & set(others)
        for other in facts.agreements
        if other != pair
    )


def several_pairs(facts: Known, day: date) -> Rows:
    """一对多结对."""
    found = []
    for branch in facts.branches:
        running = [] if facts.gone(branch, day) else facts.partners(branch, day)
        partners = sorted({partner for _, partner in running})
        if len(partners) > 1:
            idle = sorted({pair for pair, _ in running if _idle(facts, pair, day)})
            found.append(
                {
                    "branch": branch,
                    "name": facts.names[branch],
                    "side": "organ" if facts.side(branch) == "机关" else "enterprise",
                    "partners": len(partners),
                    "idle": len(idle),
                    "kept_up": "some" if idle else "all",
                    "partner_names": "、".join(facts.names[partner] for partner in partners),
                    "partner_branches": partners,
                    "pairs": sorted({pair for pair, _ in running}),
                    "idle_pairs": idle,
                }
            )
    return found


def _idle(facts: Known, pair: str, day: date) -> bool:
    signed = facts.agreed(pair, "签订日期")
    quiet = max(facts.last_held(pair, day), default=signed)
    return quiet is not None and add_months(quiet, 6) <= day


def supply_chain(facts: Known, day: date) -> Rows:
    """同产业链可联建的企业党组织, those that work together too."""
    lines: dict[tuple[str, str], list[tuple[str, str, str, str, str]]] = {}
    for supplier, buyer, product, span in facts.supplies:
        if span.at(day):
            tie = (facts.names[supplier], facts.names[buyer], product, supplier, buyer)
            for selling in _counted(facts, supplier, day):
                for buying in _counted(facts, buyer, day):
                    if selling != buying:
                        lines.setdefault((selling, buying), []).append(tie)
    found = []
    for (selling, buying), ties in lines.items():
        partners = [{partner for _, partner in facts.partners(branch, day)} for branch in (selling, buying)]
        ties.sort(key=lambda tie: (*tie[:2], not tie[2], *tie[2:]))
        told = [
            f"{supplier} → {buyer}" + (f"（{product}）" if product else "") for supplier, buyer, product, *_ in ties
        ]
        found.append(
            {
                "supplier_branch": selling,
                "supplier_branch_name": facts.names[selling],
                "buyer_branch": buying,
                "buyer_branch_name": facts.names[buying],
                "supplies": len(ties),
                "cooperating": "organ" if partners[0] & partners[1] else _together(facts, selling, buying, day),
                "ties": "；".join(told),
                "suppliers": sorted({supplier for *_, supplier, _ in ties}),
                "buyers": sorted({buyer for *_, buyer in ties}),
            }
        )
    return found


def _together(facts: Known, one: str, other: str, day: date) -> str:
    """What two branches do together that have no partner in common."""
    if facts.building_together(one, other, day):
        return "project"
    return "activity" if facts.meeting_together(one, other, day) else "none"


def _counted(facts: Known, firm: str, day: date) -> list[str]:
    """The firm's organisations that the zone counts as its own."""
    return [branch for branch in facts.organisations(firm, day) if facts.counted_branch(branch, day)]

"""Answers on investors, counted from the facts."""

from __future__ import annotations

from datetime import date

from tests.oracle.coverage import Rows
from tests.oracle.known import Known
from tests.oracle.sheets import NONE


def investor_not_secretary(facts: Known, day: date) -> Rows:
    """出资人未兼任书记."""
    found = []
    for firm in facts.operating(day):
        investors = [
            member
            for member in facts.workers(firm, day)
            if facts.basis(member, firm) == "出资人" and facts.standing(member, day) != "停止"
        ]
        if not investors and facts.clear("出资人是否党员", firm, day) != "是":
            continue
        for branch in facts.organisations(firm, day):
            secretary = facts.secretary(branch, day)
            if secretary and (secretary.who in investors or secretary.source == "investor"):
                continue
            # what the firm itself says counts where no ledger of branches names a secretary
            if not secretary and facts.clear("出资人是否兼任书记", firm, day) == "是":
                continue
            said = facts.clear("出资人姓名", firm, day)
            name = facts.person_name(investors[0]) if investors else None if said == NONE else said
            found.append(
                {
                    "firm": firm,
                    "firm_name": facts.names[firm],
                    "investor": investors[0] if investors else None,
                    "investor_name": f"{name[0]}*" if name else None,
                    "belongs": bool(investors) and facts.membership(investors[0], day) == branch,
                    "branch": branch,
                    "branch_name": facts.names[branch],
                    "kind": facts.kind(branch, day),
                    "secretary": f"{facts.person_name(secretary.who)[0]}*" if secretary else None,
                    "source": secretary.source if secretary else None,
                }
            )
    return found

"""Answers on chains of cooperation, on projects, and on posts and brands, counted from the facts."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.oracle.cells import day_of
from tests.oracle.coverage import Rows
from tests.oracle.giving import Owned
from tests.oracle.known import Known

CATEGORIES = {"党员先锋岗": "vanguard", "党员示范岗": "model", "车间示范线": "line", "党员责任区": "duty_area"}
BLANK = dict.fromkeys(
    ("first_what", "second_what", "firm", "own_branch", "middle_firm", "middle_branch", "project", "last_branch")
)


def cooperation_chains(facts: Known, day: date) -> Rows:
    """合作链 of all three kinds."""
    return [*_by_organ(facts, day), *_by_project(facts, day), *_by_supply(facts, day)]


def chains_lacking(facts: Known, day: date) -> Rows:
    """合作链 that lack a step."""
    return [chain for chain in cooperation_chains(facts, day) if chain["lacks"] != "nothing"]


def _by_organ(facts: Known, day: date) -> Rows:
    found = []
    for organ in facts.branches:
        sides = [] if facts.gone(organ, day) or facts.side(organ) != "机关" else facts.partners(organ, day)
        for one, start in sides:
            for two, end in sides:
                if start < end:
                    told = {"first_what": one, "second_what": two, "pairs": [one, two]}
                    keys = {"own_branch": start, "middle_branch": organ, "last_branch": end}
                    names = {"from_name": facts.names[start], "middle_name": facts.names[organ]}
                    lacks = "nothing" if facts.together(start, end, day) else "project"
                    found.append(_chain(facts, "organ", "paired", "paired", lacks, **told, **keys, **names))
    return found


def _by_project(facts: Known, day: date) -> Rows:
    found = []
    for project, row in facts.projects.items():
        for firm in facts.giving.of(project, day):
            own = min(facts.organisations(firm, day), default=None)
            for builder in facts.building.of(project, day):
                if facts.gone(builder, day):
                    continue
                pairs = [pair for pair, partner in facts.partners(own, day) if partner == builder] if own else []
                if own is None:
                    lacks = "cover" if any(facts.numbers(firm, day)) else "nothing"
                else:
                    bare = facts.side(builder) == "机关" and not facts.partners(own, day)
                    lacks = "pair" if bare else "nothing"
                what = row["联建项目名称"]
                told = {"from_name": facts.names[firm], "first_what": what, "middle_name": what, "second_what": what}
                keys = {"firm": firm, "own_branch": own, "project": project, "last_branch": builder, "pairs": pairs}
                found.append(_chain(facts, "project", "gives", "built_by", lacks, **told, **keys))
    return found


def _by_supply(facts: Known, day: date) -> Rows:
    found = set()
    for supplier, buyer, product, span in facts.supplies:
        if span.at(day):
            found |= {(supplier, "supplies", buyer, product), (buyer, "buys", supplier, product)}
    chains = []
    for firm, tie, other, product in found:
        own = min(facts.organisations(firm, day), default=None)
        lacks = "cover" if own is None and any(facts.numbers(firm, day)) else "nothing"
        for branch in facts.organisations(other, day):
            if branch not in facts.covering(firm, day):
                names = {"from_name": facts.names[firm], "middle_name": facts.names[other]}
                keys = {"firm": firm, "own_branch": own, "middle_firm": other, "last_branch": branch, "pairs": []}
                told = {"first_what": product or None, **names, **keys}
                chains.append(_chain(facts, "supply", tie, "covered_by", lacks, **told))
    return chains


def _chain(facts: Known, kind: str, first: str, second: str, lacks: str, **told: Any) -> dict[str, Any]:
    ties = {"kind": kind, "first_tie": first, "second_tie": second, "lacks": lacks}
    return {**BLANK, **ties, "to_name": facts.names[told["last_branch"]], **told}


def projects(facts: Known, day: date) -> Rows:
    """联建项目的出资与联建方."""
    found = []
    for project, row in facts.projects.items():
        started, finished = day_of(row["开工日期"]), day_of(row["完工日期"])
        if started and started > day:
            continue
        state = "building" if started else "unknown"
        if finished and finished <= day:
            state = "finished"
        firms, builders = facts.giving.of(project, day), facts.building.of(project, day)
        gifts = {firm: facts.given(project, firm, day) for firm in firms}
        firms.sort(key=lambda firm: (-(gifts[firm] or 0), firm))
        sums = [amount for amount in gifts.values() if amount is not None]
        pair, village = facts.pair_of_project.one(project, day), facts.village_of.one(project, day)
        lacks = "builder" if not builders else "giver" if not firms else "nothing" if pair else "pair"
        told = [facts.names[firm] + (f" {gifts[firm]}" if gifts[firm] is not None else "") for firm in firms]
        found.append(
            {
                "project": project,
                "name": row["联建项目名称"],
                "village_name": village,
                "given": "、".join(told) or None,
                "total": sum(sums) if sums else None,
                "built": "、".join(facts.names[branch] for branch in builders) or None,
                "pair": pair,
                "state": state,
                "started_on": started,
                "finished_on": finished if state == "finished" else None,
                "lacks": lacks,
                "givers": firms,
                "builders": builders,
            }
        )
    return found


def projects_finished(facts: Known, day: date) -> Rows:
    """联建项目的出资与联建方, those that are finished."""
    return [project for project in projects(facts, day) if project["state"] == "finished"]


def posts_and_brands(facts: Known, day: date) -> Rows:
    """先锋岗与党建品牌."""
    held: dict[tuple[str | None, str], tuple[list[Owned], list[Owned]]] = {}
    for n, items in enumerate((facts.posts, facts.brands)):
        for item in items:
            if item.at(day):
                branch = item.branch or min(facts.organisations(item.firm or "", day), default=None)
                held.setdefault((branch, branch or item.firm or ""), ([], []))[n].append(item)
    return [
        {
            "branch": branch,
            "name": facts.names[holder],
            "posts": len(posts),
            **{word: [post.category for post in posts].count(said) for said, word in CATEGORIES.items()},
            "brands": len(brands),
            "brand_names": "、".join(sorted(brand.name for brand in brands)) or None,
        }
        for (branch, holder), (posts, brands) in held.items()
    ]

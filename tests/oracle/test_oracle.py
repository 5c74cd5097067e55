"""Every question against the oracle: zones drawn at random, asked at days on which something changes."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from graph.connection import Database
from queries.ask import ask
from queries.catalog import catalog
from tests.oracle import (
    adjusting,
    along,
    branch_numbers,
    cells_told,
    changes,
    clustering,
    cooperating,
    counted_figures,
    coverage,
    doubles,
    free_organs,
    holes,
    investors,
    listing,
    near,
    owing,
    pairs,
    people,
    quality,
    rating,
    reported,
    requesting,
    standing,
    sums,
    surveying,
    unbuilt,
    visiting,
    zone_loading,
)
from tests.oracle.coverage import Rows
from tests.oracle.drawing import draw_zone
from tests.oracle.known import Known
from tests.oracle.one_by_one import ONE_BY_ONE, Asked, keys
from tests.oracle.rate_firms import RATE_FIRMS

ZONES = int(os.environ.get("LIANGXIN_ORACLE_ZONES", "60"))
"""`make oracle` asks for a thousand."""
TOGETHER, DAYS, MOST_ROWS = min(ZONES, 250), 6, 100_000
"""Zones that lie in one graph, far apart: a ledger takes about as long to load for 250 as for 60. Days on which each
graph is asked; more rows than any answer has."""
ONES = max(20, TOGETHER // 3)
"""Of how many officers or firms a question about one is asked."""
HAIR = 1e-7
"""A mean of halves may fall short of them by the last bit of a fraction: it is rounded up all the same."""

ONCE_TOLD = [0x56BC]
"""Zones in which something rare once differed, always among the others: a firm that the register renames."""

Oracle = Callable[[Known, date], Rows]
ORACLES: Mapping[tuple[str, str], Oracle] = {
    ("members-uncovered", ""): coverage.members_uncovered,
    ("qualified-unbuilt", ""): coverage.qualified_unbuilt,
    ("unreached", ""): coverage.unreached,
    ("joint-branch-load", "least=below"): standing.joint_branch_load,
    ("unpaired-branches", ""): standing.unpaired_branches,
    ("cell-unassigned", ""): standing.cell_unassigned,
    ("zone-figures", ""): standing.zone_figures,
    ("one-short", "short=2"): unbuilt.one_short,
    ("transferable", ""): unbuilt.transferable,
    ("probationary-only", ""): unbuilt.probationary_only,
    ("probationary-only", "list=below"): unbuilt.probationary_below,
    ("large-unbuilt", ""): unbuilt.large_unbuilt,
    ("survey-stale", "months=3"): surveying.survey_stale,
    ("below-three", ""): branch_numbers.below_three,
    ("joint-total-below", ""): branch_numbers.joint_total_below,
    ("level-due", ""): branch_numbers.level_due,
    ("committee-size", ""): branch_numbers.committee_size,
    ("secretary-vacant", ""): branch_numbers.secretary_vacant,
    ("branches-listed", ""): branch_numbers.listed,
    ("branches-listed", "list=founded_this_year"): branch_numbers.founded,
    ("branches-listed", "list=dissolved_this_year"): branch_numbers.dissolved,
    ("members-elsewhere", ""): people.members_elsewhere,
    ("probation-due", ""): people.probation_due,
    ("officer-load", "least=0"): people.officer_load,
    ("department-load", ""): people.department_load,
    ("firm-ungridded", ""): cells_told.ungridded,
    ("cells", ""): cells_told.cells,
    ("pairs", ""): pairs.pairs,
    ("several-pairs", ""): pairs.several_pairs,
    ("supply-chain-branches", "list=all"): pairs.supply_chain,
    ("uncovered-near-branch", "radius=2000 per_firm=100"): near.uncovered_near,
    ("uncovered-near-branch", "action=own radius=2000 per_firm=100"): near.near_own,
    ("uncovered-near-branch", "action=work radius=2000 per_firm=100"): near.near_work,
    ("joint-candidates", "radius=2000 per_firm=100"): near.joint_candidates,
    ("joint-candidates", "radius=2000 per_firm=1"): near.best_candidate,
    ("neighbours-reach-three", "radius=2000"): near.neighbours,
    ("what-changed", "what=branches"): changes.of_branches,
    ("what-changed", "what=members"): changes.of_members,
    ("what-changed", "what=contacts"): changes.of_contacts,
    ("what-changed", "what=pairs"): changes.of_pairs,
    ("what-changed", "what=operation"): changes.of_operation,
    ("what-changed", "what=coverage"): changes.of_coverage,
    ("what-changed", "what=holes"): changes.of_holes,
    ("never-surveyed", ""): surveying.never_surveyed,
    ("unknown-verdict", ""): surveying.unknown_verdict,
    ("unbuilt-reasons", ""): unbuilt.unbuilt_reasons,
    ("rates", ""): rating.rates,
    ("rates", "by=area"): rating.rates_by_area,
    ("rates", "by=size base=three_have"): rating.rates_by_size,
    ("free-organ-branches", "per_branch=100"): free_organs.free_organ_branches,
    ("visits-missing", ""): visiting.visits_missing,
    ("visits-missing", "who=instructor"): visiting.instructors_missing,
    ("holes-by-department", ""): holes.holes_by_department,
    ("no-applicants", ""): listing.no_applicants,
    ("started-unlisted", ""): listing.started_unlisted,
    ("clears-incomplete", ""): listing.clears_incomplete,
    ("clears-incomplete", "list=all"): listing.clears_not_full,
    ("stopped-with-branch", ""): adjusting.stopped_with_branch,
    ("several-posts", ""): adjusting.several_twice,
    ("several-posts", "least=1"): adjusting.several_posts,
    ("terms-due", ""): owing.terms_due,
    ("meetings-missed", ""): owing.meetings_missed,
    ("approvals-pending", ""): owing.approvals_pending,
    ("requests-overdue", ""): requesting.requests_overdue,
    ("requests-by-team", ""): requesting.requests_by_team,
    ("teams", ""): requesting.teams,
    ("duplicate-firms", ""): doubles.duplicate_firms,
    ("duplicate-members", ""): doubles.duplicate_members,
    ("clusters", ""): clustering.clusters,
    ("clusters", "ties=without_officers"): clustering.clusters_without_officers,
    ("branch-without-mass", ""): clustering.without_mass,
    ("funding-by-branch", ""): sums.funding,
    ("reviews-by-department", ""): sums.reviews_by_department,
    ("unpaid", ""): sums.unpaid,
    ("build-along", "radius=2000 per_subject=1000"): along.build_along,
    ("build-along", "radius=2000 per_subject=2"): along.nearest_along,
    ("build-along", "radius=2000 per_subject=1000 candidates=uncovered"): along.uncovered_along,
    ("cooperation-chains", ""): cooperating.cooperation_chains,
    ("cooperation-chains", "list=lacking"): cooperating.chains_lacking,
    ("projects-by-giver-and-builder", ""): cooperating.projects,
    ("projects-by-giver-and-builder", "state=finished"): cooperating.projects_finished,
    ("posts-and-brands", ""): cooperating.posts_and_brands,
    ("bad-codes", ""): quality.bad_codes,
    ("stale-ledgers", ""): quality.stale_ledgers,
    ("conflicts", ""): quality.conflicts,
    ("conflicts", "list=firms"): quality.conflicts_of_firms,
    ("investor-not-secretary", ""): investors.investor_not_secretary,
    ("month-figures", ""): counted_figures.month_figures,
    ("figures-reconciled", ""): reported.figures_reconciled,
    ("figures-reconciled", "list=differs"): reported.reconciled_differing,
    ("published-history", ""): reported.published_history,
    **RATE_FIRMS,
}

BATCHES = max(1, ZONES // TOGETHER)


@pytest.fixture(scope="module")
def asked() -> Iterator[Counter[str]]:
    """How many rows of each question agreed; printed at the end."""
    agreed: Counter[str] = Counter()
    yield agreed
    sys.stdout.write("".join(f"\n{question}: {rows:,}" for question, rows in sorted(agreed.items())))


def test_every_question_is_counted_here_too() -> None:
    assert {question for question, _ in (*ORACLES, *ONE_BY_ONE)} == set(catalog())


def test_questions_answer_what_the_rows_say(database: Database, asked: Counter[str]) -> None:
    # No shrinking by hypothesis, which would also load them once more to be sure: where zones together disagree, halves
    # of them are tried.
    disagreed: list[str] = []

    @settings(
        max_examples=BATCHES,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(seeds=st.lists(st.integers(0, 2**24), min_size=TOGETHER, max_size=TOGETHER, unique=True))
    def agree(seeds: list[int]) -> None:
        zones = list(dict.fromkeys([*ONCE_TOLD, *seeds]))
        if not disagreed and (found := disagreement(database, zones, asked)):
            disagreed.append(narrowed(database, zones, found, asked))

    agree()
    assert not disagreed, disagreed[0]


@dataclass(frozen=True)
class Disagreement:
    """A question whose rows differ on a day, and how."""

    day: date
    how: str


def narrowed(database: Database, seeds: list[int], found: Disagreement, asked: Counter[str]) -> str:
    """How as few of the zones disagree on that day as halving them leads to."""
    while len(seeds) > 1:
        middle = len(seeds) // 2
        for half in (seeds[:middle], seeds[middle:]):
            if smaller := disagreement(database, half, asked, [found.day]):
                seeds, found = half, smaller
                break
        else:
            return f"only together: {found.how}"
    return found.how


def disagreement(
    database: Database, seeds: list[int], asked: Counter[str], days: list[date] | None = None
) -> Disagreement | None:
    """The first question whose rows differ, on these days or on some of each part of the time; None where all agree."""
    zones = [draw_zone(seed) for seed in seeds]
    zone_loading.load(database, zones)
    facts = Known(zones)
    for day in days or _spread(sorted({day for zone in zones for day in zone.days()}), Random(seeds[0])):
        for question, words, oracle in askings(facts, Random(f"{seeds} {day}")):
            settings_ = dict(word.split("=") for word in words.split())
            answer = ask(database, question, day, settings_, limit=MOST_ROWS)
            expected = oracle(facts, day)
            columns = list(expected[0]) if expected else list(catalog()[question].columns)
            ours, theirs = (
                Counter(told({c: row[c] for c in columns}) for row in rows) for rows in (answer.rows, expected)
            )
            if ours != theirs:
                lacking, having = theirs - ours, ours - theirs
                how = f"seeds {seeds}, {question} {words} at {day}\nlacking: {list(lacking)}\nhaving: {list(having)}"
                return Disagreement(day, how)
            asked[question] += len(expected)
    return None


def askings(facts: Known, random: Random) -> Iterator[tuple[str, str, Oracle]]:
    """All that is asked: each question of the zone, and each about one of some officers or firms."""
    for (question, words), oracle in ORACLES.items():
        yield question, words, oracle
    for (question, parameter), of_one in ONE_BY_ONE.items():
        every = keys(facts, parameter)
        for key in random.sample(every, min(len(every), ONES)):

            def oracle(facts: Known, day: date, *, key: str = key, of_one: Asked = of_one) -> Rows:
                return of_one(facts, day, key)

            yield question, f"{parameter}={key}", oracle


def _spread(days: list[date], random: Random) -> list[date]:
    """One day of each part of the time, so that none is left out, and the last, on which all has been told."""
    return [*(random.choice(days[n * len(days) // DAYS : (n + 1) * len(days) // DAYS]) for n in range(DAYS)), days[-1]]


def told(row: Mapping[str, Any]) -> str:
    """A row as one word: lists in no order, fractions as exact as two ways of reckoning agree on."""
    return repr({column: _told(value) for column, value in row.items()})


def _told(value: Any) -> Any:
    if isinstance(value, float):
        near = round(value + HAIR, 3)
        return int(near) if near.is_integer() else near
    return sorted(value) if isinstance(value, list) else value

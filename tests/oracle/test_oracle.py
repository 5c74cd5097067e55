"""Every question against the oracle: zones drawn at random, asked at days on which something changes."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from graph.connection import Database
from queries.ask import ask
from queries.catalog import catalog
from tests.oracle import coverage, standing, zone_loading
from tests.oracle.coverage import Rows
from tests.oracle.drawing import draw_zone
from tests.oracle.working import Working

ZONES = int(os.environ.get("LIANGXIN_ORACLE_ZONES", "60"))
"""`make oracle` asks for a thousand."""
TOGETHER, DAYS = 60, 6
"""Zones that lie in one graph, far apart; days on which each graph is asked."""

Oracle = Callable[[Working, date], Rows]
ORACLES: Mapping[tuple[str, str], Oracle] = {
    ("members-uncovered", ""): coverage.members_uncovered,
    ("qualified-unbuilt", ""): coverage.qualified_unbuilt,
    ("unreached", ""): coverage.unreached,
    ("joint-branch-load", "least=below"): standing.joint_branch_load,
    ("unpaired-branches", ""): standing.unpaired_branches,
    ("cell-unassigned", ""): standing.cell_unassigned,
    ("zone-figures", ""): standing.zone_figures,
}

BATCHES = max(1, ZONES // TOGETHER)


@pytest.fixture(scope="module")
def asked() -> Iterator[Counter[str]]:
    """How many rows of each question agreed; printed at the end."""
    agreed: Counter[str] = Counter()
    yield agreed
    sys.stdout.write("".join(f"\n{question}: {rows:,}" for question, rows in sorted(agreed.items())))


def test_questions_answer_what_the_rows_say(database: Database, asked: Counter[str]) -> None:
    # No shrinking: where zones together disagree, each is tried alone and the first that does is named.
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
        if not disagreement(database, seeds, asked):
            return
        alone = next((told for seed in seeds if (told := disagreement(database, [seed], asked))), None)
        pytest.fail(alone or f"zones {seeds} disagree only together: {disagreement(database, seeds, asked)}")

    agree()


def disagreement(database: Database, seeds: list[int], asked: Counter[str]) -> str:
    """The first question whose rows differ, and how; nothing where all agree."""
    zones = [draw_zone(seed) for seed in seeds]
    zone_loading.load(database, zones)
    facts = Working(zones)
    days = sorted({day for zone in zones for day in zone.days()})
    for day in Random(seeds[0]).sample(days, min(DAYS if len(zones) > 1 else len(days), len(days))):
        for (question, words), oracle in ORACLES.items():
            settings_ = dict(word.split("=") for word in words.split())
            answer = ask(database, question, day, settings_, limit=10_000)
            expected = oracle(facts, day)
            columns = list(expected[0]) if expected else list(catalog()[question].columns)
            ours, theirs = (
                Counter(repr({c: row[c] for c in columns}) for row in rows) for rows in (answer.rows, expected)
            )
            if ours != theirs:
                lacking, having = theirs - ours, ours - theirs
                return f"seeds {seeds}, {question} {words} at {day}\nlacking: {list(lacking)}\nhaving: {list(having)}"
            asked[question] += len(expected)
    return ""


def _counted(rows: Iterable[Mapping[str, Any]], columns: list[str]) -> Counter[str]:
    """The rows in no order, with the columns that the oracle computes."""
    return Counter(repr({column: row[column] for column in columns}) for row in rows)

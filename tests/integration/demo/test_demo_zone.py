"""The demo zone through the loaders like anyone's ledgers: the published figures, and the holes of October."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from graph.connection import Database
from loaders import apply
from queries.ask import ask
from queries.figures import figures_reconciled, zone_figures
from queries.planning.near import uncovered_near_branch
from tests.ledgers import read, whole_graph

APRIL, SEPTEMBER, OCTOBER = date(2026, 4, 30), date(2026, 9, 30), date(2026, 10, 31)
REGISTRY = Path(__file__).parents[4] / "shared" / "data" / "shangrao_registry_to_2013.csv"


def test_the_published_figures_hold_exactly(demo: Database) -> None:
    assert list(zone_figures(demo, SEPTEMBER).values()) == [52, 21, 77, 8, 3, 0]
    assert zone_figures(demo, date(2025, 12, 31))["own_branches"] == 47


HOLES = [
    ("qualified-unbuilt", {"list": "unbuilt"}, 2),
    ("qualified-unbuilt", {"list": "in_joint"}, 2),
    ("members-uncovered", {}, 5),
    ("joint-branch-load", {"least": "over"}, 1),
    ("unreached", {}, 14),
    ("cell-unassigned", {}, 1),
]


@pytest.mark.parametrize(("question", "settings", "number"), HOLES)
def test_no_holes_in_september_and_every_kind_in_october_and_april(
    demo: Database, question: str, settings: dict[str, str], number: int
) -> None:
    assert ask(demo, question, SEPTEMBER, settings).total == 0
    assert ask(demo, question, OCTOBER, settings).total == number
    if settings.get("least") != "over":
        assert ask(demo, question, APRIL, settings).total > 0


def test_each_uncovered_firm_has_a_joint_branch_with_room_within_a_kilometre(demo: Database) -> None:
    near = uncovered_near_branch(demo, OCTOBER)
    firms = {row.firm for row in near}
    assert firms
    assert {row.firm for row in near if row.branch and row.room and (row.metres or 0) <= 1000} == firms


def test_reported_figures_differ_from_the_graph_where_they_slipped_and_nowhere_else(demo: Database) -> None:
    found = figures_reconciled(demo, OCTOBER)
    assert {(r.figure, r.day): r.difference for r in found if r.state == "differs"} == {
        ("own_branches", APRIL): 1,
        ("founded_this_year", APRIL): 1,
        ("joint_branches", date(2026, 6, 30)): 1,
        ("instructors_and_joint_secretaries", date(2026, 7, 31)): -2,
        ("requests_closed", date(2026, 8, 31)): 2,
        ("requests_in_progress", date(2026, 8, 31)): -2,
    }
    statistics = {r.figure: r.counted for r in found if r.source == "statistics" and r.day == SEPTEMBER}
    assert len(statistics) == 13
    assert (statistics["joint_firms"], statistics["memberless_unbuilt"], statistics["members_elsewhere"]) == (
        74,
        438,
        90,
    )


def test_activities_and_projects_are_of_the_pairs_of_the_ledger(demo: Database) -> None:
    (found,) = demo.read(
        "MATCH (pair:CoBuildingPair) WITH count(pair) AS pairs, count(pair.signed_on) AS signed "
        "MATCH (a:Activity {category: 'joint'})-[:OF]->(pair:CoBuildingPair) "
        "WITH pairs, signed, pair, max(a.held_on) AS last "
        "WITH pairs, signed, count(CASE WHEN pair.last_activity_on <> last THEN 1 END) AS other "
        "MATCH (p:CoBuildingProject)-[:PART_OF]->(:CoBuildingPair)-[:ORGAN_SIDE]->(b:Branch)<-[:BUILT_BY]-(p) "
        "RETURN pairs, signed, other, count(DISTINCT p) AS projects"
    )
    assert found == {"pairs": found["signed"], "signed": found["signed"], "other": 0, "projects": 4}


def test_rebuilding_the_zone_changes_nothing(demo: Database) -> None:
    before = whole_graph(demo)
    assert not apply.rebuild(demo)
    assert whole_graph(demo) == before


@pytest.mark.skipif(not REGISTRY.is_file(), reason=f"the real registry is not there: {REGISTRY}")
def test_a_city_wide_registry_adds_firms_not_holes(demo: Database) -> None:
    asked = {question: ask(demo, question, OCTOBER, settings) for question, settings, _ in HOLES}
    near = uncovered_near_branch(demo, OCTOBER)
    ledger = read(REGISTRY, date(2013, 12, 31), scope="上饶")
    assert apply.load(demo, ledger).rows == {"accepted": 9794}
    assert apply.load(demo, ledger).known
    assert {question: ask(demo, question, OCTOBER, settings) for question, settings, _ in HOLES} == asked
    assert uncovered_near_branch(demo, OCTOBER) == near
    assert list(zone_figures(demo, SEPTEMBER).values()) == [52, 21, 77, 8, 3, 0]

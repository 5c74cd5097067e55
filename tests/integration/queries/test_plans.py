"""How the library reads: every question seeks, never multiplies, and reads whole only what is small."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from drawn_zone import Zone
from neo4j import READ_ACCESS, GraphDatabase, NotificationMinimumSeverity, Session

from graph.connection import Database
from queries.ask import cypher_values
from queries.catalog import catalog
from queries.header import OfOne
from queries.of_one import base_query, part_query, shared
from queries.parameters import parsed, with_defaults
from queries.rule_book import applied, rule_book

AT = date(2026, 9, 30)

SMALL = {
    "Area",
    "Branch",
    "Brand",
    "CoBuildingPair",
    "CoBuildingProject",
    "Department",
    "GridCell",
    "Officer",
    "Policy",
    "PublishedFigure",
    "Rule",
    "ServiceTeam",
    "Township",
    "Venue",
    "Village",
}
"""Of these a zone has few enough to read them all: at most some hundreds."""

BY_INDEX = {"SurveyRecord", "MemberRecord", "BranchRecord"}
"""Period records have an index on their dates; on an empty database the planner may still read them by their label."""

PERIODIC = {
    "Activity",
    "Approval",
    "ChangeEvent",
    "Conflict",
    "Funding",
    "Load",
    "MassOrganisation",
    "Post",
    "Project",
    "Review",
    "ServiceRequest",
    "Transfer",
    "Visit",
}
"""Events and reports: what one question is about, read once. Firms and members are never read whole."""


REGISTRY = "UNWIND range(1, 1000) AS n CREATE (:Enterprise:Entity {key: 'registered ' + n})"

EVERYBODY = {
    "holes-by-department": "Site",
    "never-surveyed": "Enterprise",
    "rate-firms": "Enterprise",
    "rates": "Enterprise",
    "started-unlisted": "Enterprise",
    "what-changed": "Enterprise",
    "bad-codes": "Enterprise",
    "duplicate-firms": "Enterprise",
    "duplicate-members": "Member",
}
"""These ask something of every firm or member: who is in scope and not surveyed, whose code is wrong, who is twice."""


@pytest.fixture
def session(zone: Zone) -> Iterator[Session]:
    """A session that may only read, in a zone where most firms are only named by a registry."""
    zone.database.write(lambda tx: tx.run(REGISTRY).consume())
    at = zone.database.endpoint
    with (
        GraphDatabase.driver(
            at.uri, auth=(at.username, at.password), notifications_min_severity=NotificationMinimumSeverity.OFF
        ) as driver,
        driver.session(database=at.database, default_access_mode=READ_ACCESS) as opened,
    ):
        yield opened


def languages(database: Database) -> list[str]:
    """The language versions the server knows."""
    return ["CYPHER 5"] if database.version.startswith("5.") else ["CYPHER 5", "CYPHER 25"]


def operators(plan: dict[str, object]) -> Iterator[tuple[str, str]]:
    """Each operator of a plan with its details."""
    arguments = plan.get("args") or {}
    assert isinstance(arguments, dict)
    yield str(plan["operatorType"]).partition("@")[0], str(arguments.get("Details", ""))
    children = plan.get("children") or []
    assert isinstance(children, list)
    for child in children:
        yield from operators(child)


def planned(session: Session, language: str, cypher: str, values: dict[str, object]) -> list[tuple[str, str]]:
    plan = session.run(f"{language} EXPLAIN {cypher}", values).consume().plan
    assert plan is not None
    return list(operators(plan))


def forms_of_one(of_one: OfOne) -> list[str]:
    return [of_one.cypher, *(forms_of_one(of_one.opening) if of_one.opening else [])]


def checked(session: Session, language: str, form: str, values: dict[str, object], whole_too: str = "") -> None:
    found = planned(session, language, form, values)
    names = {name for name, _ in found}
    assert names and not names & {"CartesianProduct", "AllNodesScan"}, (language, form)
    whole = {
        label
        for name, details in found
        if name.endswith("NodeByLabelScan") or name.endswith("NodeByLabelsScan")
        for label in details.partition(":")[2].replace("|", ":").split(":")
    }
    assert whole <= SMALL | BY_INDEX | PERIODIC | {whole_too}, (language, whole)


@pytest.mark.parametrize("id_", list(catalog()))
def test_plans_seek_and_never_multiply(zone: Zone, session: Session, id_: str) -> None:
    """In rows, count and the form for one node, and in each language version of the server."""
    question = catalog()[id_]
    settings = {name: "none" for name, p in question.parameters.items() if p.required}
    rules = applied(zone.database, question.rules, AT)
    values = {
        **cypher_values(AT, parsed(with_defaults(question, AT, rules), settings), rules),
        "limit": 10,
        "shown": 10,
        "one": {"key": "none"},
    }
    forms = [question.answered(), question.counted(), *(forms_of_one(question.of_one) if question.of_one else [])]
    for language in languages(zone.database):
        for form in forms:
            checked(session, language, form, values, EVERYBODY.get(id_, ""))


@pytest.mark.parametrize("of", list(shared()))
def test_what_is_shared_about_a_node_seeks_it(zone: Zone, session: Session, of: str) -> None:
    values = {**cypher_values(AT, {}, rule_book(zone.database).at(AT).values()), "one": {"key": "none"}}
    kind = shared()[of]
    forms = [*(base_query(of, base) for base in kind.bases), *(part_query(of, part) for part in kind.parts)]
    for language in languages(zone.database):
        for form in forms:
            checked(session, language, form, values)
            seeks = [details for name, details in planned(session, language, form, values) if "UniqueIndexSeek" in name]
            assert any(f":{of}(key)" in details for details in seeks), form


def test_a_plan_that_reads_all_firms_is_seen(zone: Zone, session: Session) -> None:
    found = planned(session, "", "MATCH (firm:Enterprise) RETURN firm.key", {})
    assert any(name.endswith("NodeByLabelScan") and "Enterprise" in details for name, details in found)


def test_nearness_seeks_the_point_indexes(zone: Zone, session: Session) -> None:
    question = catalog()["uncovered-near-branch"]
    rules = applied(zone.database, question.rules, AT)
    values = {**cypher_values(AT, parsed(question, {}), rules), "limit": 10, "shown": 10}
    assert "NodeIndexSeekByRange" in {name for name, _ in planned(session, "", question.answered(), values)}

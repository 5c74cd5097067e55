"""On the demo zone: every firm that a question lists has its reasons, and the pages' examples are what it answers."""

from __future__ import annotations

from datetime import date

from app.cli.reasons import EDGES_TRACED
from app.reasoned import reasoned
from graph.connection import Database
from queries.ask import ask
from queries.beginning import beginning
from queries.catalog import catalog
from queries.example_answers import example_answers, read_examples
from queries.node import card
from queries.results import Ref
from queries.verdicts import rows_about, verdicts

SEPTEMBER, OCTOBER = date(2026, 9, 30), date(2026, 10, 31)


def listed(demo: Database, at: date) -> dict[Ref, set[str]]:
    """Every node that some question lists at its defaults, and which."""
    found: dict[Ref, set[str]] = {}
    for question in catalog().values():
        if question.about and not any(p.required for p in question.parameters.values()):
            for row in ask(demo, question.id, at, limit=10_000).rows:
                if key := row[question.about.column]:
                    found.setdefault(Ref(question.about.type, key), set()).add(question.id)
    return found


def sampled(found: dict[Ref, set[str]]) -> dict[Ref, set[str]]:
    """The first and the last node that each question lists: all questions, few nodes."""
    by_question: dict[str, list[Ref]] = {}
    for ref, by in found.items():
        for id_ in by:
            by_question.setdefault(id_, []).append(ref)
    refs = {ref for listed_refs in by_question.values() for ref in (min(listed_refs), max(listed_refs))}
    return {ref: found[ref] for ref in sorted(refs)}


def test_whatever_a_question_lists_has_its_verdict(demo: Database) -> None:
    nodes = sampled(listed(demo, OCTOBER))
    assert {ref.type for ref in nodes} >= {"Enterprise", "Branch", "Officer"}
    for ref, by in nodes.items():
        found = {v.question: v for v in verdicts(demo, ref, OCTOBER)}
        assert {id_ for id_, verdict in found.items() if verdict.row is not None} == by, ref
        for id_ in by:
            assert found[id_].rule.id in catalog()[id_].rules
            if found[id_].state == "fails" and catalog()[id_].verdict.repairs:
                assert found[id_].repair, (id_, ref)


def test_a_question_about_one_node_answers_as_its_list_does(demo: Database) -> None:
    for question in catalog().values():
        if question.about and not any(p.required for p in question.parameters.values()):
            rows, column = ask(demo, question.id, OCTOBER, limit=10_000).rows, question.about.column
            for key in {rows[place][column] for place in (0, len(rows) // 2, -1)} - {None} if rows else ():
                ref = Ref(question.about.type, key)
                assert rows_about(demo, question, ref, OCTOBER) == [row for row in rows if row[column] == key], ref


def test_every_kind_of_node_has_reasons_with_cells(demo: Database) -> None:
    one_of_each = {id_: ref for ref, by in listed(demo, OCTOBER).items() for id_ in by}
    for id_, ref in one_of_each.items():
        found = reasoned(demo, card(demo, ref, OCTOBER), OCTOBER, "zh", EDGES_TRACED)
        (reason,) = [r for r in found.reasons if r.verdict.question == id_]
        assert found.traces.all, (id_, ref)
        if reason.verdict.state == "fails":
            assert reason.began and reason.began.since <= OCTOBER, id_


def test_what_failed_in_october_alone_began_after_september(demo: Database) -> None:
    for row in ask(demo, "members-uncovered", OCTOBER).rows:
        began = beginning(demo, "members-uncovered", Ref("Enterprise", row["firm"]), OCTOBER)
        assert SEPTEMBER < began.since <= OCTOBER and not began.earlier


def test_answers_name_the_documents_that_back_their_rules(demo: Database) -> None:
    def backing(at: date) -> list[str | None]:
        (rule,) = [rule for rule in ask(demo, "unreached", at).applied if rule.id == "assigned_officer"]
        return [policy.number for policy in rule.policies]

    assert backing(OCTOBER) == ["岚开综党字〔2023〕42号"]
    assert backing(date(2023, 12, 31)) == ["岚开综党字〔2021〕4号"]


def test_the_examples_of_the_pages_are_what_the_demo_zone_answers(demo: Database) -> None:
    asked, kept = example_answers(demo), read_examples()
    assert [id_ for id_ in asked if asked[id_] != kept.get(id_)] == [], "run python -m queries.example_answers"

"""The form of a question about one node: it starts there, and what is shared is given."""

from __future__ import annotations

import pytest

from queries.catalog import catalog
from queries.composing import included, returned
from queries.header import About
from queries.of_one import base_query, of_one, part_query, shared

BODY = """\
WITH $at AS asked
// include: uncovered_firms
// include: counted
WITH * WHERE formal > 0
// include: place
RETURN firm.key AS firm"""


def test_it_starts_from_the_node_and_takes_what_is_shared() -> None:
    about = About(type="Enterprise", column="firm", alone=True)
    found = of_one(about, "", BODY, "q.cypher")
    assert found.base == "uncovered_firms" and found.parts == ("counted", "place")
    assert found.cypher.splitlines()[:3] == [
        "MATCH (firm:Enterprise {key: $one.key})",
        "WITH firm, $at AS asked",
        "WITH firm, asked AS day",
    ]
    assert "$one.counted.formal AS formal" in found.cypher and "$one.place.areas AS areas" in found.cypher
    assert "MATCH" not in found.cypher.partition("\n")[2], "nothing is asked again"


def test_of_a_long_question_the_opening_is_asked_first() -> None:
    about = About(type="Enterprise", column="firm")
    found = of_one(about, f"RETURN 1 AS firm // {'long' * 600}", BODY, "q.cypher")
    assert found.opening and found.opening.parts == ("counted",)
    assert found.opening.cypher.endswith("WITH * WHERE formal > 0\nRETURN 1 AS found")
    assert {q.id for q in catalog().values() if q.of_one and q.of_one.opening} >= {
        "neighbours-reach-three",
        "uncovered-near-branch",
    }


def test_a_question_that_looks_at_all_is_asked_whole() -> None:
    found = of_one(About(type="Enterprise", column="firm"), "RETURN 1 AS firm", BODY, "q.cypher")
    assert "RETURN 1 AS firm" in found.cypher and (found.base, found.parts) == ("uncovered_firms", ())


@pytest.mark.parametrize(("of", "part"), [(of, part) for of, kind in shared().items() for part in kind.parts])
def test_a_shared_part_gives_what_is_declared_and_is_used(of: str, part: str) -> None:
    assert returned(part_query(of, part)) == shared()[of].parts[part]
    assert any(q.of_one and part in q.of_one.parts for q in catalog().values())


@pytest.mark.parametrize(("of", "base"), [(of, base) for of, kind in shared().items() for base in kind.bases])
def test_a_base_is_asked_for_the_node_alone(of: str, base: str) -> None:
    assert base_query(of, base).startswith(f"MATCH ({shared()[of].node}:{of} {{key: $one.key}})\n")
    assert any(q.of_one and q.of_one.base == base for q in catalog().values())


def test_only_includes_at_the_start_of_a_line_are_the_bodys_own() -> None:
    assert included("// include: a\nWHERE\n  // include: b\n// include: c") == ("a", "c")

from pathlib import Path

import pytest

from graph.errors import DeclarationError
from queries.composing import compose, parameters, returned, split_header


def parts(folder: Path, **texts: str) -> Path:
    for name, text in texts.items():
        (folder / f"{name}.cypher").write_text(text, encoding="utf-8")
    return folder


def test_header_ends_at_first_line_that_is_no_comment() -> None:
    header, body = split_header("// id: x\n//   zh: a\n\nMATCH (n)\n// a remark\nRETURN n")
    assert header == "id: x\n  zh: a"
    assert body == "MATCH (n)\n// a remark\nRETURN n"


def test_an_address_in_the_body_is_kept() -> None:
    assert compose("RETURN 'bolt://host' AS a", "q.cypher") == "RETURN 'bolt://host' AS a"


def test_part_loses_its_comment_and_takes_the_indent(tmp_path: Path) -> None:
    folder = parts(tmp_path, inner="// Needs n.\nn.a = 1\nAND n.b = 2", outer="// include: inner\nOR n.c")
    assert compose("WHERE\n  // include: outer", "q.cypher", folder) == "WHERE\n  n.a = 1\n  AND n.b = 2\n  OR n.c"


def test_unknown_part_names_file_and_choices(tmp_path: Path) -> None:
    with pytest.raises(DeclarationError) as caught:
        compose("// include: livng", "q.cypher", parts(tmp_path, living="true"))
    assert caught.value.place is not None and caught.value.place.file == "q.cypher"
    assert "livng" in str(caught.value) and "living" in str(caught.value)


def test_parts_in_a_circle_are_refused(tmp_path: Path) -> None:
    with pytest.raises(DeclarationError, match="a → b → a"):
        compose("// include: a", "q.cypher", parts(tmp_path, a="// include: b", b="// include: a"))


def test_parameters_are_found_once() -> None:
    assert parameters("WHERE a <= $at < b AND $rule_x > 1 OR $at = 1") == {"at", "rule_x"}


def test_aliases_of_the_last_return_only() -> None:
    cypher = (
        "CALL () {\n  RETURN 1 AS hidden\n}\n"
        "RETURN a.key AS firm, coalesce(x, 'AS y') AS name,\n  {p: 1, q: [2, 3]} AS map, total\n"
        "ORDER BY a.key, name"
    )
    assert returned(cypher) == ("firm", "name", "map", "total")

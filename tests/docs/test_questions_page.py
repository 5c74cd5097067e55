import pytest

from queries.catalog import catalog
from queries.example_answers import read_examples
from queries.questions_page import FOLDER, pages


@pytest.mark.parametrize("path", list(pages()), ids=lambda path: path.stem)
def test_the_pages_of_questions_are_what_their_headers_say(path) -> None:
    assert path.is_file(), "missing: run python -m queries.questions_page"
    assert path.read_text(encoding="utf-8") == pages()[path], "stale: run python -m queries.questions_page"


def test_no_page_tells_of_a_question_that_is_no_more() -> None:
    assert {path.stem for path in FOLDER.glob("*.md")} == set(catalog())


def test_every_question_has_an_example_answer() -> None:
    assert set(read_examples()) == set(catalog()), "run python -m queries.example_answers on the demo zone"

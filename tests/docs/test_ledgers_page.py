from graph.model import model
from loaders.ledgers_page import PAGE, ledgers_page
from loaders.mapping import mappings


def test_the_page_of_ledger_kinds_is_what_the_mappings_say() -> None:
    assert PAGE.read_text(encoding="utf-8") == ledgers_page(mappings(), model()), (
        "stale: run python -m loaders.ledgers_page"
    )


def test_every_kind_has_an_example_to_start_from() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert [kind for kind in mappings() if f"-{kind}-" not in page] == []

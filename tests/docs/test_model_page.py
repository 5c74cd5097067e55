from graph.model import model
from graph.model_page import PAGE, model_page


def test_the_model_page_is_what_the_schema_says() -> None:
    assert PAGE.read_text(encoding="utf-8") == model_page(model()), "stale: run python -m graph.model_page"

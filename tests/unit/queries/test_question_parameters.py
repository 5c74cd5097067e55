import pytest

from graph.errors import WrongQuestion
from queries.catalog import catalog
from queries.parameters import parsed

near = catalog()["uncovered-near-branch"]


def test_defaults_come_from_header_and_rules() -> None:
    assert parsed(near, {}) == {"action": "joint", "radius": 1000, "area": "", "room": "any", "per_firm": 3}


def test_words_become_values() -> None:
    assert parsed(near, {"radius": " 500 ", "action": "own"})["radius"] == 500


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ({"radios": "500"}, "radius"),
        ({"radius": "far"}, "whole number"),
        ({"radius": "1.5"}, "whole number"),
        ({"radius": True}, "whole number"),
        ({"radius": ""}, "whole number"),
        ({"radius": "0"}, "within 1 – 100000"),
        ({"radius": "100001"}, "within 1 – 100000"),
        ({"action": "merge"}, "joint, own, work"),
    ],
)
def test_a_wrong_value_is_told_with_what_is_right(settings: dict[str, object], told: str) -> None:
    with pytest.raises(WrongQuestion) as caught:
        parsed(near, settings)
    assert told in str(caught.value)
    assert all(value == "" or str(value) in str(caught.value) for value in settings.values()) or "radios" in settings


@pytest.mark.parametrize("settings", [{}, {"firm": ""}])
def test_a_required_parameter_is_asked_for(settings: dict[str, str]) -> None:
    with pytest.raises(WrongQuestion, match="is required"):
        parsed(catalog()["path-to-officer"], settings)


def test_a_question_without_parameters_says_so() -> None:
    with pytest.raises(WrongQuestion, match="takes none"):
        parsed(catalog()["zone-figures"], {"radius": "1"})

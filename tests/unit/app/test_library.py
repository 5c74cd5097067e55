"""The library of questions without a database: what is found by which words, and which values are refused."""

import json

import pytest
from plotly.utils import PlotlyJSONEncoder

from app.components.library import frame, slider
from app.library import read, wrong_values
from queries.catalog import catalog
from queries.topics import topics

QUESTION = catalog()["uncovered-near-branch"]


def test_a_question_is_found_by_any_word_it_says_of_itself_in_either_language() -> None:
    found = frame.found_by(QUESTION, topics()[QUESTION.topic])
    for word in ("附近", "直线距离", "方案推演", "planning", "uncovered firms", "uncovered-near-branch"):
        assert word in found
    assert "地区" not in found


def test_every_question_is_on_the_page_under_its_topic_and_nothing_is_built_for_it_yet() -> None:
    drawn = json.dumps(frame.build(list(catalog().values()), "zh"), cls=PlotlyJSONEncoder)
    assert all(f'"data-question": "{question}"' in drawn for question in catalog())
    assert "Slider" not in drawn
    assert "NumberInput" not in drawn


@pytest.mark.parametrize(
    ("settings", "told"), [({"radius": "0"}, "1 – 100000"), ({"action": "no"}, "joint"), ({"far": "1"}, "far")]
)
def test_values_that_cannot_be_used_are_told(settings: dict[str, str], told: str) -> None:
    error = wrong_values(QUESTION, settings)
    assert error is not None
    assert told in error.say("zh")


def test_values_that_can_be_used_are_not() -> None:
    assert wrong_values(QUESTION, {"radius": "500", "area": ""}) is None
    assert read(QUESTION.parameters["radius"], "500") == 500


def test_distances_have_a_slider_and_counts_have_none() -> None:
    assert slider.fits(QUESTION.parameters["radius"])
    assert not slider.fits(QUESTION.parameters["per_firm"])

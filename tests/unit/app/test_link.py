from dataclasses import replace
from datetime import date

import pytest

from app.link import Link, address, asking, leads_to, read_link
from app.scene.state import Scene
from graph.errors import WrongQuestion

SCENE = Scene(question="uncovered-near-branch", parameters={"radius": 500, "action": "joint"}, at=date(2026, 10, 31))
DEFAULTS = {"radius": 1000, "action": "joint"}


def test_an_address_names_question_date_and_what_is_not_default() -> None:
    assert address(SCENE, DEFAULTS) == "?q=uncovered-near-branch&at=2026-10-31&set.radius=500"
    assert address(Scene(), {}) == ""


def test_a_link_reads_back_what_an_address_says() -> None:
    link = read_link(address(SCENE, DEFAULTS) + "&node=Enterprise:919900001649826299")
    assert link == Link(
        "uncovered-near-branch", date(2026, 10, 31), {"radius": "500"}, ("Enterprise:919900001649826299",)
    )
    assert leads_to(link, SCENE, DEFAULTS)


@pytest.mark.parametrize("search", ["?q=unreached", "?at=2026-09-30", "?set.radius=800"])
def test_another_question_day_or_parameter_leads_elsewhere(search: str) -> None:
    assert not leads_to(read_link(search), SCENE, DEFAULTS)


def test_an_empty_address_keeps_the_scene() -> None:
    assert leads_to(read_link(""), SCENE, DEFAULTS)


def test_an_address_names_the_day_compared_with_and_one_without_it_leads_elsewhere() -> None:
    compared = replace(SCENE, compared=date(2026, 4, 30))
    search = address(compared, DEFAULTS)
    assert search == "?q=uncovered-near-branch&at=2026-10-31&compare=2026-04-30&set.radius=500"
    assert leads_to(read_link(search), compared, DEFAULTS)
    assert not leads_to(read_link(search), SCENE, DEFAULTS)
    assert not leads_to(read_link(address(SCENE, DEFAULTS)), compared, DEFAULTS)


def test_a_link_to_an_answer_leads_away_from_the_same_question_with_a_parameter_that_it_leaves_at_its_default() -> None:
    link = read_link(asking("uncovered-near-branch", date(2026, 10, 31), {"action": "joint"}).removeprefix("/"))
    assert not leads_to(link, SCENE, DEFAULTS)
    assert leads_to(link, replace(SCENE, parameters=DEFAULTS), DEFAULTS)


def test_a_date_that_is_none_is_told() -> None:
    with pytest.raises(WrongQuestion) as told:
        read_link("?at=2026-13-01")
    assert "2026-13-01" in told.value.say("zh")
    assert "2026-10-31" in told.value.say("zh")


def test_names_with_signs_survive_the_address() -> None:
    scene = Scene(question="q", selection=frozenset({"Branch:综合党委/第一支部&x=1"}))
    assert read_link(address(scene, {})).nodes == ("Branch:综合党委/第一支部&x=1",)


def test_a_link_names_how_the_answer_is_shown_and_no_scene_is_another_for_it() -> None:
    link = read_link(address(SCENE, DEFAULTS) + "&view=map")
    assert link.view == "map"
    assert leads_to(link, SCENE, DEFAULTS)
    assert read_link("?view=sideways").view is None

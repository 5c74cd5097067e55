"""The page without a database: its words, its colours, what a browser may load, and where it serves."""

import itertools
import re
from pathlib import Path
from typing import Any, cast

import pytest

from app.components.toolbar import CHOOSING
from app.factory import create_app, serve
from app.holes import KINDS
from app.i18n import terms
from app.pages.explorer import SPOKEN_BY_SCRIPTS
from app.placing.layouts import LAYOUTS
from app.scene.filters import KINDS as FILTERS
from app.shortcuts import EVERYWHERE
from app.theme import TOKENS
from app.theme.canvas import stylesheet
from app.theme.shapes import SHAPES
from graph.errors import SettingsError
from graph.model import model
from graph.settings import Settings
from queries.comparing import CHANGES

APP = Path(__file__).parents[3] / "app"
NO_DATABASE = cast(Any, None)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(home=tmp_path)


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", TOKENS)
def test_words_and_marks_stand_out_from_their_ground(theme: str) -> None:
    tokens = TOKENS[theme]
    for words, ground in itertools.product(("ink", "quiet", "ghost", "hole", "adjust"), ("paper", "desk", "wash")):
        assert contrast(tokens[words], tokens[ground]) >= 4.5, (words, ground)
    for mark in [*{t.colour for t in model().pictured}, "edge", "focus"]:
        assert contrast(tokens[mark], tokens["paper"]) >= 3, mark


def test_both_themes_know_the_same_tokens_and_every_colour_and_shape_of_the_schema() -> None:
    assert TOKENS["light"].keys() == TOKENS["dark"].keys()
    for node_type in model().pictured:
        assert node_type.colour in TOKENS["light"]
        assert node_type.shape in SHAPES


def test_large_pictures_draw_hair_lines_without_arrows() -> None:
    edges = {rule["selector"]: rule["style"] for rule in stylesheet("light", large=True)}["edge"]
    assert edges["curve-style"] == "haystack"
    assert "target-arrow-shape" not in edges


MADE = {
    *(f"layout_{how}" for how in LAYOUTS),
    *(f"filter_{kind}" for kind in FILTERS),
    *(f"choose_{what}" for what in CHOOSING),
    *(f"timeline_{turn}" for turn in ("begins", "ends", "happened")),
    *(one.words for one in EVERYWHERE),
    *(f"shape_{shape.replace('-', '_')}" for shape in SHAPES),
    *(f"paper_{change}" for change in CHANGES),
}
"""Words whose ids are made from what they tell of."""


def test_every_word_the_page_says_exists_in_both_languages() -> None:
    used = {
        word
        for path in APP.rglob("*.py")
        if "cli" not in path.parts and "reports" not in path.parts
        for word in re.findall(r'(?:say|text)\(\s*"([a-z_]+)"', path.read_text(encoding="utf-8"))
    }
    assert used | set(SPOKEN_BY_SCRIPTS) | {kind.id for kind in KINDS} | MADE <= terms().keys()


def test_no_word_is_idle() -> None:
    source = "".join(p.read_text(encoding="utf-8") for p in [*APP.rglob("*.py"), *APP.rglob("*.js")])
    assert [name for name in terms() if name not in MADE and not re.search(f"[\"']{name}[\"']", source)] == []


def test_a_browser_may_load_nothing_from_outside(settings: Settings) -> None:
    response = create_app(NO_DATABASE, settings).server.test_client().get("/overview")
    policy = response.headers["Content-Security-Policy"]
    assert "script-src 'self' 'sha256-" in policy
    assert "unsafe-eval" not in policy
    assert "connect-src 'self'" in policy
    page = response.get_data(as_text=True)
    assert not re.search(r'(?:src|href)="(?:https?:)?//', page)
    assert 'lang="zh-CN"' in page


def test_the_language_and_theme_of_a_visitor_are_in_the_first_bytes(settings: Settings) -> None:
    client = create_app(NO_DATABASE, settings).server.test_client()
    client.set_cookie("language", "en")
    client.set_cookie("theme", "dark")
    page = client.get("/overview").get_data(as_text=True)
    assert 'lang="en"' in page
    assert 'data-mantine-color-scheme="dark"' in page
    assert "Liangxin Graph" in page


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.20", "::"])
def test_other_addresses_than_loopback_are_refused(settings: Settings, host: str) -> None:
    with pytest.raises(SettingsError) as told:
        serve(NO_DATABASE, settings, host=host, port=0)
    assert host in told.value.say("zh")
    assert "127.0.0.1" in told.value.say("en")


def test_an_action_is_taken_as_json_alone_which_no_other_site_may_send_unasked(settings: Settings) -> None:
    browser = create_app(NO_DATABASE, settings).server.test_client()
    assert browser.post("/actions", data='{"name": "open", "tab": "a", "number": 1}').status_code == 415

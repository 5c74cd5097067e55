"""The guide to loading ledgers says what the pages and commands say, in both languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from app.cli.main import known_commands
from app.i18n import terms
from graph.text import Language
from loaders.mapping import mapping_of

DOCS = Path(__file__).parents[2] / "docs"
GUIDES: dict[Language, Path] = {"zh": DOCS / "guide-ledgers.zh.md", "en": DOCS / "guide-ledgers.md"}


@pytest.mark.parametrize("language", GUIDES)
def test_what_the_guide_prints_bold_stands_on_the_pages(language: Language) -> None:
    said = {term.say(language).lower() for term in terms().values()}
    bold = re.findall(r"\*\*(.+?)\*\*", GUIDES[language].read_text(encoding="utf-8"))
    assert len(bold) > 10
    assert [words for words in bold if words.lower() not in said] == []


def test_both_guides_have_the_same_commands_and_pictures() -> None:
    texts = [path.read_text(encoding="utf-8") for path in GUIDES.values()]
    for told in (r"^liangxin [a-z]+", r" (--[a-z-]+)", r"\(images/.+?\)", r"^#+ "):
        found = [re.findall(told, text, re.M) for text in texts]
        assert found[0] == found[1], told
    assert set(re.findall(r"^liangxin ([a-z]+)", texts[0], re.M)) <= set(known_commands())


def test_the_column_that_the_guide_maps_a_heading_to_is_one() -> None:
    (kind, column) = re.findall(r"--kind (\w+) --heading \S+=(\w+)", GUIDES["en"].read_text(encoding="utf-8"))[0]
    assert column in mapping_of(kind).columns


@pytest.mark.parametrize("picture", sorted((DOCS / "images").glob("*.png")), ids=lambda p: p.name)
def test_pictures_are_small(picture: Path) -> None:
    assert picture.stat().st_size < 300_000

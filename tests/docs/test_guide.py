"""The guides say what the pages and commands say, in both languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from app.cli.main import known_commands
from app.i18n import terms
from graph.text import Language
from loaders.mapping import mapping_of
from queries.catalog import catalog

DOCS = Path(__file__).parents[2] / "docs"
SUFFIXES: dict[Language, str] = {"zh": ".zh.md", "en": ".md"}
GUIDES = ("guide-ledgers", "guide-explorer")


def read(guide: str, language: Language) -> str:
    return (DOCS / f"{guide}{SUFFIXES[language]}").read_text(encoding="utf-8")


@pytest.mark.parametrize("language", SUFFIXES)
@pytest.mark.parametrize("guide", GUIDES)
def test_what_a_guide_prints_bold_stands_on_the_pages(guide: str, language: Language) -> None:
    titles = [question.title for question in catalog().values()]
    said = {term.say(language).lower() for term in (*terms().values(), *titles)}
    bold = re.findall(r"\*\*(.+?)\*\*", read(guide, language))
    assert len(bold) > 10
    assert [words for words in bold if words.lower() not in said] == []


@pytest.mark.parametrize("guide", GUIDES)
def test_a_guide_has_the_same_commands_and_pictures_in_both_languages(guide: str) -> None:
    texts = [read(guide, language) for language in SUFFIXES]
    for told in (r"^liangxin [a-z]+", r" (--[a-z-]+)", r"\(images/.+?\)", r"^#+ "):
        found = [re.findall(told, text, re.M) for text in texts]
        assert found[0] == found[1], told
    assert set(re.findall(r"^liangxin ([a-z]+)", texts[0], re.M)) <= set(known_commands())


def test_the_column_that_the_guide_maps_a_heading_to_is_one() -> None:
    (kind, column) = re.findall(r"--kind (\w+) --heading \S+=(\w+)", read("guide-ledgers", "en"))[0]
    assert column in mapping_of(kind).columns


@pytest.mark.parametrize("picture", sorted((DOCS / "images").glob("*.png")), ids=lambda p: p.name)
def test_pictures_are_small(picture: Path) -> None:
    assert picture.stat().st_size < 300_000

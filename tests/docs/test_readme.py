"""The READMEs say what is there: links lead somewhere, commands exist, both languages tell the same."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from app.cli.main import known_commands

ROOT = Path(__file__).parents[2]
README, ZH = ROOT / "README.md", ROOT / "README.zh.md"


@pytest.mark.parametrize("page", [README, ZH, *sorted((ROOT / "docs").rglob("*.md"))], ids=lambda p: p.name)
def test_links_and_pictures_lead_to_files(page: Path) -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


@pytest.mark.parametrize("page", [README, ZH], ids=lambda p: p.name)
def test_commands_and_targets_named_exist(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"\bmake ([a-z-]+)", text):
        assert re.search(rf"^{target}:", makefile, re.M), target
    for command in re.findall(r"\bliangxin ([a-z]+)", text):
        assert command in known_commands(), command
    assert {"demo", "test"} <= set(re.findall(r"^make ([a-z]+)", text, re.M))


def test_both_languages_name_the_same_commands() -> None:
    named = [set(re.findall(r"\b(?:make|liangxin) [a-z-]+", p.read_text(encoding="utf-8"))) for p in (README, ZH)]
    assert named[0] == named[1]

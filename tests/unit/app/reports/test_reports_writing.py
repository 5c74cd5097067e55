"""Where files come to be, and what an export that cannot be is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from reports_sample import FIRM, WISHED, answer, picture

from app.reports import FORMATS, render, write
from graph.errors import NothingToExport, SettingsError, WrongQuestion
from queries.results import Picture, PictureNode


@pytest.mark.parametrize("suffix", FORMATS)
def test_every_format_is_written_by_its_ending(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"应建未建.2026{suffix.upper()}"
    write(path, picture(), answer(), language="zh")
    assert path.stat().st_size > 100
    assert [p.name for p in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_an_export_of_nothing_is_refused(suffix: str, language: str) -> None:
    with pytest.raises(NothingToExport) as told:
        render(Picture(), None, suffix, language=language)
    assert told.value.say("zh").startswith("没有可导出的内容")


def test_a_script_of_what_does_not_exist_is_an_export_of_nothing() -> None:
    with pytest.raises(NothingToExport):
        render(Picture.of([PictureNode(WISHED, "拟建", missing=True)], []), None, ".cypher", language="zh")


def test_an_unknown_format_names_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(WrongQuestion) as told:
        write(tmp_path / "a.pdf", picture(), None, language="zh")
    assert ".pdf" in told.value.say("zh")
    assert ".graphml, .gexf, .cyjs, .csv.zip, .xlsx, .cypher" in told.value.say("en")
    assert not list(tmp_path.iterdir())


def test_an_unwritable_place_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as told:
        write(tmp_path / "no" / "such" / "a.xlsx", picture(), answer(), language="zh")
    assert "a.xlsx" in told.value.say("zh")
    folder = tmp_path / "b.xlsx"
    folder.mkdir()
    with pytest.raises(SettingsError):
        write(folder, picture(), answer(), language="zh")
    assert [p.name for p in tmp_path.iterdir()] == ["b.xlsx"]


def test_a_refused_export_leaves_the_older_file(tmp_path: Path) -> None:
    path = tmp_path / "a.graphml"
    write(path, picture(), None, language="zh")
    before = path.read_bytes()
    with pytest.raises(NothingToExport):
        write(path, Picture(), None, language="zh")
    assert path.read_bytes() == before
    write(path, Picture.of([PictureNode(FIRM, "晶曜")], []), None, language="zh")
    assert path.read_bytes() != before

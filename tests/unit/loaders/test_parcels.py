"""A folder or zip of ledgers: each file read under its own name, whatever else lies about."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from graph.errors import LedgerRefused
from loaders import parcels
from loaders.parcels import open_sources
from tests.ledgers import CELLS, ENTERPRISES, table, text_table

ROW = ["甲公司", None, 5, None, None, None]


def refusal(path: Path) -> str:
    with pytest.raises(LedgerRefused) as refused:
        list(open_sources(path))
    return refused.value.say("zh")


def packed(path: Path, parts: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return path


def test_a_folder_gives_each_ledger_by_its_path_and_names_what_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "董园街道").mkdir()
    table(tmp_path / "董园街道" / "企业.xlsx", ENTERPRISES, [ROW])
    text_table(tmp_path / "网格.csv", CELLS, [["G1", None, "片区", None]])
    (tmp_path / "董园街道" / "~$企业.xlsx").write_bytes(b"lock")
    (tmp_path / "通知.docx").write_bytes(b"x")
    left_out: list[str] = []
    assert [source.name for source in open_sources(tmp_path, left_out)] == ["网格.csv", "董园街道/企业.xlsx"]
    assert left_out == ["通知.docx"]


def test_a_zip_stays_readable_after_it_is_closed(tmp_path: Path) -> None:
    content = text_table(tmp_path / "e.csv", ENTERPRISES, [ROW]).read_bytes()
    sources = list(open_sources(packed(tmp_path / "包.zip", {"二/企业.csv": content, "一/企业.csv": content})))
    assert [source.name for source in sources] == ["一/企业.csv", "二/企业.csv"]
    kept = sources[0].file.path
    assert [row[0] for row in sources[0].sheets[0].rows] == ["企业名称", "甲公司"]
    assert kept.exists()
    sources.clear()
    assert not kept.exists(), "what was unpacked is gone with its last reader"


def test_names_packed_on_a_chinese_pc_are_readable(tmp_path: Path) -> None:
    """Such a PC writes names in its own letters, without the mark that says UTF-8."""
    content = text_table(tmp_path / "e.csv", ENTERPRISES, [ROW]).read_bytes()
    path = packed(tmp_path / "p.zip", {"AAAAAAAA.csv": content})
    path.write_bytes(path.read_bytes().replace(b"AAAAAAAA", "摸底台账".encode("gbk")))
    assert [source.name for source in open_sources(path)] == ["摸底台账.csv"]


def test_zips_in_zips_and_zips_without_ledgers_are_refused(tmp_path: Path) -> None:
    inner = packed(tmp_path / "inner.zip", {"a.csv": b"x"}).read_bytes()
    assert "还有压缩包" in refusal(packed(tmp_path / "outer.zip", {"a.zip": inner}))
    assert "没有台账文件" in refusal(packed(tmp_path / "none.zip", {"a.pdf": b"x"}))


def test_bombs_are_refused_whatever_size_they_say(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parcels, "MOST_BYTES", 1 << 20)
    bomb = packed(tmp_path / "bomb.zip", {"a.csv": b"0" * (2 << 20)})
    assert "大得不像台账" in refusal(bomb)
    told, less = (2 << 20).to_bytes(4, "little"), (100).to_bytes(4, "little")
    bomb.write_bytes(bomb.read_bytes().replace(told, less))
    assert "可能已损坏" in refusal(bomb)


def test_locked_and_damaged_zips_are_refused(tmp_path: Path) -> None:
    whole = packed(tmp_path / "whole.zip", {"a.csv": b"x" * 100}).read_bytes()
    marked = bytearray(whole)
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        marked[marked.index(signature) + offset] |= 1
    (tmp_path / "locked.zip").write_bytes(bytes(marked))
    assert "有密码" in refusal(tmp_path / "locked.zip")
    (tmp_path / "cut.zip").write_bytes(whole[: len(whole) // 2])
    assert "可能已损坏" in refusal(tmp_path / "cut.zip")

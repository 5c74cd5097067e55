"""Where scenes are kept: at hand, on the disk, and gone from both once the disk is cleared."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from diskcache import Cache

from app.scene.history import History
from app.scene.shelf import AT_HAND, Shelf
from app.scene.state import Scene
from queries.results import PictureNode, Ref

FIRM = PictureNode(Ref("Enterprise", "a"), "岚川精密")
HISTORY = History(Scene(nodes={FIRM.ref.id: FIRM}), version=3)


def packed(shelf: Shelf) -> None:
    """Wait until all that was put is on the disk."""
    shelf._packing.submit(lambda: None).result()


def test_what_is_kept_is_found_at_once_and_by_a_server_started_anew(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    shelf.put("tab", HISTORY)
    assert shelf.get("tab") is HISTORY
    packed(shelf)
    assert Shelf(tmp_path).get("tab") == HISTORY


def test_what_a_scene_derives_is_not_written(tmp_path: Path) -> None:
    assert HISTORY.scene.drawn
    shelf = Shelf(tmp_path)
    shelf.put("tab", HISTORY)
    packed(shelf)
    again = Shelf(tmp_path).get("tab")
    assert again is not None and "drawn" not in vars(again.scene)


def test_a_disk_cleared_from_outside_clears_what_is_at_hand(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    shelf.put("tab", HISTORY)
    packed(shelf)
    Shelf(tmp_path).clear()
    assert shelf.get("tab") is None
    shelf.put("another", HISTORY)
    assert list(shelf._at_hand) == ["another"], "whoever it showed is gone from memory with the next action"


def test_what_was_cleared_before_it_was_written_is_not_written(tmp_path: Path) -> None:
    shelf, go = Shelf(tmp_path), Event()
    shelf._packing.submit(go.wait)
    shelf.put("tab", HISTORY)
    Shelf(tmp_path).clear()
    go.set()
    packed(shelf)
    assert len(Cache(str(tmp_path / "scenes"))) == 0


def test_more_tabs_than_are_at_hand_are_read_from_the_disk(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    for number in range(AT_HAND + 1):
        shelf.put(str(number), replace(HISTORY, version=number))
    packed(shelf)
    found = shelf.get("0")
    assert found == replace(HISTORY, version=0) and found is not shelf.get("0")


def test_a_disk_that_cannot_be_written_is_told_with_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shelf = Shelf(tmp_path)

    def full(*_: object) -> None:
        raise OSError("full")

    monkeypatch.setattr(shelf, "_pack", full)
    shelf.put("tab", HISTORY)
    packed(shelf)
    monkeypatch.undo()
    with pytest.raises(OSError, match="full"):
        shelf.put("tab", HISTORY)
    shelf.put("tab", HISTORY)
    packed(shelf)
    assert Shelf(tmp_path).get("tab") == HISTORY

"""The first bytes wait for no database."""

from __future__ import annotations

from threading import Event
from time import monotonic

import pytest

from app.first_bytes import TRUSTED_SECONDS, FirstBytes
from graph.errors import DatabaseGone
from graph.text import Language, Text


class Drawing:
    """Draws picture after picture, once it may."""

    def __init__(self) -> None:
        self.may = Event()
        self.may.set()
        self.pictures = 0

    def __call__(self, language: Language) -> str:
        assert self.may.wait(30)
        self.pictures += 1
        return f"{language} {self.pictures}"


def test_a_busy_database_leaves_the_picture_last_heard_of_for_a_minute(monkeypatch: pytest.MonkeyPatch) -> None:
    draw = Drawing()
    first = FirstBytes(draw)
    draw.may.clear()
    assert first.tell("zh") == ""
    draw.may.set()
    with monkeypatch.context() as patient:
        patient.setattr("app.first_bytes.SECONDS", 30)
        assert first.tell("zh") == "zh 2"
    draw.may.clear()
    assert (first.tell("zh"), first.tell("en")) == ("zh 2", "")
    monkeypatch.setattr("app.first_bytes.monotonic", lambda: monotonic() + TRUSTED_SECONDS)
    assert first.tell("zh") == ""
    draw.may.set()


def test_a_database_that_is_gone_leaves_none() -> None:
    def gone(language: Language) -> str:
        raise DatabaseGone(Text("连接不上", "gone"))

    assert FirstBytes(gone).tell("zh") == ""

"""Shortcuts as data: no key has two meanings, and each is told in both languages."""

from __future__ import annotations

from app.i18n import terms
from app.shortcuts import EVERYWHERE, EXPLORER, told_to_script


def test_no_key_has_two_meanings() -> None:
    keys = [key for one in (*EVERYWHERE, *EXPLORER) for key in one.keys]
    assert len(set(keys)) == len(keys) == len(told_to_script())


def test_each_is_told() -> None:
    assert all(one.words in terms() for one in (*EVERYWHERE, *EXPLORER))


def test_the_script_knows_what_needs_a_picture() -> None:
    told = told_to_script()
    assert told["mod+z"] == {"name": "undo", "picture": True}
    assert told["+"] == {"name": "zoom", "by": 1.25, "picture": True}
    assert told["?"] == {"name": "help", "picture": False}

"""What questions answered is kept until the graph or a rule is another."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path
from threading import Event
from time import monotonic
from typing import Any

import pytest

from app.asked_ahead import ask_ahead
from app.kept import AGAIN_SECONDS, Kept
from app.opening import ask_opening, kept_opening, opening
from app.overview.parts import PARTS
from app.scene.state import Scene
from graph.connection import Database
from graph.constraints import apply_schema
from graph.errors import DatabaseError, TookTooLong
from graph.text import Text
from loaders import apply
from queries.ask import ask
from queries.results import Answer
from tests.ledgers import ENTERPRISES, read, table

SEPTEMBER = date(2026, 9, 30)
READY = 30
"""Seconds until what is waited for has surely come."""
ALPHA, BETA = "91990000MA0000001B", "91990000MA0000002E"


@pytest.fixture
def kept(database: Database, tmp_path: Path) -> Kept:
    """Of a zone with one firm, which nobody reaches."""
    apply_schema(database)
    _load(database, tmp_path, "甲公司", ALPHA)
    return Kept(database)


def _load(database: Database, folder: Path, name: str, code: str) -> str:
    path = table(folder / f"{code}.xlsx", ENTERPRISES, [[name, code, 120, "正常经营", f"{name}路1号", "G1"]])
    return apply.load(database, read(path, SEPTEMBER)).load.id


def test_an_answer_is_kept_until_the_graph_is_another(kept: Kept, database: Database, tmp_path: Path) -> None:
    first = kept.answer("unreached", SEPTEMBER, {}, 10)
    assert kept.answer("unreached", SEPTEMBER, {}, 10) is first
    assert (kept.total("unreached", SEPTEMBER, {}), first.total) == (1, 1)
    assert kept.total("unreached", date(2026, 8, 31), {}) == 0
    load = _load(database, tmp_path, "乙公司", BETA)
    assert kept.total("unreached", SEPTEMBER, {}) == 2
    assert kept.answer("unreached", SEPTEMBER, {}, 10).total == 2
    apply.unload(database, load)
    assert kept.total("unreached", SEPTEMBER, {}) == 1


def test_another_value_of_a_rule_is_another_answer(kept: Kept, database: Database) -> None:
    assert kept.total("large-unbuilt", SEPTEMBER, {}) == 1
    database.rules_file.parent.mkdir(parents=True, exist_ok=True)
    try:
        database.rules_file.write_text("large_staff: {value: 200, reason: 测试}\n", encoding="utf-8")
        assert kept.total("large-unbuilt", SEPTEMBER, {}) == 0
    finally:
        database.rules_file.unlink()
    assert kept.total("large-unbuilt", SEPTEMBER, {}) == 1


def never(*_: object, **__: object) -> Any:
    raise AssertionError("asked though it had been asked ahead")


def test_all_that_the_overview_shows_is_asked_ahead_and_anew_once_the_graph_is_another(
    kept: Kept, database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waited: list[None] = []
    for firms in (1, 2):
        ask_ahead(database, kept, lambda: waited.append(None))
        with monkeypatch.context() as nobody:
            nobody.setattr("app.kept.ask", never)
            nobody.setattr("app.kept.tally", never)
            shown = {name: part(kept, SEPTEMBER) for name, part in PARTS.items()}
        assert shown["holes"]["unreached"].number == firms
        _load(database, tmp_path, "乙公司", BETA)
    assert len(waited) >= 2 * len(PARTS)


def test_a_question_that_fails_leaves_none_of_the_others_unasked(
    kept: Kept, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slow(db: Database, question: str, *how: Any) -> Answer:
        if question == "unreached":
            raise DatabaseError(Text("超过时限", "too slow"))
        return ask(db, question, *how)

    with monkeypatch.context() as one_fails:
        one_fails.setattr("app.kept.ask", slow)
        ask_ahead(database, kept)
    with monkeypatch.context() as nobody:
        nobody.setattr("app.kept.ask", never)
        assert PARTS["to_check"](kept, SEPTEMBER)["transferable"].number == 0
        with pytest.raises(AssertionError):
            PARTS["holes"](kept, SEPTEMBER)


def test_what_took_too_long_is_refused_at_once_and_tried_again_later(
    kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def slow(db: Database, question: str, *how: Any) -> Answer:
        asked.append(question)
        raise TookTooLong(Text("超过时限", "too slow"))

    with monkeypatch.context() as all_slow:
        all_slow.setattr("app.kept.ask", slow)
        for _ in range(3):
            with pytest.raises(TookTooLong, match="too slow"):
                kept.total("unreached", SEPTEMBER, {})
    assert asked == ["unreached"]
    with pytest.raises(TookTooLong):
        kept.total("unreached", SEPTEMBER, {})
    monkeypatch.setattr("app.kept.monotonic", lambda: monotonic() + AGAIN_SECONDS)
    assert kept.total("unreached", SEPTEMBER, {}) == 1


def test_who_asks_the_same_meanwhile_waits_for_the_first(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    asked, go = [], Event()

    def slow(*how: Any) -> Answer:
        asked.append(how)
        assert go.wait(READY)
        return ask(*how)

    monkeypatch.setattr("app.kept.ask", slow)
    with ThreadPoolExecutor(3) as people:
        totals = [people.submit(kept.total, "unreached", SEPTEMBER, {}) for _ in range(3)]
        go.set()
        assert [total.result(READY) for total in totals] == [1, 1, 1]
    assert len(asked) == 1


def test_what_a_page_opens_with_is_kept_for_both_languages_and_never_older_than_the_graph(
    kept: Kept, database: Database, tmp_path: Path
) -> None:
    assert kept_opening(database, kept, "zh") is None
    ask_opening(database, kept)
    first = kept_opening(database, kept, "zh")
    assert first is not None
    assert opening(database, kept, Scene(), SEPTEMBER, "zh")[0] is first
    other = kept_opening(database, kept, "en")
    assert other is not None
    assert other.answer == first.answer
    # for a tab that shows something already it is asked anew: what recurs stays where it stands
    shown = replace(first, look="links")
    assert opening(database, kept, shown, SEPTEMBER, "zh")[0].look == "links"
    _load(database, tmp_path, "乙公司", BETA)
    assert kept_opening(database, kept, "zh") is None

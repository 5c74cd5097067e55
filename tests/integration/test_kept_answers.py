"""What questions answered is kept until the graph or a rule is another."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.kept import Kept
from graph.connection import Database
from graph.constraints import apply_schema
from loaders import apply
from tests.ledgers import ENTERPRISES, read, table

SEPTEMBER = date(2026, 9, 30)
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

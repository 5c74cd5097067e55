"""A rejected row is no absence: nobody it names ends because one of its cells is wrong."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from loaders.evidence import header
from loaders.settle import Row
from tests.ledgers import ENTERPRISES, read, table


def test_a_rejected_row_is_evidence_of_all_that_its_kind_describes(tmp_path: Path) -> None:
    rows = [["甲公司", "91990000MA0000001B", -3, "正常经营", "一号路1号", "G1"]]
    ledger = read(table(tmp_path / "e.xlsx", ENTERPRISES, rows), date(2026, 9, 30))
    (rejected,) = ledger.rows
    assert rejected.faults
    row = Row("key", header(ledger.load), rejected.mentions, rejected.statements, rejected=True)
    assert {rejected.mentions[position].type for position in row.stating if rejected.mentions[position].name} == {
        "Enterprise",
        "Site",
    }

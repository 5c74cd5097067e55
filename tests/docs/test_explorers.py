"""The table that sets this explorer beside others names tests that exist."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_each_feature_is_shown_by_a_test_that_exists_or_comes_later() -> None:
    told = (ROOT / "docs" / "explorers.md").read_text(encoding="utf-8")
    rows = [line.split("|")[1:-1] for line in told.splitlines() if line.startswith("| ")][1:]
    there = {
        name
        for path in (ROOT / "tests").rglob("test_*.py")
        for name in re.findall(r"^def (test_\w+)", path.read_text(encoding="utf-8"), re.M)
    }
    named = {row[0].strip(): re.findall(r"`(test_\w+)`", row[-1]) for row in rows}
    assert len(rows) > 30
    assert {feature: names for feature, names in named.items() if not set(names) <= there} == {}
    later = {row[0].strip() for row in rows if "later" in row[-2]}
    assert {feature for feature, names in named.items() if not names} == later

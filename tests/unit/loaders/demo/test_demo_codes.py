"""Codes of the demo zone pass their checks, computed here a second time from the standards."""

from __future__ import annotations

import csv
import re
from datetime import date
from pathlib import Path

import pytest

from graph.values.codes import credit_code_state
from loaders.demo.world import World
from loaders.demo.zone import build_world

REAL = Path(__file__).parents[5] / "shared" / "data" / "shangrao_registry_to_2013.csv"


@pytest.fixture(scope="module")
def world() -> World:
    return build_world()


def test_credit_codes(world: World) -> None:
    letters = "0123456789ABCDEFGHJKLMNPQRTUWXY"
    codes = [f.uscc for f in (*world.firms, *world.outsiders)] + [code for code, _ in world.groups]
    assert len(codes) == len(set(codes))
    for code in codes:
        assert re.fullmatch(r"91990000[0-9A-Z]{10}", code)
        body = sum(int(c, 36) * w for c, w in zip(code[8:16], (3, 7, 9, 10, 5, 8, 4, 2), strict=True))
        assert code[16] == "0123456789X0"[11 - body % 11]
        total = sum(letters.index(c) * pow(3, i, 31) for i, c in enumerate(code[:17]))
        assert code[17] == letters[(31 - total) % 31]
        assert credit_code_state(code) == "valid"


def test_citizen_numbers(world: World) -> None:
    numbers = [m.id_number for m in world.members]
    assert len(numbers) == len(set(numbers)) > 500
    for member in world.members:
        number = member.id_number
        assert number[:6] == "990000"
        assert date.fromisoformat(f"{number[6:10]}-{number[10:12]}-{number[12:14]}") == member.born_on
        total = sum(int(c) * pow(2, 17 - i, 11) for i, c in enumerate(number[:17]))
        assert number[17] == "10X98765432"[total % 11]


def test_nothing_has_two_names_or_one_code_twice(world: World) -> None:
    for found in (
        [f.name for f in (*world.firms, *world.outsiders)],
        [b.code for b in world.branches],
        [b.name for b in world.branches],
        [c.code for c in world.cells],
        [o.staff_id for o in world.officers],
        [p.agreement for p in world.pairs],
        [(s.firm, s.address) for s in world.sites],
    ):
        assert len(found) == len(set(found)) > 0


def test_no_firm_of_the_zone_is_a_real_one(world: World) -> None:
    if not REAL.exists():
        pytest.skip(f"the shared data is missing: {REAL.name}")
    with REAL.open(encoding="utf-8-sig", newline="") as file:
        real = {row["企业名称"] for row in csv.DictReader(file)}
    assert len(real) > 9000
    assert not real & {f.name for f in (*world.firms, *world.outsiders)}
    assert not any("岚川" in name for name in real)

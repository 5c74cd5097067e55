"""Conflicts, faulty codes, firms that may be one, and how fresh the ledgers are."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from drawn_zone import Zone

from graph.connection import Database
from loaders import apply
from loaders.field_authority import FieldAuthority, set_field_authority
from queries.quality import bad_codes, conflicts, duplicate_firms, stale_ledgers
from tests.ledgers import ENTERPRISES, read, table

DAY, BEFORE = date(2026, 6, 30), date(2026, 6, 29)
CODE = "91990000MA0000001B"


def survey(path: Path, staff: int, code: str = CODE) -> Path:
    return table(path, ENTERPRISES, [["甲公司", code, staff, "正常经营", None, None]])


def test_both_values_and_files_of_a_conflict_are_told_with_the_reason(database: Database, tmp_path: Path) -> None:
    for name, staff, scope in (("东.xlsx", 50, "区/东"), ("西.xlsx", 60, "区/西")):
        apply.load(database, read(survey(tmp_path / name, staff), DAY, scope=scope))
    (found,) = conflicts(database, DAY)
    assert (found.day, found.firm, found.name, found.what, found.because) == (DAY, CODE, "甲公司", "staff", "load")
    told = {found.shown_file: found.shown, found.other_file: found.other}
    assert told == {"东.xlsx": "50", "西.xlsx": "60"}
    assert len(conflicts(database, DAY, "firms")) == 1
    assert conflicts(database, BEFORE) == ()
    set_field_authority(database, FieldAuthority("Enterprise.staff", ("enterprises",), "以摸底为准"))
    assert [c.because for c in conflicts(database, DAY)] == ["field"]


def test_a_person_in_conflict_is_masked_and_no_firm(zone: Zone) -> None:
    for load, kind in (("one", "members"), ("two", "officers")):
        zone._nodes.append({"labels": ["Load"], "properties": {"key": load, "file": f"{load}.xlsx", "kind": kind}})
    zone.node("Member", "m", name="欧阳晶").firm("f", state=None)
    said = {"day": DAY, "shown": "1", "other": "2", "shown_load": "one", "other_load": "two"}
    for key, subject, what in (("c1", "m", "standing"), ("c2", "f", "staff")):
        zone._nodes.append({"labels": ["Conflict"], "properties": {"key": key, "what": what, **said}})
        zone.event(key, "CONCERNS", subject)
    found = conflicts(zone.database, DAY)
    assert [(c.firm, c.member, c.name, c.person, c.because) for c in found] == [
        ("f", None, "f", None, "kind"),
        (None, "m", None, "欧*", "kind"),
    ]
    assert [c.firm for c in conflicts(zone.database, DAY, "firms")] == ["f"]


def test_codes_that_fail_are_damaged_or_missing_are_told_with_their_row(zone: Zone) -> None:
    for number, (key, code, state) in enumerate((
        ("good", CODE, "valid"), ("bad", "91990000MA0000001C", "failed"),
        ("none", None, None), ("cut", None, "damaged"),
    )):  # fmt: skip
        zone.firm(key, state=None, uscc=code, uscc_state=state).row(key, number, BEFORE if key == "bad" else DAY)
    zone.firm("unheard", state=None).row("bad", 9, DAY, link="NAMES").row("bad", 5, date(2026, 5, 31))
    found = bad_codes(zone.database, DAY)
    assert [(r.fault, r.firm, r.row, r.as_of) for r in found] == [
        ("damaged", "cut", 3, DAY),
        ("failed", "bad", 1, BEFORE),
        ("missing", "none", 2, DAY),
    ]
    assert [r.firm for r in bad_codes(zone.database, DAY, "missing")] == ["none"]
    assert [r.firm for r in bad_codes(zone.database, BEFORE)] == ["bad"]


def test_firms_of_one_name_or_a_code_a_slip_away_are_candidates(zone: Zone) -> None:
    named = {"a": "甲（岚川）公司", "b": "甲(岚川) 公司", "c": "乙公司", "d": "丙公司", "e": "丁公司", "f": "戊公司"}
    codes = {
        "c": ("91990000MA0000001C", "failed"), "d": ("91990000MA0000001B", "valid"),
        "e": ("91990000MA0000002B", "failed"), "f": ("91990000AM0000001B", "failed"),
    }  # fmt: skip
    for number, (key, name) in enumerate(named.items()):
        code, state = codes.get(key, (None, None))
        heard = BEFORE if key in "ab" else DAY
        zone.firm(key, state=None, name=name, uscc=code, uscc_state=state).row(key, number, heard)
    assert [(r.alike, r.firm, r.other) for r in duplicate_firms(zone.database, DAY)] == [
        ("code", "e", "d"),
        ("code", "c", "d"),
        ("code", "f", "d"),
        ("name", "a", "b"),
    ]
    assert [r.firm for r in duplicate_firms(zone.database, BEFORE)] == ["a"]


def test_two_codes_that_both_fail_are_one_pair(zone: Zone) -> None:
    for number, (key, code) in enumerate((("a", "91990000MA0000001C"), ("b", "91990000MA0000001D"))):
        zone.firm(key, state=None, name=key, uscc=code, uscc_state="failed").row(key, number, DAY)
    assert [(r.firm, r.other) for r in duplicate_firms(zone.database, DAY)] == [("a", "b")]


def test_the_latest_ledger_of_each_kind_and_scope_with_its_age(database: Database, tmp_path: Path) -> None:
    for name, staff, day, scope in (
        ("旧.xlsx", 50, date(2025, 12, 30), "区/东"), ("东.xlsx", 51, date(2025, 12, 31), "区/东"),
        ("西.xlsx", 60, DAY, "区/西"),
    ):  # fmt: skip
        apply.load(database, read(survey(tmp_path / name, staff), day, scope=scope))
    rejected = table(tmp_path / "退.xlsx", ENTERPRISES, [["乙公司", None, "许多人", "正常经营", None, None]])
    apply.load(database, read(rejected, DAY, scope="区/西"))
    found = stale_ledgers(database, DAY)
    assert [(r.scope, r.kind, r.as_of, r.days, r.state, r.accepted, r.rejected, r.files) for r in found] == [
        ("区/东", "enterprises", date(2025, 12, 31), 181, "stale", 1, 0, "东.xlsx"),
        ("区/西", "enterprises", DAY, 0, "fresh", 1, 1, "西.xlsx、退.xlsx"),
    ]
    # the day on which a survey is out of date, too, and not the day before
    assert [r.state for r in stale_ledgers(database, BEFORE)] == ["fresh"]
    assert [r.scope for r in stale_ledgers(database, DAY, older=181)] == ["区/东"]
    assert stale_ledgers(database, DAY, older=182) == ()
    assert [r.files for r in stale_ledgers(database, date(2025, 12, 30))] == ["旧.xlsx"]


def test_an_empty_graph_has_no_faults(zone: Zone) -> None:
    at = zone.database
    assert (conflicts(at, DAY), bad_codes(at, DAY), duplicate_firms(at, DAY), stale_ledgers(at, DAY)) == (
        (),
        (),
        (),
        (),
    )

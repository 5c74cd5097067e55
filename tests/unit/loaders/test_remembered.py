"""What people said of their own ledgers is remembered: a layout nobody has seen loads after it was mapped once."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from graph.errors import DeclarationError, LedgerRefused
from loaders.mapping import mapping_of
from loaders.reading import read_ledger
from loaders.remembered import (
    FILE,
    NOTHING,
    Remembered,
    read_remembered,
    remember_heading,
    remember_word,
    with_remembered,
)
from loaders.sources import read_source
from tests.ledgers import DIGESTER, table

DAY = date(2026, 9, 30)
STRANGE = ["厂商", "厂商编号", "用工/多少人", "眼下", "坐落", "哪个格"]
CODE = "91990000MA0000001B"


def test_a_layout_nobody_has_seen_loads_after_it_was_mapped_by_hand_once(tmp_path: Path) -> None:
    path = table(tmp_path / "厂商.xlsx", STRANGE, [["甲公司", CODE, 50, "歇业整顿", "一号路1号", "G1"]], "厂商一览")

    def read(remembered: Remembered) -> object:
        return read_ledger(
            read_source(path), DIGESTER, kind=None, scope="园区", as_of=DAY, full=False, remembered=remembered
        )

    with pytest.raises(LedgerRefused):
        read(NOTHING)
    for column, heading in zip(
        ["name", "uscc", "staff", "operating_state", "address", "grid_code"], STRANGE, strict=True
    ):
        remember_heading(tmp_path, "enterprises", column, heading)
    remember_word(tmp_path, "enterprises", "operating_state", "stopped", "歇业整顿")
    ledger = read_ledger(
        read_source(path),
        DIGESTER,
        kind=None,
        scope="园区",
        as_of=DAY,
        full=False,
        remembered=read_remembered(tmp_path),
    )
    (row,) = ledger.rows
    assert (ledger.load.kind, row.faults, ledger.unmapped) == ("enterprises", (), ())
    said = {s.slot: s.value for s in row.statements if s.to is None}
    assert (said["name"], said["uscc"], said["staff"], said["operating_state"]) == ("甲公司", CODE, 50, "stopped")
    assert {m.code for m in row.mentions} >= {CODE, "G1"}


def test_what_a_person_says_goes_before_what_the_mapping_says() -> None:
    said = Remembered.model_validate({"kinds": {"members": {"headings": {"branch_name": ["工作单位"]}}}})
    changed = with_remembered(mapping_of("members"), said)
    assert changed.columns["branch_name"].headings[0] == "工作单位"
    assert "工作单位" not in changed.columns["firm_name"].headings
    assert "工作单位" in mapping_of("members").columns["firm_name"].headings, "the project's own stays as it is"
    assert with_remembered(mapping_of("branches"), said) is mapping_of("branches")


def test_the_last_word_on_a_heading_counts(tmp_path: Path) -> None:
    remember_heading(tmp_path, "enterprises", "industry", "板块")
    remember_heading(tmp_path, "enterprises", "needs", "板块")
    kept = read_remembered(tmp_path).kinds["enterprises"]
    assert kept.headings == {"needs": ("板块",)}


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("kinds: {firms: {headings: {name: [厂商]}}}", "kinds.firms"),
        ("kinds: {enterprises: {headings: {title: [厂商]}}}", "kinds.enterprises.headings.title"),
        ("kinds: {enterprises: {headings: {name: [厂商], needs: [厂商]}}}", "kinds.enterprises.headings"),
        (
            "kinds: {enterprises: {words: {operating_state: {idle: [闲置]}}}}",
            "kinds.enterprises.words.operating_state.idle",
        ),
        ("kinds: {enterprises: {heading: {}}}", "kinds.enterprises.heading"),
        ("kinds: [", "line"),
    ],
)
def test_a_file_that_does_not_fit_names_the_key(tmp_path: Path, text: str, key: str) -> None:
    (tmp_path / FILE).write_text(text, encoding="utf-8")
    with pytest.raises(DeclarationError) as wrong:
        read_remembered(tmp_path)
    assert wrong.value.place is not None
    assert wrong.value.place.file == FILE
    assert key in (wrong.value.place.key or "")


def test_a_wrong_choice_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    remember_heading(tmp_path, "enterprises", "name", "厂商")
    before = (tmp_path / FILE).read_bytes()
    with pytest.raises(DeclarationError):
        remember_heading(tmp_path, "enterprises", "nothing", "厂商二")
    with pytest.raises(DeclarationError):
        remember_word(tmp_path, "enterprises", "operating_state", "idle", "闲置")
    assert (tmp_path / FILE).read_bytes() == before

"""Two ledgers that disagree about one value at one date: both are kept, the zone's authority decides what is shown."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from graph.connection import Database
from graph.errors import WrongQuestion
from loaders import apply
from loaders.field_authority import FieldAuthority, field_authorities, set_field_authority
from tests.ledgers import ENTERPRISES, read, table, text_table, whole_graph

SEPTEMBER = date(2026, 9, 30)
ALPHA = "91990000MA0000001B"
REGISTRY = ["企业名称", "统一社会信用代码", "注册日期", "企业类型", "注册地址"]


def _loaded(database: Database, tmp_path: Path) -> None:
    survey = table(tmp_path / "e.xlsx", [*ENTERPRISES, "企业类型"], [
        ["甲公司", ALPHA, 50, "正常经营", "一号路1号", "G1", "外商"],
    ])  # fmt: skip
    registry = text_table(tmp_path / "r.csv", REGISTRY, [["甲公司", ALPHA, "2013-01-02", "私营", "某路"]])
    for path, kind in ((survey, "enterprises"), (registry, "registry")):
        apply.load(database, read(path, SEPTEMBER, kind=kind))


def _shown(database: Database) -> tuple[str, list[tuple[str, str, str]]]:
    rows = database.read(
        "MATCH (e:Enterprise {key: $key}) OPTIONAL MATCH (c:Conflict {what: 'ownership'})-[:CONCERNS]->(e) "
        "RETURN e.ownership AS shown, c.what AS what, c.shown AS kept, c.other AS other",
        {"key": ALPHA},
    )
    return rows[0]["shown"], [(row["what"], row["kept"], row["other"]) for row in rows if row["what"]]


def test_the_authority_of_a_field_decides_what_is_shown_and_the_other_is_kept(
    database: Database, tmp_path: Path
) -> None:
    _loaded(database, tmp_path)
    assert _shown(database) == ("foreign", [("ownership", "foreign", "private")]), "the survey is trusted more"
    before = whole_graph(database)
    trusted = FieldAuthority("Enterprise.ownership", ("registry",), "登记机关为准")
    assert set_field_authority(database, trusted)
    assert _shown(database) == ("private", [("ownership", "private", "foreign")])
    assert field_authorities(database) == [trusted]
    assert not apply.rebuild(database)
    set_field_authority(database, FieldAuthority("Enterprise.ownership", (), ""))
    assert whole_graph(database) == before


@pytest.mark.parametrize(("field", "kinds"), [("Enterprise.colour", ("registry",)), ("Enterprise.ownership", ("x",))])
def test_an_authority_nobody_knows_is_refused(database: Database, field: str, kinds: tuple[str, ...]) -> None:
    with pytest.raises(WrongQuestion):
        set_field_authority(database, FieldAuthority(field, kinds, ""))

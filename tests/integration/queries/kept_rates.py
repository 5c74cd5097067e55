"""Rates counted in full and rates counted ahead, in a small zone made of ledgers, and what may happen to that zone."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from graph.connection import Database
from loaders import apply
from loaders.by_hand import edge_by_hand, value_by_hand
from loaders.field_authority import FieldAuthority, set_field_authority
from loaders.forgetting import forget
from loaders.ledger import Ledger
from loaders.loads import loads
from loaders.review import means, same, waiting
from queries import ask as asking
from queries.ask import ask
from queries.catalog import catalog
from queries.rollups import refresh, revision_of, wanted_rollups
from tests.ledgers import BRANCHES, CELLS, DIGESTER, ENTERPRISES, MEMBERS, read, text_table

APRIL, SEPTEMBER, OCTOBER = date(2026, 4, 30), date(2026, 9, 30), date(2026, 10, 31)
PARAMETERS = catalog()["rates"].parameters
GROUPINGS = [{"base": base, "by": by} for base in PARAMETERS["base"].values for by in PARAMETERS["by"].values]
SCOPE = "测试园区"
ALPHA, BETA, GAMMA = "91990000MA0000001B", "91990000MA0000002E", "91990000MA0000003G"
IDS = ("990000197001010018", "990000197505052027", "990000199001011239")

Grouping = Mapping[str, str]
Rows = list[tuple[dict[str, Any], ...]]


def rates(database: Database, at: date, groupings: Sequence[Grouping] = GROUPINGS) -> Rows:
    """Every rate of every group, for each base and grouping."""
    return [ask(database, "rates", at, grouping, limit=10_000).rows for grouping in groupings]


def in_full(database: Database, at: date, groupings: Sequence[Grouping] = GROUPINGS) -> Rows:
    """The same, found with no kept count: none was made in this way."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(asking, "counting", lambda _: "none")
        return rates(database, at, groupings)


def kept(database: Database) -> dict[str, str]:
    """The revision that each kept count reflects, by its key."""
    found = database.read("MATCH (r:RollUp) RETURN r.key AS key, r.reflects AS reflects")
    return {row["key"]: row["reflects"] for row in found}


def falsify(database: Database) -> None:
    """Make all that is kept wrong, so that an answer shows whether it was used."""
    shift = "SET r.numerators = [n IN r.numerators | n + 1000], r.denominators = [n IN r.denominators | n + 100000]"
    database.write(lambda tx: tx.run(f"MATCH (r:RollUp) {shift}").consume())


def count_ahead(database: Database) -> None:
    """Count all that is wanted; what is kept then reflects the present graph."""
    assert refresh(database, APRIL, OCTOBER)
    assert set(kept(database).values()) == {revision_of(database)}
    assert set(kept(database)) == {key for one in wanted_rollups(database, APRIL, OCTOBER) for key in one.keys.values()}


def cells(folder: Path) -> Ledger:
    rows = [["G1", "一格", "东片区", "住建局"], ["G2", "二格", "西片区", "社发局"]]
    return read(text_table(folder / "cells.csv", CELLS, rows), APRIL, full=True)


def firms(folder: Path, as_of: date, staff: str, state: str = "正常经营", **how: Any) -> Ledger:
    rows = [
        ["岚川甲科技有限公司", ALPHA, staff, state, "一号路1号", "G1"],
        ["岚川乙科技有限公司", BETA, "20", "正常经营", "二号路2号", "G2"],
        ["岚川丙机械有限公司", GAMMA, "", "正常经营", "三号路3号", ""],
    ]
    return read(text_table(folder / f"firms-{as_of}-{staff}-{state}.csv", ENTERPRISES, rows), as_of, **how)


def branches(folder: Path) -> Ledger:
    rows = [["B1", "第一支部", "企业", "单独建立", "2020-01-01", "", "岚川甲科技有限公司", ALPHA, "2020-01-01"]]
    return read(text_table(folder / "branches.csv", BRANCHES, rows), APRIL)


def members(folder: Path) -> Ledger:
    people = zip(("安某", "鲍某", "陈某"), IDS, strict=True)
    firm, branch = ("岚川甲科技有限公司", ALPHA), ("第一支部", "B1")
    rows = [[*who, "2001-07-01", "正式党员", *firm, *branch, "2020-01-01"] for who in people]
    return read(text_table(folder / "members.csv", MEMBERS, rows), APRIL)


def undo(database: Database, kind: str) -> None:
    apply.unload(database, next(load["id"] for load in loads(database) if load["kind"] == kind))


def corrected(database: Database, folder: Path) -> None:
    replaced = next(load["id"] for load in loads(database) if load["kind"] == "enterprises")
    apply.load(database, firms(folder, APRIL, "9", replaces=replaced))


def decided(database: Database, folder: Path) -> None:
    """A ledger of branches that cuts a firm's name short waits; the decision lets it count."""
    rows = [["B2", "第二支部", "企业", "单独建立", "2020-01-01", "", "乙科技", "", "2020-01-01"]]
    apply.load(database, read(text_table(folder / "waiting.csv", BRANCHES, rows), APRIL))
    count_ahead(database)
    apply.load(database, means(database, waiting(database)[0], BETA, APRIL))


def by_hand(database: Database, slot: str, word: str) -> None:
    apply.load(database, value_by_hand(database, ("Enterprise", ALPHA), slot, word, SEPTEMBER, SCOPE))


def dissolved(database: Database, folder: Path) -> None:
    """A ledger of today that says what ended long ago."""
    rows = [
        ["B1", "第一支部", "企业", "单独建立", "2020-01-01", "2026-05-15", "岚川甲科技有限公司", ALPHA, "2020-01-01"]
    ]
    apply.load(database, read(text_table(folder / "late.csv", BRANCHES, rows), OCTOBER))


def merged(database: Database) -> None:
    apply.load(database, same(database, ("Enterprise", ALPHA), ("Enterprise", BETA), APRIL, SCOPE))


def forgotten(database: Database) -> None:
    (row,) = database.read("MATCH (m:Member) RETURN m.key AS key ORDER BY key LIMIT 1")
    forget(database, DIGESTER, row["key"])


def trusted(database: Database, folder: Path) -> None:
    """Two ledgers of one date disagree; then the other is the authority."""
    by_hand(database, "staff", "7")
    apply.load(database, firms(folder, SEPTEMBER, "300"))
    count_ahead(database)
    set_field_authority(database, FieldAuthority("Enterprise.staff", ("enterprises", "by_hand"), "test"))


def broken(database: Database) -> None:
    """Somebody changed the graph past the loaders, and it is derived anew."""
    database.write(lambda tx: tx.run("MATCH (:Branch)-[c:COVERS]->() SET c.until = date('2020-02-01')").consume())
    apply.rebuild(database)


DEEDS: dict[str, Callable[[Database, Path], object]] = {
    "full load": lambda database, folder: apply.load(database, firms(folder, SEPTEMBER, "8", "停产", full=True)),
    "partial load": lambda database, folder: apply.load(database, firms(folder, SEPTEMBER, "300")),
    "replaced load": corrected,
    "undo": lambda database, _: undo(database, "branches"),
    "undo of the first load": lambda database, _: undo(database, "grid_cells"),
    "back-dated correction": dissolved,
    "decision on a name": decided,
    "two firms are one": lambda database, _: merged(database),
    "fact by hand": lambda database, _: by_hand(database, "staff", "3"),
    "edge by hand": lambda database, _: apply.load(
        database, edge_by_hand(database, ("Branch", "B1"), "COVERS", ("Enterprise", BETA), SEPTEMBER, SCOPE)
    ),
    "authority of a field": trusted,
    "forgotten person": lambda database, _: forgotten(database),
    "rebuilt": lambda database, _: broken(database),
}

"""Names that may mean several: they wait, a person decides, the decision serves later ledgers and can be taken back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from graph.connection import Database
from loaders import apply
from loaders.by_hand import edge_by_hand, value_by_hand
from loaders.ledger import Ledger
from loaders.review import Waiting, means, same, waiting
from queries.finding import find
from queries.results import Ref
from tests.ledgers import ENTERPRISES, MEMBERS, read, table, whole_graph

SEPTEMBER, OCTOBER, NOVEMBER = date(2026, 9, 30), date(2026, 10, 31), date(2026, 11, 20)
ALPHA, BETA, GAMMA = "91990000MA0000001B", "91990000MA0000002E", "91990000MA0000003C"
SCOPE = "测试园区"


def _firms(tmp_path: Path) -> Ledger:
    return read(table(tmp_path / "e.xlsx", ENTERPRISES, [
        ["岚川佳科技有限公司", ALPHA, 50, "正常经营", "一号路1号", "G1"],
        ["岚川佳科技发展有限公司", BETA, 20, "正常经营", "二号路2号", "G1"],
        ["佳科技(岚川)有限公司", GAMMA, 20, "正常经营", "三号路3号", "G1"],
    ]), SEPTEMBER, full=True)  # fmt: skip


def _member(tmp_path: Path, as_of: date) -> Ledger:
    rows = [["安某", "990000197505052027", "2001-07-01", "正式党员", "佳科技", None, "第一支部", "B1", None]]
    return read(table(tmp_path / f"m{as_of}.xlsx", MEMBERS, rows), as_of)


def _works_at(database: Database) -> list[str]:
    return [row["key"] for row in database.read("MATCH (:Member)-[:WORKS_AT]->(e) RETURN e.key AS key")]


def _one(database: Database) -> Waiting:
    (found,) = waiting(database)
    return found


def test_a_name_cut_short_waits_and_a_decision_serves_later_ledgers_until_it_is_taken_back(
    database: Database, tmp_path: Path
) -> None:
    apply.load(database, _member(tmp_path, SEPTEMBER))
    assert _works_at(database) == ["佳科技"], "nobody has a name like it yet"
    outcome = apply.load(database, _firms(tmp_path))
    assert outcome.asked_again == 1
    assert _works_at(database) == [], "three firms may be meant: it waits"
    found = _one(database)
    assert (found.called, {c.key for c in found.candidates}) == ("佳科技", {ALPHA, BETA, GAMMA})
    waited = whole_graph(database)

    decision = means(database, found, ALPHA, OCTOBER)
    apply.load(database, decision)
    assert _works_at(database) == [ALPHA]
    later = _member(tmp_path, OCTOBER)
    assert apply.load(database, later).rows == {"accepted": 1}, "not asked twice"
    assert not apply.rebuild(database)

    for ledger in (later, decision):
        apply.unload(database, ledger.load.id)
    assert whole_graph(database) == waited


def test_a_name_may_be_nobody_known(database: Database, tmp_path: Path) -> None:
    apply.load(database, _firms(tmp_path))
    apply.load(database, _member(tmp_path, SEPTEMBER))
    apply.load(database, means(database, _one(database), None, OCTOBER))
    assert _works_at(database) == ["佳科技"]
    assert waiting(database) == []


def test_two_found_to_be_one_are_merged_and_parted_again(database: Database, tmp_path: Path) -> None:
    apply.load(database, _firms(tmp_path))
    before = whole_graph(database)
    merger = same(database, ("Enterprise", ALPHA), ("Enterprise", BETA), OCTOBER, SCOPE)
    apply.load(database, merger)
    keys = [row["key"] for row in database.read("MATCH (e:Enterprise) RETURN e.key AS key ORDER BY key")]
    assert keys == [ALPHA, GAMMA]
    assert find(database, BETA) == Ref("Enterprise", ALPHA), "old links still lead there"
    assert len(database.read("MATCH (:Enterprise {key: $key})<-[:OF]-(s:Site) RETURN s.key", {"key": ALPHA})) == 2
    apply.unload(database, merger.load.id)
    assert whole_graph(database) == before


def test_what_is_stated_by_hand_is_a_load_like_any_other(database: Database, tmp_path: Path) -> None:
    apply.load(database, _firms(tmp_path))
    before = whole_graph(database)
    staff = value_by_hand(database, ("Enterprise", ALPHA), "staff", "约60人", NOVEMBER, SCOPE)
    group = edge_by_hand(database, ("Enterprise", ALPHA), "PART_OF", ("Enterprise", BETA), NOVEMBER, SCOPE)
    for ledger in (staff, group):
        assert apply.load(database, ledger).rows == {"accepted": 1}
    told = database.read(
        "MATCH (s:SurveyRecord)-[:DESCRIBES]->(e:Enterprise {key: $key})-[p:PART_OF]->(g) "
        "RETURN s.staff AS staff, s.since AS since, g.key AS owner, p.since AS owned ORDER BY since",
        {"key": ALPHA},
    )
    assert [tuple(row.values()) for row in told] == [
        (50, SEPTEMBER, BETA, NOVEMBER),
        (60, NOVEMBER, BETA, NOVEMBER),
    ]
    for ledger in (staff, group):
        apply.unload(database, ledger.load.id)
    assert whole_graph(database) == before

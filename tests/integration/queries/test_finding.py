"""Search, the word a person types, and the card of one node."""

from __future__ import annotations

from datetime import date

import pytest
from drawn_zone import BEGIN, Zone

from graph.errors import NotFound, WrongQuestion
from graph.values.names import search_keys
from queries.node import card, find
from queries.results import OPEN, Ref
from queries.search import search
from queries.verdicts import speaking_of

AT = date(2026, 9, 30)


@pytest.fixture
def firms(zone: Zone) -> Zone:
    """Three firms, a branch, a person and a cell."""
    for key, name in (
        ("91990000A", "岚川晶曜光电有限公司"),
        ("91990000B", "光电"),
        ("91990001C", "光电科技（岚川）有限公司"),
    ):
        zone.node("Enterprise", key, name=name, uscc=key, search_keys=search_keys(name))
    zone.node("Member", "hash1", name="欧阳晶", search_keys=search_keys("欧阳晶"))
    return zone.node("GridCell", "GC-01", name="一号网格", code="GC-01", search_keys=search_keys("一号网格"))


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("光电", ["91990000B", "91990001C", "91990000A"]),
        ("曜", ["91990000A"]),
        ("jygd", ["91990000A"]),
        ("gdkj", ["91990001C"]),
        ("jingyao", ["91990000A"]),
        ("晶曜gd", ["91990000A"]),
        ("光电 lc", ["91990000A", "91990001C"]),
        ("91990000", ["91990000B", "91990000A"]),
        ("91990001c", ["91990001C"]),
        ("GC-01", ["GC-01"]),
        ("９１９９０００１Ｃ", ["91990001C"]),
        ("光电科技(岚川", ["91990001C"]),
        ('光电" OR name:*', []),
        ("没有这家", []),
        ("", []),
        (" *:* ", []),
    ],
)
def test_search_finds_and_ranks(firms: Zone, text: str, keys: list[str]) -> None:
    assert [hit.ref.key for hit in search(firms.database, text)] == keys


def test_by_initials_firms_come_first_and_persons_last(firms: Zone) -> None:
    for type_, key, name in (
        ("Member", "hash2", "金娅"),
        ("Officer", "o", "姜阳"),
        ("Branch", "b", "岚川晶曜光电有限公司党支部"),
    ):
        firms.node(type_, key, name=name, search_keys=search_keys(name))
    assert [hit.ref.key for hit in search(firms.database, "jy")] == ["91990000A", "b", "hash2", "o"]


def test_a_person_is_found_by_name_and_shown_masked(firms: Zone) -> None:
    (hit,) = search(firms.database, "欧阳晶")
    assert (hit.ref.type, hit.caption, hit.detail) == ("Member", "欧*", "党员")
    assert "晶" not in str(hit) and "ouyang" not in str(hit)


def test_detail_tells_namesakes_apart(firms: Zone) -> None:
    hit = search(firms.database, "曜", language="en")[0]
    assert (hit.caption, hit.detail) == ("岚川晶曜光电有限公司", "Enterprise · 91990000A")


def test_at_most_so_many(firms: Zone) -> None:
    assert len(search(firms.database, "光电", limit=2)) == 2


def test_find_takes_a_bare_key_or_one_with_its_type(firms: Zone) -> None:
    assert find(firms.database, "91990000B") == Ref("Enterprise", "91990000B")
    assert find(firms.database, " GridCell:GC-01 ") == Ref("GridCell", "GC-01")


def test_a_key_of_two_types_must_be_told_apart(firms: Zone) -> None:
    firms.node("Area", "east").node("Village", "east")
    with pytest.raises(WrongQuestion, match="Area:east, Village:east"):
        find(firms.database, "east")
    assert find(firms.database, "Village:east") == Ref("Village", "east")


def test_an_unknown_word_names_what_is_near(firms: Zone) -> None:
    with pytest.raises(NotFound, match="91990000A"):
        find(firms.database, "晶曜")
    with pytest.raises(NotFound, match="search"):
        find(firms.database, "Firm:zzz")


def test_a_card_tells_what_is_known_at_the_date(zone: Zone) -> None:
    zone.firm("a", span=(BEGIN, AT)).branch("b", "a").branch("gone").edge("gone", "COVERS", "a", (BEGIN, AT))
    zone.record("SurveyRecord", "a", (AT, OPEN), operating_state="operating", staff=30, investor_name="张三")
    zone.row("a", 7, AT).row("a", 3, BEGIN).row("a", 9, AT, link="NAMES")
    known = card(zone.database, Ref("Enterprise", "a"), AT)
    assert known.caption == "a" and known.properties == {"name": "a", "ownership": "private"}
    assert known.record is not None and (known.record["staff"], known.record["investor_name"]) == (30, "张*")
    assert [(e.name, e.direction, e.ref.id, e.caption) for e in known.edges] == [("COVERS", "in", "Branch:b", "b")]
    assert [(s.row, s.as_of, s.states) for s in known.sources] == [(7, AT, True), (3, BEGIN, True), (9, AT, False)]
    assert known.sources[0].file == "台账.xlsx"


def test_verdicts_say_which_questions_list_the_node(zone: Zone) -> None:
    zone.firm("alone").firm("covered").branch("b", "covered")
    verdicts = {v.question: v for v in card(zone.database, Ref("Enterprise", "alone"), AT).verdicts}
    assert set(verdicts) == {q.id for q in speaking_of("Enterprise")}
    of_coverage = {"members-uncovered", "qualified-unbuilt", "unreached"}
    assert {q for q, v in verdicts.items() if v.holds_hole} & of_coverage == {"unreached"}
    row = verdicts["unreached"].row
    assert row is not None and row["firm"] == "alone"
    assert verdicts["members-uncovered"].row is None and "counted_membership" in verdicts["members-uncovered"].rules
    covered = {v.question for v in card(zone.database, Ref("Enterprise", "covered"), AT).verdicts if v.holds_hole}
    assert covered.isdisjoint(of_coverage)


def test_a_full_joint_branch_is_listed_but_no_fault(zone: Zone) -> None:
    for i in range(6):
        zone.firm(f"f{i}")
    zone.branch("five", *[f"f{i}" for i in range(5)]).branch("six", *[f"f{i}" for i in range(6)])

    def load(branch: str) -> tuple[bool, bool]:
        verdicts = {v.question: v for v in card(zone.database, Ref("Branch", branch), AT).verdicts}
        return verdicts["joint-branch-load"].row is not None, verdicts["joint-branch-load"].holds_hole

    assert load("five") == (True, False)
    assert load("six") == (True, True)


def test_a_private_person_is_captioned_with_the_latest_ledger_row(zone: Zone) -> None:
    zone.node("Member", "hash1", name="张三").row("hash1", 4, BEGIN).row("hash1", 9, AT)
    assert card(zone.database, Ref("Member", "hash1"), AT).caption == "张*·9"

"""From a scene to what canvas, legend, table and totals show."""

from dataclasses import replace
from datetime import date

from app.converters import table
from app.converters.change import between, whole
from app.converters.edges import edge_name
from app.converters.elements import edge_label
from app.converters.facts import facts
from app.converters.legend import entries, notes, turned
from app.converters.totals import picture_size, rows_total, shortfalls
from app.recovery import recovered
from app.scene import actions
from app.scene.state import Scene
from queries.catalog import catalog
from queries.comparing import told_apart
from queries.results import Answer, Picture, PictureEdge, PictureNode, Ref

DAY = date(2026, 10, 31)
FIRM, JOINT = Ref("Enterprise", "91990000MA0000001X"), Ref("Branch", "LC-001")
WISHED = Ref("Branch", "missing:Enterprise:91990000MA0000001X")
GHOST = PictureEdge(JOINT, FIRM, "COVERS", ghost=True, rule="members_covered", metres=1420.4)
PICTURE = Picture.of(
    [
        PictureNode(FIRM, "岚川甲光电有限公司"),
        PictureNode(JOINT, "岚川联合党支部"),
        PictureNode(WISHED, "待建党组织", missing=True),
    ],
    [GHOST],
    total=8,
)
ROW = {
    **dict.fromkeys(catalog()["uncovered-near-branch"].columns),
    **{"firm": FIRM.key, "name": "岚川甲光电有限公司", "branch": JOINT.key, "branch_name": "岚川联合党支部"},
    **{"metres": 1420.4, "kind": "joint", "becomes_joint": False},
}
ANSWER = Answer("uncovered-near-branch", DAY, {"radius": 2000}, ("members_covered",), 5, (ROW,))
SCENE = actions.ask(Scene(), ANSWER, PICTURE)


def test_a_ghost_edge_is_named_by_its_distance() -> None:
    assert edge_label(GHOST, "zh") == "1,420 米"
    assert edge_label(GHOST, "en") == "1,420 m"
    assert edge_label(PictureEdge(JOINT, FIRM, "COVERS"), "en") == "covers"


def test_an_edge_reads_from_either_end() -> None:
    assert edge_name("Branch", "COVERS", "out", "Enterprise").zh == "覆盖"
    assert edge_name("Enterprise", "COVERS", "in", "Branch").zh == "被覆盖于"


def test_what_is_cut_off_is_said() -> None:
    assert rows_total(SCENE, "zh") == "共 5 条，显示 1 条"
    assert shortfalls(SCENE, "en") == [
        "4 more are not shown: narrow the parameters",
        "only 3 of the answer’s 8 nodes are drawn",
    ]
    assert picture_size(actions.hide(SCENE, [FIRM.id]), "zh") == "图中 2 个节点、0 条关系 · 已隐藏 1 个"


def test_the_legend_counts_what_exists_and_marks_what_is_missing() -> None:
    assert [(e.node_type.type, e.count, e.shown) for e in entries(actions.toggle_type(SCENE, "Branch"))] == [
        ("Branch", 1, False),
        ("Enterprise", 1, True),
    ]
    assert notes(SCENE) == ["missing", "ghost"]


def test_table_rows_are_in_words_and_know_their_nodes() -> None:
    (row,) = table.rows(SCENE, "zh")
    assert (row["kind"], row["becomes_joint"], row["metres"]) == ("联合党支部", "否", 1420.4)
    assert row[table.NODES] == [FIRM.id, JOINT.id]
    fields = [column["field"] for column in table.columns(catalog()["uncovered-near-branch"], "zh")]
    assert "firm" not in fields
    assert "branch" not in fields
    assert fields[0] == "name"


def test_the_browser_gets_the_change_alone() -> None:
    member = PictureNode(Ref("Member", "M1"), "张*")
    more = Picture.of([member, PictureNode(JOINT, "")], [PictureEdge(member.ref, JOINT, "BELONGS_TO")])
    grown = actions.grow(SCENE, more, JOINT.id)
    change, belongs = between(SCENE, grown, "zh"), "Member:M1|BELONGS_TO|Branch:LC-001|"
    assert [element["data"]["id"] for element in change["add"]] == [
        member.ref.id,
        belongs,
    ]
    assert change.keys() == {"add", "select"}
    assert between(grown, SCENE, "zh")["remove"] == [belongs, member.ref.id]


def test_hiding_a_type_hides_and_shows_its_nodes() -> None:
    hidden = actions.toggle_type(SCENE, "Branch")
    assert set(between(SCENE, hidden, "zh")["hide"]) == {JOINT.id, WISHED.id}
    assert set(between(hidden, SCENE, "zh")["show"]) == {JOINT.id, WISHED.id}
    assert set(whole(hidden, "zh")["hide"]) == {JOINT.id, WISHED.id}


def test_a_scene_the_browser_sends_back_draws_the_same() -> None:
    drawn = whole(SCENE, "zh")["add"]
    sent = {
        "form": {"question": SCENE.question, "parameters": {"radius": 2000}, "at": "2026-10-31", "total": 8},
        "nodes": [e["data"] | e["position"] for e in drawn if e["group"] == "nodes"],
        "edges": [e["data"] for e in drawn if e["group"] == "edges"],
    }
    again = recovered(sent)
    assert whole(again, "zh") == whole(SCENE, "zh")
    assert (again.question, again.at, again.total) == (SCENE.question, DAY, 8)


def test_facts_have_labels_units_and_masks() -> None:
    record = {"operating_state": "operating", "staff": 1200, "above_scale": True}
    private = {"investor_name": "王小明", "phone": "13900001234"}
    told = {fact.label: fact.value for fact in facts("SurveyRecord", record | private, "zh")}
    assert told == {
        "经营状态": "正常经营",
        "从业人员数": "1,200",
        "是否规模以上": "是",
        "出资人": "王*",
        "联系电话": "139****1234",
    }
    month = facts(
        "Enterprise", {"in_production_since": date(2022, 9, 1), "in_production_since_precision": "month"}, "en"
    )
    assert month == [("in_production_since", "In production since", "2022-09")]


EARLIER = date(2026, 4, 30)
GONE = {**ROW, "firm": "91990000MA0000002X", "name": "岚川乙光电有限公司"}
COMPARED = told_apart(
    catalog()["uncovered-near-branch"],
    replace(ANSWER, at=EARLIER, rows=({**ROW, "metres": 900.0}, GONE)),
    ANSWER,
)
TWO_DAYS = actions.compare(SCENE, COMPARED, PICTURE, {JOINT.id: "lost", WISHED.id: "gained", GHOST.id: "gained"})


def test_two_days_compared_tell_every_row_apart_and_what_it_was() -> None:
    headings = [column["headerName"] for column in table.shown_columns(TWO_DAYS, "zh")]
    assert (headings[0], headings[-1]) == ("变化", "2026-04-30时")
    kept, gone = sorted(table.rows(TWO_DAYS, "zh"), key=lambda row: row[table.CHANGE] != "仍有")
    assert (kept[table.CHANGE], kept[table.WAS]) == ("仍有", "直线距离 900.0")
    assert (gone[table.CHANGE], gone[table.WAS], gone["name"]) == ("不再有", "", "岚川乙光电有限公司")
    assert rows_total(TWO_DAYS, "zh") == "与 2026-04-30 相比：新增 0，不再有 1，仍有 1"
    assert rows_total(TWO_DAYS, "en") == "Against 2026-04-30: New 0, Gone 1, Still there 1"


def test_what_is_new_and_gone_is_said_in_words_too_and_forgotten_with_the_next_question() -> None:
    change = between(SCENE, TWO_DAYS, "zh")
    labels = {data["id"]: (data["label"], data["turned"]) for data in change["update"]}
    assert labels[JOINT.id] == ("－ 岚川联合党支部", "lost")
    assert labels[GHOST.id] == ("＋ 1,420 米", "gained")
    assert FIRM.id not in labels
    assert turned(TWO_DAYS) == {"gained": 1, "lost": 1, "kept": 1}
    assert {node.caption for node in TWO_DAYS.picture().nodes} >= {"－ 岚川联合党支部", "＋ 待建党组织"}
    back = between(TWO_DAYS, actions.ask(TWO_DAYS, ANSWER, PICTURE), "zh")
    assert {(data["id"], data["turned"], data["label"][0] in "＋－") for data in back["update"]} == {
        (i, 0, False) for i in (JOINT.id, WISHED.id, GHOST.id)
    }


def test_what_is_missing_no_longer_does_not_leave_in_a_file() -> None:
    filled = actions.compare(SCENE, COMPARED, PICTURE, {GHOST.id: "lost"})
    assert filled.leaving().edges == ()
    assert filled.picture().edges == (GHOST,), "it is drawn and counted"


def test_a_comparison_that_the_server_lost_keeps_its_marks() -> None:
    drawn = whole(TWO_DAYS, "zh")["add"]
    nodes = [{**e["data"], **e["position"]} for e in drawn if e["group"] == "nodes"]
    edges = [e["data"] for e in drawn if e["group"] == "edges"]
    again = recovered({"nodes": nodes, "edges": edges, "form": {"compared": "2026-04-30"}})
    assert (again.compared, again.turned) == (EARLIER, TWO_DAYS.turned)
    assert {i: again.caption(i) for i in again.nodes} == {i: TWO_DAYS.caption(i) for i in TWO_DAYS.nodes}

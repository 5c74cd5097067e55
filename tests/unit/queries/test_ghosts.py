from queries.catalog import catalog
from queries.picture import drawn
from queries.results import Ref


def test_a_firm_without_a_branch_gets_one_drawn_as_missing() -> None:
    missing, ghosts = drawn(catalog()["members-uncovered"], [{"firm": "91A"}], "zh")
    assert [(n.ref.type, n.caption, n.missing) for n in missing] == [("Branch", "待建党组织", True)]
    (ghost,) = ghosts
    assert (ghost.source, ghost.name, ghost.target) == (missing[0].ref, "COVERS", Ref("Enterprise", "91A"))
    assert ghost.ghost and ghost.rule == "members_covered" and ghost.metres is None


def test_a_near_branch_is_linked_with_its_distance() -> None:
    row = {"firm": "91A", "branch": "b1", "metres": 120.5}
    missing, ghosts = drawn(catalog()["uncovered-near-branch"], [row], "zh")
    assert missing == []
    assert [(g.source, g.target, g.metres) for g in ghosts] == [(Ref("Branch", "b1"), Ref("Enterprise", "91A"), 120.5)]


def test_no_branch_near_draws_the_missing_one() -> None:
    missing, ghosts = drawn(catalog()["uncovered-near-branch"], [{"firm": "91A", "branch": None, "metres": None}], "en")
    assert [n.ref for n in missing] == [ghosts[0].source]


def test_the_side_decides_which_edge_of_a_pair_is_missing() -> None:
    rows = [{"branch": "e", "side": "enterprise"}, {"branch": "o", "side": "organ"}]
    _, ghosts = drawn(catalog()["unpaired-branches"], rows, "zh")
    assert [(g.name, g.target.key) for g in ghosts] == [("ENTERPRISE_SIDE", "e"), ("ORGAN_SIDE", "o")]

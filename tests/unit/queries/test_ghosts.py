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


def test_one_missing_pair_joins_the_two_branches_that_lack_it() -> None:
    row = {"organ": "o", "branch": "e", "department": None, "metres": 80.0}
    missing, ghosts = drawn(catalog()["free-organ-branches"], [row], "zh")
    assert [(n.ref.type, n.caption) for n in missing] == [("CoBuildingPair", "待建结对共建")]
    assert {(g.source, g.name, g.target.key, g.metres) for g in ghosts} == {
        (missing[0].ref, "ORGAN_SIDE", "o", None),
        (missing[0].ref, "ENTERPRISE_SIDE", "e", 80.0),
    }
    _, other = drawn(catalog()["free-organ-branches"], [row, {**row, "branch": "f"}], "zh")
    assert len({g.source for g in other}) == 2


def test_an_organ_branch_without_a_candidate_still_lacks_a_pair() -> None:
    row = {"organ": "o", "branch": None, "department": None, "metres": None}
    missing, ghosts = drawn(catalog()["free-organ-branches"], [row], "zh")
    assert [(g.source, g.name, g.target.key) for g in ghosts] == [(missing[0].ref, "ORGAN_SIDE", "o")]


def test_a_column_of_keys_gives_a_ghost_for_each() -> None:
    row = {"uncovered": ["a", "b"], "unpaired": []}
    missing, ghosts = drawn(catalog()["clusters"], [row], "zh")
    assert [(g.name, g.target.key) for g in ghosts] == [("COVERS", "a"), ("COVERS", "b")]
    assert len(missing) == 2

from pathlib import Path

import pytest

from graph.errors import DeclarationError, WrongQuestion
from queries.catalog import catalog, read_question

HEADER = """\
// id: q
// title: {zh: 问, en: Q}
// tells: {zh: 说明。, en: Tells.}
// for: [staff]
// parameters:
//   least: {type: int, default: {rule: own_members}, label: {zh: 至少, en: At least}}
// columns:
//   firm: {type: key, node: Enterprise, label: {zh: 企业, en: Firm}}
// about: {type: Enterprise, column: firm}
// rules: [own_members]
// picture:
//   nodes: [firm]
//   edges: []
//   ghosts: [{from: null, missing: Branch, to: firm, edge: COVERS, rule: own_members}]

"""
BODY = """\
MATCH (n:Enterprise) WHERE n.since <= $at AND size(n.name) >= $least AND $rule_joint_firms > 0
RETURN n.key AS firm
"""


def question_file(folder: Path, text: str) -> Path:
    path = folder / "q.cypher"
    path.write_text(text, encoding="utf-8")
    return path


def test_questions_are_read_from_every_topic() -> None:
    assert {question.topic for question in catalog().values()} >= {"coverage", "figures", "planning"}
    assert "parts" not in {question.topic for question in catalog().values()}


def test_unknown_question_names_the_nearest() -> None:
    with pytest.raises(WrongQuestion, match="qualified-unbuilt"):
        catalog().get("qualified-unbuild")


def test_a_question_is_read_whole(tmp_path: Path) -> None:
    question = read_question(question_file(tmp_path, HEADER + BODY))
    assert question.topic == tmp_path.name
    assert question.parameters["least"].default == 3
    assert question.rules == ("own_members", "joint_firms")
    assert question.picture.ghosts[0].from_ is None and question.picture.ghosts[0].to == "firm"
    assert question.answered().endswith("RETURN collect({firm: firm})[..$shown] AS rows, count(*) AS total")
    assert question.counted().startswith("CALL () {") and question.counted().endswith("RETURN count(*) AS total")
    assert question.of_one and "WITH * WHERE firm = $one.key" in question.of_one.cypher


@pytest.mark.parametrize(
    ("old", "new", "key", "remedy"),
    [
        ("// title: {zh: 问, en: Q}\n", "", "title", "add this key"),
        ("// title:", "// titel:", "titel", "title"),
        ("{zh: 问, en: Q}", "{zh: 问}", "title", "zh"),
        ("// for: [staff]", "// for: [staff", "header", "indentation"),
        ("id: q", "id: other", "id", "q"),
        ("type: int", "type: integer", "parameters.least.type", "'int'"),
        ("{rule: own_members}", "{rule: own_member}", "parameters.least.default.rule", "own_members"),
        ("rules: [own_members]", "rules: [own_member]", "rules", "own_members"),
        ("node: Enterprise", "node: Firm", "columns.firm.node", "Enterprise"),
        ("column: firm", "column: farm", "about.column", "firm"),
        ("about: {type: Enterprise", "about: {type: Firm", "about.type", "Enterprise"),
        ("column: firm}", "column: firm, alone: true}", "about.alone", "WITH $at AS asked"),
        ("nodes: [firm]", "nodes: [branch]", "picture.nodes", "firm"),
        ("edge: COVERS", "edge: COVER", "picture.ghosts.edge", "COVERS"),
        ("missing: Branch", "missing: Brunch", "picture.ghosts.missing", "Branch"),
        ("AS firm", "AS company", "columns", "RETURN gives: company"),
        ("$least", "$most", "parameters", "least"),
        ("size(n.name) >= $least", "true", "parameters.least", "does not use it"),
        ("$rule_joint_firms", "$rule_jiont_firms", "rules", "joint_firms"),
        ("$rule_joint_firms", "$rule_branch_kind", "rule_branch_kind", "joint_firms"),
    ],
)
def test_a_fault_names_file_key_and_remedy(tmp_path: Path, old: str, new: str, key: str, remedy: str) -> None:
    text = HEADER + BODY
    assert old in text
    with pytest.raises(DeclarationError) as caught:
        read_question(question_file(tmp_path, text.replace(old, new)))
    place = caught.value.place
    assert place is not None and place.file in ("q.cypher", "rules.yaml") and place.key == key
    assert remedy in str(caught.value)

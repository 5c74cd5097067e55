"""The schema: what it must hold, and errors that name file, key and remedy."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from graph.constraints import schema_statements
from graph.errors import DeclarationError
from graph.model import SCHEMA, model, read_model

DESIGNED = [
    "Enterprise",
    "Site",
    "SurveyRecord",
    "Member",
    "Branch",
    "Officer",
    "Department",
    "GridCell",
    "Area",
    "Village",
    "CoBuildingPair",
    "Venue",
    "Visit",
    "ServiceRequest",
    "ServiceTeam",
    "Project",
    "MassOrganisation",
    "Activity",
    "Review",
    "Funding",
    "Post",
    "Brand",
    "CoBuildingProject",
    "ChangeEvent",
    "Policy",
    "PublishedFigure",
    "Load",
    "LedgerRow",
]


def test_all_types_and_edges_of_the_design_are_there() -> None:
    schema = model()
    assert set(DESIGNED) <= set(schema.types)
    for source, name, target in [
        ("Member", "WORKS_AT", "Enterprise"), ("Member", "BELONGS_TO", "Branch"), ("Branch", "COVERS", "Enterprise"),
        ("Branch", "UNDER", "Branch"), ("Member", "SECRETARY_OF", "Branch"), ("Officer", "SECRETARY_OF", "Branch"),
        ("Member", "COMMITTEE_MEMBER_OF", "Branch"), ("Officer", "INSTRUCTS", "Branch"),
        ("Officer", "INSTRUCTS", "Enterprise"), ("Officer", "CONTACTS", "Enterprise"),
        ("Officer", "SERVES_IN", "Department"), ("Department", "RESPONSIBLE_FOR", "GridCell"),
        ("Department", "MEMBER_OF", "Branch"), ("Branch", "SET_IN", "Department"), ("Site", "OF", "Enterprise"),
        ("Site", "IN_GRID", "GridCell"), ("GridCell", "PART_OF", "Area"), ("CoBuildingPair", "ORGAN_SIDE", "Branch"),
        ("CoBuildingPair", "ENTERPRISE_SIDE", "Branch"), ("CoBuildingProject", "GIVEN_BY", "Enterprise"),
        ("CoBuildingProject", "BUILT_BY", "Branch"), ("CoBuildingProject", "IN", "Village"),
        ("CoBuildingProject", "PART_OF", "CoBuildingPair"), ("Officer", "MEMBER_OF", "ServiceTeam"),
        ("ServiceTeam", "SERVES", "Area"), ("ServiceTeam", "SERVES", "Enterprise"),
        ("MassOrganisation", "SERVES", "Enterprise"), ("Project", "BECOMES", "Enterprise"),
        ("Enterprise", "SUPPLIES", "Enterprise"), ("OtherName", "OF", "Enterprise"),
        ("Visit", "BY", "Officer"), ("Visit", "TO", "Enterprise"),
        ("ServiceRequest", "RAISED_BY", "Project"), ("ServiceRequest", "HANDLED_BY", "ServiceTeam"),
        ("Activity", "OF", "CoBuildingPair"), ("Review", "OF", "Officer"), ("ChangeEvent", "OF", "Enterprise"),
        ("Officer", "IS", "Member"), ("Enterprise", "PART_OF", "Enterprise"), ("Branch", "SEATED_AT", "Venue"),
    ]:  # fmt: skip
        assert schema.arrow(source, name, target), (source, name, target)


def test_every_word_is_in_both_languages() -> None:
    for node_type in model():
        texts = [node_type.label, node_type.tells, node_type.key]
        texts += [p.label for p in node_type.properties.values()]
        texts += [t for e in node_type.edges.values() for t in (e.label, e.reverse)]
        assert all(text.zh and text.en for text in texts), node_type.type


def test_each_field_of_a_survey_belongs_to_one_of_the_seven_clears() -> None:
    survey = model()["SurveyRecord"]
    clears = [group.zh for group in survey.groups.values()]
    assert clears == ["经营运行", "职工队伍", "出资人", "党员队伍", "建立党组织", "未建原因", "发展需求"]
    assert {p.group for p in survey.properties.values()} == set(survey.groups)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SCHEMA, tmp_path / "schema"))


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("caption: name", "caption: title", "caption"),
        ("caption: name", "captions: name", "captions"),
        ("to: Enterprise", "to: Enterprises", "edges.PART_OF.to"),
        ("type: date", "type: day", "properties.in_production_since.type"),
        ("label: {zh: 企业, en: Enterprise}", "label: 企业", "label"),
        (
            "type: choice\n    label: {zh: 企业类型",
            "type: text\n    label: {zh: 企业类型",
            "properties.ownership.values",
        ),
        ("type: Enterprise", "type: Firm", "type"),
        ("type: text, label: {zh: 行业", "type: text, group: trade, label: {zh: 行业", "properties.industry.group"),
        ("caption: name", "caption: [", ""),
    ],
)
def test_a_wrong_declaration_names_file_key_and_remedy(folder: Path, old: str, new: str, key: str) -> None:
    file = folder / "Enterprise.yaml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    changed = text.replace(old, new, 1) if old != "type: date" else text[::-1].replace(old[::-1], new[::-1], 1)[::-1]
    file.write_text(changed, encoding="utf-8")
    with pytest.raises(DeclarationError) as wrong:
        read_model(folder)
    assert wrong.value.place is not None
    assert wrong.value.place.file == "Enterprise.yaml"
    assert key in (wrong.value.place.key or "")
    assert wrong.value.next_step is not None


def test_each_type_has_a_key_constraint_and_points_and_searches_have_indexes() -> None:
    statements = schema_statements(model())
    assert all(f"{node_type.type}_key" in statements for node_type in model())
    assert statements["Site_location"].startswith("CREATE POINT INDEX")
    assert "n.search_keys" in statements["entity_search"]
    assert all("IF NOT EXISTS" in statement for statement in statements.values())

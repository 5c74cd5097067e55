"""A picture with everything that has ever broken a format, and an answer of a real question."""

from __future__ import annotations

from datetime import date
from typing import Any

from queries.catalog import catalog
from queries.results import OPEN, Answer, Picture, PictureEdge, PictureNode, Ref
from queries.rule_book import RuleBook
from queries.rules import rules

FIRM = Ref("Enterprise", "91361127MA35H2XK4A")
OTHER = Ref("Enterprise", "913611005536789012")
BRANCH = Ref("Branch", "LC-0101")
WISHED = Ref("Branch", "new:91361127MA35H2XK4A")
MEMBER = Ref("Member", "4f1c9d")
OFFICER = Ref("Officer", "G017")
SITE = Ref("Site", "S-1")


def picture(**firm: Any) -> Picture:
    """Two firms, a branch, a member with two spells at one firm, an officer, a site, and a branch not yet built."""
    nodes = [
        PictureNode(
            FIRM,
            "晶曜光电",
            {
                "name": "岚川晶曜光电有限公司",
                "uscc": FIRM.key,
                "ownership": "private",
                "registered_on": date(2011, 3, 1),
                "registered_on_precision": "month",
                "search_keys": "jygd jingyaoguangdian",
            }
            | firm,
        ),
        PictureNode(OTHER, "=HYPERLINK(1)", {"name": "=HYPERLINK(1)", "uscc": OTHER.key}),
        PictureNode(BRANCH, "联合第一党支部", {"name": "联合第一党支部", "side": "enterprise"}),
        PictureNode(WISHED, "拟建党支部", {}, missing=True),
        PictureNode(
            MEMBER, "张*·12", {"name": "张三丰", "id_mask": "362***********1234", "joined_on": date(2009, 7, 1)}
        ),
        PictureNode(
            OFFICER,
            "李*",
            {"name": "李四", "phone": "13812345678", "full_time": True, "post": "主任 身份证11010519491231002X"},
        ),
        PictureNode(
            SITE, "园区大道1号", {"address": "园区大道1号", "location": {"longitude": 117.97, "latitude": 28.45}}
        ),
    ]
    edges = [
        PictureEdge(MEMBER, FIRM, "WORKS_AT", date(2015, 1, 1), date(2018, 1, 1), {"basis": "contract"}),
        PictureEdge(MEMBER, FIRM, "WORKS_AT", date(2020, 6, 1), OPEN, {"basis": "investor"}),
        PictureEdge(OFFICER, BRANCH, "SECRETARY_OF", date(2021, 1, 1), OPEN),
        PictureEdge(MEMBER, BRANCH, "SECRETARY_OF", date(2019, 1, 1), date(2021, 1, 1), {"source": "manager"}),
        PictureEdge(SITE, FIRM, "OF"),
        PictureEdge(WISHED, FIRM, "COVERS", ghost=True, rule="organisation_from_three"),
        PictureEdge(BRANCH, OTHER, "COVERS", ghost=True, metres=312.5),
    ]  # fmt: skip
    return Picture.of(nodes, edges, total=9)


def answer(rows: int = 2, total: int = 5) -> Answer:
    """An answer of the planner's question, whatever columns its header declares; every text cell is a long code."""
    question = catalog().get("uncovered-near-branch")
    samples = {"int": 3, "float": 312.5, "date": date(2026, 10, 31), "bool": True}
    row = {name: samples.get(column.type, OTHER.key) for name, column in question.columns.items()}
    return Answer(
        question=question.id,
        at=date(2026, 10, 31),
        parameters={name: parameter.default for name, parameter in question.parameters.items()},
        applied=tuple(RuleBook(rules()).at(date(2026, 10, 31))[rule] for rule in question.rules),
        total=total,
        rows=(row,) * rows,
    )

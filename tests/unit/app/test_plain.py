"""HTML that no callback speaks of, drawn as one component."""

from __future__ import annotations

from datetime import date

import dash_mantine_components as dmc
import pytest
from dash import html

from app.components import help as help_sheet
from app.components import inspector, tour
from app.components.attributes import act
from app.components.plain import Plain
from app.scene.state import Scene
from loaders.entries import Traces
from queries.neighbours import Count
from queries.node import Card, CardEdge
from queries.results import Ref


def pieces(plain: Plain) -> object:
    return plain.to_plotly_json()["props"]["pieces"]  # type: ignore[no-untyped-call]


def test_a_piece_keeps_its_tag_its_attributes_and_what_is_in_it() -> None:
    button = html.Button(["甲", None, html.Span("2", className="count")], type="button", **act("reveal", node="a"))
    assert pieces(Plain([button, None])) == [
        {
            "tag": "button",
            "attributes": {"type": "button", "data-act": '{"name": "reveal", "node": "a"}'},
            "inner": ["甲", {"tag": "span", "attributes": {"className": "count"}, "inner": "2"}],
        }
    ]


def test_a_component_that_dash_must_follow_is_refused() -> None:
    with pytest.raises(TypeError, match="Select"):
        Plain(html.Div([dmc.Select(id="who")]))


@pytest.mark.parametrize("part", [help_sheet.build("zh"), tour.build("zh")])
def test_what_always_stands_on_a_page_costs_few_components(part: html.Div) -> None:
    assert len(list(part._traverse())) < 6


def test_a_card_costs_as_many_components_with_twelve_edges_as_with_one() -> None:
    def cost(edges: int) -> int:
        around = [Count("BELONGS_TO", "in", "Member", 2)] * edges
        told = (CardEdge("COVERS", "out", Ref("Enterprise", "E"), "甲公司", None, None),) * edges
        card = Card(Ref("Branch", "B"), "甲支部", {"name": "甲支部"}, {}, told, (), ())
        drawn = inspector.build(card, around, Traces(()), Scene(), date(2026, 10, 31), "zh")
        return len(list(html.Div(drawn)._traverse()))

    assert cost(12) == cost(1)

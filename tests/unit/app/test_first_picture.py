"""The picture in the page's first bytes: areas alone, each with its words and its share."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from xml.etree import ElementTree

from app.first_picture import first_picture
from app.scene.state import Scene
from queries.results import PictureNode, Ref

AREAS = {
    "Area:东片区": PictureNode(Ref("Area", "东片区"), "东片区", share=(1, 4)),
    "Area:R&D": PictureNode(Ref("Area", "R&D"), "R&D <Park> of the Eastern Shore", share=(0, 0)),
}
OPENED = Scene(at=date(2026, 10, 31), nodes=AREAS, positions={"Area:东片区": (0.0, 0.0), "Area:R&D": (156.0, 0.0)})


def lines(html: str) -> list[list[str]]:
    """What is written under each disc; the HTML must be well-formed."""
    return [[str(line.text) for line in disc.iter("tspan")] for disc in ElementTree.fromstring(html).iter("g")]


def test_each_area_has_its_name_and_its_share_in_words_and_filled() -> None:
    html = first_picture(OPENED, "zh", demo=True)
    assert lines(html)[0] == ["东片区", "1/4"]
    assert 'stroke-dasharray="25 100"' in html
    assert "2026-10-31" in html
    assert "组织覆盖企业/正常经营企业" in html
    assert "示例数据" in html
    assert "Demo data" not in first_picture(OPENED, "en", demo=False)
    assert "operating firms" in first_picture(OPENED, "en", demo=False)


def test_a_long_name_is_wrapped_and_never_markup() -> None:
    *name, share = lines(first_picture(OPENED, "zh", demo=True))[1]
    assert (len(name), "".join(name), share) == (3, "R&D <Park> of the Eastern Shore", "0/0")


def test_what_is_no_area_is_left_to_the_canvas() -> None:
    firm = PictureNode(Ref("Enterprise", "1"), "甲公司")
    assert first_picture(replace(OPENED, nodes={**AREAS, firm.ref.id: firm}), "zh", demo=False) == ""
    assert first_picture(Scene(), "zh", demo=False) == ""

"""Zones drawn at random: members move, dates fall on boundaries, edges close and open again, names are alike."""

from __future__ import annotations

from itertools import islice

from loaders.demo.codes import credit_codes
from tests.oracle import (
    drawing_branches,
    drawing_clears,
    drawing_duties,
    drawing_figures,
    drawing_given,
    drawing_links,
    drawing_members,
    drawing_places,
    drawing_posts,
    drawing_quality,
    drawing_service,
    drawing_sums,
    drawing_told,
    drawing_work,
)
from tests.oracle.draw import Draw, Firm
from tests.oracle.sheets import Zone

OWNERSHIPS = ["私营"] * 5 + ["国有控股", "外商", ""]


def draw_zone(seed: int) -> Zone:
    """The zone of a seed, always the same."""
    draw = Draw(seed)
    firms = _firms(draw)
    cells, cell_sheets = drawing_places.cells(draw)
    branches, branch_sheets = drawing_branches.drawn(draw, firms)
    people = drawing_members.people(draw)
    sheets = [
        *cell_sheets,
        *drawing_clears.filled(draw.apart("clears"), drawing_places.enterprises(draw, firms, cells)),
        *drawing_duties.with_terms(draw.apart("terms"), branch_sheets, branches),
        *drawing_members.sheets(draw, people, firms, branches),
        *drawing_work.sheets(draw, firms, branches),
        *drawing_posts.of_one(draw.apart("posts"), drawing_posts.sheets(draw, branches, people)),
        *drawing_links.sheets(draw, firms, branches),
        *drawing_told.sheets(draw.apart("told"), firms),
        *drawing_service.sheets(draw.apart("service"), firms),
        *drawing_duties.sheets(draw.apart("duties"), branches, firms),
        *drawing_sums.sheets(draw.apart("sums"), branches, firms, people),
    ]
    sheets += drawing_given.sheets(draw.apart("given"), branches, firms, sheets)
    sheets = drawing_quality.with_posts(draw.apart("titles"), sheets)
    sheets += drawing_quality.sheets(draw.apart("quality"), firms, sheets)
    return Zone(seed, tuple(drawing_figures.with_figures(draw.apart("figures"), sheets)))


def _firms(draw: Draw) -> list[Firm]:
    codes = islice(credit_codes(draw), draw.randint(2, 6))
    firms: list[Firm] = []
    for number, code in enumerate(codes):
        name = draw.choice([f"{draw.own}佳科技有限公司", f"佳科技({draw.own})有限公司", f"{draw.own}第{number}厂"])
        group = draw.choice([None, None, None, *(f for f in firms if f.group is None)])
        staff = draw.choice(["", "3", "9", "10", "49", "50", "99", "100", "240", "300"])
        firms.append(Firm(name, code, draw.choice(OWNERSHIPS), draw.choice(["光电", "机械", ""]), staff, group))
    return firms

"""The grid cells of a drawn zone and its survey of firms and their sites."""

from __future__ import annotations

from random import Random

from tests.oracle.draw import Draw, Firm
from tests.oracle.sheets import DATES, NONE, Sheet

STATES = ["正常经营"] * 7 + ["停产", "在建", "注销", ""]
REASONS = ["", "没有党员", "出资人不支持", NONE]


def cells(draw: Draw) -> tuple[list[str], list[Sheet]]:
    """The codes of the cells, and their ledgers."""
    codes = [f"G{draw.own}{n}" for n in range(draw.randint(1, 3))]
    areas, offices = [f"{draw.own}东片区", f"{draw.own}西片区"], [f"{draw.own}乡", f"{draw.own}街道"]
    fixed = {code: (draw.choice(areas), draw.choice(offices), *spot(draw)) for code in codes}
    sheets = []
    for day in DATES:
        rows = [
            {
                "网格编码": code,
                "网格名称": f"{code}网格",
                "所属片区": area,
                "所属乡办": office,
                "联系部门": draw.choice([*draw.departments[:2], NONE]),
                "中心坐标/经度": east if draw.chance(0.9) or day != DATES[0] else "",
                "中心坐标/纬度": north if draw.chance(0.9) or day != DATES[0] else "",
                "中心坐标/坐标系": "WGS-84",
            }
            for code, (area, office, east, north) in fixed.items()
        ]
        sheets.append(Sheet("grid_cells", day, tuple(_with_both(row) for row in rows)))
    return codes, sheets


def _with_both(row: dict[str, str]) -> dict[str, str]:
    """A point has both of its coordinates or none."""
    if not (row["中心坐标/经度"] and row["中心坐标/纬度"]):
        return {**row, "中心坐标/经度": "", "中心坐标/纬度": ""}
    return row


def spot(draw: Draw) -> tuple[str, str]:
    """A point within a kilometre or three of the zone's own corner of the country."""
    corner = Random(f"{draw.zone_seed:X}")
    east, north = corner.uniform(80, 125), corner.uniform(22, 45)
    return f"{east + draw.uniform(0, 0.02):.6f}", f"{north + draw.uniform(0, 0.02):.6f}"


def enterprises(draw: Draw, firms: list[Firm], codes: list[str]) -> list[Sheet]:
    """The survey ledgers; a row may leave all of the clears blank, a site may have no cell or no coordinates."""
    spots = {(firm.uscc, n): spot(draw) if draw.chance(0.7) else ("", "") for firm in firms for n in range(3)}
    gridded = {firm.uscc: draw.chance(0.85) for firm in firms}
    sheets = []
    for day in DATES:
        rows = []
        for firm in firms:
            if draw.chance(0.1):
                continue
            filled = draw.chance(0.92)
            clears = {
                "从业人员数量": firm.staff if draw.chance(0.9) else draw.choice(["", "99", "100"]),
                "经营状态": draw.choice(STATES),
                "是否规模以上": draw.choice(["", "否", "否", "是"]),
                "未建立党组织原因": draw.choice(REASONS),
            }
            for site in draw.choice([[0], [0], [0], [1], [0, 2]]):
                rows.append(
                    {
                        "企业名称": firm.name,
                        "统一社会信用代码": firm.uscc,
                        "企业类型": firm.ownership,
                        "行业": firm.industry,
                        **{heading: cell if filled else "" for heading, cell in clears.items()},
                        "所属集团/企业名称": firm.group.name if firm.group else "",
                        "所属集团/统一社会信用代码": firm.group.uscc if firm.group else "",
                        "企业经营地": f"{firm.uscc[-6:]}路{site}号",
                        "网格编码": draw.choice(codes) if gridded[firm.uscc] else "",
                        "经度": spots[firm.uscc, site][0],
                        "纬度": spots[firm.uscc, site][1],
                        "坐标系": "WGS-84",
                    }
                )
        sheets.append(Sheet("enterprises", day, tuple(rows)))
    return sheets

"""What ties branches and firms of a drawn zone to one another: pairs, activities, venues, supplies."""

from __future__ import annotations

from datetime import timedelta
from itertools import permutations

from tests.oracle.draw import Branch, Draw, Firm
from tests.oracle.drawing_branches import FIXED
from tests.oracle.drawing_places import spot
from tests.oracle.sheets import DATES, Row, Sheet


def sheets(draw: Draw, firms: list[Firm], branches: list[Branch]) -> list[Sheet]:
    """The ledgers of pairs, activities, venues and supplies."""
    agreements = _agreements(draw, branches)
    pairs = [Sheet("pairs", day, tuple(row for row in agreements if draw.chance(0.95))) for day in DATES]
    held = _activities(draw, agreements, branches)
    return [*pairs, held, *_venues(draw, branches), *_supplies(draw, firms)]


def _agreements(draw: Draw, branches: list[Branch]) -> list[Row]:
    both = [(organ, b) for organ in branches[2:FIXED] for b in branches[FIXED:] if organ.known == b.known == 0]
    both += [(branches[3], b) for b in branches[FIXED:] if draw.chance(0.2)]
    rows: list[Row] = []
    for number, (organ, branch) in enumerate(draw.sample(both, draw.randint(0, len(both)))):
        signed = draw.choice(["2025-03-01", draw.day_in(0).isoformat()])
        runs = draw.choice(["2028-03-01", draw.day_in(1).isoformat(), draw.day_in(2).isoformat(), ""])
        last = draw.choice(["", "", draw.day_in(0).isoformat(), draw.day_in(1).isoformat()])
        rows.append(
            {
                "协议编号": f"J{draw.own}{number}",
                "机关党组织/党组织名称": organ.name,
                "机关党组织/党组织代码": organ.code,
                "企业党组织/党组织名称": branch.name,
                "企业党组织/党组织代码": branch.code,
                "签订日期": signed,
                "有效期至": runs,
                "终止日期": draw.choice(["", "", "", draw.day_in(1).isoformat()]),
                "最近活动日期": max(last, signed) if last else "",
            }
        )
    return rows


def _activities(draw: Draw, agreements: list[Row], branches: list[Branch]) -> Sheet:
    rows: list[Row] = []
    for number in range(draw.randint(0, 5)):
        of_pair = draw.choice([None, *agreements])
        branch = draw.choice(branches[FIXED:])
        rows.append(
            {
                "活动编号": f"A{draw.own}{number}",
                "活动名称": draw.choice(["联席会议", "主题党日"]),
                "活动类别": "共建活动" if of_pair else "主题党日",
                "活动日期": (draw.day_in(draw.randint(0, 2)) - timedelta(days=draw.choice([0, 0, 200]))).isoformat(),
                "协议编号": of_pair["协议编号"] if of_pair else "",
                "党组织名称": "" if of_pair else branch.name,
                "党组织代码": "" if of_pair else branch.code,
            }
        )
    return Sheet("activities", DATES[-1], tuple(rows))


def _venues(draw: Draw, branches: list[Branch]) -> list[Sheet]:
    seated = {b.code: b for b in branches[2:] if b.known == 0 and draw.chance(0.4)}
    spots = {code: spot(draw) for code in seated}
    found = []
    for day in (DATES[0], DATES[2]):
        rows: list[Row] = []
        for code, branch in seated.items():
            if draw.chance(0.85):
                number = draw.choice([0, 0, 1])
                place = f"{code}{number}"
                east, north = spots[code] if number == 0 else ("", "")
                rows.append(
                    {
                        "阵地编号": place,
                        "阵地名称": f"{place}阵地",
                        "面积(平方米)": "80",
                        "坐标/经度": east,
                        "坐标/纬度": north,
                        "坐标/坐标系": "WGS-84",
                        "驻有党组织/党组织名称": branch.name,
                        "驻有党组织/党组织代码": code,
                    }
                )
        found.append(Sheet("venues", day, tuple(rows)))
    return found


def _supplies(draw: Draw, firms: list[Firm]) -> list[Sheet]:
    ties = draw.sample(list(permutations(firms, 2)), draw.randint(0, 4) if len(firms) > 2 else 1)
    begun = {tie: draw.choice(["", "2025-06-01", draw.day_in(0).isoformat()]) for tie in ties}
    ended = {tie: draw.choice(["", "", draw.day_in(1).isoformat(), draw.day_in(2).isoformat()]) for tie in ties}
    found = []
    for day in DATES[:2]:
        rows: list[Row] = [
            {
                "供应企业/企业名称": supplier.name,
                "供应企业/统一社会信用代码": supplier.uscc,
                "采购企业/企业名称": buyer.name,
                "采购企业/统一社会信用代码": buyer.uscc,
                "产品": f"{supplier.industry}件" if supplier.industry else "",
                "起始日期": begun[supplier, buyer],
                "终止日期": ended[supplier, buyer],
            }
            for supplier, buyer in ties
            if draw.chance(0.8)
        ]
        found.append(Sheet("supply", day, tuple(rows)))
    return found

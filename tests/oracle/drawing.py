"""Zones drawn at random: members move, dates fall on boundaries, edges close and open again, names are alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from random import Random

from loaders.demo.codes import credit_codes, id_numbers
from tests.oracle import drawing_work
from tests.oracle.sheets import DATES, NONE, Row, Sheet, Zone

STATES = ["正常经营"] * 7 + ["停产", "在建", "注销", ""]
OWNERSHIPS = ["私营"] * 5 + ["国有控股", "外商", ""]
FORMATIONS = ["单独建立"] * 3 + ["联合建立"] * 3 + ["临时", "流动", ""]
STANDINGS = ["正式党员"] * 5 + ["预备党员", "预备党员", "停止党籍", ""]
BEFORE = date(2025, 12, 31)


@dataclass(frozen=True)
class Firm:
    """A firm as all ledgers name it."""

    name: str
    uscc: str
    ownership: str
    industry: str
    staff: str
    group: Firm | None = None


@dataclass(frozen=True)
class Branch:
    """A branch as all ledgers name it; `known` is the first ledger that has it."""

    name: str
    code: str
    side: str
    level: str
    formation: str
    founded: str
    dissolved: str
    known: int = 0


class Draw(Random):
    """Draws for one zone, whose names and codes are its own. `begun` keeps since when a thing is written to hold."""

    def __init__(self, seed: int) -> None:
        super().__init__(seed)
        self.own = f"{seed:X}"
        self.begun: dict[tuple[str, ...], str] = {}

    def chance(self, part: float) -> bool:
        return self.random() < part

    def some(self, items: Sequence[Row], most: int) -> list[Row]:
        return self.sample(list(items), min(len(items), self.randint(0, most)))

    def day_in(self, ledger: int) -> date:
        """A day after the ledger before this one, up to this one's: often the first or the last such day."""
        first = (DATES[ledger - 1] if ledger else BEFORE) + timedelta(days=1)
        last = DATES[ledger]
        return self.choice([first, last, date.fromordinal(self.randint(first.toordinal(), last.toordinal()))])

    def since(self, ledger: int, there_before: bool, *thing: str) -> str:
        """The start that the row writes: drawn or left to the ledger's date when the thing comes; then the same."""
        if not there_before:
            self.begun[thing] = self.day_in(ledger).isoformat() if self.chance(0.5) else ""
        return self.begun[thing]


def draw_zone(seed: int) -> Zone:
    """The zone of a seed, always the same."""
    draw = Draw(seed)
    firms = _firms(draw)
    cells, cell_sheets = _cells(draw)
    branches, branch_sheets = _branches(draw, firms)
    sheets = [
        *cell_sheets,
        *_enterprises(draw, firms, cells),
        *branch_sheets,
        *_members(draw, firms, branches),
        *drawing_work.sheets(draw, firms, branches),
    ]
    return Zone(seed, tuple(sheets))


def _firms(draw: Draw) -> list[Firm]:
    codes = islice(credit_codes(draw), draw.randint(2, 6))
    firms: list[Firm] = []
    for number, code in enumerate(codes):
        name = draw.choice([f"{draw.own}佳科技有限公司", f"佳科技({draw.own})有限公司", f"{draw.own}第{number}厂"])
        group = draw.choice([None, None, None, *(f for f in firms if f.group is None)])
        staff = draw.choice(["", "3", "49", "50", "99", "100", "240"])
        firms.append(Firm(name, code, draw.choice(OWNERSHIPS), draw.choice(["光电", "机械", ""]), staff, group))
    return firms


def _cells(draw: Draw) -> tuple[list[str], list[Sheet]]:
    cells = [f"G{draw.own}{n}" for n in range(draw.randint(1, 3))]
    areas, offices = [f"{draw.own}东片区", f"{draw.own}西片区"], [f"{draw.own}乡", f"{draw.own}街道"]
    fixed = {cell: (draw.choice(areas), draw.choice(offices), *spot(draw)) for cell in cells}
    sheets = []
    for day in DATES:
        rows = [
            {
                "网格编码": cell,
                "网格名称": f"{cell}网格",
                "所属片区": area,
                "所属乡办": office,
                "联系部门": draw.choice([f"{draw.own}住建局", f"{draw.own}社发局", NONE]),
                "中心坐标/经度": east if draw.chance(0.9) or day != DATES[0] else "",
                "中心坐标/纬度": north if draw.chance(0.9) or day != DATES[0] else "",
                "中心坐标/坐标系": "WGS-84",
            }
            for cell, (area, office, east, north) in fixed.items()
        ]
        sheets.append(Sheet("grid_cells", day, tuple(_with_both(row) for row in rows)))
    return cells, sheets


def _with_both(row: dict[str, str]) -> dict[str, str]:
    """A point has both of its coordinates or none."""
    if not (row["中心坐标/经度"] and row["中心坐标/纬度"]):
        return {**row, "中心坐标/经度": "", "中心坐标/纬度": ""}
    return row


def spot(draw: Draw) -> tuple[str, str]:
    """A point within a kilometre or three of the zone's own corner of the country."""
    corner = Random(draw.own)
    east, north = corner.uniform(80, 125), corner.uniform(22, 45)
    return f"{east + draw.uniform(0, 0.02):.6f}", f"{north + draw.uniform(0, 0.02):.6f}"


def _enterprises(draw: Draw, firms: list[Firm], cells: list[str]) -> list[Sheet]:
    spots = {(firm.uscc, n): spot(draw) if draw.chance(0.7) else ("", "") for firm in firms for n in range(3)}
    gridded = {firm.uscc: draw.chance(0.85) for firm in firms}
    sheets = []
    for day in DATES:
        rows = []
        for firm in firms:
            if draw.chance(0.1):
                continue
            state = draw.choice(STATES)
            for site in draw.choice([[0], [0], [0], [1], [0, 2]]):
                rows.append(
                    {
                        "企业名称": firm.name,
                        "统一社会信用代码": firm.uscc,
                        "企业类型": firm.ownership,
                        "行业": firm.industry,
                        "从业人员数量": firm.staff,
                        "经营状态": state,
                        "所属集团/企业名称": firm.group.name if firm.group else "",
                        "所属集团/统一社会信用代码": firm.group.uscc if firm.group else "",
                        "企业经营地": f"{firm.uscc[-6:]}路{site}号",
                        "网格编码": draw.choice(cells) if gridded[firm.uscc] else "",
                        "经度": spots[firm.uscc, site][0],
                        "纬度": spots[firm.uscc, site][1],
                        "坐标系": "WGS-84",
                    }
                )
        sheets.append(Sheet("enterprises", day, tuple(rows)))
    return sheets


def _branches(draw: Draw, firms: list[Firm]) -> tuple[list[Branch], list[Sheet]]:
    own = draw.own
    committee = Branch(f"{own}综合党委", f"C{own}", "企业", "党委", "", "2020-01-01", "")
    holding = Branch(f"{own}代管支部", f"H{own}", "企业", "党支部", "代管", "2020-01-01", "")
    organ = Branch(f"{own}机关支部", f"O{own}", "机关", "党支部", "", "2019-01-01", "")
    branches = [committee, holding, organ]
    for number in range(draw.randint(1, 4)):
        known = draw.choice([0, 0, 1, 2])
        founded = draw.choice(["", "2021-05-01", draw.day_in(known).isoformat()])
        ended = draw.choice([None, None, None, known + 1, 2])
        dissolved = draw.day_in(ended).isoformat() if ended and known < ended <= 2 else ""
        code, formation = f"B{own}{number}", draw.choice(FORMATIONS)
        branches.append(Branch(f"{own}第{number}支部", code, "企业", "党支部", formation, founded, dissolved, known))
    return branches, _branch_sheets(draw, branches, firms, committee)


def _branch_sheets(draw: Draw, branches: list[Branch], firms: list[Firm], committee: Branch) -> list[Sheet]:
    covered: dict[str, list[Firm]] = {}
    sheets = []
    for ledger, day in enumerate(DATES):
        rows = []
        for branch in branches:
            if branch.known > ledger:
                continue
            standing = branch not in branches[:3]
            before = covered.get(branch.code, [])
            ended = branch.dissolved and branch.dissolved <= day.isoformat()
            if standing and not ended and (ledger == branch.known or draw.chance(0.4)):
                covered[branch.code] = draw.sample(firms, min(len(firms), draw.choice([0, 1, 1, 2, 3, 6])))
            for firm in covered.get(branch.code) or [None]:
                there = firm in before
                since = draw.since(ledger, there, "covers", branch.code, firm.uscc) if firm else ""
                rows.append(
                    {
                        "党组织代码": branch.code,
                        "党组织名称": branch.name,
                        "党组织类别": branch.side,
                        "级别": branch.level,
                        "组建形式": branch.formation,
                        "成立日期": branch.founded,
                        "撤销日期": branch.dissolved if ended else "",
                        "上级党组织/名称": committee.name if branch is not committee and branch.side == "企业" else "",
                        "上级党组织/代码": committee.code if branch is not committee and branch.side == "企业" else "",
                        "覆盖企业/企业名称": firm.name if firm else NONE,
                        "覆盖企业/统一社会信用代码": firm.uscc if firm else "",
                        "覆盖企业/纳入日期": since,
                    }
                )
        sheets.append(Sheet("branches", day, tuple(rows)))
    return sheets


def _members(draw: Draw, firms: list[Firm], branches: list[Branch]) -> list[Sheet]:
    people = [(born, number, n) for n, (born, number) in enumerate(islice(id_numbers(draw), draw.randint(0, 14)))]
    choices = [branches[1], branches[1], branches[2], *branches[3:] * 3]
    now: dict[str, tuple[Firm | None, Branch | None, str]] = {}
    confirmed = {number: draw.choice(["", "", "", *(d.isoformat() for d in DATES)]) for _, number, _ in people}
    sheets = []
    for ledger, day in enumerate(DATES):
        rows = []
        for born, number, n in people:
            if draw.chance(0.12):
                now.pop(number, None)
                continue
            before = now.get(number)
            if before is None or draw.chance(0.3):
                firm = draw.choice([None, *firms * 3])
                now[number] = (firm, draw.choice([None, *choices]), draw.choice(STANDINGS))
            firm, branch, standing = now[number]
            if branch is not None and branch.known > ledger:
                branch = branches[1]
                now[number] = (firm, branch, standing)
            works = before is not None and before[0] is firm
            belongs = before is not None and before[1] is branch
            rows.append(
                {
                    "姓名": f"{'安鲍'[n % 2]}{draw.own}",
                    "身份证号": number,
                    "出生日期": born.isoformat(),
                    "入党日期": "2001-07-01",
                    "转正日期": confirmed[number],
                    "党员类别": standing,
                    "工作单位/企业名称": firm.name if firm else NONE,
                    "工作单位/统一社会信用代码": firm.uscc if firm else "",
                    "工作单位/起始日期": draw.since(ledger, works, "works", number, firm.uscc) if firm else "",
                    "组织关系/党组织名称": branch.name if branch else NONE,
                    "组织关系/党组织代码": branch.code if branch else "",
                    "组织关系/转入日期": draw.since(ledger, belongs, "belongs", number, branch.code) if branch else "",
                }
            )
        sheets.append(Sheet("members", day, tuple(rows)))
    return sheets

"""What firms and branches of a drawn zone do beside their pairs: projects, joint activities, posts, brands."""

from __future__ import annotations

from collections.abc import Sequence

from tests.oracle.draw import Branch, Draw, Firm
from tests.oracle.drawing_branches import FIXED
from tests.oracle.sheets import DATES, Row, Sheet

CATEGORIES = ["党员先锋岗", "党员示范岗", "车间示范线", "党员责任区", ""]


def sheets(draw: Draw, branches: list[Branch], firms: Sequence[Firm], pairs: Sequence[Sheet]) -> list[Sheet]:
    """The ledgers of projects, of activities that two branches held together, of posts and of brands."""
    agreements = sorted({row["协议编号"] for sheet in pairs if sheet.kind == "pairs" for row in sheet.rows})
    known = [branch for branch in branches[2:] if branch.known == 0]
    return [
        *_projects(draw, known, firms, agreements),
        _together(draw, known),
        *_posts(draw, branches[FIXED:], firms),
        _brands(draw, branches[FIXED:], firms),
    ]


def _projects(draw: Draw, branches: list[Branch], firms: Sequence[Firm], agreements: list[str]) -> list[Sheet]:
    known = [draw.choice([0, 0, 1]) for _ in range(draw.randint(0, 3))]
    projects = [_project(draw, number, first, branches, firms, agreements) for number, first in enumerate(known)]
    found = []
    for ledger, day in enumerate(DATES):
        rows: list[Row] = []
        for first, project in zip(known, projects, strict=True):
            if first <= ledger and draw.chance(0.9):
                rows += [row for n, row in enumerate(project) if n == 0 or draw.chance(0.9)]
        found.append(Sheet("co_building_projects", day, tuple(rows)))
    return found


def _project(
    draw: Draw, number: int, known: int, branches: list[Branch], firms: Sequence[Firm], agreements: list[str]
) -> list[Row]:
    """A project: one row a gift, one row a builder; a gift of a firm is known by its day."""
    started = draw.choice(["", "2025-11-01", draw.day_in(known).isoformat()])
    own = {
        "联建项目编号": f"Y{draw.own}{number}",
        "联建项目名称": draw.choice(["篮球场", "路灯"]),
        "所在村": draw.choice(["", f"{draw.own}村"]),
        "所属结对/协议编号": draw.choice(["", *agreements]),
        "开工日期": started,
        "完工日期": draw.choice(["", "", draw.day_in(2).isoformat()]),
    }
    gifts: dict[tuple[str, str], Row] = {}
    for _ in range(draw.randint(0, 3)):
        firm, day = draw.choice(firms), draw.choice(["", draw.day_in(0).isoformat(), draw.day_in(known).isoformat()])
        gifts[firm.uscc, day] = {
            "助力企业/企业名称": firm.name,
            "助力企业/统一社会信用代码": firm.uscc,
            "助力金额": draw.choice(["", "5000", "12000"]),
            "助力日期": day,
        }
    builders: list[Row] = [
        {"联建支部/党组织名称": branch.name, "联建支部/党组织代码": branch.code}
        for branch in draw.sample(branches, draw.randint(0, min(3, len(branches))))
    ]
    parts: list[Row] = [*gifts.values(), *builders]
    blank = dict.fromkeys(("助力企业/企业名称", "助力企业/统一社会信用代码", "助力金额", "助力日期"), "")
    blank |= dict.fromkeys(("联建支部/党组织名称", "联建支部/党组织代码"), "")
    return [{**own, **blank, **part} for part in parts or [{}]]


def _together(draw: Draw, branches: list[Branch]) -> Sheet:
    rows: list[Row] = []
    for number in range(draw.choice([0, 0, 1, 2])):
        day = draw.day_in(draw.randint(0, 2)).isoformat()
        for branch in draw.sample(branches, min(2, len(branches))):
            rows.append(
                {
                    "活动编号": f"Z{draw.own}{number}",
                    "活动名称": "共建活动",
                    "活动类别": "共建活动",
                    "活动日期": day,
                    "协议编号": "",
                    "党组织名称": branch.name,
                    "党组织代码": branch.code,
                }
            )
    return Sheet("activities", DATES[-1], tuple(rows))


def _posts(draw: Draw, branches: list[Branch], firms: Sequence[Firm]) -> list[Sheet]:
    posts: list[Row] = []
    for number in range(draw.choice([0, 1, 4])):
        closed = draw.choice(["", "", draw.day_in(1).isoformat(), draw.day_in(2).isoformat()])
        post = {
            "岗位编号": f"N{draw.own}{number}",
            "岗位名称": draw.choice(["一号岗", "质检岗"]),
            "岗位类别": draw.choice(CATEGORIES),
            "设立日期": draw.choice(["", "2025-03-01", draw.day_in(0).isoformat()]),
            "撤岗日期": closed,
        }
        posts.append({**post, **_owner(draw, branches, firms, "设岗党组织", "所在企业")})
    return [Sheet("posts", day, tuple(row for row in posts if draw.chance(0.9))) for day in (DATES[0], DATES[2])]


def _brands(draw: Draw, branches: list[Branch], firms: Sequence[Firm]) -> Sheet:
    rows: list[Row] = []
    for name in draw.sample(["红色引擎", "先锋链", "党旗红"], draw.choice([0, 1, 3])):
        created = draw.choice(["", "2024-07-01", draw.day_in(2).isoformat()])
        owner = _owner(draw, branches, firms, "创建党组织", "创建企业")
        rows.append({"品牌名称": name, "创建日期": created, **owner})
    return Sheet("brands", DATES[1], tuple(rows))


def _owner(draw: Draw, branches: list[Branch], firms: Sequence[Firm], of_branch: str, of_firm: str) -> Row:
    """A branch, a firm, or a branch at a firm."""
    branch, firm = draw.choice([(True, False), (False, True), (True, True)])
    own, at = draw.choice(branches), draw.choice(firms)
    return {
        f"{of_branch}/党组织名称": own.name if branch else "",
        f"{of_branch}/党组织代码": own.code if branch else "",
        f"{of_firm}/企业名称": at.name if firm else "",
        f"{of_firm}/统一社会信用代码": at.uscc if firm else "",
    }

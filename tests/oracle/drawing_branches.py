"""The branches of a drawn zone: some planned for joint, some dissolved, some known late, some of no lasting form."""

from __future__ import annotations

from dataclasses import replace

from tests.oracle.draw import Branch, Draw, Firm
from tests.oracle.sheets import DATES, NONE, Sheet

FORMATIONS = ["单独建立"] * 3 + ["联合建立"] * 3 + ["临时", "流动", ""]
LEVELS = ["党支部"] * 5 + ["党总支", ""]
FIXED = 4
"""The committee, its holding branch and two organ branches come first, whatever else is drawn."""


def drawn(draw: Draw, firms: list[Firm]) -> tuple[list[Branch], list[Sheet]]:
    """The branches, and their ledgers."""
    own = draw.own
    branches = [
        Branch(f"{own}综合党委", f"C{own}", "企业", "党委", "", "2020-01-01", ""),
        Branch(f"{own}代管支部", f"H{own}", "企业", "党支部", "代管", "2020-01-01", ""),
    ]
    for letter in "OP":
        department = draw.choice(["", *draw.departments])
        name = f"{own}机关{letter}支部"
        branches.append(
            Branch(
                name, f"{letter}{own}", "机关", "党支部", "", "2019-01-01", "", 0 if letter == "O" else 1, department
            )
        )
    for number in range(draw.randint(1, 4)):
        known = draw.choice([0, 0, 1, 2])
        founded = draw.choice(["", "2021-05-01", draw.day_in(known).isoformat()])
        ended = draw.choice([None, None, None, known + 1, 2])
        dissolved = draw.day_in(ended).isoformat() if ended and known < ended <= 2 else ""
        code, level, formation = f"B{own}{number}", draw.choice(LEVELS), draw.choice(FORMATIONS)
        branches.append(Branch(f"{own}第{number}支部", code, "企业", level, formation, founded, dissolved, known))
    if draw.crowded:
        branches[FIXED] = replace(branches[FIXED], formation="单独建立", founded="2021-05-01", dissolved="", known=0)
    return branches, _sheets(draw, branches, firms)


def _sheets(draw: Draw, branches: list[Branch], firms: list[Firm]) -> list[Sheet]:
    committee = branches[0]
    covered: dict[str, list[Firm]] = {}
    sheets = []
    for ledger, day in enumerate(DATES):
        rows = []
        for branch in branches:
            if branch.known > ledger:
                continue
            before = covered.get(branch.code, [])
            ended = branch.dissolved and branch.dissolved <= day.isoformat()
            if branch in branches[FIXED:] and not ended and (ledger == branch.known or draw.chance(0.4)):
                covered[branch.code] = draw.sample(
                    firms, min(len(firms), draw.choice([0, 0, 1] if draw.bare else [0, 1, 1, 2, 3, 6]))
                )
            below = branch is not committee and branch.side == "企业"
            formation = branch.formation if branch not in branches[FIXED:] or draw.chance(0.9) else "联合建立"
            for firm in covered.get(branch.code) or [None]:
                since = draw.since(ledger, firm in before, "covers", branch.code, firm.uscc) if firm else ""
                rows.append(
                    {
                        "党组织代码": branch.code,
                        "党组织名称": branch.name,
                        "党组织类别": branch.side,
                        "级别": branch.level,
                        "组建形式": formation,
                        "成立日期": branch.founded,
                        "撤销日期": branch.dissolved if ended else "",
                        "上级党组织/名称": committee.name if below else "",
                        "上级党组织/代码": committee.code if below else "",
                        "设在部门": branch.department,
                        "覆盖企业/企业名称": firm.name if firm else NONE,
                        "覆盖企业/统一社会信用代码": firm.uscc if firm else "",
                        "覆盖企业/纳入日期": since,
                    }
                )
        sheets.append(Sheet("branches", day, tuple(rows)))
    return sheets

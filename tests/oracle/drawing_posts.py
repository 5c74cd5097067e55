"""Who leads the branches of a drawn zone: secretaries, sent from above or not, and committees of any size."""

from __future__ import annotations

from dataclasses import replace

from tests.oracle.draw import Branch, Draw
from tests.oracle.drawing_branches import FIXED
from tests.oracle.drawing_members import Person
from tests.oracle.drawing_work import codes
from tests.oracle.sheets import DATES, NONE, Row, Sheet

SIZES = [0, 0, 0, 1, 2, 3, 4, 7, 8]
DUTIES = ["委员", "组织委员", "副书记", "副书记"]
SOURCES = ["出资人", "中层", "其他", "上级选派", ""]


def sheets(draw: Draw, branches: list[Branch], people: list[Person]) -> list[Sheet]:
    """The ledgers of secretaries and committees."""
    now: dict[str, list[Row]] = {}
    found = []
    for ledger, day in enumerate(DATES):
        rows: list[Row] = []
        for branch in [branches[0], *branches[FIXED:]]:
            if branch.known > ledger or draw.chance(0.1):
                now.pop(branch.code, None)
                continue
            if branch.code not in now or draw.chance(0.4):
                now[branch.code] = _posts(draw, branch, people, ledger)
            rows += now[branch.code]
        found.append(Sheet("committees", day, tuple(rows)))
    return found


def of_one(draw: Draw, sheets: list[Sheet]) -> list[Sheet]:
    """The ledgers where, in some zones, one officer leads every branch that has somebody to lead it."""
    if draw.chance(0.6):
        return sheets
    code = draw.choice(codes(draw))
    sent = {"姓名": f"毕{code}", "工号": code, "书记来源": "上级选派", "身份证号": "", "出生日期": "", "任职日期": ""}

    def led(row: Row) -> Row:
        return {**row, **sent} if row["党内职务"] == "书记" and row["姓名"] != NONE else row

    return [replace(sheet, rows=tuple(map(led, sheet.rows))) for sheet in sheets]


def _posts(draw: Draw, branch: Branch, people: list[Person], ledger: int) -> list[Row]:
    """The secretary, or that there is none, or nothing; then the committee's other members."""
    seats = draw.sample(people, min(len(people), draw.choice(SIZES)))
    rows = [_post(branch, draw.choice(DUTIES), person) for person in seats]
    since = draw.choice(["", draw.day_in(ledger).isoformat()])
    rest = [person for person in people if person not in seats]
    kind = draw.choice(["member", "member", "officer", NONE, ""])
    if kind == "officer":
        code = draw.choice(codes(draw))
        sent = {"姓名": f"毕{code}", "工号": code, "书记来源": _always(SOURCES, branch, code)}
        rows.append({**_post(branch, "书记", None), **sent})
    elif kind == "member" and rest:
        person = draw.choice(rest)
        rows.append({**_post(branch, "书记", person), "书记来源": _always(SOURCES, branch, person.number)})
    elif kind == NONE:
        rows.append(_post(branch, "书记", None))
    return [{**row, "任职日期": since if row["姓名"] != NONE else ""} for row in rows]


def _always(choices: list[str], branch: Branch, holder: str) -> str:
    """One of them, for one person in one branch the same in every ledger."""
    return choices[int((branch.code + holder).encode().hex(), 16) % len(choices)]


def _post(branch: Branch, duty: str, person: Person | None) -> dict[str, str]:
    return {
        "党组织代码": branch.code,
        "党组织名称": branch.name,
        "姓名": person.name if person else NONE,
        "身份证号": person.number if person else "",
        "出生日期": person.born if person else "",
        "党内职务": duty,
        "书记来源": "",
        "工号": "",
        "任职日期": "",
    }

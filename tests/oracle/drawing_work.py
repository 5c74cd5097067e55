"""What officers do in a drawn zone: firms they contact, visit and instruct; its mass organisations."""

from __future__ import annotations

from tests.oracle.draw import Branch, Draw, Firm
from tests.oracle.drawing_branches import FIXED
from tests.oracle.sheets import DATES, NONE, Row, Sheet


def sheets(draw: Draw, firms: list[Firm], branches: list[Branch]) -> list[Sheet]:
    """The ledgers of officers, visits and mass organisations."""
    officers = {code: draw.choice(draw.departments) for code in codes(draw)}
    return [*_officers(draw, officers, firms, branches), *_visits(draw, officers, firms), *_mass(draw, firms)]


def codes(draw: Draw) -> list[str]:
    """The officers of the zone, always the same ones."""
    return [f"D{draw.own}{n}" for n in range(1 + int(draw.own, 16) % 3)]


def _officers(draw: Draw, officers: dict[str, str], firms: list[Firm], branches: list[Branch]) -> list[Sheet]:
    instructs = {code: draw.choice([None, *branches[FIXED:]]) for code in officers}
    contacts: dict[str, list[Firm]] = {}
    guided: dict[str, Firm | None] = {}
    found = []
    for ledger, day in enumerate(DATES):
        rows: list[Row] = []
        for code, office in officers.items():
            before, guided_before = contacts.get(code, []), guided.get(code)
            if ledger == 0 or draw.chance(0.4):
                contacts[code] = draw.sample(firms, draw.randint(0, min(2, len(firms))))
                guided[code] = draw.choice([None, None, *firms])
            branch, own = instructs[code], guided[code]
            for number, firm in enumerate(contacts[code] or [None]):
                instructed = branch if number == 0 and branch and branch.known <= ledger else None
                guides = draw.since(ledger, own is guided_before, "guides", code, own.uscc) if own else ""
                rows.append(
                    {
                        "工号": code,
                        "姓名": f"毕{code}",
                        "所在部门": office,
                        "挂点企业/企业名称": firm.name if firm else NONE,
                        "挂点企业/统一社会信用代码": firm.uscc if firm else "",
                        "挂点企业/起始日期": draw.since(ledger, firm in before, code, firm.uscc) if firm else "",
                        "指导企业/企业名称": own.name if own else NONE,
                        "指导企业/统一社会信用代码": own.uscc if own else "",
                        "指导企业/起始日期": guides,
                        "指导党组织/党组织名称": instructed.name if instructed else "",
                        "指导党组织/党组织代码": instructed.code if instructed else "",
                    }
                )
                guided_before = own
        found.append(Sheet("officers", day, tuple(rows)))
    return found


def _visits(draw: Draw, officers: dict[str, str], firms: list[Firm]) -> list[Sheet]:
    rows: list[Row] = []
    for number in range(draw.randint(0, 4)):
        code, firm = draw.choice(sorted(officers)), draw.choice(firms)
        rows.append(
            {
                "走访编号": f"V{draw.own}{number}",
                "走访日期": draw.day_in(draw.randint(0, 2)).isoformat(),
                "走访人/姓名": f"毕{code}",
                "走访人/工号": code,
                "走访人/所在部门": officers[code],
                "走访企业/企业名称": firm.name,
                "走访企业/统一社会信用代码": firm.uscc,
            }
        )
    return [Sheet("visits", DATES[-1], tuple(rows))]


def _mass(draw: Draw, firms: list[Firm]) -> list[Sheet]:
    built = {firm.uscc: draw.choice([None, None, None, 0, 1]) for firm in firms}
    found = []
    for ledger, day in enumerate(DATES):
        rows: list[Row] = [
            {"企业名称": firm.name, "统一社会信用代码": firm.uscc, "工会": "已建"}
            for firm in firms
            if (first := built[firm.uscc]) is not None and first <= ledger
        ]
        found.append(Sheet("mass_organisations", day, tuple(rows)))
    return found

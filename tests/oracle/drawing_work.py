"""What officers do, pairs and mass organisations of a drawn zone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.oracle.sheets import DATES, NONE, Row, Sheet

if TYPE_CHECKING:
    from tests.oracle.drawing import Branch, Draw, Firm


def sheets(draw: Draw, firms: list[Firm], branches: list[Branch]) -> list[Sheet]:
    """The ledgers of officers, pairs and mass organisations."""
    return [*_officers(draw, firms, branches), *_pairs(draw, branches), *_mass(draw, firms)]


def _officers(draw: Draw, firms: list[Firm], branches: list[Branch]) -> list[Sheet]:
    officers = [f"D{draw.own}{n}" for n in range(draw.randint(1, 3))]
    offices = {code: draw.choice([f"{draw.own}住建局", f"{draw.own}社发局"]) for code in officers}
    instructs = {code: draw.choice([None, *branches[3:]]) for code in officers}
    contacts: dict[str, list[Firm]] = {}
    found = []
    for ledger, day in enumerate(DATES):
        rows: list[Row] = []
        for code in officers:
            before = contacts.get(code, [])
            if ledger == 0 or draw.chance(0.4):
                contacts[code] = draw.sample(firms, draw.randint(0, min(2, len(firms))))
            branch = instructs[code]
            for number, firm in enumerate(contacts[code] or [None]):
                instructed = branch if number == 0 and branch and branch.known <= ledger else None
                rows.append(
                    {
                        "工号": code,
                        "姓名": f"毕{code}",
                        "所在部门": offices[code],
                        "挂点企业/企业名称": firm.name if firm else NONE,
                        "挂点企业/统一社会信用代码": firm.uscc if firm else "",
                        "挂点企业/起始日期": draw.since(ledger, firm in before, code, firm.uscc) if firm else "",
                        "指导党组织/党组织名称": instructed.name if instructed else "",
                        "指导党组织/党组织代码": instructed.code if instructed else "",
                    }
                )
        found.append(Sheet("officers", day, tuple(rows)))
    return found


def _pairs(draw: Draw, branches: list[Branch]) -> list[Sheet]:
    organ, candidates = branches[2], [b for b in branches[3:] if b.known == 0]
    paired = draw.sample(candidates, draw.randint(0, len(candidates)))
    rows: list[Row] = [
        {
            "协议编号": f"J{branch.code}",
            "机关党组织/党组织名称": organ.name,
            "机关党组织/党组织代码": organ.code,
            "企业党组织/党组织名称": branch.name,
            "企业党组织/党组织代码": branch.code,
            "签订日期": draw.choice(["2025-03-01", draw.day_in(0).isoformat()]),
            "有效期至": draw.choice(["2028-03-01", draw.day_in(1).isoformat(), draw.day_in(2).isoformat()]),
        }
        for branch in paired
    ]
    return [Sheet("pairs", day, tuple(rows)) for day in DATES]


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

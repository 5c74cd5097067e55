"""Ledgers of a drawn zone with faults: credit codes that fail or are lost, rows without use, ledgers that disagree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graph.values.codes import CREDIT_ALPHABET
from tests.oracle.draw import Draw, Firm
from tests.oracle.sheets import DATES, Row, Sheet

OFFICES = ["测试园区", "测试园区/市监局"]
POSTS = ["科长", "主任", ""]


def sheets(draw: Draw, firms: Sequence[Firm], told: Sequence[Sheet]) -> list[Sheet]:
    """The ledgers of the registry and of names, and one of instructors that speaks of officers already listed."""
    return [*_registry(draw, firms, told), _names(draw, firms), _instructors(draw, told)]


def with_posts(draw: Draw, told: Sequence[Sheet]) -> list[Sheet]:
    """The ledgers of officers, some of whose posts the second one tells."""
    found = []
    for sheet in told:
        if sheet.kind == "officers":
            told_then = sheet.as_of == DATES[1]
            posts = {row["工号"]: draw.choice(POSTS) if told_then else "" for row in sheet.rows}
            sheet = replace(sheet, rows=tuple({**row, "职务": posts[row["工号"]]} for row in sheet.rows))
        found.append(sheet)
    return found


def _registry(draw: Draw, firms: Sequence[Firm], told: Sequence[Sheet]) -> list[Sheet]:
    # names by code: a code listed twice in one ledger is sent back, which the loader's own tests are about
    failing = {_failing(draw, draw.choice(firms).uscc): f"{draw.own}老厂{n}" for n in range(draw.choice([0, 0, 1, 2]))}
    damaged = {f"9.136{n}E+17": f"{draw.own}旧厂{n}" for n in range(draw.choice([0, 0, 1]))}
    found = []
    for day in DATES[:2]:
        rows = [_registered(name, code) for code, name in {**failing, **damaged}.items() if draw.chance(0.7)]
        rows += [_registered(f"{draw.own}无号厂", "")] * draw.choice([0, 0, 1])
        found.append(Sheet("registry", day, tuple(rows), scope=draw.choice(OFFICES)))
    # of some firms it says another trade than their own survey of that day
    surveyed = {
        row["统一社会信用代码"] for s in told if s.kind == "enterprises" and s.as_of == DATES[-1] for row in s.rows
    }
    traded = [firm for firm in firms if firm.industry and firm.uscc in surveyed and draw.chance(0.4)]
    others = [{**_registered(f.name, f.uscc), "行业": draw.choice(["纺织", f.industry])} for f in traded]
    return [*found, Sheet("registry", DATES[-1], tuple(others))]


def _registered(name: str, code: str) -> Row:
    return {"企业名称": name, "统一社会信用代码": code, "行业": "", "注册日期": "2015-01-01", "注册地址": "外地"}


def _failing(draw: Draw, code: str) -> str:
    """A code that is not quite that of a firm."""
    return code[:-1] + draw.choice([letter for letter in CREDIT_ALPHABET if letter != code[-1]])


def _names(draw: Draw, firms: Sequence[Firm]) -> Sheet:
    """Other names: of a firm that no ledger gives a code, and of one that may be either of two."""
    names = [firm.name for firm in firms]
    twice = sorted({name for name in names if names.count(name) > 1})
    called = [f"{draw.own}无码厂"] * draw.choice([0, 0, 1]) + [name for name in twice if draw.chance(0.3)]
    rows = tuple({"企业名称": name, "统一社会信用代码": "", "别名": f"{name}又名"} for name in called)
    return Sheet("names", DATES[1], rows)


def _instructors(draw: Draw, told: Sequence[Sheet]) -> Sheet:
    listed = {row["工号"]: row for s in told if s.kind == "officers" and s.as_of == DATES[1] for row in s.rows}
    rows: list[Row] = []
    for code, row in listed.items():
        if draw.chance(0.4):
            told_of = {"工号": code, "姓名": row["姓名"], "工作单位": row["所在部门"], "职务": draw.choice(POSTS)}
            rows.append({**told_of, "指导企业/企业名称": "", "指导党组织/党组织名称": ""})
    return Sheet("instructors", DATES[1], tuple(rows), full=False)

"""Ledgers of any length for the figures of loading: invented, marked so, the same in every run."""

from __future__ import annotations

import csv
import random
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import chain
from pathlib import Path

import xlsxwriter
from stdnum.cn import ric, uscc

AS_OF, NEXT_MONTH = date(2026, 9, 30), date(2026, 10, 31)
SCOPE = "示例园区"
REGISTRY = ["企业名称", "统一社会信用代码", "注册日期", "企业类型", "注册资金", "经营范围", "注册地址"]
MEMBERS = ["姓名", "身份证号", "入党日期", "党员类别", "所在企业", "信用代码", "所在党组织", "党组织代码", "转入日期"]
FIRMS, BRANCHES = 2000, 400
"""How many firms and branches the members of a ledger are spread over."""
_FIRST, _DAYS = date(1995, 1, 1), 9000
_OWNERSHIPS = ("有限责任公司(自然人投资或控股)", "私营独资企业", "外商投资企业", "国有独资公司", "个体工商户")
_TRADES = ("光电", "动力", "精密制造", "新材料", "生物医药", "智能装备", "物流", "食品")

Row = list[str]


def firms(number: int) -> Iterator[Row]:
    """Rows of a registry."""
    chance = random.Random(1)
    for i in range(number):
        trade = chance.choice(_TRADES)
        yield [
            f"示例{trade}第{i}有限公司",
            credit_code(i),
            _day(chance),
            chance.choice(_OWNERSHIPS),
            f"{chance.randrange(10, 5000)}(万元人民币)",
            f"{trade}产品的研发、生产、销售；货物进出口、技术进出口(示例数据)",
            f"示例市示例经开区{trade}大道{chance.randrange(1, 999)}号",
        ]


def members(number: int) -> Iterator[Row]:
    """Rows of a member ledger: each at one of the firms, in one of the branches."""
    chance = random.Random(2)
    for i in range(number):
        firm, branch = chance.randrange(FIRMS), chance.randrange(BRANCHES)
        yield [
            f"示例{i}",
            id_number(i),
            _day(chance),
            chance.choice(("正式党员", "预备党员")),
            f"示例第{firm}有限公司",
            credit_code(firm),
            f"示例第{branch}党支部",
            f"990000{branch:06d}",
            _day(chance),
        ]


def credit_code(number: int) -> str:
    """A credit code that passes its check, of a region that does not exist."""
    body = f"91990000MA{number:07d}"
    return body + str(uscc.calc_check_digit(body))


def id_number(number: int) -> str:
    """A citizen number that passes its check, of a region that does not exist."""
    born = date(1960, 1, 1) + timedelta(days=number // 999)
    body = f"990000{born:%Y%m%d}{number % 999:03d}"
    return body + str(ric.calc_check_digit(body + "0"))


def _day(chance: random.Random) -> str:
    return (_FIRST + timedelta(days=chance.randrange(_DAYS))).isoformat()


def as_csv(path: Path, headings: Row, rows: Iterator[Row]) -> Path:
    """A text table, written row by row."""
    with path.open("w", newline="", encoding="utf-8-sig") as file:
        csv.writer(file).writerows(chain([headings], rows))
    return path


def as_workbook(path: Path, headings: Row, rows: Iterator[Row]) -> Path:
    """A workbook of one sheet."""
    book = xlsxwriter.Workbook(path, {"constant_memory": True, "strings_to_numbers": False})
    sheet = book.add_worksheet("台账")
    for index, row in enumerate(chain([headings], rows)):
        sheet.write_row(index, 0, row)
    book.close()
    return path

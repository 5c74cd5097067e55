"""Cells that hold a credit code or an ID number."""

from __future__ import annotations

import re

from graph.errors import RowRejected
from graph.text import Text
from graph.values.codes import CodeState, credit_code_state, is_id_number, normalise_code
from graph.values.repairs import credit_code_repair
from loaders.told import Said, Told

_NO_CODE = Text("不是统一社会信用代码，没有采用", "not a credit code; not used")
_OTHER_CODES = {
    9: Text("是组织机构代码，不是统一社会信用代码，没有采用", "an organisation code, not a credit code; not used"),
    15: Text("是工商注册号，不是统一社会信用代码，没有采用", "a registration number, not a credit code; not used"),
}
_WRONG_LENGTH = Text("信用代码应为 18 位，没有采用", "a credit code has 18 characters; not used")
_NOTES: dict[CodeState, Text] = {
    "failed": Text("信用代码未通过校验，照原样保留", "the credit code fails its check; kept as it is"),
    "damaged": Text(
        "信用代码已被表格软件损坏，不用于识别企业", "the credit code was damaged by a spreadsheet; not used"
    ),
}
_ID_DAMAGED = Text("身份证号已被表格软件损坏", "the ID number was damaged by a spreadsheet")
_ID_FAILS = Text("身份证号未通过校验", "the ID number fails its check")
_ALIKE = str.maketrans("OIL", "011")


def read_credit_code(word: str, *, is_number: bool) -> Told:
    """A credit code with what its check found; what cannot be one is noted and says nothing.

    `is_number`: a spreadsheet kept it as a number, of which it keeps 15 digits.
    """
    code = normalise_code(word)
    state: CodeState = "damaged" if is_number else credit_code_state(code)
    if state == "failed" and not (len(code) == 18 and re.fullmatch("[0-9A-Z]+", code)):
        return Told(Said.NOTHING, note=_not_a_code(code), suggestion=credit_code_repair(code))
    suggestion = None if state == "valid" else credit_code_repair(code)
    return Told(code, state, _NOTES.get(state), suggestion)


def read_id_number(word: str, *, is_number: bool) -> Told:
    """A citizen number that passes its check. Raises RowRejected, with the place of a letter taken for a digit."""
    number = normalise_code(word)
    if is_number or "E+" in number:
        raise RowRejected(_ID_DAMAGED)
    if is_id_number(number):
        return Told(number)
    plain = number.translate(_ALIKE)
    if is_id_number(plain):
        places = "、".join(str(i) for i, (a, b) in enumerate(zip(number, plain, strict=True), 1) if a != b)
        raise RowRejected(
            Text(
                f"身份证号第 {places} 位是字母，应为形近的数字",
                f"letters stand for digits of the ID number at {places}",
            )
        )
    raise RowRejected(_ID_FAILS)


def _not_a_code(code: str) -> Text:
    if not re.fullmatch("[0-9A-Z]+", code):
        return _NO_CODE
    return _OTHER_CODES.get(len(code), _WRONG_LENGTH)

"""A file and its mapping → a ledger: every row with its mentions, statements, raw cells and faults."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from graph.errors import LedgerRefused, Place
from graph.text import Text
from graph.values.digest import Digester
from loaders.body import body_rows
from loaders.duplicates import reject_duplicates
from loaders.headings import Headings, find_headings
from loaders.ledger import Fault, Ledger, LedgerRow, Load, load_id
from loaders.mapping import Mapping, mapping_of, mappings
from loaders.row import RowReader
from loaders.sheets import Sheet
from loaders.sources import Source

_HEADINGS_STEP = Text(
    "请核对表头，或用 --kind 指定台账种类；liangxin 的示例台账在 examples/",
    "check the headings, or name the kind with --kind; sample ledgers are in examples/",
)


def read_ledger(
    source: Source,
    digester: Digester,
    *,
    kind: str | None,
    scope: str,
    as_of: date,
    full: bool,
    replaces: str | None = None,
) -> Ledger:
    """The ledger in `source`, as of the date `as_of` (inclusive) for `scope`.

    `kind` None: recognised by the headings. ID numbers become keyed digests and masks here and go no further.
    Raises LedgerRefused for a file without the needed headings or without any row.
    """
    sheets = tuple(s for s in source.sheets if not s.hidden and not s.blank)
    if not sheets:
        raise LedgerRefused(
            Text("文件里没有内容", "there is nothing in the file"),
            Text("请导入填好的台账", "load a filled ledger"),
            Place(file=source.name),
        )
    mapping = mapping_of(kind) if kind else recognise(source.name, sheets)
    load = Load(
        load_id(source.file.chunks(), mapping.kind, scope, as_of, full),
        source.name,
        mapping.kind,
        scope,
        as_of,
        full,
        replaces,
    )
    rows: list[LedgerRow] = []
    unmapped: dict[str, None] = {}
    remarks = [_remark(s, "隐藏的工作表，没有读取", "hidden sheet, not read") for s in source.sheets if s.hidden]
    for sheet in sheets:
        headings = find_headings(sheet, mapping)
        if missing := headings.missing(mapping):
            if len(sheets) > 1 and headings.known < 2:
                remarks.append(_remark(sheet, "没有台账表头，没有读取", "no ledger headings, not read"))
                continue
            raise _missing(source.name, sheet, missing, headings)
        unmapped |= dict.fromkeys(headings.unmapped)
        rows += _rows(sheet, headings, mapping, digester, as_of)
    if not rows:
        raise LedgerRefused(
            Text("表头下面没有数据行", "there are no rows below the headings"),
            Text("请导入填好的台账", "load a filled ledger"),
            Place(file=source.name),
        )
    return Ledger(load, reject_duplicates(rows), tuple(unmapped), tuple(remarks), digester)


def recognise(file: str, sheets: tuple[Sheet, ...]) -> Mapping:
    """The kind whose columns the first readable sheet knows best. Raises LedgerRefused naming what is missing."""
    found = [(find_headings(sheet, mapping), mapping, sheet) for sheet in sheets for mapping in mappings().values()]
    fitting = [(h.known, m) for h, m, _ in found if not h.missing(m)]
    if fitting:
        return max(fitting, key=lambda f: f[0])[1]
    headings, mapping, sheet = max(found, key=lambda f: f[0].known)
    raise _missing(file, sheet, headings.missing(mapping), headings)


def _rows(sheet: Sheet, headings: Headings, mapping: Mapping, digester: Digester, as_of: date) -> Iterator[LedgerRow]:
    reader = RowReader(sheet, headings, mapping, digester, as_of)
    for index, cells in body_rows(sheet, headings):
        yield reader.read(index, cells)


def _missing(file: str, sheet: Sheet, missing: tuple[str, ...], headings: Headings) -> LedgerRefused:
    listed = "、".join(missing)
    seen = "、".join(list(headings.paths.values())[:8]) or "—"
    return LedgerRefused(
        Text(f"缺少表头：{listed}(找到的表头：{seen})", f"missing headings: {listed} (found: {seen})"),
        _HEADINGS_STEP,
        Place(file=file, sheet=sheet.name or None),
    )


def _remark(sheet: Sheet, zh: str, en: str) -> Fault:
    return Fault("", sheet.name, zh, en)

"""Two CSV tables in one zip, `nodes.csv` and `edges.csv`, for spreadsheets and statistics programs."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from io import BytesIO, StringIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from app.reports.attributes import Plain, edge_row, node_row
from app.reports.export import Export

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_EARLIEST = (1980, 1, 1, 0, 0, 0)


def render(export: Export) -> bytes:
    """The zip's bytes. Tables are UTF-8 with a byte order mark, without which Excel garbles Chinese.

    Text that a spreadsheet would run as a formula starts with an apostrophe.
    """
    nodes = [node_row(node, export.language) for node in export.flat.nodes]
    edges = [edge_row(edge, export.language) for edge in export.flat.edges]
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, rows, first in (
            ("nodes.csv", nodes, ["id", "label"]),
            ("edges.csv", edges, ["id", "source", "target", "label", "name"]),
        ):
            # a fixed time: the same content gives the same bytes
            archive.writestr(ZipInfo(name, _EARLIEST), _table(rows, first), ZIP_DEFLATED)
    return file.getvalue()


def _table(rows: Sequence[dict[str, Plain]], first: list[str]) -> bytes:
    columns = list(dict.fromkeys(first + [name for row in rows for name in row]))
    text = StringIO()
    writer = csv.DictWriter(text, columns, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({name: _guarded(value) for name, value in row.items()} for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _guarded(value: Plain) -> Plain:
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value

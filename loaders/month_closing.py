"""Closing a month (月度定稿): its figures as published figures, in a ledger of rows that no file says.

So a closed month has a date and a maker, is listed among the loads, and is opened again by unloading it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from graph.connection import Database
from graph.model import model
from graph.values.dates import PartialDate, last_of_month
from loaders.ledger import Ledger, LedgerRow, Load, Mention, Scalar, Statement, load_id

KIND = "published_figures"


def month_ledger(month: PartialDate, figures: Mapping[str, int], scope: str, by: str) -> Ledger:
    """The ledger that keeps the figures of a month, as of its last day; `by`: who reports them.

    It says what a published figure ledger with these figures would say, so both speak of the same nodes.
    """
    labels = model()["PublishedFigure"].properties["figure"].values
    rows = []
    for number, (figure, value) in enumerate(figures.items(), start=1):
        said: dict[str, Scalar] = {"figure": figure, "month": str(month), "value": value, "source": "account"}
        said |= {"reported_by": by} if by else {}
        cells = {"指标": labels[figure].zh, "月份": str(month), "数值": str(value), "填报单位": by}
        mention = Mention("PublishedFigure", None, f"{figure}|{month}")
        statements = tuple(Statement(0, slot, word) for slot, word in said.items())
        rows.append(LedgerRow("", number, (mention,), statements, cells))
    as_of = last_of_month(month.day)
    content = json.dumps([row.cells for row in rows], ensure_ascii=False).encode()
    id_ = load_id([content], KIND, scope, as_of, False)
    return Ledger(Load(id_, _file(month), KIND, scope, as_of, False), tuple(rows))


def closing_load(database: Database, month: PartialDate) -> str | None:
    """The id of the load that closed a month; None while it is open."""
    found = database.read(
        "MATCH (l:Load {kind: $kind, file: $file}) RETURN l.key AS id", {"kind": KIND, "file": _file(month)}
    )
    return found[0]["id"] if found else None


def published_in(database: Database, month: PartialDate) -> str | None:
    """The file in which figures of a month's account were published; None where none were."""
    found = database.read(
        "MATCH (f:PublishedFigure:Entity {month: $day, source: 'account'})<-[:STATES]-(r:LedgerRow) "
        "WHERE r.state = 'accepted' "
        "RETURN r.file AS file ORDER BY r.as_of, file LIMIT 1",
        {"day": month.day},
    )
    return found[0]["file"] if found else None


def _file(month: PartialDate) -> str:
    return f"月度定稿 {month}"

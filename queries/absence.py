"""Why there is nothing: no data yet, a date before all data, or a node that had ended by then."""

from __future__ import annotations

from datetime import date

from graph.connection import Database
from graph.model import model
from graph.text import Text
from queries.catalog import catalog
from queries.results import Answer, Ref

_DATA = """
RETURN EXISTS { MATCH (:Entity) } AS any,
  COLLECT { MATCH (load:Load) WHERE load.as_of IS NOT NULL RETURN load.as_of ORDER BY load.as_of LIMIT 1 } AS earliest
"""

_ENDED = """
MATCH (n:Entity {key: $key}) WHERE $type IN labels(n)
OPTIONAL MATCH (n)<-[noted:DESCRIBES]-(record:SurveyRecord) WHERE noted.since <= $at < noted.until
RETURN n.dissolved_on AS dissolved, record.operating_state AS state, noted.since AS since
"""

_GONE = ("cancelled", "moved")
"""Operating states of a firm that is no longer here."""


def why_empty(db: Database, answer: Answer) -> Text | None:
    """Why an answer without rows has none, where that is not simply that nothing is amiss; None where it is."""
    if answer.total:
        return None
    (data,) = db.read(_DATA)
    if not data["any"]:
        return Text(
            "数据库里还没有台账，先用 liangxin load 导入", "no ledgers are loaded yet: load some with liangxin load"
        )
    if data["earliest"] and answer.at < data["earliest"][0]:
        earliest = data["earliest"][0]
        return Text(
            f"{answer.at} 早于所有台账，最早的数据是 {earliest}",
            f"{answer.at} lies before all ledgers; the earliest data is of {earliest}",
        )
    for name, parameter in catalog()[answer.question].parameters.items():
        if parameter.type == "key" and parameter.node and answer.parameters[name]:
            gone = ended(db, Ref(parameter.node, str(answer.parameters[name])), answer.at)
            if gone:
                return gone
    return None


def ended(db: Database, ref: Ref, at: date) -> Text | None:
    """When and how the node had ended by the date, or None when it had not."""
    label = model()[ref.type].label
    for row in db.read(_ENDED, {"type": ref.type, "key": ref.key, "at": at}):
        if row["dissolved"] and row["dissolved"] <= at:
            day = row["dissolved"]
            return Text(f"该{label.zh}已于 {day} 撤销", f"this {label.en.lower()} was dissolved on {day}")
        if row["state"] in _GONE:
            state = model()["SurveyRecord"].properties["operating_state"].values[row["state"]]
            since = row["since"]
            return Text(
                f"该{label.zh}自 {since} 的台账起已{state.zh}",
                f"this {label.en.lower()} has been {state.en.lower()} since the ledger of {since}",
            )
    return None

"""What the database keeps of loads: rejected and waiting rows with their place, and how a person is forgotten."""

from __future__ import annotations

import json
from dataclasses import dataclass

from graph.connection import Database
from graph.errors import NotFound
from graph.text import Text
from loaders.apply import finish
from loaders.ledger import Fault
from loaders.session import Transaction


@dataclass(frozen=True)
class KeptRow:
    """A row that is not (fully) used: where it stands and why. `candidates`: whom a waiting row may mean."""

    load: str
    file: str
    sheet: str
    row: int
    state: str
    faults: tuple[Fault, ...]
    candidates: tuple[tuple[str, tuple[str, ...]], ...] = ()


def unused_rows(database: Database, load_id: str | None = None) -> list[KeptRow]:
    """All rejected and waiting rows, of one load or of all, in the order of their files."""
    rows = database.read(
        "MATCH (r:LedgerRow) WHERE r.state IN ['rejected', 'waiting'] AND ($load IS NULL OR r.load = $load) "
        "RETURN r.load AS load, r.file AS file, r.sheet AS sheet, r.row AS row, r.state AS state, r.faults AS faults, "
        "[(r)-[l:STATES|NAMES]->(n) WHERE l.by IN ['name', 'like'] | [l.called, n.key]] AS named "
        "ORDER BY file, sheet, row",
        {"load": load_id},
    )
    kept = []
    for row in rows:
        named: dict[str, list[str]] = {}
        for called, key in row.pop("named"):
            named.setdefault(called, []).append(key)
        faults = tuple(Fault(**f) for f in json.loads(row.pop("faults")))
        candidates = tuple((called, tuple(sorted(keys))) for called, keys in sorted(named.items()))
        kept.append(KeptRow(**row, faults=faults, candidates=candidates if row["state"] == "waiting" else ()))
    return kept


def forget(database: Database, member: str) -> int:
    """Take a person out of rows, cells and graph. Returns how many rows spoke of the person.

    Rows about the person go; rows about others lose what they say of the person, names in their cells included.
    Raises NotFound. Backups made before keep the person.
    """
    found = database.read(
        "MATCH (n:Member|Officer {key: $key})<-[l:STATES|NAMES]-(r:LedgerRow) "
        "RETURN labels(n) AS labels, r.key AS key, l.mention AS mention, l.called AS called, r.mentions AS mentions, "
        "r.statements AS statements, r.cells AS cells",
        {"key": member},
    )
    if not found:
        raise NotFound(
            Text(f"没有这个人：{member}", f"there is no such person: {member}"),
            Text("用 liangxin ask 或页面搜索查到标识后再试", "find the key by search on the page and try again"),
        )

    def work(transaction: object) -> None:
        tx = Transaction(transaction)  # type: ignore[arg-type]
        tx.run(
            "MATCH (:Member|Officer {key: $key})<-[:STATES|NAMES]-(r:LedgerRow) WITH DISTINCT r "
            "MATCH (r)-[:STATES|NAMES]->(o) SET o:Stale",
            key=member,
        )
        for row in found:
            if row["mention"] == 0:
                tx.run("MATCH (r:LedgerRow {key: $key}) DETACH DELETE r", key=row["key"])
            else:
                tx.run(
                    "MATCH (r:LedgerRow {key: $key}) SET r += $kept, r.state = 'new' "
                    "WITH r MATCH (r)-[l:STATES|NAMES]->() DELETE l",
                    key=row["key"],
                    kept=_without(row),
                )

    database.write(work)
    finish(database)
    return len({row["key"] for row in found})


def _without(row: dict[str, object]) -> dict[str, str]:
    """A kept row without what it says of its mention, and with the person's name struck from its cells."""
    position, name = int(str(row["mention"])), str(row["called"])
    mentions = json.loads(str(row["mentions"]))
    mentions[position] |= {"code": None, "name": "", "within": []}
    statements = [s for s in json.loads(str(row["statements"])) if position not in (s["of"], s.get("to"))]
    cells = {k: v.replace(name, "*") if name else v for k, v in json.loads(str(row["cells"])).items()}
    return {
        n: json.dumps(v, ensure_ascii=False)
        for n, v in (("mentions", mentions), ("statements", statements), ("cells", cells))
    }

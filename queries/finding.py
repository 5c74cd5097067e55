"""The node a person means by the word they typed."""

from __future__ import annotations

from graph.connection import Database
from graph.errors import NotFound, WrongQuestion
from graph.model import model
from graph.text import Text
from graph.values.names import normalise
from queries.lookup import nodes
from queries.results import Ref
from queries.search import search

_BY_KEY = """
MATCH (n:Entity {key: $word})
RETURN [label IN labels(n) WHERE label IN $types][0] AS type, n.key AS key
ORDER BY type
"""


_BY_NAME = """
UNWIND $names AS name
CALL (name) {
  MATCH (:LedgerRow)-[:STATES {as: name}]->(n:Entity) RETURN n
  UNION
  MATCH (:LedgerRow)-[:NAMES {as: name}]->(n:Entity) RETURN n
  UNION
  MATCH (:LedgerRow)-[:DECIDES {told: name}]->(n:Entity) RETURN n
}
RETURN DISTINCT [label IN labels(n) WHERE label IN $types][0] AS type, n.key AS key
ORDER BY type, key
"""


def find(db: Database, word: str) -> Ref:
    """The node a person means by `Type:key`, a bare key (a credit code), or the exact name some ledger calls it by.

    A key that was superseded (a firm known by name until its code came, or found to be another) still leads there.
    People are never found by name. Raises NotFound with the nearest matches, and WrongQuestion listing the nodes when
    the word means several.
    """
    word = word.strip()
    kind, _, rest = word.partition(":")
    typed = kind in model().types and bool(rest)
    found = [Ref(kind, rest)] if typed else _refs(db, _BY_KEY, word=word)
    if typed and found[0] not in nodes(db, found):
        found = []
    found = found or _named(db, rest if typed else word, kind if typed else None)
    if len(found) > 1:
        choices = ", ".join(ref.id for ref in found)
        raise WrongQuestion(
            Text(f"“{word}” 对应多个对象", f"“{word}” means several things"),
            Text(f"请写明是哪一个：{choices}", f"say which: {choices}"),
        )
    if not found:
        raise _not_found(db, word)
    return found[0]


def find_of(db: Database, kind: str, word: str) -> Ref:
    """The node of type `kind` by its key, `Type:key`, or a name that only it has. Raises as `find` does."""
    key = word.strip().removeprefix(f"{kind}:")
    ref = Ref(kind, key)
    found = [ref] if ref in nodes(db, [ref]) else _named(db, key, kind)
    if len(found) != 1:
        raise _not_found(db, key, kind)
    return found[0]


def _named(db: Database, word: str, kind: str | None) -> list[Ref]:
    kinds = [t.type for t in model().pictured if not t.person and kind in (None, t.type)]
    names = [f"{k}|{normalise(word)}" for k in kinds]
    found = _refs(db, _BY_NAME, names=[*names, word])  # what was merged into another is decided by its bare key
    return [ref for ref in found if kind in (None, ref.type)]


def _refs(db: Database, query: str, **asked: object) -> list[Ref]:
    return [Ref(row["type"], row["key"]) for row in db.read(query, {**asked, "types": list(model().types)})]


def _not_found(db: Database, word: str, kind: str | None = None) -> NotFound:
    near = [hit for hit in search(db, word, limit=20) if kind in (None, hit.ref.type)][:3]
    label = model()[kind].label if kind else Text("对象", "thing")
    what = Text("没有键为 “{word}” 的{label}", "there is no {label} with the key “{word}”").fill(
        word=word, label=Text(label.zh, label.en.lower())
    )
    if not near:
        return NotFound(what, Text("请用搜索查找它的名称或代码", "search for its name or code"))
    choices = ", ".join(f"{hit.ref.id} ({hit.caption})" for hit in near)
    return NotFound(what, Text(f"相近的有：{choices}", f"near to it: {choices}"))

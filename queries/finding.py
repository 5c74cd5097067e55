"""The node a person means by the word they typed."""

from __future__ import annotations

from graph.connection import Database
from graph.errors import NotFound, WrongQuestion
from graph.model import model
from graph.text import Text
from queries.lookup import nodes
from queries.results import Ref
from queries.search import search

_BY_KEY = """
MATCH (n:Entity {key: $word})
RETURN [label IN labels(n) WHERE label IN $types][0] AS type, n.key AS key
ORDER BY type
"""


def find(db: Database, word: str) -> Ref:
    """The node a person means by `Type:key` or a bare key (a credit code).

    Raises NotFound with the nearest matches, and WrongQuestion listing the nodes when a bare key is of several types.
    """
    word = word.strip()
    found = [Ref(row["type"], row["key"]) for row in db.read(_BY_KEY, {"word": word, "types": list(model().types)})]
    if not found and ":" in word:
        ref = Ref.parse(word)
        found = [ref] if ref in nodes(db, [ref]) else []
    if len(found) > 1:
        choices = ", ".join(ref.id for ref in found)
        raise WrongQuestion(
            Text(f"“{word}” 对应多个对象", f"“{word}” is the key of several things"),
            Text(f"请写明类型：{choices}", f"say which: {choices}"),
        )
    if not found:
        raise _not_found(db, word)
    return found[0]


def find_of(db: Database, kind: str, word: str) -> Ref:
    """The node of type `kind` by its key, `Type:key`, or the name that only it has. Raises NotFound."""
    key = word.strip().removeprefix(f"{kind}:")
    ref = Ref(kind, key)
    if ref in nodes(db, [ref]):
        return ref
    by_name = [hit.ref for hit in search(db, key) if hit.ref.type == kind and hit.caption == key]
    if not model()[kind].person and len(by_name) == 1:
        return by_name[0]
    raise _not_found(db, key, kind)


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

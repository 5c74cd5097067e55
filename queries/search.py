"""Search by any part of a name in Chinese, by pinyin initials, full pinyin or the start of a code."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graph.connection import Database
from graph.model import model
from graph.text import Language
from queries.lookup import nodes
from queries.results import Ref

CANDIDATES = 20_000
"""A text that more nodes match than this is too common for all of them to be ranked."""

_HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff"
_RUNS = re.compile(rf"[{_HAN}]+|[^\W_{_HAN}]+")

_SEARCH = """
CALL () {
  CALL db.index.fulltext.queryNodes('entity_search', $lucene, {limit: $candidates}) YIELD node, score
  RETURN node, score
  UNION
  MATCH (node:Entity) WHERE node.key STARTS WITH $text
  RETURN node, 0.0 AS score
}
WITH node, max(score) AS score
WITH node, score, CASE
  WHEN $text IN [node.key, node.name, node.short_name, node.code, node.uscc, node.title] THEN 0
  WHEN node.name STARTS WITH $text OR node.key STARTS WITH $text OR node.title STARTS WITH $text THEN 1
  WHEN node.search_keys STARTS WITH $plain THEN 2
  ELSE 3
END AS rank
WITH node, score, rank, [label IN labels(node) WHERE label IN $types][0] AS type
RETURN type, node.key AS key
ORDER BY rank > 1 AND type IN $private, rank, type IN $private, type <> 'Enterprise',
  score DESC, size(coalesce(node.name, '')), key
LIMIT $limit
"""


@dataclass(frozen=True)
class Hit:
    """One node found. `detail` tells namesakes apart: its type and the code or other name it also goes by."""

    ref: Ref
    caption: str
    detail: str


def lucene(text: str) -> str:
    """The text as a full-text query: Chinese as quoted phrases, letters and digits as prefixes, all of them required.

    Only letters and digits get through, so nothing in it can be an operator of the index's query language.
    """
    return " AND ".join(
        f"{run.lower()}*" if not re.match(f"[{_HAN}]", run) else f'"{run}"' for run in _RUNS.findall(_plain(text))
    )


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip()


def search(db: Database, text: str, limit: int = 12, language: Language = "zh") -> list[Hit]:
    """The nodes best matching the text: equal first, then those that start with it, then those that contain it.

    Of these alike firms come first, which is what people look for. Private persons are matched by name but shown
    masked, and after the rest; found by pinyin alone, after all. A text without letters finds nothing.
    """
    query = lucene(text)
    if not query:
        return []
    plain = _plain(text)
    rows = db.read(
        _SEARCH,
        {
            "lucene": query,
            "text": plain,
            "plain": plain.lower(),
            "candidates": CANDIDATES,
            "limit": limit,
            "types": list(model().types),
            "private": [t.type for t in model() if t.properties[t.caption].private],
        },
    )
    refs = [Ref(row["type"], row["key"]) for row in rows]
    found = nodes(db, refs, language)
    return [Hit(ref, found[ref].caption, _detail(ref.type, found[ref].properties, language)) for ref in refs]


def _detail(kind: str, properties: Mapping[str, Any], language: Language) -> str:
    """Its type, and the last of its searchable properties (codes come last) that is not its caption."""
    node_type = model()[kind]
    label = node_type.label.say(language)
    names = [n for n, p in node_type.properties.items() if p.search and n != node_type.caption and properties.get(n)]
    return f"{label} · {properties[names[-1]]}" if names else label

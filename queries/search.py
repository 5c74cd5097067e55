"""Search by any part of a name in Chinese, by pinyin initials, full pinyin or the start of a code."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from graph.connection import Database
from graph.model import NodeType, model
from graph.text import Language
from queries.captions import caption, shown
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
RETURN [label IN labels(node) WHERE label IN $types][0] AS type, node.key AS key, properties(node) AS properties
ORDER BY rank, score DESC, size(coalesce(node.name, '')), key
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

    Names of private persons are matched but shown masked. An empty text, or one of signs alone, finds nothing.
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
        },
    )
    return [_hit(row["type"], row["key"], row["properties"], language) for row in rows]


def _hit(kind: str, key: str, properties: dict[str, object], language: Language) -> Hit:
    node_type = model()[kind]
    also = _also(node_type, shown(kind, properties))
    label = node_type.label.say(language)
    return Hit(Ref(kind, key), caption(kind, key, properties, language), f"{label} · {also}" if also else label)


def _also(node_type: NodeType, properties: dict[str, object]) -> str:
    """Its first searchable property that is not its caption, last ones (codes) first."""
    names = [n for n, p in node_type.properties.items() if p.search and n != node_type.caption and properties.get(n)]
    return str(properties[names[-1]]) if names else ""

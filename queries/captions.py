"""How a node is called and what of it may be shown: captions from the schema, private values masked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graph.model import Property, model
from graph.text import Language
from graph.values.masks import mask_private

HIDDEN = frozenset({"key", "search_keys"})
"""Never shown: the business key stands in the Ref, and search keys spell private names in pinyin."""


def shown(kind: str, properties: Mapping[str, Any]) -> dict[str, Any]:
    """The properties of a node of type `kind` as stored, without hidden ones and with private values masked."""
    declared = model()[kind].properties
    return {
        name: mask_private(value, declared[name].private if name in declared else None)
        for name, value in properties.items()
        if name not in HIDDEN
    }


def caption(kind: str, key: str, properties: Mapping[str, Any], language: Language, handle: int | None = None) -> str:
    """What a node is called in one language: the schema's caption property, or its key when that is not known.

    A private person is called by the masked name and a `handle` that tells namesakes apart, the row number in the
    ledger that states the person (张*·12).
    """
    node_type = model()[kind]
    prop = node_type.properties[node_type.caption]
    value = properties.get(node_type.caption)
    if value is None or value == "":
        return key
    if prop.private:
        name = str(mask_private(value, prop.private))
        return f"{name}·{handle}" if handle is not None else name
    return word(prop, value, language)


def word(prop: Property, value: Any, language: Language) -> str:
    """One stored value in one language: a choice by its label, anything else as written."""
    label = prop.values.get(value) if prop.type == "choice" else None
    return label.say(language) if label else str(value)


def missing_caption(kind: str, language: Language) -> str:
    """What a node is called that does not exist and should."""
    label = model()[kind].label.say(language)
    return f"待建{label}" if language == "zh" and kind in ("Branch", "CoBuildingPair") else _lacking(label, language)


def _lacking(label: str, language: Language) -> str:
    return f"缺{label}" if language == "zh" else f"Missing: {label.lower()}"

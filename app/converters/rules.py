"""A rule in words: the value used, whose it is, by which document and clause, and how sure that is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from graph.model import model
from graph.text import Language, Text
from queries.rule_book import AppliedRule, Backing
from queries.rules import Value


@dataclass(frozen=True)
class RuleWords:
    """One rule as told: `value` with its unit (empty where it only defines), `origin` document and clause.

    `notes` say whose value it is and why, which value held earlier, how sure it is, and which documents back it.
    """

    title: str
    value: str
    tells: str
    origin: str
    notes: tuple[str, ...]


def rule_words(rule: AppliedRule, language: Language) -> RuleWords:
    """The rule in one language."""
    return RuleWords(
        rule.title.say(language),
        _value(rule, language),
        rule.tells.say(language),
        (" " if language == "zh" else ", ").join([rule.document.say(language), rule.clause.say(language)]),
        tuple(note.say(language) for note in _notes(rule)),
    )


def rule_json(rule: AppliedRule) -> dict[str, Any]:
    """The rule as machines read it."""
    return {
        "id": rule.id,
        "title": rule.title._asdict(),
        "value": rule.value,
        "unit": rule.unit._asdict() if rule.unit else None,
        "own": rule.own,
        "reason": rule.reason or None,
        "document": rule.document._asdict(),
        "clause": rule.clause._asdict(),
        "state": rule.state,
        "effective": rule.effective,
        "held_until": rule.until,
        "varies": rule.varies._asdict() if rule.varies else None,
        "policies": [{"key": p.key, "title": p.title, "number": p.number} for p in rule.policies],
    }


def _value(rule: AppliedRule, language: Language) -> str:
    if rule.value is None or rule.value == []:
        return ""
    unit = f" {rule.unit.say(language)}" if rule.unit else ""
    return f"{_plain(rule.value, language)}{unit}"


def _plain(value: Value, language: Language) -> str:
    if isinstance(value, list):
        labels = _labels(frozenset(value))
        return ("、" if language == "zh" else ", ").join(
            labels[word].say(language) if word in labels else word for word in value
        )
    return f"{value:,}"


@cache
def _labels(values: frozenset[str]) -> Mapping[str, Text]:
    """What the schema calls these words: they are choices of one of its properties, or words of the zone's own."""
    declared = (prop.values for node_type in model() for prop in node_type.properties.values())
    return next((choices for choices in declared if values <= set(choices)), {})


def _notes(rule: AppliedRule) -> list[Text]:
    found = []
    if rule.own:
        found.append(Text(f"本区自定：{rule.reason}", f"The zone's own value: {rule.reason}"))
    if rule.until:
        found.append(Text(f"{rule.until} 以前的规定", f"As it was before {rule.until}"))
    if rule.early and rule.effective:
        found.append(
            Text(
                f"{rule.effective} 起施行；此前的规定未收录，按现行值",
                f"In force since {rule.effective}; what held before is not recorded, so the present value is used",
            )
        )
    if rule.state == "zone":
        found.append(Text("由本区确定，未见公开文本", "For the zone to set; not read in a published text"))
    if rule.varies:
        found.append(rule.varies)
    if rule.policies:
        zh = "、".join(_policy(policy) for policy in rule.policies)
        en = ", ".join(_policy(policy) for policy in rule.policies)
        found.append(Text(f"依据文件：{zh}", f"Backed by: {en}"))
    return found


def _policy(policy: Backing) -> str:
    return f"《{policy.title}》{policy.number or ''}"

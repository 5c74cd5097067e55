"""A verdict in words: its state and numbers, what would tell or put it right, and since when."""

from __future__ import annotations

from graph.text import Language, Text
from queries.beginning import Beginning
from queries.catalog import catalog
from queries.judging import State
from queries.verdicts import Verdict

STATES: dict[State, Text] = {
    "fails": Text("不符合", "fails"),
    "unknown": Text("无法判定", "cannot be told"),
    "holds": Text("符合", "holds"),
    "outside": Text("不适用", "does not apply"),
}
"""What each state is called, in the order in which verdicts are told."""

_MARKS: dict[State, str] = {"fails": "✗", "unknown": "?", "holds": "✓", "outside": "–"}


def marked(state: State) -> Text:
    """What a state is called, after its sign."""
    return Text(f"{_MARKS[state]} {STATES[state].zh}", f"{_MARKS[state]} {STATES[state].en}")


def rank(verdict: Verdict) -> int:
    """Its place among verdicts: faults come first."""
    return list(STATES).index(verdict.state)


def numbers(verdict: Verdict, language: Language) -> list[str]:
    """The numbers of its row, which are what it rests on, each with its label and unit."""
    row = verdict.row or {}
    told = []
    for name, column in catalog()[verdict.question].columns.items():
        if column.type in ("int", "float") and row.get(name) is not None:
            unit = f" {column.unit.say(language)}" if column.unit else ""
            told.append(f"{column.label.say(language)} {row[name]:,.0f}{unit}")
    return told


def lacking(verdict: Verdict) -> Text | None:
    """Which facts would tell, where it cannot be told."""
    if not verdict.missing:
        return None
    zh = "、".join(fact.zh for fact in verdict.missing)
    en = ", ".join(fact.en.lower() for fact in verdict.missing)
    return Text(f"缺少：{zh}。补上后即可判定", f"Not known: {en}; once it is, this can be told")


def since(began: Beginning) -> Text:
    """Since when a rule has been broken, and whether that was found to its beginning."""
    if not began.earlier:
        return Text(f"自 {began.since} 起", f"Since {began.since}")
    if began.cut:
        return Text(
            f"至少自 {began.since} 起（变动太多，没有再往前查）",
            f"Since {began.since} at least (there were too many changes to look further back)",
        )
    return Text(f"自最早的数据（{began.since}）起", f"Since the earliest data ({began.since})")

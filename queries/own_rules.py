"""A zone's own values of rules, from its settings file: each with the reason, and since when.

    joint_firms: {value: 10, reason: 合肥口径, since: 2026-01-01}

Several entries of one rule, as a list, follow each other by `since`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from pydantic import Field

from graph.declaration import Declared, declare, read_yaml
from graph.errors import DeclarationError, Place, SettingsError
from graph.text import Text
from queries.rules import Rule, Value, rules


class Own(Declared):
    """The zone's value of one rule; without `since` it holds at all times."""

    value: Value
    reason: str = Field(min_length=1)
    since: date | None = None


def read_own(file: Path) -> Mapping[str, tuple[Own, ...]]:
    """The zone's own values by rule id, oldest first. Raises SettingsError naming file, key and remedy of a fault."""
    try:
        content = read_yaml(file)
        if content is None:
            return {}
        if not isinstance(content, dict):
            raise _wrong(file, "", Text("不是“规则编号: 值”", "it is no list of rule ids and values"), _EXAMPLE)
        return {str(id_): _entries(file, str(id_), given) for id_, given in content.items()}
    except (DeclarationError, UnicodeDecodeError, OSError) as error:
        raise _unreadable(file, error) from error


_EXAMPLE = Text(
    "请写成 joint_firms: {value: 10, reason: 本区口径, since: 2026-01-01}",
    "write joint_firms: {value: 10, reason: the zone's own, since: 2026-01-01}",
)


def _entries(file: Path, id_: str, given: Any) -> tuple[Own, ...]:
    if id_ not in rules():
        near = ", ".join(get_close_matches(id_, rules(), n=3, cutoff=0.4)) or "liangxin rules"
        raise _wrong(
            file,
            id_,
            Text("没有这条规则", "there is no such rule"),
            Text(f"是否要写：{near}", f"did you mean: {near}"),
        )
    rule = rules()[id_]
    if rule.value is None:
        raise _wrong(
            file,
            id_,
            Text("这条规则只是定义，没有数值可改", "this rule only defines a word; it has no value to set"),
            Text("删去这一条", "remove it"),
        )
    entries = []
    for one in given if isinstance(given, list) else [given]:
        if not isinstance(one, dict):
            raise _wrong(file, id_, Text("缺少值与理由", "its value and reason are missing"), _EXAMPLE)
        own = _declared(file, rule, one)
        if not _alike(rule, own.value):
            raise _wrong(file, f"{id_}.value", *_wanted(rule), value=str(own.value))
        entries.append(own)
    entries.sort(key=lambda own: own.since or date.min)
    if len({own.since for own in entries}) < len(entries):
        raise _wrong(
            file,
            f"{id_}.since",
            Text("两条同一起始日期", "two entries start on one day"),
            Text("每条写明不同的 since", "give each its own since"),
        )
    return tuple(entries)


def _declared(file: Path, rule: Rule, one: dict[str, Any]) -> Own:
    try:
        return declare(Own, one, file.name)
    except DeclarationError as error:
        name = str(error.place.key if error.place else "").partition(".")[0]  # a union adds the types it tried
        if name == "value" and "value" in one:
            raise _wrong(file, f"{rule.id}.value", *_wanted(rule), value=str(one["value"])) from error
        remedy = _EXAMPLE if name in Own.model_fields else error.next_step
        raise _wrong(file, f"{rule.id}.{name}", error.what, remedy or _EXAMPLE) from error


def _alike(rule: Rule, value: Value) -> bool:
    """A value of the kind the rule has: a list of words, a whole number, or any number; numbers from 0 up."""
    if isinstance(rule.value, list):
        return isinstance(value, list)
    if isinstance(value, (list, bool)) or not value >= 0:
        return False
    return isinstance(value, int) or isinstance(rule.value, float)


def _wanted(rule: Rule) -> tuple[Text, Text]:
    if isinstance(rule.value, list):
        known = ", ".join(rule.value)
        return (
            Text("应为一组词", "it must be a list of words"),
            Text(f"请写成 [{known}] 的样子", f"write it like [{known}]"),
        )
    number = Text("应为不小于 0 的整数", "it must be a whole number, 0 or more")
    if isinstance(rule.value, float):
        number = Text("应为不小于 0 的数字", "it must be a number, 0 or more")
    return number, Text(f"现用值为 {rule.value}", f"the present value is {rule.value}")


def _wrong(file: Path, key: str, what: Text, remedy: Text, value: str | None = None) -> SettingsError:
    return SettingsError(what, remedy, Place(file=str(file), key=key or None, value=value))


def _unreadable(file: Path, error: Exception) -> SettingsError:
    if isinstance(error, DeclarationError):
        place = error.place or Place()
        return SettingsError(error.what, error.next_step, Place(file=str(file), key=place.key))
    return _wrong(
        file, "", Text("读不了这个文件", "it cannot be read"), Text("请存为 UTF-8 文本", "save it as UTF-8 text")
    )

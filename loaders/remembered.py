"""What people said of their own ledgers: which column a heading is, which choice a word means.

It is kept in one file of an installation, `headings.yaml`, and added to the mappings of the project:

    kinds:
      enterprises:
        headings: {staff: [在册人数, 用工情况/人数]}
        words: {operating_state: {stopped: [歇业整顿]}}
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

import yaml
from filelock import FileLock
from pydantic import Field

from graph.declaration import Declared, Names, declare, one_of, read_yaml, wrong
from graph.text import Text
from loaders.heading_words import plain_path
from loaders.mapping import Column, Mapping, mapping_of, mappings

FILE = "headings.yaml"


class RememberedKind(Declared):
    """Of one kind: column → further headings (paths 上级/下级); column of choices → stored value → further words."""

    headings: dict[str, Names] = Field(default_factory=dict)
    words: dict[str, dict[str, Names]] = Field(default_factory=dict)


class Remembered(Declared):
    """Everything people said, by kind of ledger."""

    kinds: dict[str, RememberedKind] = Field(default_factory=dict)


NOTHING = Remembered()


def read_remembered(home: Path) -> Remembered:
    """What is kept in the folder of an installation. Raises DeclarationError naming the key that is wrong."""
    path = home / FILE
    if not path.exists():
        return NOTHING
    remembered = declare(Remembered, read_yaml(path) or {}, FILE)
    for kind in remembered.kinds:
        one_of(kind, mappings(), FILE, f"kinds.{kind}")
        with_remembered(mapping_of(kind), remembered)
    return remembered


def with_remembered(mapping: Mapping, remembered: Remembered) -> Mapping:
    """The mapping with what people said of its kind; what they said goes before what it says itself.

    Raises DeclarationError for a column, a stored value or a heading that does not fit.
    """
    told = remembered.kinds.get(mapping.kind)
    if told is None:
        return mapping
    _check(told, mapping)
    claimed = {plain_path(tuple(h.split("/"))): name for name, headings in told.headings.items() for h in headings}
    columns = {name: _column(name, column, told, claimed) for name, column in mapping.columns.items()}
    return _changed(mapping, columns=columns)


def mappings_with(remembered: Remembered) -> dict[str, Mapping]:
    """Every kind's mapping with what people said of it. Raises as `with_remembered` does."""
    return {kind: with_remembered(mapping, remembered) for kind, mapping in mappings().items()}


def remember_heading(home: Path, kind: str, column: str, heading: str) -> Remembered:
    """Keep that `heading` (a path as written) is a column of a kind. Raises DeclarationError; nothing is kept then."""

    def add(kinds: dict[str, Any]) -> None:
        for headings in kinds[kind].setdefault("headings", {}).values():
            headings[:] = [other for other in headings if other != heading]  # said of another column before
        kinds[kind]["headings"].setdefault(column, []).append(heading)

    return _add(home, kind, add)


def remember_word(home: Path, kind: str, column: str, stored: str, word: str) -> Remembered:
    """Keep that `word` means the choice `stored` of a column. Raises DeclarationError; nothing is kept then."""

    def add(kinds: dict[str, Any]) -> None:
        words = kinds[kind].setdefault("words", {}).setdefault(column, {})
        for others in words.values():
            others[:] = [other for other in others if other != word]
        words.setdefault(stored, []).append(word)

    return _add(home, kind, add)


def _add(home: Path, kind: str, add: Callable[[dict[str, Any]], None]) -> Remembered:
    """Change the file as a whole or not at all, whoever else is at it."""
    home.mkdir(parents=True, exist_ok=True)
    with FileLock(home / f"{FILE}.lock"):
        kinds = read_remembered(home).model_dump(mode="json")["kinds"]
        kinds.setdefault(kind, {})
        add(kinds)
        content = {"kinds": {name: _lean(told) for name, told in kinds.items()}}
        changed = declare(Remembered, content, FILE)
        one_of(kind, mappings(), FILE, f"kinds.{kind}")
        with_remembered(mapping_of(kind), changed)
        handle, beside = tempfile.mkstemp(dir=home, prefix=FILE)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            yaml.safe_dump(content, file, allow_unicode=True, sort_keys=False)
            file.flush()
            os.fsync(file.fileno())
        Path(beside).replace(home / FILE)
    return changed


def _lean(told: dict[str, Any]) -> dict[str, Any]:
    return {name: {column: kept for column, kept in said.items() if kept} for name, said in told.items() if said}


def _check(told: RememberedKind, mapping: Mapping) -> None:
    key = f"kinds.{mapping.kind}"
    for column in told.headings:
        one_of(column, mapping.columns, FILE, f"{key}.headings.{column}")
    for column, words in told.words.items():
        one_of(column, mapping.columns, FILE, f"{key}.words.{column}")
        for stored in words:
            one_of(stored, _choices(mapping.columns[column]), FILE, f"{key}.words.{column}.{stored}")
    said = [(plain_path(tuple(h.split("/"))), column) for column, hs in told.headings.items() for h in hs]
    for path, column in said:
        if other := next((c for p, c in said if p == path and c != column), None):
            raise wrong(
                FILE,
                f"{key}.headings.{column}",
                Text(f"“{'/'.join(path)}”也写给了 {other}", f"“{'/'.join(path)}” is also given to {other}"),
                Text("一个表头只能属于一列，请删去一处", "a heading is one column's: remove one of the two"),
            )


def _choices(column: Column) -> Iterable[str]:
    return ("yes", "no") if column.value == "yes_no" else column.words


def _column(name: str, column: Column, told: RememberedKind, claimed: dict[tuple[str, ...], str]) -> Column:
    own = [h for h in column.headings if claimed.get(plain_path(tuple(h.split("/"))), name) == name]
    ticks = {h: v for h, v in column.one_hot.items() if plain_path(tuple(h.split("/"))) not in claimed}
    words = dict(column.words)
    for stored, further in told.words.get(name, {}).items():
        words[stored] = (*words.get(stored, ()), *further)
    headings = tuple(dict.fromkeys([*told.headings.get(name, ()), *own]))
    return _changed(column, headings=headings or column.headings, one_hot=ticks, words=words)


D = TypeVar("D", bound=Declared)


def _changed(declared: D, **changes: Any) -> D:
    """A frozen declaration with some of its fields changed, and nothing kept that was derived from them."""
    fields = {name: getattr(declared, name) for name in type(declared).model_fields}
    return type(declared).model_construct(**fields | changes)

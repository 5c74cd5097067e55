"""What a tab looks at on the page of loads. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.importing.tray import Problem
from graph.text import Text
from loaders.kinds import label_of


@dataclass(frozen=True)
class Listing:
    """`loads` None: not asked yet. `asked`: the load to be taken back once the person says yes; `gone`: what was."""

    loads: tuple[Mapping[str, Any], ...] | None = None
    asked: str | None = None
    words: str = ""
    start: int = 0
    gone: Text | None = None
    working: Text | None = None
    problem: Problem | None = None

    @property
    def fitting(self) -> tuple[Mapping[str, Any], ...]:
        """The loads that the words find: by file, kind, scope, date, who loaded, or id."""
        words = self.words.lower().split()
        return tuple(load for load in self.loads or () if all(word in _searched(load) for word in words))


def _searched(load: Mapping[str, Any]) -> str:
    kind = label_of(load["kind"])
    told = (load["file"], kind.zh, kind.en, load["scope"], load["as_of"], load["loaded_by"], load["id"])
    return " ".join(map(str, told)).lower()

"""What is to leave, in one value that every format gets: picture, answer, language, title and sources."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from app.reports.flat import Flat, flatten
from graph.text import Language, Text
from queries.catalog import catalog
from queries.comparing import Comparison
from queries.results import Answer, Picture

DEMO = Text("示例数据", "Demo data")


@dataclass(frozen=True)
class Source:
    """One ledger that what leaves rests on: its file, kind, the date it speaks of, and its scope (zone/office)."""

    file: str
    kind: str
    as_of: date
    scope: str = ""


@dataclass(frozen=True)
class Export:
    """A picture and, when a question was asked, its answer, on their way into a file.

    `comparison`: the question was asked at an earlier day too, and these are the rows.
    """

    picture: Picture
    answer: Answer | None
    language: Language
    title: str = ""
    at: date | None = None
    demo: bool = False
    sources: tuple[Source, ...] = ()
    comparison: Comparison | None = None

    @cached_property
    def flat(self) -> Flat:
        """The picture's nodes and edges as they may leave."""
        return flatten(self.picture, self.language)

    @cached_property
    def name(self) -> str:
        """The title given, else the question's, else what it is."""
        if self.title:
            return self.title
        if self.answer:
            return self.say(catalog().get(self.answer.question).title)
        return self.say(Text("关系图谱", "Network"))

    @property
    def heading(self) -> str:
        """Title, data date and the mark of demo data in one line, for formats without a page of their own."""
        parts = [self.name]
        if self.at:
            parts.append(self.at.isoformat())
        if self.demo:
            parts.append(self.say(DEMO))
        return " · ".join(parts)

    def say(self, text: Text) -> str:
        """`text` in the language of this export."""
        return text.say(self.language)

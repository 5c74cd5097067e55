"""The one exception tree: each error says what is wrong, where, and what to do next.

    LiangxinError
    ├── DeclarationError    a schema, mapping, question or rule file of the project is wrong
    ├── SettingsError       a setting (environment, settings file) cannot be used
    ├── EngineError         the local Neo4j cannot be fetched, started, stopped or copied
    ├── DatabaseError       a Neo4j refuses us, is too old, or ran out of time
    │   └── DatabaseGone    a Neo4j cannot be reached, for now
    ├── LedgerRefused       a file cannot be trusted and is refused whole
    ├── RowRejected         one row cannot be used; the rest of its file loads
    ├── Busy                somebody else is loading
    ├── WrongQuestion       unknown question or parameter, or a value out of range
    ├── NotFound            a key that does not exist (or does no more)
    └── NothingToExport     an export of nothing

All but `RowRejected` end a command with exit code 2 and one line on stderr.
"""

from __future__ import annotations

from dataclasses import dataclass

from graph.text import Language, Text


@dataclass(frozen=True)
class Place:
    """Where something is wrong, as a person would look for it; parts that do not apply stay None.

    `row` is the row number a spreadsheet shows (first row 1). `column` is the heading or, without one, the letter.
    `key` is a key inside a declaration file, dotted (`edges.PART_OF.to`).
    """

    file: str | None = None
    sheet: str | None = None
    row: int | None = None
    column: str | None = None
    value: str | None = None
    key: str | None = None

    def say(self, language: Language) -> str:
        """The place in words, widest part first; empty when nothing is known."""
        labels = {
            "file": Text("文件 {}", "file {}"),
            "sheet": Text("工作表 {}", "sheet {}"),
            "row": Text("第 {} 行", "row {}"),
            "column": Text("列 {}", "column {}"),
            "key": Text("键 {}", "key {}"),
            "value": Text("值 “{}”", "value “{}”"),
        }
        known = [
            label.say(language).format(value)
            for name, label in labels.items()
            if (value := getattr(self, name)) is not None
        ]
        return ("，" if language == "zh" else ", ").join(known)


class LiangxinError(Exception):
    """What is wrong, where, and what to do next, in both languages."""

    def __init__(self, what: Text, next_step: Text | None = None, place: Place | None = None) -> None:
        super().__init__(what.en)
        self.what = what
        self.next_step = next_step
        self.place = place

    def say(self, language: Language) -> str:
        """One line for a person: `place: what. next step.`"""
        where = self.place.say(language) if self.place else ""
        colon, stop = ("：", "。") if language == "zh" else (": ", ". ")
        line = f"{where}{colon}{self.what.say(language)}" if where else self.what.say(language)
        return f"{line}{stop}{self.next_step.say(language)}" if self.next_step else line

    def __str__(self) -> str:
        return self.say("en")


class DeclarationError(LiangxinError):
    """A schema, mapping, question or rule file of the project is wrong."""


class SettingsError(LiangxinError):
    """A setting (environment variable, settings file) cannot be used."""


class EngineError(LiangxinError):
    """The local Neo4j cannot be fetched, started, stopped or copied."""


class DatabaseError(LiangxinError):
    """A Neo4j refuses us, is too old, or ran out of time."""


class DatabaseGone(DatabaseError):
    """A Neo4j cannot be reached, for now; what was asked may or may not have been done."""


class TookTooLong(DatabaseError):
    """A question outran its time or the memory that the database has for it."""


class LedgerRefused(LiangxinError):
    """A file cannot be trusted and is refused whole; nothing of it was written."""


class RowRejected(LiangxinError):
    """One row cannot be used; the rest of its file loads."""


class Busy(LiangxinError):
    """Somebody else is loading into the same database."""


class WrongQuestion(LiangxinError):
    """Unknown question or parameter, or a value out of range."""


class NotFound(LiangxinError):
    """A key that does not exist, or does no more."""


class NothingToExport(LiangxinError):
    """An export of nothing."""

"""一企一档: what is known of a firm before a visit, put together for one sheet of paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.context import Context
from app.link import read_date
from app.loads import newest
from graph.text import Language
from queries.catalog import catalog
from queries.cells_of import Cell, cells_of
from queries.finding import find
from queries.node import Source, card
from queries.results import Ref
from queries.service import FirmFileLine
from queries.typed import typed
from queries.verdicts import Verdict

QUESTION = "firm-file"
EVERY = 1_000
"""More lines than a firm's file has."""


@dataclass(frozen=True)
class FirmFile:
    """The file of one firm at a day: the question's lines, where it stands, how it is judged, and who says so."""

    ref: Ref
    name: str
    at: date
    lines: Sequence[FirmFileLine]
    cells: Sequence[Cell]
    verdicts: Sequence[Verdict]
    sources: Sequence[Source]

    @property
    def unknown_items(self) -> list[str]:
        """The items of the question that no ledger tells."""
        return [line.item for line in self.lines if line.word == "not_told"]


def firm_file(context: Context, key: str, at: str, language: Language) -> FirmFile | None:
    """The firm's file at a day, as it is written in an address, else at the newest. None when nothing is loaded.

    Raises NotFound for an unknown firm, WrongQuestion for a day that is none, and as `ask` does.
    """
    database = context.database
    latest = newest(database)
    if latest is None:
        return None
    day = read_date(at) if at else latest
    ref = find(database, Ref("Enterprise", key).id)
    answer = context.kept.answer(QUESTION, day, {"firm": ref.key}, EVERY)
    known = card(database, ref, day, language=language)
    lines = typed(FirmFileLine, answer)
    return FirmFile(ref, known.caption, day, lines, cells_of(database, ref.key, day), known.verdicts, known.sources)


def words_of(column: str, value: str, language: Language) -> str:
    """A coded value of the question's column in words."""
    return catalog()[QUESTION].columns[column].values[value].say(language)

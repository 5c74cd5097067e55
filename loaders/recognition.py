"""Which kind of ledger a file is: the one whose columns its sheets know best."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.errors import LedgerRefused, Place
from graph.text import Text
from loaders.heading_rows import HeadingRows, readings
from loaders.headings import Headings, best_headings
from loaders.mapping import Mapping as Kind
from loaders.sheets import Sheet
from loaders.sources import FILLED, Source
from loaders.unmapped import nearest_headings

_BLANK = Text("文件里没有内容", "there is nothing in the file")
_STEP = Text(
    "请核对表头，或用 --kind 指定台账种类；表头叫法不同的，可在 headings.yaml 里登记一次；示例台账在 examples/",
    "check the headings, or name the kind with --kind; headings of your own can be entered once in headings.yaml; "
    "sample ledgers are in examples/",
)


@dataclass(frozen=True)
class ReadSheet:
    """A sheet with every reading of its top rows, of which each kind of ledger picks the best."""

    sheet: Sheet
    readings: tuple[HeadingRows, ...]

    @classmethod
    def of(cls, sheet: Sheet) -> ReadSheet:
        """The sheet, its top rows read."""
        return cls(sheet, readings(sheet))

    def headings(self, kind: Kind) -> Headings:
        """Its headings as those of a ledger of a kind."""
        return best_headings(self.readings, kind)

    def best_kind(self, kinds: Iterable[Kind]) -> tuple[Kind, Headings] | None:
        """The kind that knows most of its columns, of those whose needed columns it has all."""
        found = [(kind, self.headings(kind)) for kind in kinds]
        fitting = [(kind, headings) for kind, headings in found if not headings.missing(kind)]
        return max(fitting, key=lambda f: f[1].known) if fitting else None


def read_sheets(source: Source) -> list[ReadSheet]:
    """The sheets of a file that may be ledgers. Raises LedgerRefused for a file without any content."""
    sheets = [ReadSheet.of(sheet) for sheet in source.sheets if not sheet.hidden and not sheet.blank]
    if not sheets:
        raise LedgerRefused(_BLANK, FILLED, source.file.place)
    return sheets


def recognise(file: str, sheets: Sequence[ReadSheet], kinds: Mapping[str, Kind]) -> Kind:
    """The kind whose columns the sheets have most of, all together. Raises LedgerRefused naming what is missing."""
    known: dict[str, int] = {}
    for sheet in sheets:
        if best := sheet.best_kind(kinds.values()):
            known[best[0].kind] = known.get(best[0].kind, 0) + best[1].known
    if known:
        return kinds[max(known, key=known.__getitem__)]
    found = [(sheet, kind, sheet.headings(kind)) for sheet in sheets for kind in kinds.values()]
    sheet, kind, headings = max(found, key=lambda f: f[2].known)
    raise missing_headings(file, sheet.sheet, headings, kind)


def missing_headings(file: str, sheet: Sheet, headings: Headings, kind: Kind) -> LedgerRefused:
    """Why a sheet is no ledger of a kind: the columns it lacks, each with the headings that may be it."""
    lacking = [_lacking(names, headings, kind) for names in headings.missing(kind)]
    zh, en = ("、".join(text.zh for text in lacking), ", ".join(text.en for text in lacking))
    seen = "、".join(list(headings.paths.values())[:8]) or "—"
    label = kind.label
    return LedgerRefused(
        Text(f"{label.zh}缺少表头：{zh}(找到的表头：{seen})", f"{label.en} lacks headings: {en} (found: {seen})"),
        _STEP,
        Place(file=file, sheet=sheet.name or None),
    )


def _lacking(names: tuple[str, ...], headings: Headings, kind: Kind) -> Text:
    word = "|".join(kind.columns[name].headings[0] for name in names)
    near = list(dict.fromkeys(heading for name in names for heading in nearest_headings(name, headings, kind)))
    if not near:
        return Text(word, word)
    return Text(f"{word}(会不会是“{'”“'.join(near)}”？)", f"{word} (perhaps “{'” “'.join(near)}”?)")

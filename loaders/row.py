"""One row of cells → mentions and statements, by the mapping."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from graph.errors import RowRejected
from graph.model import model
from graph.text import Text
from graph.values.coordinates import to_wgs84
from graph.values.dates import PartialDate
from graph.values.digest import Digester
from loaders.cells import listed, read_cell, ticked, written
from loaders.headings import Headings
from loaders.ledger import Fault, LedgerRow, Mention, Scalar, Statement
from loaders.mapping import Column, EdgeMap, Mapping, MentionMap
from loaders.private_cells import PrivateCells
from loaders.sheets import Cell, Row, Sheet
from loaders.told import Said, Told

_REQUIRED = Text("必填，不能为空", "required and empty")
_NO_SUBJECT = Text("看不出这一行说的是谁", "it cannot be told whom the row speaks of")
_END_FIRST = Text("结束日期早于起始日期", "the end is before the start")
_NO_DATUM = Text("没有注明坐标系，按 WGS-84 记", "no datum given, taken as WGS-84")
_UNEQUAL = Text("各列所列的个数不同，对不上号", "columns that belong together list different numbers of values")
_OFF_GLOBE = Text("坐标超出范围(经度在前、纬度在后？)", "coordinates out of range (longitude and latitude swapped?)")


class RowReader:
    """Reads the rows of one sheet, as of a date."""

    def __init__(self, sheet: Sheet, headings: Headings, mapping: Mapping, digester: Digester, as_of: date) -> None:
        self.sheet, self.headings, self.mapping, self.digester = sheet, headings, mapping, digester
        self.as_of = as_of.isoformat()
        self.ticks: dict[str, dict[str, int]] = {}
        for (name, value), index in headings.ticks.items():
            self.ticks.setdefault(name, {})[value] = index
        self.positions = {name: i for i, name in enumerate(mapping.mention_names)}
        self.private = PrivateCells(mapping, model())

    def read(self, index: int, cells: Row) -> LedgerRow:
        """The row at `index` (from 0). Faults make it a rejected row; it still keeps what it names and its cells."""
        told, faults, notes = self._told(cells)
        mentions, kept = self._mentions(told)
        if self.mapping.subject not in kept and not faults:
            faults.append(self._fault(self.mapping.mentions[self.mapping.subject].columns[0], cells, _NO_SUBJECT))
        statements: list[Statement] = []
        try:
            statements = [
                *self._values(told, kept, index),
                *self._points(told, kept, index),
                *self._edges(told, kept, index),
            ]
            further, edges = self._further(told, mentions, kept, index)
            mentions, statements = (*mentions, *further), [*statements, *edges]
        except RowRejected as fault:
            faults.append(Fault("", "", fault.what.zh, fault.what.en))
        said = () if faults else tuple(statements)
        notes += self._without_datum(cells, said)
        return LedgerRow(self.sheet.name, index + 1, mentions, said, self._raw(cells), tuple(faults), tuple(notes))

    def _told(self, cells: Row) -> tuple[dict[str, Told], list[Fault], list[Fault]]:
        told: dict[str, Told] = {}
        faults: list[Fault] = []
        notes: list[Fault] = []
        for name, column in self.mapping.columns.items():
            try:
                told[name] = self._one(name, column, cells)
                if column.required and told[name].value is Said.NOTHING:
                    raise RowRejected(_REQUIRED)
            except RowRejected as fault:
                faults.append(self._fault(name, cells, fault.what))
            else:
                if note := told[name].note:
                    notes.append(self._fault(name, cells, note))
        return told, faults, notes

    def _one(self, name: str, column: Column, cells: Row) -> Told:
        ticks = {value: _at(cells, index) for value, index in self.ticks.get(name, {}).items()}
        if ticks and (found := ticked(ticks, column)).value is not Said.NOTHING:
            return found
        at = self.headings.columns.get(name)
        heading = "" if at is None else self.headings.paths.get(at, "")
        cell = self.private.readable(name, _at(cells, at))
        if column.several and len(words := listed(written(cell))) > 1:
            first, *others = (read_cell(word, column, heading) for word in words)
            return replace(first, others=tuple(others))
        return read_cell(cell, column, heading)

    def _mentions(self, told: dict[str, Told]) -> tuple[tuple[Mention, ...], set[str]]:
        """All mentions by position; those the row does not name are empty and not among the kept."""
        kept = {name for name in self.mapping.mentions if self._names(name, told)}
        mentions = [
            self._mention(self.mapping.mentions[name], told)
            if name in kept
            else Mention(self.mapping.mentions[name].type, None, "")
            for name in self.mapping.mention_names
        ]
        return tuple(mentions), kept

    def _names(self, name: str, told: dict[str, Told]) -> bool:
        """Whether the row names this mention: something of it is filled, and by code or with all it lies within."""
        declared = self.mapping.mentions[name]
        if any(_word(told.get(column)) for column in declared.unless):
            return False
        given = (told.get(column) for column in declared.given_by or declared.columns)
        if not any(t and _word(t) and t.value is not False for t in given):
            return False
        if self._code(declared, told) or model()[declared.type].person:  # people known by name alone wait
            return True
        return all(self._names(w, told) for w in declared.within) and not (
            declared.owner and self._owner(declared, told) is None
        )

    def _owner(self, declared: MentionMap, told: dict[str, Told]) -> str | None:
        return next((name for name in declared.owner if self._names(name, told)), None)

    def _mention(self, declared: MentionMap, told: dict[str, Told]) -> Mention:
        code = self._code(declared, told)
        parts = [self._part(source, told) for source in declared.name]
        within = (*(w for w in declared.within if self._names(w, told)), *filter(None, [self._owner(declared, told)]))
        person = model()[declared.type].person
        told_apart = bool(within) or (len(parts) > 1 and all(parts))
        return Mention(
            declared.type,
            code,
            parts[0] if person and not all(parts) else "|".join(parts) if any(parts) else "",
            tuple(self.positions[w] for w in within),
            unsure=person and code is None and not told_apart,
            also=tuple(word for column in declared.also if (word := _word(told.get(column)))),
        )

    def _part(self, source: str, told: dict[str, Told]) -> str:
        """One part of a name: a constant, the load's date, or what a column says."""
        if source[0] == "=":
            return source[1:]
        return self.as_of if source == "@as_of" else _word(told.get(source))

    def _further(
        self, told: dict[str, Told], mentions: tuple[Mention, ...], kept: set[str], index: int
    ) -> tuple[list[Mention], list[Statement]]:
        """The second and later values of cells that list several, each a mention with the edges to it and from it."""
        further: list[Mention] = []
        edges: list[Statement] = []
        for name in kept:
            declared = self.mapping.mentions[name]
            others = {c: told[c].others for c in declared.columns if c in told and told[c].others}
            if others and len({len(told[c].others) for c in declared.columns if _word(told.get(c))}) > 1:
                raise RowRejected(_UNEQUAL)
            for number in range(max(map(len, others.values()), default=0)):
                one = {c: o[number] if number < len(o) else Told(Said.NOTHING) for c, o in others.items()}
                position = len(mentions) + len(further)
                further.append(self._mention(declared, told | one))
                for edge in self._edges(told | one, kept, index):
                    if edge.to == self.positions[name]:
                        edges.append(replace(edge, to=position))
                    elif edge.of == self.positions[name]:
                        edges.append(replace(edge, of=position))
        return further, edges

    def _code(self, declared: MentionMap, told: dict[str, Told]) -> str | None:
        if declared.code is None or declared.code not in told or told[declared.code].state == "damaged":
            return None
        word = _word(told[declared.code])
        return self.digester.of(word) if word and self.private.digested(declared.code, word) else word or None

    def _values(self, told: dict[str, Told], kept: set[str], index: int) -> Iterator[Statement]:
        for name, column in self.mapping.columns.items():
            answer = told.get(name)
            if answer is None or answer.value is Said.NOTHING:
                continue
            value, cell = _stored(answer.value), self._cell(name, index, answer.value)
            since = _day(told.get(column.since)) if column.since else None
            for target in column.states:
                yield from self._state(target, self.private.stated(name, value, target), kept, cell, since)
            if column.check and answer.state:
                yield from self._state(column.check, answer.state, kept, self._cell(name, index))
        for name, mention in self.mapping.mentions.items():
            for slot, word in mention.sets.items():
                yield from self._state(f"{name}.{slot}", self.as_of if word == "@as_of" else word, kept, "")

    def _state(
        self, target: str, value: Scalar | list[float], kept: set[str], cell: str, since: str | None = None
    ) -> Iterator[Statement]:
        mention, _, slot = target.partition(".")
        if mention in kept:
            yield Statement(self.positions[mention], slot, value, since=since, cell=cell)

    def _points(self, told: dict[str, Told], kept: set[str], index: int) -> Iterator[Statement]:
        for point in self.mapping.points:
            longitude, latitude = (
                told[c].value if c in told else Said.NOTHING for c in (point.longitude, point.latitude)
            )
            if not isinstance(longitude, float) or not isinstance(latitude, float):
                continue
            datum = _word(told.get(point.datum)) if point.datum else ""
            try:
                place = to_wgs84(longitude, latitude, datum or "WGS-84")  # type: ignore[arg-type]
            except ValueError as error:
                raise RowRejected(_OFF_GLOBE) from error
            yield from self._state(point.states, [round(c, 7) for c in place], kept, self._cell(point.longitude, index))

    def _without_datum(self, cells: Row, said: tuple[Statement, ...]) -> Iterator[Fault]:
        """What is to be noticed of coordinates that a row states and nobody says on which datum."""
        for point in self.mapping.points:
            mention, _, slot = point.states.partition(".")
            at = self.headings.columns.get(point.datum) if point.datum else None
            if any((s.of, s.slot) == (self.positions[mention], slot) for s in said) and not written(_at(cells, at)):
                yield self._fault(point.longitude, cells, _NO_DATUM)

    def _edges(self, told: dict[str, Told], kept: set[str], index: int) -> Iterator[Statement]:
        for edge in self.mapping.edges:
            if edge.of not in kept or any(_word(told.get(c)) not in v for c, v in edge.when.items()):
                continue
            if edge.to not in kept:
                if self._says_none(edge, told):
                    yield Statement(self.positions[edge.of], edge.edge, cell=self._named_at(edge.to, told, index))
                continue
            since = _day(told.get(edge.since)) if edge.since else None
            until = next((day for c in edge.until if (day := _day(told.get(c)))), None)
            if since and until and until < since:
                raise RowRejected(_END_FIRST)
            properties = {
                key: source[1:] if source.startswith("=") else self.private.stated(source, _stored(told[source].value))
                for key, source in edge.with_.items()
                if source.startswith("=") or _word(told.get(source))
            }
            yield Statement(
                self.positions[edge.of],
                edge.edge,
                to=self.positions[edge.to],
                since=since,
                until=until,
                properties=properties,
                cell=self._named_at(edge.to, told, index),
            )

    def _says_none(self, edge: EdgeMap, told: dict[str, Told]) -> bool:
        columns = self.mapping.mentions[edge.to].columns
        return any(c in told and told[c].value is Said.NONE for c in columns)

    def _named_at(self, mention: str, told: dict[str, Told], index: int) -> str:
        """The first cell that says who a mention is, or that there is none."""
        declared = self.mapping.mentions[mention]
        said = (c for c in (*declared.columns, *declared.given_by) if c in told and told[c].value is not Said.NOTHING)
        return next((cell for column in said if (cell := self._cell(column, index))), "")

    def _cell(self, column: str, index: int, ticked: object = None) -> str:
        """Where a value stands, as a spreadsheet names it: F12; of tick columns, the one `ticked` stands for."""
        at = self.ticks.get(column, {}).get(str(ticked), self.headings.columns.get(column))
        return "" if at is None else f"{_letters(at)}{index + 1}"

    def _fault(self, column: str, cells: Row, why: Text) -> Fault:
        at = self.headings.columns.get(column)
        heading = self.headings.paths.get(at, "") if at is not None else ""
        shown = self.private.shown(column, written(_at(cells, at)))
        return Fault(heading or self.mapping.columns[column].headings[0], shown, why.zh, why.en)

    def _raw(self, cells: Row) -> dict[str, str]:
        """Every filled cell under its heading path, private numbers masked wherever they stand."""
        names = {index: name for name, index in self.headings.columns.items()}
        return {
            path: self.private.kept(names.get(index), word)
            for index, path in self.headings.paths.items()
            if (word := written(_at(cells, index)))
        }


def _at(cells: Row, index: int | None) -> Cell:
    return cells[index] if index is not None and index < len(cells) else None


def _word(told: Told | None) -> str:
    return "" if told is None or isinstance(told.value, Said) or told.value is None else str(told.value)


def _day(told: Told | None) -> str | None:
    return PartialDate.of(word).day.isoformat() if (word := _word(told)) else None


def _stored(value: Scalar | Said) -> Scalar:
    return None if isinstance(value, Said) else value


def _letters(index: int) -> str:
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters

"""What a row states of those it names, by the mapping: values, points and edges, each with the cell it stands in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from graph.errors import RowRejected
from graph.text import Text
from graph.values.coordinates import to_wgs84
from graph.values.dates import PartialDate
from loaders.headings import Headings
from loaders.ledger import Mention, Scalar, Statement
from loaders.mapping import EdgeMap, PointMap
from loaders.mapping import Mapping as Kind
from loaders.naming import Naming
from loaders.private_cells import PrivateCells
from loaders.sheets import letters
from loaders.told import Said, Told, word_of

_END_FIRST = Text("结束日期早于起始日期", "the end is before the start")
_UNEQUAL = Text("各列所列的个数不同，对不上号", "columns that belong together list different numbers of values")
_OFF_GLOBE = Text("坐标超出范围(经度在前、纬度在后？)", "coordinates out of range (longitude and latitude swapped?)")
_NOTHING = Told(Said.NOTHING)


@dataclass(frozen=True)
class _Target:
    """Where a column's value goes: a slot of a mention. `target` is its full name."""

    mention: str
    position: int
    slot: str
    target: str


@dataclass(frozen=True)
class _Value:
    """What becomes of a column's value. `as_read`: no part of it is private; `check` takes what its check found.

    `letter` of the column in the spreadsheet; None where its value is that of one of several tick columns.
    """

    column: str
    letter: str | None
    targets: tuple[_Target, ...]
    as_read: bool
    since: str | None
    check: _Target | None


class Stating:
    """Knows what the rows of a sheet state."""

    def __init__(self, kind: Kind, headings: Headings, naming: Naming, private: PrivateCells, as_of: date) -> None:
        self._kind, self._naming, self._private = kind, naming, private
        self._positions = naming.positions
        self._letters = {name: letters(index) for name, index in headings.columns.items()}
        self._tick_letters = {key: letters(index) for key, index in headings.ticks.items()}
        self._values = [
            _Value(
                name,
                None if any(ticks == name for ticks, _ in headings.ticks) else self._letters[name],
                tuple(map(self._target, column.states)),
                private.as_read(name),
                column.since,
                self._target(column.check) if column.check else None,
            )
            for name, column in kind.columns.items()
            if name in headings.present and (column.states or column.check)
        ]
        self._sets = [
            (
                self._target(f"{name}.{slot}"),
                as_of.isoformat() if word == "@as_of" else word,
                self._naming_columns(name),
            )
            for name, mention in kind.mentions.items()
            for slot, word in mention.sets.items()
        ]
        self._edge_columns = [(edge, self._naming_columns(edge.to)) for edge in kind.edges]

    def statements(self, told: Mapping[str, Told], named: Set[str], row: int) -> list[Statement]:
        """Everything the row of this number (from 1) states. Raises RowRejected for what cannot be."""
        return [
            *self._values_of(told, named, row),
            *self._points(told, named, row),
            *self._edges(self._edge_columns, told, named, row),
        ]

    def further(
        self, told: Mapping[str, Told], mentions: tuple[Mention, ...], named: Set[str], row: int
    ) -> tuple[list[Mention], list[Statement]]:
        """The second and later values of cells that list several, each a mention with the edges to it and from it."""
        further: list[Mention] = []
        stated: list[Statement] = []
        for name in (name for name in self._positions if name in named):
            columns = self._kind.mentions[name].columns
            others = {c: told[c].others for c in columns if c in told and told[c].others}
            if others and len({len(told[c].others) for c in columns if word_of(told, c)}) > 1:
                raise RowRejected(_UNEQUAL)
            for number in range(max(map(len, others.values()), default=0)):
                one = {**told, **{c: o[number] if number < len(o) else _NOTHING for c, o in others.items()}}
                position = len(mentions) + len(further)
                further.append(self._naming.mention(name, one))
                stated += self._moved(name, position, one, named, row)
        return further, stated

    def points_stated(self, statements: Iterable[Statement]) -> Iterator[PointMap]:
        """The points of the mapping that are among the statements."""
        stated = {(s.of, s.slot) for s in statements}
        for point in self._kind.points:
            target = self._target(point.states)
            if (target.position, target.slot) in stated:
                yield point

    def _moved(
        self, name: str, position: int, told: Mapping[str, Told], named: Set[str], row: int
    ) -> Iterator[Statement]:
        """The edges to and from a mention, as those of the further mention at `position`."""
        own = self._positions[name]
        edges = [(edge, columns) for edge, columns in self._edge_columns if name in (edge.of, edge.to)]
        for edge in self._edges(edges, told, named, row):
            if edge.to == own:
                yield replace(edge, to=position)
            elif edge.of == own:
                yield replace(edge, of=position)

    def _target(self, target: str) -> _Target:
        mention, _, slot = target.partition(".")
        return _Target(mention, self._positions[mention], slot, target)

    def _values_of(self, told: Mapping[str, Told], named: Set[str], row: int) -> Iterator[Statement]:
        for one in self._values:
            answer = told.get(one.column)
            if answer is None:
                continue
            value = _stored(answer)
            cell = f"{one.letter}{row}" if one.letter else self._cell(one.column, row, answer.value)
            since = _first_day(word_of(told, one.since)) if one.since else None
            for target in one.targets:
                if target.mention in named:
                    stated = value if one.as_read else self._private.stated(one.column, value, target.target)
                    yield Statement(target.position, target.slot, stated, since=since, cell=cell)
            if one.check and answer.state and one.check.mention in named:
                yield Statement(one.check.position, one.check.slot, answer.state, cell=cell)
        for target, word, columns in self._sets:
            if target.mention in named:
                yield Statement(target.position, target.slot, word, cell=self._first_cell(columns, told, row))

    def _points(self, told: Mapping[str, Told], named: Set[str], row: int) -> Iterator[Statement]:
        for point in self._kind.points:
            longitude, latitude = (told.get(c, _NOTHING).value for c in (point.longitude, point.latitude))
            if not isinstance(longitude, float) or not isinstance(latitude, float):
                continue
            try:
                place = to_wgs84(longitude, latitude, word_of(told, point.datum) or "WGS-84")  # type: ignore[arg-type]
            except ValueError as error:
                raise RowRejected(_OFF_GLOBE) from error
            target = self._target(point.states)
            if target.mention in named:
                cell = self._cell(point.longitude, row)
                yield Statement(target.position, target.slot, [round(c, 7) for c in place], cell=cell)

    def _edges(
        self, edges: Iterable[tuple[EdgeMap, tuple[str, ...]]], told: Mapping[str, Told], named: Set[str], row: int
    ) -> Iterator[Statement]:
        for edge, columns in edges:
            if edge.of not in named or any(word_of(told, c) not in v for c, v in edge.when.items()):
                continue
            if edge.to not in named:
                if self._says_none(edge, told):
                    cell = self._first_cell(columns, told, row)
                    yield Statement(self._positions[edge.of], edge.edge, cell=cell)
                continue
            since = _first_day(word_of(told, edge.since))
            until = next((day for c in edge.until if (day := _first_day(word_of(told, c)))), None)
            if since and until and until < since:
                raise RowRejected(_END_FIRST)
            yield Statement(
                self._positions[edge.of],
                edge.edge,
                to=self._positions[edge.to],
                since=since,
                until=until,
                properties=self._properties(edge, told) if edge.with_ else {},
                cell=self._first_cell(columns, told, row),
            )

    def _properties(self, edge: EdgeMap, told: Mapping[str, Told]) -> dict[str, Scalar]:
        return {
            key: source[1:] if source.startswith("=") else self._private.stated(source, _stored(told[source]))
            for key, source in edge.with_.items()
            if source.startswith("=") or word_of(told, source)
        }

    def _says_none(self, edge: EdgeMap, told: Mapping[str, Told]) -> bool:
        return any(c in told and told[c].value is Said.NONE for c in self._kind.mentions[edge.to].columns)

    def _naming_columns(self, mention: str) -> tuple[str, ...]:
        declared = self._kind.mentions[mention]
        return (*declared.columns, *declared.given_by)

    def _first_cell(self, columns: tuple[str, ...], told: Mapping[str, Told], row: int) -> str:
        """The first cell that says who a mention is, or that there is none."""
        return next((cell for c in columns if c in told and (cell := self._cell(c, row, told[c].value))), "")

    def _cell(self, column: str, row: int, ticked: object = None) -> str:
        """Where a value stands, as a spreadsheet names it: F12; of tick columns, the one `ticked` stands for."""
        letter = self._tick_letters.get((column, str(ticked))) if self._tick_letters else None
        letter = letter or self._letters.get(column)
        return f"{letter}{row}" if letter else ""


def _stored(told: Told) -> Scalar:
    return None if isinstance(told.value, Said) else told.value


@lru_cache(maxsize=4096)
def _first_day(word: str) -> str | None:
    """The first day of a date as kept (2023, 2023-04, 2023-04-01), ISO."""
    return PartialDate.of(word).day.isoformat() if word else None

"""Whom a row names, by the mapping: its mentions, from what its columns tell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from graph.model import model
from graph.values.digest import Digester
from loaders.ledger import Mention
from loaders.mapping import Mapping as Kind
from loaders.mapping import MentionMap
from loaders.private_cells import PrivateCells
from loaders.told import Told, word_of


@dataclass(frozen=True)
class _Plan:
    """One mention of the mapping. `given`: columns of which one must be filled; `nobody`: it, when nobody is named."""

    name: str
    declared: MentionMap
    given: tuple[str, ...]
    person: bool
    nobody: Mention


@dataclass(slots=True)
class _Row:
    """What one row tells, and what was found out of whom it names on the way."""

    told: Mapping[str, Told]
    named: dict[str, bool] = field(default_factory=dict)
    codes: dict[str, str] = field(default_factory=dict)


class Naming:
    """Knows whom the rows of a sheet name."""

    def __init__(self, kind: Kind, private: PrivateCells, digester: Digester, as_of: date) -> None:
        self.positions = {name: i for i, name in enumerate(kind.mention_names)}
        self._private, self._digester, self._as_of = private, digester, as_of.isoformat()
        self._plans = {name: _plan(name, kind.mentions[name]) for name in kind.mention_names}

    def mentions(self, told: Mapping[str, Told]) -> tuple[tuple[Mention, ...], set[str]]:
        """All mentions by position, and the names of those that the row names; the others are empty."""
        row = _Row(told)
        named = {name for name in self._plans if self._names(name, row)}
        mentions = tuple(
            self._mention(plan, row) if name in named else plan.nobody for name, plan in self._plans.items()
        )
        return mentions, named

    def mention(self, name: str, told: Mapping[str, Told]) -> Mention:
        """One mention of a row that tells this."""
        row = _Row(told)
        self._names(name, row)
        return self._mention(self._plans[name], row)

    def _names(self, name: str, row: _Row) -> bool:
        """Whether the row names this mention: something of it is filled, and by code or with all it lies within."""
        if name not in row.named:
            plan = self._plans[name]
            row.named[name] = self._filled(plan, row.told) and (
                self._code(plan, row) is not None
                or plan.person  # people known by name alone wait
                or self._placed(plan.declared, row)
            )
        return row.named[name]

    def _filled(self, plan: _Plan, told: Mapping[str, Told]) -> bool:
        for column in plan.given:
            one = told.get(column)
            if one is not None and one.value is not False and one.word:
                return not any(word_of(told, column) for column in plan.declared.unless)
        return False

    def _placed(self, declared: MentionMap, row: _Row) -> bool:
        return all(self._names(w, row) for w in declared.within) and (
            not declared.owner or self._owner(declared, row) is not None
        )

    def _owner(self, declared: MentionMap, row: _Row) -> str | None:
        return next((name for name in declared.owner if self._names(name, row)), None)

    def _mention(self, plan: _Plan, row: _Row) -> Mention:
        declared, code = plan.declared, row.codes.get(plan.name)
        parts = [self._part(source, row.told) for source in declared.name]
        within = self._within(declared, row) if declared.within or declared.owner else ()
        complete = all(parts)
        return Mention(
            declared.type,
            code,
            parts[0] if plan.person and not complete else "|".join(parts) if any(parts) else "",
            within,
            unsure=plan.person and code is None and not within and not (len(parts) > 1 and complete),
            also=tuple(word for column in declared.also if (word := word_of(row.told, column))),
        )

    def _within(self, declared: MentionMap, row: _Row) -> tuple[int, ...]:
        named: Iterable[str | None] = (w for w in declared.within if self._names(w, row))
        return tuple(self.positions[w] for w in (*named, self._owner(declared, row)) if w)

    def _part(self, source: str, told: Mapping[str, Told]) -> str:
        """One part of a name: a constant, the load's date, or what a column says."""
        if source[0] == "=":
            return source[1:]
        return self._as_of if source == "@as_of" else word_of(told, source)

    def _code(self, plan: _Plan, row: _Row) -> str | None:
        column = plan.declared.code
        told = row.told.get(column) if column else None
        if column is None or told is None or told.state == "damaged" or not told.word:
            return None
        digested = self._private.digested(column, told.word)
        row.codes[plan.name] = self._digester.of(told.word) if digested else told.word
        return row.codes[plan.name]


def _plan(name: str, declared: MentionMap) -> _Plan:
    given = declared.given_by or declared.columns
    return _Plan(name, declared, given, model()[declared.type].person, Mention(declared.type, None, ""))

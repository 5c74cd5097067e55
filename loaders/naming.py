"""Whom a row names, by the mapping: its mentions, from what its columns tell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
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


class Naming:
    """Knows whom the rows of a sheet name."""

    def __init__(self, kind: Kind, private: PrivateCells, digester: Digester, as_of: date) -> None:
        self.positions = {name: i for i, name in enumerate(kind.mention_names)}
        self._private, self._digester, self._as_of = private, digester, as_of.isoformat()
        self._plans = {name: _plan(name, kind.mentions[name]) for name in kind.mention_names}

    def mentions(self, told: Mapping[str, Told]) -> tuple[tuple[Mention, ...], set[str]]:
        """All mentions by position, and the names of those that the row names; the others are empty."""
        known: dict[str, bool] = {}
        named = {name for name in self._plans if self._names(name, told, known)}
        mentions = tuple(
            self._mention(plan, told, known) if name in named else plan.nobody for name, plan in self._plans.items()
        )
        return mentions, named

    def mention(self, name: str, told: Mapping[str, Told]) -> Mention:
        """One mention of a row that tells this."""
        return self._mention(self._plans[name], told, {})

    def _names(self, name: str, told: Mapping[str, Told], known: dict[str, bool]) -> bool:
        """Whether the row names this mention: something of it is filled, and by code or with all it lies within."""
        if name not in known:
            plan = self._plans[name]
            known[name] = self._filled(plan, told) and (
                plan.person  # people known by name alone wait
                or self._code(plan.declared, told) is not None
                or self._placed(plan.declared, told, known)
            )
        return known[name]

    def _filled(self, plan: _Plan, told: Mapping[str, Told]) -> bool:
        return any(
            column in told and told[column].value is not False and told[column].word for column in plan.given
        ) and not any(word_of(told, column) for column in plan.declared.unless)

    def _placed(self, declared: MentionMap, told: Mapping[str, Told], known: dict[str, bool]) -> bool:
        return all(self._names(w, told, known) for w in declared.within) and (
            not declared.owner or self._owner(declared, told, known) is not None
        )

    def _owner(self, declared: MentionMap, told: Mapping[str, Told], known: dict[str, bool]) -> str | None:
        return next((name for name in declared.owner if self._names(name, told, known)), None)

    def _mention(self, plan: _Plan, told: Mapping[str, Told], known: dict[str, bool]) -> Mention:
        declared = plan.declared
        code = self._code(declared, told)
        parts = [self._part(source, told) for source in declared.name]
        within = self._within(declared, told, known) if declared.within or declared.owner else ()
        complete = all(parts)
        told_apart = bool(within) or (len(parts) > 1 and complete)
        return Mention(
            declared.type,
            code,
            parts[0] if plan.person and not complete else "|".join(parts) if any(parts) else "",
            within,
            unsure=plan.person and code is None and not told_apart,
            also=tuple(word for column in declared.also if (word := word_of(told, column))),
        )

    def _within(self, declared: MentionMap, told: Mapping[str, Told], known: dict[str, bool]) -> tuple[int, ...]:
        named: Iterable[str | None] = (w for w in declared.within if self._names(w, told, known))
        return tuple(self.positions[w] for w in (*named, self._owner(declared, told, known)) if w)

    def _part(self, source: str, told: Mapping[str, Told]) -> str:
        """One part of a name: a constant, the load's date, or what a column says."""
        if source[0] == "=":
            return source[1:]
        return self._as_of if source == "@as_of" else word_of(told, source)

    def _code(self, declared: MentionMap, told: Mapping[str, Told]) -> str | None:
        if declared.code is None or declared.code not in told or told[declared.code].state == "damaged":
            return None
        word = told[declared.code].word
        return self._digester.of(word) if word and self._private.digested(declared.code, word) else word or None


def _plan(name: str, declared: MentionMap) -> _Plan:
    given = declared.given_by or declared.columns
    return _Plan(name, declared, given, model()[declared.type].person, Mention(declared.type, None, ""))

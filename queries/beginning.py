"""Since when a rule has been broken: back over the days on which anything about the node changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from graph.connection import Database
from queries.catalog import catalog
from queries.header import Question
from queries.judging import judging, values_of
from queries.results import Ref
from queries.rule_book import applied, rule_book
from queries.verdicts import facts, rows_about

DAYS_TRIED = 120
"""How many days of change are looked at; the answer says when there were more."""

HUB = 500
"""A node with more edges than this (a department, an area) is no reason to look at all of its neighbours."""

_CHANGES = """
MATCH (n:Entity {key: $key}) WHERE $type IN labels(n)
MATCH (n)-[r]-(one:Entity|Record)
CALL (r, one) {
  UNWIND [r.since, r.until] + [name IN keys(one) | one[name]] AS day
  RETURN day
  UNION
  MATCH (one)-[s]-(two:Entity|Record) WHERE COUNT { (one)--() } <= $hub
  UNWIND [s.since, s.until] + [name IN keys(two) | two[name]] AS day
  RETURN day
  UNION
  MATCH (one)--(two:Entity)<-[noted:DESCRIBES]-(:Record) WHERE COUNT { (one)--() } <= $hub
  UNWIND [noted.since, noted.until] AS day
  RETURN day
}
WITH DISTINCT day WHERE day IS :: DATE NOT NULL AND day <= $at
RETURN day ORDER BY day DESC
"""


@dataclass(frozen=True)
class Beginning:
    """`since`: the first day of the present fault that was found. `earlier`: it may have begun before that day.

    That is so where nothing is known before (`cut` False), or where the search was cut short (`cut` True).
    """

    since: date
    earlier: bool = False
    cut: bool = False


def beginning(db: Database, question_id: str, ref: Ref, at: date, tries: int = DAYS_TRIED) -> Beginning:
    """Since when the question has called this node a fault, which it does at `at`, without a break."""
    question = catalog()[question_id]

    def broken(day: date) -> bool:
        return _broken(db, question, ref, day)

    failing = at
    days = _changes(db, question, ref, at)
    for day in days[:tries]:
        if not broken(day):
            return Beginning(_first_broken(broken, day, failing))
        failing = day
    cut = len(days) > tries
    if not cut and not broken(failing - timedelta(days=1)):
        return Beginning(failing)
    return Beginning(failing, earlier=True, cut=cut)


def _broken(db: Database, question: Question, ref: Ref, day: date) -> bool:
    how = judging(question)
    values = values_of(applied(db, question.rules, day))
    return how.state(rows_about(db, question, ref, day), facts(db, ref, day), values) == "fails"


def _first_broken(broken: Callable[[date], bool], fine: date, failing: date) -> date:
    """The day it broke between two days. Between changes time alone passes, so it broke once: halving is right."""
    while failing - fine > timedelta(days=1):
        middle = fine + (failing - fine) // 2
        if broken(middle):
            failing = middle
        else:
            fine = middle
    return failing


def _changes(db: Database, question: Question, ref: Ref, at: date) -> list[date]:
    """The days, newest first, on which something about the node or a rule changed."""
    asked = {"type": ref.type, "key": ref.key, "at": at, "hub": HUB}
    days = {row["day"] for row in db.read(_CHANGES, asked)}
    days |= {day for day in _rule_changes(db, question.rules) if day <= at}
    return sorted(days, reverse=True)


def _rule_changes(db: Database, ids: Iterable[str]) -> Iterator[date]:
    book = rule_book(db)
    for id_ in ids:
        yield from (earlier.until for earlier in book.rules[id_].before)
        yield from (own.since for own in book.own.get(id_, ()) if own.since)

"""The picture of a question at two dates: what is drawn at both, at the later one only, at the earlier one only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from graph.connection import Database
from graph.text import Language
from queries.catalog import catalog
from queries.comparing import Change, Comparison
from queries.parameters import as_drawn
from queries.picture import Row, nodes_of, picture
from queries.results import Answer, Picture


@dataclass(frozen=True)
class ComparedPicture:
    """What is drawn at either date. `turned`: of nodes and edges by id that are drawn at one only, which one."""

    picture: Picture
    turned: Mapping[str, Change]


def compared_picture(db: Database, compared: Comparison, most: int = 200, language: Language = "zh") -> ComparedPicture:
    """The picture of the first so many rows; its total counts the nodes that all rows would draw."""
    shown = compared.rows[:most]
    then = _drawn(db, compared.before, [{**one.row, **one.was} for one in shown if one.change != "gained"], language)
    now = _drawn(db, compared.after, [one.row for one in shown if one.change != "lost"], language)
    question = as_drawn(catalog()[compared.after.question], compared.after.parameters)
    total = nodes_of(question, [*compared.before.rows, *compared.after.rows], language)
    both = Picture.of([*then.nodes, *now.nodes], [*then.edges, *now.edges], total)
    ids = [{node.ref.id for node in one.nodes} | {edge.id for edge in one.edges} for one in (then, now)]
    lost, gained = ids[0] - ids[1], ids[1] - ids[0]
    return ComparedPicture(both, {**dict.fromkeys(lost, "lost"), **dict.fromkeys(gained, "gained")})


def _drawn(db: Database, answer: Answer, rows: list[Row], language: Language) -> Picture:
    return picture(db, replace(answer, rows=tuple(rows), total=len(rows)), language)

"""An answer as table columns and rows: keys give way to names, codes to labels, and rows know their nodes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from app.i18n import say
from app.scene.state import Scene
from graph.text import Language
from queries.catalog import catalog
from queries.comparing import CHANGES, ComparedRow
from queries.header import Column, Question
from queries.parameters import as_drawn
from queries.results import Ref

Row = dict[str, Any]
NODES = "_nodes"
"""The field of a row that lists the nodes it speaks of."""
CHANGE, WAS = "_change", "_was"
"""The fields of a row, compared with an earlier day: what became of it, and what was otherwise then."""


def columns(question: Question, language: Language) -> list[Row]:
    """The table's columns: keys are left out where a name stands beside them."""
    return [_column(name, column, language) for name, column in question.columns.items() if not _named(name, question)]


def shown_columns(scene: Scene, language: Language) -> list[Row]:
    """The columns of what the scene's table shows; two more where two days are compared."""
    if scene.question is None:
        return []
    own = columns(as_drawn(catalog()[scene.question], scene.parameters), language)
    if scene.comparison is None:
        return own
    change = {"field": CHANGE, "headerName": say("change", language), "minWidth": 100, "flex": 1}
    was = say("was_on", language, day=scene.comparison.before.at.isoformat())
    return [change, *own, {"field": WAS, "headerName": was, "minWidth": 170, "flex": 2}]


def _named(name: str, question: Question) -> bool:
    about = question.about.column if question.about else None
    return f"{name}_name" in question.columns or (name in (about, "firm") and "name" in question.columns)


def _column(name: str, column: Column, language: Language) -> Row:
    heading = column.label.say(language)
    if column.unit:
        heading += f" ({column.unit.say(language)})"
    definition: Row = {"field": name, "headerName": heading}
    if column.type in ("int", "float"):
        definition |= {"type": "number", "valueFormatter": {"function": "d3.format(',.0f')(params.value)"}}
    return definition | _width(column, heading, language)


def _width(column: Column, heading: str, language: Language) -> Row:
    """Wide enough for its heading on one line; names get what is left."""
    longest = max([heading, *(label.say(language) for label in column.values.values())], key=len)
    least = 44 + len(longest) * (13 if language == "zh" else 7)
    if column.type in ("text", "key", "keys"):
        return {"minWidth": max(least, 170), "flex": 2}
    return {"minWidth": max(least, 90), "flex": 1}


def headings(question: Question, language: Language) -> dict[str, str]:
    """What stands above each of the table's columns."""
    return {column["field"]: column["headerName"] for column in columns(question, language)}


def worded(question: Question, row: Mapping[str, Any], language: Language) -> Row:
    """Values by column with codes as labels; other values as they are."""
    return {
        name: label.say(language)
        if isinstance(value, str) and (label := question.columns[name].values.get(value))
        else value
        for name, value in row.items()
    }


def rows(scene: Scene, language: Language) -> list[Row]:
    """The answer's rows in words; numbers stay numbers, so that they sort."""
    if scene.answer is None or scene.question is None:
        return []
    question = as_drawn(catalog()[scene.question], scene.parameters)
    if scene.comparison is None:
        return [_row(number, row, question, scene, language) for number, row in enumerate(scene.answer.rows)]
    return [
        _row(number, one.row, question, scene, language) | _turned(one, question, scene, language)
        for number, one in enumerate(scene.comparison.rows)
    ]


def _turned(one: ComparedRow, question: Question, scene: Scene, language: Language) -> Row:
    was = {name: _cell(value, question.columns[name], scene, language) for name, value in one.was.items()}
    told = (f"{question.columns[name].label.say(language)} {'—' if v is None else v}" for name, v in was.items())
    return {CHANGE: CHANGES[one.change].say(language), WAS: ("；" if language == "zh" else "; ").join(told)}


def _row(number: int, row: Mapping[str, Any], question: Question, scene: Scene, language: Language) -> Row:
    told = {name: _cell(row.get(name), column, scene, language) for name, column in question.columns.items()}
    return told | {"_id": str(number), NODES: nodes_of(row, question)}


def named_nodes(row: Mapping[str, Any], question: Question) -> dict[str, list[str]]:
    """The nodes that a row names, as `Type:key` by column: what `why` and the page open."""
    found: dict[str, list[str]] = {}
    for name, column in question.columns.items():
        keys = row.get(name) if column.type == "keys" else [row.get(name)]
        if column.node and keys:
            found[name] = [Ref(column.node, str(key)).id for key in keys if key is not None]
    return found


def nodes_of(row: Mapping[str, Any], question: Question) -> list[str]:
    """The nodes a row speaks of, the one it is about first."""
    found = [node for nodes in named_nodes(row, question).values() for node in nodes]
    about = question.about
    first = Ref(about.type, str(row.get(about.column))).id if about else None
    return sorted(found, key=lambda i: i != first)


def _cell(value: Any, column: Column, scene: Scene, language: Language) -> Any:
    if value is None:
        return None
    if column.type == "choice":
        return column.values[value].say(language) if value in column.values else value
    if column.type == "bool":
        return say("yes" if value else "no", language)
    if column.type == "keys":
        return ("、" if language == "zh" else ", ").join(_caption(column, key, scene) for key in value)
    if column.type == "key":
        return _caption(column, value, scene)
    if isinstance(value, date):
        return value.isoformat()
    return value


def _caption(column: Column, key: Any, scene: Scene) -> str:
    node = scene.nodes.get(Ref(str(column.node), str(key)).id)
    return node.caption if node else str(key)

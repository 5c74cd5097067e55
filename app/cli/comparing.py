"""`ask --compare-with`: a question at two dates as table, JSON or CSV."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from app.cli.output import note_line, print_csv, print_json, print_table
from app.cli.words import LANGUAGE, say
from app.converters import table
from app.converters.rules import rule_json
from queries.catalog import catalog
from queries.comparing import CHANGES, ComparedRow, Comparison
from queries.header import Question


def say_compared(compared: Comparison, format_: str, limit: int) -> None:
    """Print the comparison; its totals speak of all rows, of which at most `limit` are listed."""
    question, rows = catalog()[compared.after.question], compared.rows[:limit]
    if format_ == "json":
        print_json(_as_json(compared, rows, question))
        return
    if format_ == "csv":
        print_csv(["change", *question.columns], ({"change": one.change, **one.row} for one in rows))
    else:
        columns = {"change": say("变化", "Change"), **table.headings(question, LANGUAGE)}
        title = f"{question.title.say(LANGUAGE)} {compared.before.at} → {compared.after.at}"
        print_table(columns, (_worded(question, one) for one in rows), title)
    counts = "，".join(f"{CHANGES[change].zh} {n}" for change, n in compared.totals.items())
    counts_en = ", ".join(f"{n} {CHANGES[change].en.lower()}" for change, n in compared.totals.items())
    total = compared.total
    note_line(f"{counts}；共{total}条，显示{len(rows)}条", f"{counts_en}; {len(rows)} of {total} shown")


def _worded(question: Question, one: ComparedRow) -> Mapping[str, Any]:
    """A row in words; a number that was another shows both."""
    told = table.worded(question, one.row, LANGUAGE)
    was = table.worded(question, one.was, LANGUAGE)
    both = {name: f"{was[name]} → {told[name]}" for name in was if question.columns[name].type in ("int", "float")}
    return {**told, **both, "change": CHANGES[one.change].say(LANGUAGE)}


def _as_json(compared: Comparison, rows: Sequence[ComparedRow], question: Question) -> dict[str, Any]:
    after = compared.after
    return {
        "question": after.question,
        "at": after.at,
        "compared_with": compared.before.at,
        "parameters": dict(after.parameters),
        "rules": [rule_json(rule) for rule in after.applied],
        "total": compared.total,
        "totals": compared.totals,
        "shown": len(rows),
        "truncated": len(rows) < compared.total,
        "rows": [
            {"change": one.change, **one.row, "was": dict(one.was), "nodes": table.named_nodes(one.row, question)}
            for one in rows
        ],
    }

"""The library: which questions there are, and the rules they apply."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import typer

from app.cli.options import At, Json, asked_day, opened
from app.cli.output import note_line, print_json, say_line
from app.cli.words import LANGUAGE, say
from app.converters.rules import rule_json, rule_words
from queries.catalog import catalog
from queries.header import Parameter, Question
from queries.policies import backed
from queries.rule_book import AppliedRule, rule_book
from queries.rules import rules as project_rules
from queries.topics import by_topic


def add_to(cli: typer.Typer) -> None:
    """Add these commands."""
    cli.command(help=say("列出专题查询", "list the questions"))(questions)
    cli.command(help=say("列出口径：每条规则的数值与出处", "list the rules: each value and where it comes from"))(rules)


def questions(json: Json = False) -> int:
    """List the questions by topic, with their parameters and rules."""
    known = catalog().values()
    if json:
        print_json([_question_json(question) for question in known])
        return 0
    for topic, of_topic in by_topic(known):
        say_line(f"\n{topic.zh}", f"\n{topic.en}")
        for question in of_topic:
            _say_question(question)
    return 0


def rules(at: At = "", json: Json = False) -> int:
    """List the rules as they stand on a day."""
    with opened() as database:
        asked = asked_day(database, at)
        known = backed(database, rule_book(database).at(asked).values(), asked)
    if json:
        print_json({"at": asked, "rules": [rule_json(rule) for rule in known]})
        return 0
    for rule in known:
        _say_rule(rule)
    return 0


def say_rules(applied: Iterable[AppliedRule]) -> None:
    """The rules that an answer applied, a line each, beside the answer."""
    for rule in applied:
        said = rule_words(rule, LANGUAGE)
        value = f" {said.value}" if said.value else ""
        own = say(f"（本区自定：{rule.reason}）", f" (the zone's own: {rule.reason})") if rule.own else ""
        note_line(f"口径：{said.title}{value}{own}——{said.origin}", f"rule: {said.title}{value}{own} — {said.origin}")


def _say_rule(rule: AppliedRule) -> None:
    said = rule_words(rule, LANGUAGE)
    line = f"{rule.id}  {said.title}"
    say_line(f"{line}：{said.value}" if said.value else line, f"{line}: {said.value}" if said.value else line)
    for more in (said.tells, said.origin, *said.notes):
        say_line(f"    {more}", f"    {more}")


def _say_question(question: Question) -> None:
    say_line(f"  {question.id}  {question.title.zh}", f"  {question.id}  {question.title.en}")
    say_line(f"      {question.tells.zh.strip()}", f"      {question.tells.en.strip()}")
    for name, parameter in question.parameters.items():
        told = _parameter(parameter)
        say_line(f"      --set {name}=  {told}", f"      --set {name}=  {told}")
    titles = [project_rules()[rule].title for rule in question.rules]
    say_line(
        f"      口径：{'、'.join(title.zh for title in titles)}",
        f"      rules: {'; '.join(title.en for title in titles)}",
    )


def _parameter(parameter: Parameter) -> str:
    """What a parameter means and takes."""
    parts = [parameter.label.say(LANGUAGE)]
    if parameter.values:
        parts.append(", ".join(f"{word} {label.say(LANGUAGE)}" for word, label in parameter.values.items()))
    if parameter.required:
        parts.append(say("必填", "required"))
    elif parameter.default not in (None, ""):
        unit = f" {parameter.unit.say(LANGUAGE)}" if parameter.unit else ""
        parts.append(say(f"默认 {parameter.default}{unit}", f"default {parameter.default}{unit}"))
    return say("；", "; ").join(parts)


def _question_json(question: Question) -> dict[str, Any]:
    return {
        "id": question.id,
        "topic": question.topic,
        "title": question.title.say(LANGUAGE),
        "tells": question.tells.say(LANGUAGE),
        "for": list(question.for_),
        "about": question.about.type if question.about else None,
        "parameters": {
            name: {
                "label": p.label.say(LANGUAGE),
                "type": p.type,
                "default": p.default,
                "required": p.required,
                "values": {word: label.say(LANGUAGE) for word, label in p.values.items()} or None,
                "minimum": p.minimum,
                "maximum": p.maximum,
                "unit": p.unit.say(LANGUAGE) if p.unit else None,
            }
            for name, p in question.parameters.items()
        },
        "columns": {name: column.label.say(LANGUAGE) for name, column in question.columns.items()},
        "rules": list(question.rules),
    }

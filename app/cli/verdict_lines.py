"""The verdicts on a node as lines on a terminal: faults first, each with clause, evidence and what would repair it."""

from __future__ import annotations

from collections.abc import Iterable

from app.cli.output import say_line
from app.cli.words import LANGUAGE, say
from app.converters.rules import rule_words
from app.converters.traces import Word, words
from app.converters.verdicts import lacking, marked, numbers, rank, since
from app.reasoned import Reasoned, edge_subject
from graph.model import model
from graph.text import Text
from queries.evidence import Reason
from queries.judging import fact_label

PATH_SAID = 12
"""How many edges of a path are told in words; it says how many there are."""


def verdict_lines(found: Reasoned) -> None:
    """Say the verdicts: those that need a reason in full, the rest by their titles."""
    told: set[tuple[object, ...]] = set()
    for reason in sorted(found.reasons, key=lambda r: rank(r.verdict)):
        _say_reason(reason)
        rests_on = (*reason.facts, *(edge.id for edge in reason.path.edges))
        if rests_on in told:
            say_line("    依据：同上", "    evidence: the same")
        else:
            _say_path(found, reason)
        told.add(rests_on)
    spoken = {reason.verdict.question for reason in found.reasons}
    for state in ("holds", "outside"):
        rest = [v for v in found.card.verdicts if v.state == state and v.question not in spoken]
        if rest:
            titles = "、".join(v.title.zh for v in rest), ", ".join(v.title.en for v in rest)
            head = marked(state)
            say_line(f"{head.zh}（未列入）：{titles[0]}", f"{head.en} (not listed): {titles[1]}")


def _say_reason(reason: Reason) -> None:
    verdict = reason.verdict
    head = marked(verdict.state)
    listed = Text("（已列入）", " (listed)") if verdict.state == "holds" else Text("", "")
    say_line(f"{head.zh} {verdict.title.zh}{listed.zh}", f"{head.en}: {verdict.title.en}{listed.en}")
    rule = rule_words(verdict.rule, LANGUAGE)
    value = say(f"（{rule.value}）", f" ({rule.value})") if rule.value else ""
    say_line(f"    口径：{rule.title}{value}——{rule.origin}", f"    rule: {rule.title}{value} — {rule.origin}")
    for note in rule.notes:
        say_line(f"      {note}", f"      {note}")
    known = say("，", ", ").join(numbers(verdict, LANGUAGE))
    for line in (
        Text(f"已知：{known}", f"known: {known}") if known else None,
        lacking(verdict),
        since(reason.began) if reason.began else None,
        Text(f"整改：{verdict.repair.zh}", f"repair: {verdict.repair.en}") if verdict.repair else None,
    ):
        if line:
            say_line(f"    {line.zh}", f"    {line.en}")


def _say_path(found: Reasoned, reason: Reason) -> None:
    ref = found.card.ref
    for fact in reason.facts:
        told = words(found.traces.of((ref.type, ref.key), fact), LANGUAGE)
        if shown := next((word for word in told if word.standing == "shown"), None):
            label = fact_label(ref.type, fact)
            say_line(f"    依据：{label.zh} {shown.value}", f"    evidence: {label.en} {shown.value}")
            say_words([shown])
    captions = {node.ref: node.caption for node in reason.path.nodes}
    for edge in reason.path.edges[:PATH_SAID]:
        label, ends = model().edge_label(edge.name), (captions.get(edge.source), captions.get(edge.target))
        day = f" {edge.since}" if edge.since else ""
        say_line(
            f"    依据：{ends[0]} —{label.zh}→ {ends[1]}{day}", f"    evidence: {ends[0]} —{label.en}→ {ends[1]}{day}"
        )
        told = words(found.traces.of(*edge_subject(edge)), LANGUAGE)
        say_words(word for word in told if word.standing == "shown")
    if (rest := reason.total - min(PATH_SAID, len(reason.path.edges))) > 0:
        say_line(f"    另有 {rest} 条依据(--format json)", f"    {rest} more (--format json)")


def say_words(found: Iterable[Word]) -> None:
    """From which cell a value comes, and below it what it was before or what is said otherwise."""
    for word in found:
        said = "" if word.standing == "shown" else f"{word.standing_told} {word.value} "
        where = [" ".join(filter(None, [word.file, word.place, word.heading]))]
        where += [say(f"截至 {word.day}", f"as of {word.day}"), word.brought, word.note]
        line = f"      {said}← {say('，', ', ').join(filter(None, where))}"
        say_line(line, line)

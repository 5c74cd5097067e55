"""What a load did, in words and as JSON: rows, changes, rejected rows with their place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from app.cli.output import cell, note_line, say_line
from app.cli.words import LANGUAGE, say
from app.converters.changes import change_words
from app.converters.facts import told
from graph.errors import Place
from graph.model import Property, model
from loaders.apply import Outcome
from loaders.diff import Change
from loaders.kept import KeptRow
from loaders.kinds import label_of
from loaders.ledger import Fault, Ledger, LedgerRow

SHOWN = 20
"""Changes and rejected rows listed on a terminal; --json lists all."""

_KINDS = {
    "new": ("新增", "new"),
    "changed": ("变更", "changed"),
    "closed": ("结束", "closed"),
    "removed": ("移除", "removed"),
}


def outcome_words(ledger: Ledger, outcome: Outcome) -> dict[str, Any]:
    """The outcome as JSON."""
    load = ledger.load
    return {
        "load": load.id,
        "file": load.file,
        "kind": load.kind,
        "scope": load.scope,
        "as_of": load.as_of,
        "full": load.full,
        "no_change": outcome.known or not outcome.changes,
        "rows": outcome.rows,
        "changes": dict(outcome.changes.counts),
        "changed": [_change_words(c) for c in outcome.changes.kept],
        "rejected": [_rejected_words(load.file, row) for row in outcome.used(ledger.rows) if row.faults],
        "notes": [_fault_words(load.file, row, note) for row in ledger.rows for note in row.notes],
        "unmapped": [asdict(heading) for heading in ledger.unmapped],
        "seconds": round(outcome.seconds, 2),
    }


def outcome_lines(ledger: Ledger, outcome: Outcome) -> None:
    """The outcome for a person: what came of the rows, how many changes, and every row that was not used."""
    load, rows = ledger.load, outcome.rows
    kind = label_of(load.kind)
    say_line(f"{load.file} → {kind.zh}，{load.as_of}", f"{load.file} → {kind.en}, {load.as_of}")
    if outcome.known:
        say_line("  这份台账已经导入过，没有变化", "  loaded before; no change")
        return
    total = sum(rows.values())
    rate = total / outcome.seconds if outcome.seconds else 0
    say_line(
        f"  {total} 行：采用 {rows.get('accepted', 0)}，退回 {rows.get('rejected', 0)}，待核对 {rows.get('waiting', 0)}"
        f"；{outcome.seconds:.1f} 秒，每秒 {rate:.0f} 行",
        f"  {total} rows: {rows.get('accepted', 0)} accepted, {rows.get('rejected', 0)} rejected, "
        f"{rows.get('waiting', 0)} waiting; {outcome.seconds:.1f} s, {rate:.0f} rows/s",
    )
    if outcome.changes:
        counts = say("，", ", ").join(f"{say(*_KINDS[k])} {n}" for k, n in outcome.changes.counts.items())
        say_line(f"  变化：{counts}", f"  changes: {counts}")
    else:
        say_line("  没有变化", "  no change")
    for row in outcome.used(ledger.rows):
        for fault in row.faults:
            place = _place(load.file, row, fault)
            note_line(f"  退回：{place.say('zh')}：{fault.zh}", f"  rejected: {place.say('en')}: {fault.en}")


def detail_lines(ledger: Ledger, outcome: Outcome) -> None:
    """What a person checks before loading: changes, unmapped columns, notes on values and sheets."""
    _list([change_line(c) for c in outcome.changes.kept if c.kind != "new"], "")
    if unmapped := [heading.heading for heading in ledger.unmapped]:
        say_line(
            f"  未识别的列(原样保留)：{'、'.join(unmapped)}",
            f"  unmapped columns (kept raw): {', '.join(unmapped)}",
        )
    notes = [(row, note) for row in ledger.rows for note in row.notes]
    words = [f"{_place(ledger.load.file, r, n).say(LANGUAGE)}{say('：', ': ')}{say(n.zh, n.en)}" for r, n in notes]
    _list(words, say("提示：", "note: "))
    for remark in ledger.remarks:
        place = Place(sheet=remark.value or None)
        zh, en = (f"{place.say('zh')}：", f"{place.say('en')}: ") if remark.value else ("", "")
        say_line(f"  提示：{zh}{remark.zh}", f"  note: {en}{remark.en}")


def unused_lines(rows: Iterable[KeptRow]) -> None:
    """Rejected and waiting rows for a person."""
    for row in rows:
        place = Place(file=row.file, sheet=row.sheet or None, row=row.row).say(LANGUAGE)
        if row.state == "waiting":
            for called, keys in row.candidates:
                say_line(
                    f"待核对：{place}：“{called}”可能是 {'、'.join(keys)}",
                    f"waiting: {place}: “{called}” may be {', '.join(keys)}",
                )
        for fault in row.faults:
            at = Place(
                file=row.file,
                sheet=row.sheet or None,
                row=row.row,
                column=fault.column or None,
                value=fault.value or None,
            )
            say_line(f"退回：{at.say('zh')}：{fault.zh}", f"rejected: {at.say('en')}: {fault.en}")


def _list(lines: list[str], lead: str) -> None:
    for line in lines[:SHOWN]:
        say_line(f"    {lead}{line}", f"    {lead}{line}")
    if len(lines) > SHOWN:
        say_line(
            f"    …另有 {len(lines) - SHOWN} 条(--json 列出全部)", f"    … {len(lines) - SHOWN} more (--json lists all)"
        )


def _change_words(change: Change) -> dict[str, Any]:
    return {
        "kind": change.kind,
        "subject": ":".join(change.subject),
        "what": change.what,
        "old": _worded(change, change.old),
        "new": _worded(change, change.new),
        "since": change.since,
    }


def change_line(change: Change) -> str:
    """A change in a line."""
    words = change_words(change, {}, LANGUAGE)
    whom = f"{model()[words.type].label.say(LANGUAGE)} {words.caption}"
    arrow = f" {words.what} {words.old} → {words.new}" if change.what != "node" else ""
    return f"{say(*_KINDS[change.kind])} {whom}{arrow}"


def _declared(change: Change) -> Property | None:
    """The property or field that changed; None for an edge or the node itself."""
    return model().slots(change.subject[0]).get(change.what)


def _worded(change: Change, value: Any) -> str:
    """A value in words, private ones masked; the other end of an edge by its key."""
    declared = _declared(change)
    if value is None:
        return ""
    if declared:
        return told(declared, value, LANGUAGE)
    return cell(value[1] if isinstance(value, tuple) else value)


def _rejected_words(file: str, row: LedgerRow) -> dict[str, Any]:
    return {
        "file": file,
        "sheet": row.sheet,
        "row": row.row,
        "reasons": [_fault_words(file, row, f) for f in row.faults],
    }


def _fault_words(file: str, row: LedgerRow, fault: Fault) -> dict[str, Any]:
    return {
        "sheet": row.sheet,
        "row": row.row,
        "column": fault.column,
        "value": fault.value,
        "zh": fault.zh,
        "en": fault.en,
    }


def _place(file: str, row: LedgerRow, fault: Fault) -> Place:
    return Place(
        file=file, sheet=row.sheet or None, row=row.row, column=fault.column or None, value=fault.value or None
    )

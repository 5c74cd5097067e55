"""What a person decides: who is meant, who is the same, one fact by hand, which ledger is the authority."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Annotated, Any

import typer

from app.cli.options import AsOf, Json, Scope, changing, day, opened
from app.cli.output import print_json, print_table, say_line
from app.cli.reporting import change_line, outcome_lines, unused_lines
from app.cli.words import LANGUAGE, say
from app.counting_ahead import counting_after
from graph.connection import Database
from graph.errors import NotFound, WrongQuestion
from graph.progress import shown
from graph.text import Text
from loaders import apply
from loaders.by_hand import edge_by_hand, value_by_hand
from loaders.field_authority import FieldAuthority, field_authorities, set_field_authority
from loaders.kept import unused_rows
from loaders.ledger import Ledger
from loaders.review import Waiting, by_name, means, same, waiting
from queries.finding import find

SHOWN = 5
"""Candidates listed for each name."""

NONE = "无"

From = Annotated[
    str, typer.Option("--as-of", help=say("从哪天起(默认今天)", "from which day (default: today)"), metavar="DATE")
]


def add_to(cli: typer.Typer) -> None:
    """Add these commands."""
    cli.command(help=say("待核对的名称和退回的行；说明指谁", "waiting names, rejected rows; say who is meant"))(review)
    cli.command(help=say("把两个对象合并为一个(unload 可再拆开)", "make two nodes one (unload parts them)"))(merge)
    cli.command(name="set", help=say("手工录入一项事实", "state one fact by hand"))(state)
    cli.command(help=say("某一项以哪种台账为准", "which ledgers are the authority for a field"))(authority)


def review(
    name: Annotated[str, typer.Argument(metavar="[NAME]", help=say("待核对的名称", "a name that waits"))] = "",
    key: Annotated[str, typer.Option("--means", metavar="KEY", help=say("它指这个对象", "it means this node"))] = "",
    new: Annotated[bool, typer.Option("--new", help=say("都不是，是另一个", "none of them: one of its own"))] = False,
    everywhere: Annotated[
        bool,
        typer.Option("--everywhere", help=say("对所有台账有效(默认只对同类)", "in all ledgers (default: this kind)")),
    ] = False,
    as_of: From = "",
    json: Json = False,
) -> int:
    """Review."""
    with opened() as database:
        names = waiting(database)
        if name:
            with counting_after(database):
                for ledger in _decisions(database, names, name, key, new, everywhere, as_of):
                    _load(database, ledger)
            return 0
        rejected = [row for row in unused_rows(database) if row.state == "rejected"]
    if json:
        print_json({"waiting": [_words(w) for w in names], "rejected": [asdict(row) for row in rejected]})
    elif names or rejected:
        _waiting_lines(names)
        unused_lines(rejected)
    else:
        say_line("没有退回或待核对的行", "no row is rejected or waiting")
    return 1 if names or rejected else 0


def merge(
    keep: Annotated[str, typer.Argument(metavar="KEEP", help=say("保留的标识", "the key that stays"))],
    gone: Annotated[str, typer.Argument(metavar="GONE", help=say("并入的标识", "the key that becomes it"))],
    scope: Scope = "全区",
    as_of: From = "",
) -> int:
    """Merge."""
    with changing() as database:
        one, other = find(database, keep), find(database, gone)
        if one.type != other.type or one == other:
            raise WrongQuestion(
                Text("只能合并两个同类的对象", "only two different nodes of one type can be merged"),
                Text("核对两个标识", "check the two keys"),
            )
        _load(database, same(database, (one.type, one.key), (other.type, other.key), _day(as_of), scope))
    return 0


def state(
    key: Annotated[str, typer.Argument(metavar="KEY", help=say("对象的标识", "the node's key"))],
    what: Annotated[str, typer.Argument(metavar="WHAT", help=say("哪一项，或哪种关系", "which field, or which edge"))],
    value: Annotated[str, typer.Argument(metavar="VALUE", help=say("内容或另一端；无 表示没有", "value or other end"))],
    as_of: AsOf,
    since: Annotated[str, typer.Option("--since", metavar="DATE", help=say("起始日期", "from"))] = "",
    until: Annotated[str, typer.Option("--until", metavar="DATE", help=say("结束日期", "until"))] = "",
    scope: Scope = "全区",
) -> int:
    """State one fact."""
    with changing() as database:
        node, asked = _node(database, key), day(as_of, "--as-of")
        if what.lstrip("<").isupper():
            other = None if value == NONE else _node(database, value)
            dates = {n: day(w, f"--{n}") if w else None for n, w in (("since", since), ("until", until))}
            ledger = edge_by_hand(database, node, what, other, asked, scope, **dates)
        else:
            ledger = value_by_hand(database, node, what, value, asked, scope)
        _load(database, ledger)
    return 0


def authority(
    what: Annotated[str, typer.Argument(metavar="[TYPE.FIELD]", help=say("哪一项", "which field"))] = "",
    kinds: Annotated[
        list[str] | None, typer.Argument(metavar="[KIND...]", help=say("以哪些台账为准，依次", "which kinds, in order"))
    ] = None,
    reason: Annotated[str, typer.Option("--reason", help=say("理由", "why"))] = "",
    clear: Annotated[bool, typer.Option("--clear", help=say("恢复默认", "back to the default"))] = False,
    json: Json = False,
) -> int:
    """Show or set the authority of a field."""
    with opened() as database:
        if what and (kinds or clear):
            chosen = FieldAuthority(what, tuple(kinds or ()), reason)
            with counting_after(database), shown(LANGUAGE) as progress:
                changed = set_field_authority(database, chosen, progress)
            number = sum(changed.counts.values())
            say_line(f"已设置；图谱有 {number} 处变化", f"set; {number} changes in the graph")
            return 0
        found = [f for f in field_authorities(database) if what in ("", f.field)]
    if json:
        print_json([asdict(f) for f in found])
    elif found:
        columns = {
            "field": say("项", "field"),
            "kinds": say("依次以此为准", "trusted in turn"),
            "reason": say("理由", "why"),
        }
        print_table(columns, (asdict(f) for f in found))
    else:
        say_line("没有单独设置；按各种台账的默认次序", "nothing is set; the kinds' own order decides")
    return 0


def _node(database: Database, word: str) -> tuple[str, str]:
    found = find(database, word)
    return found.type, found.key


def _decisions(
    database: Database, names: list[Waiting], name: str, key: str, new: bool, everywhere: bool, as_of: str
) -> list[Ledger]:
    asked = [group[0] for group in by_name(names).values() if name in (group[0].called, group[0].name)]
    if not asked:
        raise NotFound(
            Text(f"没有待核对的名称“{name}”", f"no name “{name}” waits"),
            Text("用 liangxin review 查看全部", "see all with liangxin review"),
        )
    if not key and not new:
        _waiting_lines(asked)
        raise WrongQuestion(
            Text(f"没有说明“{name}”指谁", f"it is not said whom “{name}” means"),
            Text("加 --means 标识，或 --new", "add --means KEY, or --new"),
        )
    chosen = find(database, key).key if key else None
    return [means(database, one, chosen, _day(as_of), everywhere=everywhere) for one in asked]


def _load(database: Database, ledger: Ledger) -> None:
    with shown(LANGUAGE) as progress:
        outcome = apply.load(database, ledger, progress)
    outcome_lines(ledger, outcome)
    for change in outcome.changes.kept:
        say_line(f"    {change_line(change)}", f"    {change_line(change)}")
    say_line(f"  可撤回：liangxin unload {ledger.load.id}", f"  take it back with: liangxin unload {ledger.load.id}")


def _words(waits: Waiting) -> dict[str, Any]:
    """A name that waits as JSON; what a person is called stands masked."""
    told = asdict(waits) | {"called": waits.shown}
    return told if waits.shown == waits.called else told | {"name": f"{waits.type}|{waits.shown}"}


def _waiting_lines(names: list[Waiting]) -> None:
    for group in by_name(names).values():
        first, number = group[0], len(group)
        say_line(
            f"待核对：“{first.shown}”，{number} 行(如 {first.file} {first.sheet} 第 {first.number} 行)",
            f"waiting: “{first.shown}”, {number} rows (as {first.file} {first.sheet} row {first.number})",
        )
        for candidate in first.candidates[:SHOWN]:
            shared = say(f"，相同：{'、'.join(candidate.why)}", f", shares: {', '.join(candidate.why)}")
            line = f"    {candidate.score:.2f}  {candidate.key}  {candidate.caption}{shared if candidate.why else ''}"
            say_line(line, line)
        if not first.candidates:
            say_line("    没有相近的", "    nothing is like it")


def _day(word: str) -> date:
    return day(word, "--as-of") if word else date.today()

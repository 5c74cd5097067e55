"""Ledgers in and out: check, load, loads, unload, rebuild."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer

from app.cli.keys import digester
from app.cli.ledger_files import Asked, Heading, Returned, read_all, remember, write_rejected
from app.cli.options import AsOf, Full, Json, Kind, Scope, changing, day, opened
from app.cli.output import print_json, print_table, say_line
from app.cli.reporting import detail_lines, outcome_lines, outcome_words
from app.cli.words import LANGUAGE, say
from graph.connection import Database
from graph.errors import LedgerRefused, WrongQuestion
from graph.progress import Progress, shown
from graph.settings import read_settings
from graph.text import Text
from loaders import apply
from loaders.apply import Outcome
from loaders.closing import closing
from loaders.declining import RowPlace
from loaders.declining import decline as decline_rows
from loaders.ledger import Ledger
from loaders.loads import loads as loads_of

PARTLY = 1

Files = Annotated[list[Path], typer.Argument(help=say("台账文件", "ledger files"), metavar="FILE...")]
Yes = Annotated[bool, typer.Option("--yes", "-y", help=say("不再询问", "do not ask"))]
Replaces = Annotated[
    str | None,
    typer.Option("--replaces", help=say("更正：替换哪个批次", "a correction: the load it replaces"), metavar="ID"),
]

Decline = Annotated[
    list[str] | None,
    typer.Option(
        "--decline",
        help=say("不采纳这一行(可多次)，作为退回行保留", "do not accept this row; it is kept as rejected"),
        metavar="SHEET!ROW",
    ),
]


def add_to(cli: typer.Typer) -> None:
    """Add these commands."""
    cli.command(help=say("预览：导入会改变什么(不写入)", "preview what a load would change; writes nothing"))(check)
    cli.command(help=say("导入台账", "load ledgers"))(load)
    cli.command(help=say("列出导入批次", "list the loads"))(loads)
    cli.command(help=say("撤回一个批次，如同从未导入", "take a load back as if it had never been"))(unload)
    cli.command(help=say("由台账行重新推算整个图谱", "derive the whole graph anew from its rows"))(rebuild)


def check(
    files: Files,
    as_of: AsOf,
    kind: Kind = "",
    scope: Scope = "全区",
    full: Full = None,
    heading: Heading = None,
    decline: Decline = None,
    json: Json = False,
) -> int:
    """Preview."""
    asked = _asked(as_of, kind, scope, bool(full), None, heading)
    return _each(files, asked, decline, json, apply.preview, detailed=True)


def load(
    files: Files,
    as_of: AsOf,
    kind: Kind = "",
    scope: Scope = "全区",
    full: Full = None,
    replaces: Replaces = None,
    heading: Heading = None,
    decline: Decline = None,
    returned: Returned = None,
    yes: Yes = False,
    json: Json = False,
) -> int:
    """Load."""

    def loaded(database: Database, ledger: Ledger, progress: Progress) -> Outcome:
        if ledger.load.full and not yes:
            _ask_before_closing(apply.preview(database, ledger), database)
        return apply.load(database, ledger, progress)

    asked = _asked(as_of, kind, scope, bool(full), replaces, heading)
    return _each(files, asked, decline, json, loaded, detailed=False, returned=returned)


def _asked(as_of: str, kind: str, scope: str, full: bool, replaces: str | None, headings: list[str] | None) -> Asked:
    settings, inclusive = read_settings(), day(as_of, "--as-of")
    remember(settings.home, kind, headings or [])
    return Asked(settings.home, digester(settings), kind or None, scope.strip("/"), inclusive, full, replaces)


def _each(
    files: list[Path],
    asked: Asked,
    decline: list[str] | None,
    json: bool,
    work: Callable[[Database, Ledger, Progress], Outcome],
    *,
    detailed: bool,
    returned: Path | None = None,
) -> int:
    # every file is read before the first is loaded: a bad one refuses the command, not half of it
    ledgers = list(read_all(files, asked))
    if decline:
        ledgers = [(source, _declining(one, decline, alone=len(ledgers) == 1)) for source, one in ledgers]
    told: list[dict[str, Any]] = []
    unused = 0
    with (opened if detailed else changing)() as database:
        for source, ledger in ledgers:
            with shown(LANGUAGE) as progress:
                outcome = work(database, ledger, progress)
            unused += outcome.rows.get("rejected", 0) + outcome.rows.get("waiting", 0)
            told.append(outcome_words(ledger, outcome))
            if not json:
                outcome_lines(ledger, outcome)
                if detailed:
                    detail_lines(ledger, outcome)
            if returned:
                write_rejected(returned, source, ledger, asked.home)
    if json:
        print_json(told if len(told) > 1 else told[0])
    return PARTLY if unused else 0


def _declining(ledger: Ledger, rows: list[str], *, alone: bool) -> Ledger:
    """The ledger without the rows that are declined. Raises WrongQuestion where it cannot be told which they are."""
    places: list[RowPlace] = []
    for word in rows:
        sheet, _, number = word.rpartition("!")
        if not alone or not number.isdigit():
            raise WrongQuestion(
                Text(f"--decline {word} 看不出是哪一行", f"--decline {word} does not tell which row"),
                Text("一次导入一个文件，写成 工作表!行号", "load one file at a time and write SHEET!ROW"),
            )
        places.append((sheet, int(number)))
    return decline_rows(ledger, places)


def _ask_before_closing(outcome: Outcome, database: Database) -> None:
    """Ask, or refuse where nobody can be asked, before a full load ends much of its scope."""
    told = closing(database, outcome)
    if not told.much:
        return
    if not typer.get_text_stream("stdin").isatty():
        raise LedgerRefused(told.told, Text("核对后加 --yes 再导入", "check it and load again with --yes"))
    typer.confirm(told.told.say(LANGUAGE) + say("。继续？", ". Go on?"), abort=True)


def loads(json: Json = False) -> int:
    """List the loads."""
    with opened() as database:
        found = loads_of(database)
    if json:
        print_json(found)
        return 0
    columns = {
        "id": say("批次", "id"),
        "as_of": say("截至日", "as of"),
        "kind": say("种类", "kind"),
        "scope": say("范围", "scope"),
        "extent": say("全量/部分", "extent"),
        "file": say("文件", "file"),
        "accepted": say("已用", "accepted"),
        "rejected": say("退回", "rejected"),
        "waiting": say("待核对", "waiting"),
        "loaded_at": say("导入时间", "loaded"),
    }
    print_table(
        columns, ({**row, "extent": say("全量", "full") if row["full"] else say("部分", "partial")} for row in found)
    )
    return 0


def unload(
    load_id: Annotated[str, typer.Argument(metavar="ID", help=say("批次", "the load"))], json: Json = False
) -> int:
    """Unload."""
    with changing() as database, shown(LANGUAGE) as progress:
        outcome = apply.unload(database, load_id, progress)
    if json:
        print_json(
            {
                "unloaded": load_id,
                "rows": outcome.rows,
                "changes": {str(k): n for k, n in outcome.changes.counts.items()},
            }
        )
    else:
        rows = outcome.rows["removed"]
        say_line(f"已撤回批次 {load_id}：{rows} 行", f"took load {load_id} back: {rows} rows")
    return 0


def rebuild() -> int:
    """Rebuild."""
    with changing() as database, shown(LANGUAGE) as progress:
        changes = apply.rebuild(database, progress)
    if changes:
        number = sum(changes.counts.values())
        say_line(f"已重建；与原图谱有 {number} 处不同", f"rebuilt; {number} differences from what was there")
    else:
        say_line("已重建；与原图谱完全一致", "rebuilt; the same graph as before")
    return 0

"""Removing a person: liangxin forget, and what it could not reach."""

from __future__ import annotations

from collections.abc import Iterator, Set
from pathlib import Path
from typing import Annotated

import typer

from app.cli.keys import digester
from app.cli.options import changing, opened
from app.cli.output import note_line, print_table, say_line
from app.cli.words import LANGUAGE, say
from app.saved.cabinet import Cabinet
from app.scene.shelf import Shelf
from graph.errors import Place, WrongQuestion
from graph.progress import shown
from graph.settings import Settings, read_settings
from graph.text import Text
from loaders.forgetting import Forgetting, notes
from loaders.forgetting import forget as forget_person
from queries.results import Ref

Key = Annotated[str, typer.Argument(metavar="KEY", help=say("党员或干部的标识", "the person's key"))]
Everywhere = Annotated[
    bool,
    typer.Option(
        "--everywhere",
        help=say(
            "其他行里的同名文字也划去(可能是重名的人)", "strike the name from all other rows too, namesakes included"
        ),
    ),
]
Listed = Annotated[bool, typer.Option("--list", help=say("列出已有的删除记录", "list the removals so far"))]


def add_to(cli: typer.Typer) -> None:
    """Add this command."""
    cli.command(help=say("删除一个人的全部记录", "remove a person from rows and graph"))(forget)


def forget(key: Key = "", everywhere: Everywhere = False, listed: Listed = False) -> int:
    """Forget a person."""
    if listed == bool(key):
        raise WrongQuestion(
            Text("请给出一个人的标识，或用 --list", "give the key of a person, or --list"),
            Text("例：liangxin forget Member:标识", "e.g. liangxin forget Member:key"),
        )
    settings = read_settings()
    if listed:
        return _list(settings)
    keys = digester(settings)
    with changing(settings) as database, shown(LANGUAGE) as progress:
        done = forget_person(database, keys, key, everywhere=everywhere, progress=progress)
    Shelf(settings.home).clear()  # open pages send their pictures again, without the person
    noting = Cabinet(settings.home).forget((Ref(*person) for person in done.people), done.names)
    _say_done(done)
    _say_left(done, settings)
    for view in noting:
        note_line(
            f"未处理：视图“{view.name}”的名称或备注里有这个名字",
            f"left: the name or a note of the view “{view.name}” has the name",
        )
    return 0


def _list(settings: Settings) -> int:
    with opened(settings) as database:
        found = notes(database)
    columns = {"on": say("日期", "on"), "by": say("经办人", "by"), "rows": say("涉及行数", "rows")}
    print_table(columns, (note.__dict__ for note in found))
    return 0


def _say_done(done: Forgetting) -> None:
    say_line(
        f"已删除：{done.gone} 行台账说的是此人，另有 {done.struck} 行提到，已划去",
        f"removed: {done.gone} rows spoke of the person, who was struck from {done.struck} more",
    )
    if len(done.people) > 1:
        also = "、".join(":".join(person) for person in done.people)
        say_line(f"同一人的几个标识一并删除：{also}", f"removed under all keys of the person: {also}")
    say_line(
        "再导入仍有此人的旧台账时，那几行会被退回：已按要求删除",
        "old ledgers that come again have those rows rejected: removed as asked for",
    )


def _say_left(done: Forgetting, settings: Settings) -> None:
    """What was not reached, as far as it can be known."""
    for where in done.left:
        place = Place(file=where.file, sheet=where.sheet or None, row=where.row)
        note_line(
            f"未处理：{place.say('zh')} 也有这个名字，可能是重名的人；核对后可加 --everywhere",
            f"left: {place.say('en')} has the name too, maybe a namesake's; --everywhere strikes it",
        )
    for path in _backups(settings.home):
        note_line(f"未处理：备份 {path} 可能仍有此人", f"left: the backup {path} may still hold the person")
    for path in _logs(settings.home, done.names):
        note_line(f"未处理：日志 {path} 里有这个名字", f"left: the log {path} has the name")
    note_line(
        "未处理：别处的备份、原来的台账文件、已导出的文件；数据库文件里的旧痕迹要到空间被重新使用才消失",
        "left: backups elsewhere, the ledgers themselves, exported files; traces in the files of the database last "
        "until their space is used again",
    )


def _backups(home: Path) -> list[Path]:
    return sorted(path for path in (home / "backups").rglob("*") if path.is_file())


def _logs(home: Path, names: Set[str]) -> Iterator[Path]:
    for path in sorted([*home.glob("*.log"), *(home / "neo4j" / "logs").glob("*")]):
        if path.is_file() and any(name.encode() in path.read_bytes() for name in names):
            yield path

"""The keys by which ID numbers become digests: liangxin keys status | rotate."""

from __future__ import annotations

import typer

from app.cli.options import opened
from app.cli.output import note_line, say_line
from app.cli.words import LANGUAGE, say
from graph.progress import shown
from graph.settings import Settings, read_settings
from graph.values.digest import Digester, key_file, read_digester
from loaders.keyring import KeyState, digester_of, key_state
from loaders.rotation import rotate as rotate_key

commands = typer.Typer(
    help=say("身份证号的密钥：状态、轮换", "the keys of ID numbers: status, rotate"),
    no_args_is_help=True,
    rich_markup_mode=None,
)

_STATES = {
    "fits": ("与数据库相符", "fits the database"),
    "new": ("数据库里还没有以身份证号识别的人", "nobody in the database is known by ID number yet"),
    "behind": (
        "数据库还停在旧密钥：运行 liangxin keys rotate 补完",
        "the database is still at an older key: liangxin keys rotate completes it",
    ),
    "foreign": (
        "与数据库不符：请恢复与数据库同时备份的 keys 文件夹",
        "does not fit the database: restore the folder keys that was backed up with it",
    ),
    "lost": (
        "密钥文件不见了：请从备份恢复 keys 文件夹，见 docs/privacy.zh.md",
        "the key file is gone: restore the folder keys from your backup, see docs/privacy.md",
    ),
}


def digester(settings: Settings) -> Digester:
    """The digester for reading ledgers. The database is asked only where there is no key yet."""
    found = read_digester(settings.home)
    if found is not None:
        return found
    with opened(settings) as database:
        return digester_of(database, settings.home)


@commands.command(help=say("密钥在哪里，与数据库是否相符", "where the keys are and whether they fit the database"))
def status() -> int:
    """How they are."""
    settings = read_settings()
    with opened(settings) as database:
        known = key_state(database, settings.home)
    told = _STATES[known.state]
    say_line(
        f"密钥文件 {key_file(settings.home)}，{known.keys} 把密钥",
        f"key file {key_file(settings.home)}, {known.keys} keys",
    )
    since = f"{known.since:%Y-%m-%d}" if known.since else ""
    if since:
        say_line(f"上次轮换：{since}", f"last rotated: {since}")
    say_line(f"以身份证号识别的人：{known.people}；{told[0]}", f"people known by ID number: {known.people}; {told[1]}")
    return 0 if _sound(known) else 1


def _sound(known: KeyState) -> bool:
    return known.state in ("fits", "new")


@commands.command(help=say("换一把新密钥，已有的人照样认得出", "change to a new key; known people stay known"))
def rotate() -> int:
    """Rotate."""
    settings = read_settings()
    with opened(settings) as database, shown(LANGUAGE) as progress:
        done = rotate_key(database, settings.home, progress)
    if done.completed:
        say_line(f"已补完上次的轮换：{done.rows} 行", f"completed the rotation begun before: {done.rows} rows")
    else:
        say_line(f"已换新密钥：更新 {done.rows} 行", f"changed to a new key: {done.rows} rows brought up")
    note_line(
        f"请立即备份 {key_file(settings.home)}；旧密钥须一并保留，少了它谁也认不出",
        f"back up {key_file(settings.home)} now; its older keys are needed too, without them nobody is recognised",
    )
    return 0

"""`liangxin`: every command, and the one place where an error becomes one line and exit code 2.

Exit 0: done. 1: done, some rows rejected or waiting. 2: refused or wrong use, one clear line on stderr.
"""

from __future__ import annotations

import sys

import typer

from app.cli import asking, closing, forgetting, keys, ledgers, library, reasons, reviewing, serving, store
from app.cli.words import LANGUAGE, say
from graph.errors import LiangxinError

DONE, PARTLY, REFUSED = 0, 1, 2
_BROKEN_OFF = 130
"""What Typer makes of Ctrl-C."""

cli = typer.Typer(
    name="liangxin",
    help=say("两新图谱：看见没有覆盖到的地方", "Liangxin Graph: see what is not covered"),
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for module in (serving, ledgers, reviewing, library, asking, closing, reasons, forgetting):
    module.add_to(cli)
cli.add_typer(store.commands, name="db")
cli.add_typer(keys.commands, name="keys")


def run(arguments: list[str] | None = None) -> None:
    """The entry point of the `liangxin` command."""
    sys.exit(code(arguments))


def code(arguments: list[str] | None = None) -> int:
    """Run one command; its exit code. Errors for the person go to stderr as one line."""
    try:
        done = int(cli(arguments, prog_name="liangxin", standalone_mode=False) or DONE)
        if done == _BROKEN_OFF:
            raise KeyboardInterrupt
        return done
    except LiangxinError as error:
        return _refuse(error.say(LANGUAGE))
    except (typer.Abort, KeyboardInterrupt):
        return _refuse(
            say("已中断；已写入的部分会在下次运行时补全", "interrupted; the next run completes what was begun")
        )
    except typer.TyperException as error:
        if type(error).__name__ == "NoArgsIsHelpError":
            typer.echo(error)
            return DONE
        return _refuse(say("用法不对：", "wrong use: ") + _wrong_use(error))


def _refuse(line: str) -> int:
    typer.echo(" ".join(line.split()), err=True)
    return REFUSED


def _wrong_use(error: typer.TyperException) -> str:
    """What was wrong with the words of the command. Typer keeps its kinds of wrong use to itself: they go by name."""
    match type(error).__name__:
        case "NoSuchOption":
            name = getattr(error, "option_name", "")
            return say(f"没有选项 {name}", f"no such option {name}")
        case "MissingParameter":
            parameter = getattr(error, "param", None)
            names = getattr(parameter, "opts", [])
            name = names[0] if names and names[0].startswith("-") else getattr(parameter, "metavar", None) or names[0]
            return say(f"缺少 {name}", f"missing {name}")
        case _ if "No such command" in str(error):
            known = ", ".join(sorted(known_commands()))
            return say(f"没有这个命令；可用：{known}", f"no such command; known: {known}")
        case _:
            return str(error)


def known_commands() -> list[str]:
    """The commands there are."""
    return [*(c.name or str(getattr(c.callback, "__name__", "")) for c in cli.registered_commands), "db", "keys"]

"""How long work tells where it is: a bar on a terminal, plain lines elsewhere, always on stderr."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import NamedTuple, TypeVar

from rich.console import Console
from rich.progress import Progress as Bar

from graph.text import Language, Text

T = TypeVar("T")

TOLD_EVERY = 1000
"""Things that go by before it is told again how many."""


class Step(NamedTuple):
    """One thing that is happening; `done` of `total` where it can be counted, else total 0."""

    what: Text
    done: int = 0
    total: int = 0


Progress = Callable[[Step], None]


def silent(step: Step) -> None:
    """Progress that nobody watches."""


def counted(values: Iterable[T], what: Text, total: int, progress: Progress) -> Iterator[T]:
    """`values`, telling as they are gone through how many have gone by; `total` 0: nobody knows how many there are."""
    progress(Step(what, 0, total))
    for done, value in enumerate(values, 1):
        yield value
        if done % TOLD_EVERY == 0 or done == total:
            progress(Step(what, done, total))


@contextmanager
def shown(language: Language) -> Iterator[Progress]:
    """Progress for the person at this command."""
    if sys.stderr.isatty():
        with Bar(console=Console(stderr=True), transient=True) as bar:
            yield _drawn(bar, language)
    else:
        yield _printed(language)


def _drawn(bar: Bar, language: Language) -> Progress:
    task = bar.add_task("", total=None)

    def draw(step: Step) -> None:
        bar.update(task, description=step.what.say(language), completed=step.done, total=step.total or None)

    return draw


def _printed(language: Language) -> Progress:
    last = ""

    def write(step: Step) -> None:
        nonlocal last
        # A line for each tenth: a log should show that it moves, not fill up.
        tenths = f" {step.done * 10 // step.total * 10}%" if step.total else ""
        line = f"{step.what.say(language)}{tenths}"
        if line != last:
            sys.stderr.write(f"{line}\n")
            sys.stderr.flush()
            last = line

    return write

"""The saved view that a scene shows, and what is otherwise than when it was saved."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Since:
    """What changed since a view was saved.

    `new` and `gone` count rows of the answer, None where it has more rows than are listed; then `totals` says how many
    rows there were and are. `new_nodes` are the drawn nodes that new rows speak of, `gone_names` whom the rows spoke of
    that are gone, `lost` what nodes were called that a person had added and that exist no more.
    """

    new: int | None = 0
    gone: int | None = 0
    totals: tuple[int, int] = (0, 0)
    new_nodes: tuple[str, ...] = ()
    gone_names: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()


@dataclass(frozen=True)
class Opened:
    """A view by its name and when it was saved; `since` is None right after saving.

    `replaced`: when another took its place while this one was shown; empty when none did.
    """

    name: str
    saved: str
    since: Since | None = None
    replaced: str = ""

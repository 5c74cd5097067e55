"""One load at a time: a lease in the database, renewed with every step, taken over from a holder that has died.

The lease keeps the number of the last step that was committed. A database that goes away leaves open whether it still
committed; when it is back, the lease tells, and no step is done twice.

All that changes the graph goes through such steps, so here the graph also gets its new revision.
"""

from __future__ import annotations

import platform
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from typing import Any
from uuid import uuid4

import psutil

from graph.connection import Database
from graph.errors import Busy, DatabaseGone
from graph.progress import Progress, silent
from graph.revision import RENEW
from graph.text import Text
from loaders.keyring import refuse_unfinished
from loaders.session import Steps, Transaction
from loaders.waiting import patiently

SECONDS = 120
"""How long a holder on another machine may be silent before its lease is void."""

Holder = dict[str, Any]

_left: set[str] = set()
"""Tokens of loads of this process that could not give their lease back; the process may live on."""


def holder() -> Holder:
    """Who this load is: no two are the same, not even of one process."""
    process = psutil.Process()
    return {"host": platform.node(), "pid": process.pid, "started": process.create_time(), "token": uuid4().hex}


@contextmanager
def leased(database: Database, progress: Progress = silent, *, rotating: bool = False) -> Iterator[Steps]:
    """Steps that each commit once, under the lease; each waits for a database that goes away.

    Raises Busy while a living holder has it, when another has taken it over, and while a rotation of the key that was
    killed waits to be completed: only another rotation (`rotating`) may then work. Raises DatabaseGone when the
    database stays away longer than the settings have a load wait.
    """
    me, numbers = holder(), count(1)

    def step(work: Any) -> Any:
        number = next(numbers)
        done: list[Any] = []

        def held(transaction: Any) -> Any:
            if take(Transaction(transaction), me, number):
                one = Transaction(transaction)
                done[:] = [work(one)]
                if one.wrote:
                    one.run(RENEW)
            return done[0]

        return patiently(lambda: database.write(held), database.wait_seconds, progress)

    def end() -> None:
        try:
            database.write(lambda transaction: give_back(Transaction(transaction), me))
        except DatabaseGone:
            _left.add(me["token"])
            raise

    try:
        step((lambda tx: None) if rotating else refuse_unfinished)
        yield step
    except BaseException:
        with suppress(DatabaseGone):  # what went wrong is to be told, now
            end()
        raise
    else:
        patiently(end, database.wait_seconds, progress)


def take(tx: Transaction, me: Holder, step: int = 1) -> bool:
    """Take the lease with the first step, renew it with each later one.

    False when this very step is committed already: the database went away before it could say so. Raises Busy while a
    living holder has the lease, and in a later step when it is not there any more.
    """
    now = time.time()
    mine = {**me, "renewed": now, "step": step}
    # the first SET locks the node, so that looking and taking are one act
    held = tx.run(
        "MERGE (l:Lease {key: 'load'}) SET l.asked = $now WITH l, properties(l) AS held "
        "SET l += CASE WHEN held.token = $me.token OR held.token IS NULL AND $me.step = 1 THEN $me ELSE {} END "
        "RETURN held",
        me=mine,
        now=now,
    )[0]["held"]
    if held.get("token") == me["token"]:
        return bool(held["step"] != step)
    if step > 1:
        # a load that went on now would write between the steps of another, or into a backup that lacks its first rows
        raise Busy(
            Text(
                "这次导入中断期间，另一次导入接管了数据库，或数据库已恢复为备份",
                "while this load was cut off another took over, or the database was restored from a backup",
            ),
            Text("再导入一次即可", "load once more"),
        )
    if "token" not in held:
        return True
    if _alive(held):
        raise Busy(
            Text(
                f"另一次导入正在进行(机器 {held['host']}，进程 {held['pid']})",
                f"another load is running (machine {held['host']}, process {held['pid']})",
            ),
            Text("等它结束后再试", "try again when it has ended"),
        )
    tx.run("MATCH (l:Lease {key: 'load'}) SET l += $me", me=mine)
    return True


def give_back(tx: Transaction, me: Holder) -> None:
    """End the lease, unless another has taken it over meanwhile."""
    tx.run("MATCH (l:Lease {key: 'load', token: $token}) DELETE l", token=me["token"])


def _alive(held: Holder) -> bool:
    if held["host"] != platform.node():
        return time.time() - float(held["renewed"]) < SECONDS
    try:
        running = psutil.Process(int(held["pid"])).create_time() == held["started"]
    except psutil.NoSuchProcess:
        return False
    return running and held["token"] not in _left

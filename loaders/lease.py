"""One load at a time: a lease in the database, renewed with every step, taken over from a holder that has died."""

from __future__ import annotations

import platform
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import uuid4

import psutil

from graph.connection import Database
from graph.errors import Busy
from graph.text import Text
from loaders.keyring import refuse_unfinished
from loaders.session import Steps, Transaction

SECONDS = 120
"""How long a holder on another machine may be silent before its lease is void."""


Holder = dict[str, str | int | float]


def holder() -> Holder:
    """Who this load is: no two are the same, not even of one process."""
    process = psutil.Process()
    return {"host": platform.node(), "pid": process.pid, "started": process.create_time(), "token": uuid4().hex}


@contextmanager
def leased(database: Database, *, rotating: bool = False) -> Iterator[Steps]:
    """Steps that each commit, under the lease. Raises Busy while a living holder has it, and while a rotation of the
    key that was killed waits to be completed: only another rotation (`rotating`) may then work."""
    me = holder()

    def step(work: Any) -> Any:
        def held(transaction: Any) -> Any:
            one = Transaction(transaction)
            take(one, me)
            return work(one)

        return database.write(held)

    step((lambda tx: None) if rotating else refuse_unfinished)
    try:
        yield step
    finally:
        database.write(lambda transaction: give_back(Transaction(transaction), me))


def take(tx: Transaction, me: Holder) -> None:
    """Take or renew the lease. Raises Busy while a living holder has it."""
    now = time.time()
    # the first SET locks the node, so that looking and taking are one act
    held = tx.run(
        "MERGE (l:Lease {key: 'load'}) SET l.asked = $now WITH l, properties(l) AS held "
        "SET l += CASE WHEN held.token IS NULL OR held.token = $me.token THEN $me ELSE {} END "
        "RETURN held",
        me={**me, "renewed": now},
        now=now,
    )[0]["held"]
    if held.get("token", me["token"]) == me["token"]:
        return
    if _alive(held):
        raise Busy(
            Text(
                f"另一次导入正在进行(机器 {held['host']}，进程 {held['pid']})",
                f"another load is running (machine {held['host']}, process {held['pid']})",
            ),
            Text("等它结束后再试", "try again when it has ended"),
        )
    tx.run("MATCH (l:Lease {key: 'load'}) SET l += $me", me={**me, "renewed": now})


def give_back(tx: Transaction, me: Holder) -> None:
    """End the lease, unless another has taken it over meanwhile."""
    tx.run("MATCH (l:Lease {key: 'load', token: $token}) DELETE l", token=me["token"])


def _alive(held: Holder) -> bool:
    if held["host"] != platform.node():
        return time.time() - float(held["renewed"]) < SECONDS
    try:
        return psutil.Process(int(held["pid"])).create_time() == held["started"]
    except psutil.NoSuchProcess:
        return False

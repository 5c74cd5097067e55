"""One load at a time: a lease in the database, renewed with every step, taken over from a holder that has died."""

from __future__ import annotations

import os
import platform
import time

import psutil

from graph.errors import Busy
from graph.text import Text
from loaders.session import Transaction

SECONDS = 120
"""How long a holder on another machine may be silent before its lease is void."""


def take(tx: Transaction) -> None:
    """Take or renew the lease. Raises Busy while a living holder has it."""
    me = {"host": platform.node(), "pid": os.getpid(), "started": psutil.Process().create_time()}
    # the write lock on the node makes the look and the taking one act
    held = tx.run("MERGE (l:Lease {key: 'load'}) SET l.touched = true RETURN properties(l) AS lease")[0]["lease"]
    if "pid" in held and not _same(held, me) and _alive(held):
        raise Busy(
            Text(
                f"另一次导入正在进行(机器 {held['host']}，进程 {held['pid']})",
                f"another load is running (machine {held['host']}, process {held['pid']})",
            ),
            Text("等它结束后再试", "try again when it has ended"),
        )
    tx.run("MATCH (l:Lease {key: 'load'}) SET l += $me, l.renewed = $now", me=me, now=time.time())


def give_back(tx: Transaction) -> None:
    """End the lease."""
    tx.run("MATCH (l:Lease {key: 'load'}) DELETE l")


def _same(held: dict[str, object], me: dict[str, object]) -> bool:
    return all(held.get(k) == v for k, v in me.items())


def _alive(held: dict[str, object]) -> bool:
    if held["host"] != platform.node():
        return time.time() - float(str(held["renewed"])) < SECONDS
    try:
        return psutil.Process(int(str(held["pid"]))).create_time() == held["started"]
    except psutil.NoSuchProcess:
        return False

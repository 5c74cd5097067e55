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
    # the first SET locks the node, so that looking and taking are one act
    held = tx.run(
        "MERGE (l:Lease {key: 'load'}) SET l.asked = $now WITH l, properties(l) AS held "
        "SET l += CASE WHEN held.pid IS NULL OR (held.host = $me.host AND held.pid = $me.pid) THEN $me ELSE {} END "
        "RETURN held",
        me={**me, "renewed": time.time()},
        now=time.time(),
    )[0]["held"]
    if "pid" not in held or (held["host"], held["pid"]) == (me["host"], me["pid"]):
        return
    if _alive(held):
        raise Busy(
            Text(
                f"另一次导入正在进行(机器 {held['host']}，进程 {held['pid']})",
                f"another load is running (machine {held['host']}, process {held['pid']})",
            ),
            Text("等它结束后再试", "try again when it has ended"),
        )
    tx.run("MATCH (l:Lease {key: 'load'}) SET l += $me", me={**me, "renewed": time.time()})


def give_back(tx: Transaction) -> None:
    """End the lease."""
    tx.run("MATCH (l:Lease {key: 'load'}) DELETE l")


def _alive(held: dict[str, object]) -> bool:
    if held["host"] != platform.node():
        return time.time() - float(str(held["renewed"])) < SECONDS
    try:
        return psutil.Process(int(str(held["pid"]))).create_time() == held["started"]
    except psutil.NoSuchProcess:
        return False

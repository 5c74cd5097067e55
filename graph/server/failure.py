"""Why Neo4j's programs failed, read from what they printed."""

from __future__ import annotations

import re
from pathlib import Path

TAIL_BYTES = 65_536
NOISE = re.compile(r"^(WARNING:|\s*at |\s*\.\.\. \d+ more|-+$|Command Failed$)|^[#\s]*$")
CAUSE = re.compile(r"^Caused by: [\w.$]+: (.+)")


def tail(log: Path) -> list[str]:
    """The last lines of a log; none when there is no log."""
    try:
        with log.open("rb") as file:
            file.seek(max(0, log.stat().st_size - TAIL_BYTES))
            return file.read().decode("utf-8", errors="replace").splitlines()
    except FileNotFoundError:
        return []


def reason_in(lines: list[str]) -> str:
    """The innermost cause of a Java stack trace; without one the last lines that say something."""
    causes = [found[1] for line in lines if (found := CAUSE.match(line))]
    if causes:
        return causes[-1].strip()
    telling = dict.fromkeys(line.strip("# ") for line in lines if not NOISE.match(line))
    return "; ".join(list(telling)[-3:]) or "no output"


def port_was_taken(lines: list[str]) -> bool:
    """Whether a server failed because another process had its port."""
    return any("PortBindException" in line for line in lines)

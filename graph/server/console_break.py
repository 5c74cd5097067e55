"""Ctrl-C for a Windows process in a console of its own: `python console_break.py PID`. Nothing elsewhere.

It must run as a process of its own, since one process can be attached to one console only.
"""

from __future__ import annotations

import sys


def main(pid: int) -> int:
    """Attach to the console of `pid` and send Ctrl-C there; 0 when it was sent."""
    if sys.platform == "win32":
        import ctypes

        kernel = ctypes.windll.kernel32
        kernel.FreeConsole()
        if not kernel.AttachConsole(pid):
            return 1
        kernel.SetConsoleCtrlHandler(None, True)  # not for ourselves
        return 0 if kernel.GenerateConsoleCtrlEvent(0, 0) else 1
    return 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))

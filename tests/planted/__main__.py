"""`python -m tests.planted [FILE …]`: plant each fault, see it caught, and write docs/planted-faults.md."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.planted.page import PAGE, page
from tests.planted.planting import catching, copied, faults


def main(files: list[str]) -> int:
    """1 where a fault goes uncaught. The page is written when all were planted."""
    caught: dict[str, str] = {}
    chosen = [fault for fault in faults() if not files or fault.file in files]
    with tempfile.TemporaryDirectory(prefix="planted-") as folder:
        copy = copied(Path(folder))
        for fault in chosen:
            test = catching(fault, copy)
            sys.stdout.write(f"{fault.file}: {test or 'NOT CAUGHT'}\n")
            sys.stdout.flush()
            if test:
                caught[fault.file] = test
    if len(caught) < len(chosen):
        return 1
    if not files:
        PAGE.write_text(page(caught), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

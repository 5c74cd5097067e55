"""Planting one fault in a copy of the product, and asking its tests."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from graph.declaration import Declared, Words, declare, read_yaml
from queries.catalog import CYPHER

FAULTS = Path(__file__).with_name("faults.yaml")
ROOT = Path(__file__).resolve().parents[2]
COPIED = ("graph", "loaders", "app", "queries", "tests", "docs", "pyproject.toml")
_FAILED = re.compile(r"^FAILED \S+?::(\S+)", re.MULTILINE)


class Fault(Declared):
    """A fault of a Cypher file, what it would do to answers, and the tests that must catch it."""

    file: str
    tells: Words
    find: str
    put: str
    caught_by: str

    @property
    def path(self) -> str:
        """The file, from the folder of the Cypher."""
        return f"{self.file}.cypher"


def faults() -> list[Fault]:
    """All of them, as declared."""
    return [declare(Fault, fault, FAULTS.name) for fault in read_yaml(FAULTS)]


def copied(folder: Path) -> Path:
    """A copy of the product to plant in."""
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy2(source, folder / name)
    return folder


def catching(fault: Fault, copy: Path) -> str | None:
    """The first test that fails once the fault is planted in the copy, which is then mended; None where none does."""
    file = copy / CYPHER.relative_to(ROOT) / fault.path
    sound = file.read_text(encoding="utf-8")
    file.write_text(sound.replace(fault.find, fault.put), encoding="utf-8")
    try:
        command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", fault.caught_by]
        environment = {**os.environ, "PYTHONPATH": str(copy)}
        told = subprocess.run(
            command, cwd=copy, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
        )
    finally:
        file.write_text(sound, encoding="utf-8")
    failed = _FAILED.search(told.stdout)
    if told.returncode not in (0, 1) or (told.returncode and not failed):
        raise RuntimeError(f"{fault.file}: the tests did not run\n{told.stdout[-4000:]}\n{told.stderr[-2000:]}")
    return failed[1] if failed else None

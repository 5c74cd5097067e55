"""A zone of a few firms in the tests' database, for the stories that change what is loaded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from graph.connection import Database
from loaders import apply
from loaders.keyring import digester_of
from loaders.reading import read_ledger
from loaders.sources import read_source
from tests.ledgers import ENTERPRISES, table

SEPTEMBER, OCTOBER = date(2026, 9, 30), date(2026, 10, 31)
SCOPE = "测试园区"
ALPHA, BETA, GAMMA = "91990000MA0000001B", "91990000MA0000002E", "91990000MA0000003C"

FIRMS: list[list[Any]] = [
    ["岚川佳科技有限公司", ALPHA, 50, "正常经营", "一号路1号", "G1"],
    ["岚川佳科技发展有限公司", BETA, 20, "正常经营", "二号路2号", "G1"],
    ["佳科技(岚川)有限公司", GAMMA, 20, "正常经营", "三号路3号", "G1"],
]


@dataclass(frozen=True)
class Zone:
    """The database, where the page keeps its own things, where ledgers are written, and where the page answers."""

    database: Database
    home: Path
    desk: Path
    address: str

    def load(self, path: Path, as_of: date, *, full: bool = False, scope: str = SCOPE) -> str:
        """Load a ledger as if somebody had before; the load's id."""
        digester = digester_of(self.database, self.home)
        ledger = read_ledger(read_source(path), digester, kind=None, scope=scope, as_of=as_of, full=full)
        return apply.load(self.database, ledger).load.id

    def firms(self, name: str = "企业台账2026-09-30.xlsx", as_of: date = SEPTEMBER) -> str:
        """Load the three firms, in full."""
        return self.load(table(self.desk / name, ENTERPRISES, FIRMS), as_of, full=True)

    def staff(self, firm: str = ALPHA) -> int | None:
        """How many people a firm employs now, as the graph has it."""
        found = self.database.read(
            "MATCH (s:SurveyRecord {until: date('9999-12-31')})-[:DESCRIBES]->(e:Enterprise {key: $key}) "
            "RETURN s.staff AS staff",
            {"key": firm},
        )
        return found[0]["staff"] if found else None

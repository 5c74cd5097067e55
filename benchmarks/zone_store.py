"""Nodes and edges as files for Neo4j's bulk importer, headings from the schema, and a store made of them.

What is written is what the loaders would have derived: labels, keys, properties, edges with `since` and `until`. The
words a node is searched by are left out: no question reads them.
"""

from __future__ import annotations

import time
from io import TextIOWrapper
from pathlib import Path

from graph.branch_places import MARK_ALL
from graph.connection import Database
from graph.constraints import schema_statements
from graph.model import model
from graph.server.home import Home
from graph.server.neo4j_admin import administer
from graph.server.releases import RELEASES
from graph.settings import Settings

OPEN = "9999-12-31"
UNUSED_PORT = 7687
"""The importer reads the configuration and never listens."""
INDEX_SECONDS = 1800

_TYPES = {"text": "string", "choice": "string", "bool": "boolean", "point": "point{crs:WGS-84}"}
_EVIDENCE = {"as": "string", "by": "string", "mention": "int", "called": "string"}

Value = str | int | float | bool | None


class ZoneFiles:
    """One CSV for each node type and each edge type; nodes are known by the number that `node` gives."""

    def __init__(self, folder: Path, columns: dict[str, tuple[str, ...]]) -> None:
        """`columns` are the properties written of each node type, in the order in which `node` takes them."""
        self.folder, self.columns = folder, columns
        self.nodes: dict[str, TextIOWrapper] = {}
        self.edges: dict[str, TextIOWrapper] = {}
        self.counts = {"nodes": 0, "edges": 0}

    def node(self, label: str, key: str, *values: Value) -> int:
        """Write a node. Returns its number."""
        file = self.nodes.get(label) or self._nodes(label)
        number = self.counts["nodes"]
        self.counts["nodes"] = number + 1
        file.write(f"{number},{key},{','.join(map(_text, values))}\n" if values else f"{number},{key}\n")
        return number

    def edge(self, name: str, source: int, target: int, since: str, until: str = OPEN) -> None:
        """Write a dated edge."""
        file = self.edges.get(name) or self._edges(name, ":START_ID,:END_ID,since:date,until:date")
        self.counts["edges"] += 1
        file.write(f"{source},{target},{since},{until}\n")

    def evidence(self, row: int, target: int, kind: str, name: str) -> None:
        """Write that a ledger row states a node, which it calls by its name and a code."""
        heading = ",".join(f"{column}:{typed}" for column, typed in _EVIDENCE.items())
        file = self.edges.get("STATES") or self._edges("STATES", f":START_ID,:END_ID,{heading}")
        self.counts["edges"] += 1
        file.write(f"{row},{target},{kind}|{name},code,0,{name}\n")

    def link(self, name: str, source: int, target: int) -> None:
        """Write an edge that has no properties."""
        file = self.edges.get(name) or self._edges(name, ":START_ID,:END_ID")
        self.counts["edges"] += 1
        file.write(f"{source},{target}\n")

    def close(self) -> None:
        """Finish the files."""
        for file in (*self.nodes.values(), *self.edges.values()):
            file.close()

    def arguments(self) -> list[str]:
        """What to tell the importer of the files."""
        nodes = [f"--nodes={_labels(label)}={file.name}" for label, file in self.nodes.items()]
        return [*nodes, *(f"--relationships={name}={file.name}" for name, file in self.edges.items())]

    def _nodes(self, label: str) -> TextIOWrapper:
        declared = model()[label].properties
        typed = {name: declared[name].type for name in self.columns[label] if name in declared}
        words = [f"{name}:{_typed(typed.get(name, 'date'))}" for name in self.columns[label]]
        file = self.nodes[label] = self._open(label, ",".join((":ID", "key:string", *words)))
        return file

    def _edges(self, name: str, heading: str) -> TextIOWrapper:
        file = self.edges[name] = self._open(name, heading)
        return file

    def _open(self, name: str, heading: str) -> TextIOWrapper:
        file = (self.folder / f"{name}.csv").open("w", encoding="utf-8", buffering=1 << 20)
        file.write(heading + "\n")
        return file


def import_store(settings: Settings, files: ZoneFiles) -> None:
    """Make the store of a home whose server has never run."""
    home = Home(settings.home)
    home.make()
    home.configure(settings, RELEASES[settings.neo4j_version], UNUSED_PORT)
    administer(
        settings, home, "database", "import", "full", "neo4j", "--overwrite-destination", "--id-type=integer",
        f"--report-file={files.folder / 'import.report'}", *files.arguments(),
    )  # fmt: skip


def index_store(database: Database) -> float:
    """Have all constraints and indexes of the schema. Returns how many seconds that took."""
    started = time.perf_counter()
    database.write(lambda transaction: transaction.run(MARK_ALL).consume())
    for statement in schema_statements(model()).values():
        database.run_schema(statement)
    database.run_schema(f"CALL db.awaitIndexes({INDEX_SECONDS})")
    return time.perf_counter() - started


def _labels(label: str) -> str:
    """The labels of a node as the loaders give them: its type, and what sort of thing that is."""
    if model()[label].bookkeeping:
        return label
    return f"{label}:Record" if model()[label].record_of else f"{label}:Entity"


def _typed(declared: str) -> str:
    return _TYPES.get(declared, declared)


def _text(value: Value) -> str:
    if value is None:
        return ""
    if value is True or value is False:
        return "true" if value else "false"
    return str(value)

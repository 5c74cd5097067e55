"""A zone drawn by hand, created by a few statements; dates open unless said."""

from __future__ import annotations

from datetime import date
from typing import Any, Self

from neo4j.spatial import WGS84Point

from graph.branch_places import MARK_ALL
from graph.connection import Database
from queries.results import OPEN

BEGIN = date(2026, 1, 1)
Span = tuple[date, date]
ALWAYS: Span = (BEGIN, OPEN)

HERE = (118.0, 28.4)
"""Longitude and latitude."""

_METRE = 0.00000900
"""In degrees of latitude."""

CREATE_NODES = "UNWIND $nodes AS node CREATE (n:$(node.labels)) SET n = node.properties"
CREATE_EDGES = """
UNWIND $edges AS edge MATCH (a {key: edge.source}) MATCH (b {key: edge.target})
CREATE (a)-[r:$(edge.name)]->(b) SET r = edge.properties RETURN count(*) AS made
"""


def north(metres: float) -> tuple[float, float]:
    """So many metres north of HERE."""
    return (HERE[0], HERE[1] + metres * _METRE)


class Zone:
    """Nodes and edges of a test's own zone; drawn when the test first asks for the database."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._nodes: list[dict[str, Any]] = []
        self._edges: list[dict[str, Any]] = []

    @property
    def database(self) -> Database:
        """The database with everything drawn so far."""
        nodes, edges = self._nodes, self._edges
        self._nodes, self._edges = [], []
        self._database.write(lambda transaction: transaction.run(CREATE_NODES, nodes=nodes).consume())
        made = self._database.write(lambda transaction: transaction.run(CREATE_EDGES, edges=edges).single(strict=True))
        self._database.write(lambda transaction: transaction.run(MARK_ALL).consume())
        assert made["made"] == len(edges), "an edge names a node that is not drawn"
        return self._database

    def node(self, kind: str, key: str, *, at_point: tuple[float, float] | None = None, **properties: Any) -> Self:
        """One business node, named by its key unless said, at longitude and latitude."""
        given = {"key": key, "name": key, **properties}
        if at_point is not None:
            given["centre" if kind == "GridCell" else "location"] = WGS84Point(at_point)
        self._nodes.append({"labels": [kind, "Entity"], "properties": given})
        return self

    def edge(self, source: str, name: str, target: str, /, span: Span = ALWAYS, **properties: Any) -> Self:
        """One dated edge between two nodes by key."""
        dated = {"since": span[0], "until": span[1], **properties}
        self._edges.append({"source": source, "name": name, "target": target, "properties": dated})
        return self

    def event(self, source: str, name: str, target: str, **properties: Any) -> Self:
        """One edge without dates."""
        self._edges.append({"source": source, "name": name, "target": target, "properties": properties})
        return self

    def record(self, kind: str, subject: str, span: Span = ALWAYS, **properties: Any) -> Self:
        """One period record of a subject."""
        key = f"{subject}#{span[0]}"
        given = {"key": key, "since": span[0], "until": span[1], **properties}
        self._nodes.append({"labels": [kind, "Record"], "properties": given})
        return self.edge(key, "DESCRIBES", subject, span)

    def row(
        self, subject: str, number: int, as_of: date, link: str = "STATES", called: str = "", **properties: Any
    ) -> Self:
        """A ledger row, accepted unless said, that states or names a node, by a name (`Type|name`) if given."""
        given = {"key": f"{as_of}/{number}", "file": "台账.xlsx", "sheet": "表1", "row": number, "as_of": as_of}
        given |= {"kind": "k", "state": "accepted", **properties}
        self._nodes.append({"labels": ["LedgerRow"], "properties": given})
        return self.event(str(given["key"]), link, subject, **({"as": called} if called else {}))

    def full_load(self, kind: str, as_of: date, scope: str = "zone") -> Self:
        """A ledger of the kind in full; rows are of it by their `load`, the key `<kind> <as of>`."""
        given = {"key": f"{kind} {as_of}", "kind": kind, "scope": scope, "as_of": as_of, "full": True}
        self._nodes.append({"labels": ["Load"], "properties": given})
        return self

    def firm(self, key: str, state: str | None = "operating", span: Span = ALWAYS, **properties: Any) -> Self:
        """A private firm, surveyed as operating unless said."""
        self.node("Enterprise", key, **{"ownership": "private", **properties})
        return self.record("SurveyRecord", key, span, operating_state=state) if state else self

    def branch(
        self,
        key: str,
        *covered: str,
        formation: str | None = None,
        level: str = "branch",
        span: Span = ALWAYS,
        **properties: Any,
    ) -> Self:
        """An enterprise branch that covers these firms."""
        self.node("Branch", key, **{"side": "enterprise", **properties})
        self.record("BranchRecord", key, level=level, **({"formation": formation} if formation else {}))
        for firm in covered:
            self.edge(key, "COVERS", firm, span)
        return self

    def members(self, firm: str, branch: str, formal: int = 0, probationary: int = 0, **properties: Any) -> Self:
        """So many members who work at the firm and belong to the branch."""
        for standing, number in (("formal", formal), ("probationary", probationary)):
            for i in range(number):
                self.member(f"{firm}-{branch}-{standing}-{i}", firm, branch, standing, **properties)
        return self

    def member(
        self,
        key: str,
        firm: str | None,
        branch: str | None,
        standing: str | None,
        works: Span = ALWAYS,
        belongs: Span = ALWAYS,
        **properties: Any,
    ) -> Self:
        """One member; None leaves out where the person works, belongs or what the record says."""
        self.node("Member", key, **properties)
        if standing:
            self.record("MemberRecord", key, standing=standing)
        if firm:
            self.edge(key, "WORKS_AT", firm, works)
        if branch:
            self.edge(key, "BELONGS_TO", branch, belongs)
        return self

    def holding(self, key: str = "holding") -> Self:
        """A holding branch under the zone's committee, beside a branch that covers some other firm."""
        self.node("Branch", "committee", side="enterprise").record("BranchRecord", "committee", level="committee")
        self.firm("beside-firm", state=None).branch("beside", "beside-firm").edge("beside", "UNDER", "committee")
        return self.branch(key, formation="holding").edge(key, "UNDER", "committee")

    def site(
        self,
        firm: str,
        at_point: tuple[float, float] | None = None,
        cell: str | None = None,
        key: str | None = None,
        span: Span = ALWAYS,
    ) -> Self:
        """A site of the firm, `<firm>-site` unless said, at longitude and latitude or in a cell or both."""
        key = key or f"{firm}-site"
        self.node("Site", key, name=None, address=f"{key} 路", at_point=at_point).edge(key, "OF", firm, span)
        return self.edge(key, "IN_GRID", cell) if cell else self

    def cell(
        self,
        key: str,
        at_point: tuple[float, float] | None = None,
        area: str | None = None,
        township: str | None = None,
    ) -> Self:
        """A grid cell; its area and township must exist."""
        self.node("GridCell", key, code=key, at_point=at_point)
        if area:
            self.edge(key, "PART_OF", area)
        return self.edge(key, "IN", township) if township else self

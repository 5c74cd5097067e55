"""Why, put together: each verdict on a node with its path, and from which cells node and path come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.converters.traces import stating, stating_end
from graph.connection import Database
from graph.text import Language
from loaders.entries import Traces
from loaders.trace import trace
from queries.evidence import Reason, reason
from queries.node import Card
from queries.results import PictureEdge


@dataclass(frozen=True)
class Reasoned:
    """What is known of a node, the reasons of those verdicts that need one, and the traces of all of it."""

    card: Card
    reasons: Sequence[Reason]
    traces: Traces


def reasoned(database: Database, card: Card, at: date, language: Language, edges_traced: int) -> Reasoned:
    """The reasons of every verdict that fails, cannot be told, or lists the node; at most so many edges are traced."""
    spoken = [v for v in card.verdicts if v.in_full]
    reasons = [reason(database, card.ref, verdict, at, language) for verdict in spoken]
    paths = [edge_subject(edge)[0] for found in reasons for edge in found.path.edges]
    stated = [stating(card.ref, edge)[0] for edge in card.edges[:edges_traced]]
    traces = trace(database, [(card.ref.type, card.ref.key), *stated, *paths], at)
    return Reasoned(card, reasons, traces)


def edge_subject(edge: PictureEdge) -> tuple[tuple[str, str], str, tuple[str, str]]:
    """The subject whose rows state an edge of a path, the slot it has there, and its other end."""
    return stating_end((edge.source.type, edge.source.key), edge.name, (edge.target.type, edge.target.key))

"""What the nodes of changes are called, people masked: by what a preview knows of them, else by the graph."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from graph.connection import Database
from graph.model import model
from loaders.diff import Change
from loaders.facts import Key
from queries.lookup import nodes
from queries.results import Ref


def captions_of(
    database: Database, changes: Iterable[Change], told: Mapping[Key, str] | None = None, also: Iterable[Key] = ()
) -> dict[Key, str]:
    """Captions of all that the changes speak of, and of `also`. `told`: names that are known already, in clear."""
    captions = {key: model()[key[0]].masked(name) for key, name in (told or {}).items()}
    wanted = {key for change in changes for key in (change.subject, change.other) if key is not None} | set(also)
    known = nodes(database, [Ref(*key) for key in sorted(wanted - captions.keys())])
    return captions | {(ref.type, ref.key): node.caption for ref, node in known.items()}

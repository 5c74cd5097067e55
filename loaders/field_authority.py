"""The authority a zone sets for single fields: kept in the database with its reason, for all who ask to see."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from graph.connection import Database
from graph.errors import WrongQuestion
from graph.model import model
from graph.progress import Progress, silent
from graph.text import Text
from graph.writing import stale_all
from loaders.authority import authority_kept
from loaders.diff import Changes
from loaders.kinds import authorities
from loaders.lease import leased
from loaders.session import Transaction
from loaders.work import bring_up


@dataclass(frozen=True)
class FieldAuthority:
    """What a zone has set for one field (`Type.slot`): the kinds it trusts, the most trusted first, and why."""

    field: str
    kinds: tuple[str, ...]
    reason: str


def field_authorities(database: Database) -> list[FieldAuthority]:
    """All that the zone has set, by field."""
    rows = database.read(
        "MATCH (a:Authority) RETURN a.key AS field, a.kinds AS kinds, a.reason AS reason ORDER BY field"
    )
    return [FieldAuthority(row["field"], tuple(row["kinds"]), row["reason"] or "") for row in rows]


def set_field_authority(database: Database, chosen: FieldAuthority, progress: Progress = silent) -> Changes:
    """Trust these kinds for a field from now on (no kinds: as each kind's own number says), at every date.

    What is shown follows at once: the subjects concerned are derived anew. Returns what changed. Raises WrongQuestion
    for an unknown field or kind, Busy while a load runs.
    """
    node_type, _, slot = chosen.field.partition(".")
    _check(node_type, slot, chosen.kinds)
    changed = Changes()
    with leased(database, progress) as step:
        step(partial(_keep, chosen=chosen, mark=stale_all(node_type)))
        bring_up(step, step(authority_kept), changed, progress)
    return changed


def _check(node_type: str, slot: str, kinds: tuple[str, ...]) -> None:
    known = authorities()
    slots = {*model().slots(node_type), *(n for _, n, _, _ in model().arrows)} if node_type in model().types else ()
    if slot not in slots:
        raise WrongQuestion(
            Text(f"没有“{node_type}.{slot}”这一项", f"there is no field “{node_type}.{slot}”"),
            Text("写成 类型.项，如 Enterprise.staff；见 docs/model.md", "write Type.field; see docs/model.md"),
        )
    if unknown := [kind for kind in kinds if kind not in known]:
        raise WrongQuestion(
            Text(f"没有台账种类 {unknown[0]}", f"there is no ledger kind {unknown[0]}"),
            Text(f"可选：{'、'.join(sorted(known))}", f"choose from: {', '.join(sorted(known))}"),
        )


def _keep(tx: Transaction, chosen: FieldAuthority, mark: str) -> None:
    if chosen.kinds:
        kept = {"kinds": list(chosen.kinds), "reason": chosen.reason}
        tx.run("MERGE (a:Authority {key: $field}) SET a += $kept", field=chosen.field, kept=kept)
    else:
        tx.run("MATCH (a:Authority {key: $field}) DELETE a", field=chosen.field)
    tx.run(mark)

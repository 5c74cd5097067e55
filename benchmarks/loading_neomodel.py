"""The same graph of a registry by neomodel, an object at a time: save the row, save the firm, connect them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from neo4j import Driver
from neomodel import RelationshipTo, StructuredNode, StructuredRel, db
from neomodel.properties import Property

from benchmarks import loading_rows
from benchmarks.loading_raw import load_properties
from loaders.ledger import Load


class _Value(Property[Any]):
    """A value kept as the driver takes it; neomodel's own dates are texts."""

    def inflate(self, value: Any, rethrow: bool = False) -> Any:
        return value

    def deflate(self, value: Any, rethrow: bool = False) -> Any:
        return value


class _States(StructuredRel):
    named = _Value(db_property="as")
    by, mention, called = _Value(), _Value(), _Value()


class _Load(StructuredNode):
    __label__ = "Load"
    key = _Value(unique_index=True)
    file, kind, scope, as_of = _Value(), _Value(), _Value(), _Value()
    full, state, rows_in = _Value(), _Value(), _Value()


class _Entity(StructuredNode):
    __label__ = "Entity"
    key = _Value(unique_index=True)


class _Enterprise(_Entity):
    __label__ = "Enterprise"
    name, uscc, uscc_state, registered_on, ownership = _Value(), _Value(), _Value(), _Value(), _Value()
    registered_capital, business_scope, registered_place, search_keys = _Value(), _Value(), _Value(), _Value()


class _LedgerRow(StructuredNode):
    __label__ = "LedgerRow"
    key = _Value(unique_index=True)
    row, mentions, statements, cells = _Value(), _Value(), _Value(), _Value()
    load, kind, scope, as_of, file, sheet = _Value(), _Value(), _Value(), _Value(), _Value(), _Value()
    state, rejected, faults, notes = _Value(), _Value(), _Value(), _Value()
    in_load = RelationshipTo("_Load", "IN_LOAD")
    states = RelationshipTo("_Enterprise", "STATES", model=_States)


def load_registry(driver: Driver, path: Path, load: Load) -> None:
    """File → graph, a registry."""
    db.set_connection(driver=driver)
    common, number = loading_rows.common(load), 0
    kept = _Load(key=load.id).save()
    for told in loading_rows.registry(path, load):
        row = _LedgerRow(**told["row"], **common).save()
        firm = _Enterprise(**told["firm"]).save()
        row.in_load.connect(kept)
        link = dict(told["states"])
        row.states.connect(firm, {"named": link.pop("as"), **link})
        number += 1
    for name, value in load_properties(load, number).items():
        setattr(kept, name, value)
    kept.save()

"""Typed answers on who works with whom: along supply chains, through organ branches and projects, and in clusters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from graph.connection import Database
from queries.ask import ask
from queries.typed import typed


@dataclass(frozen=True)
class SupplyChainBranches:
    """Two enterprise branches, firms of the first supplying firms of the second; `cooperating` says by what they do."""

    supplier_branch: str
    supplier_branch_name: str
    buyer_branch: str
    buyer_branch_name: str
    supplies: int
    ties: str
    cooperating: Literal["none", "organ", "project", "activity"]
    suppliers: tuple[str, ...]
    buyers: tuple[str, ...]


@dataclass(frozen=True)
class CooperationChain:
    """A chain of two steps as words, then the keys of what it passes; `lacks` is the step that is missing."""

    kind: Literal["organ", "project", "supply"]
    from_name: str
    first_tie: Literal["paired", "gives", "supplies", "buys"]
    first_what: str | None
    middle_name: str
    second_tie: Literal["paired", "built_by", "covered_by"]
    second_what: str | None
    to_name: str
    lacks: Literal["project", "cover", "pair", "nothing"]
    firm: str | None
    own_branch: str | None
    middle_firm: str | None
    middle_branch: str | None
    project: str | None
    last_branch: str
    pairs: tuple[str, ...]


@dataclass(frozen=True)
class Cluster:
    """Operating firms held together by ties, called by the smallest of their keys, with the ties counted and named."""

    cluster: str
    name: str
    firms: int
    covered: int
    branches: int
    organs: int
    supplies: int
    officers: int
    areas: str | None
    firm_keys: tuple[str, ...]
    branch_keys: tuple[str, ...]
    organ_keys: tuple[str, ...]
    pair_keys: tuple[str, ...]
    officer_keys: tuple[str, ...]
    uncovered: tuple[str, ...]
    unpaired: tuple[str, ...]


@dataclass(frozen=True)
class CoBuildingProject:
    """A co-building project; `given` and `built` are words, `total` is in yuan, None where no sum is told."""

    project: str
    name: str
    village: str | None
    village_name: str | None
    given: str | None
    total: float | None
    built: str | None
    pair: str | None
    state: Literal["building", "finished", "unknown"]
    started_on: date | None
    finished_on: date | None
    lacks: Literal["nothing", "builder", "giver", "pair"]
    givers: tuple[str, ...]
    builders: tuple[str, ...]


def supply_chain_branches(
    db: Database, at: date, which: Literal["open", "all"] = "open", limit: int = 200
) -> tuple[SupplyChainBranches, ...]:
    """同产业链可联建的企业党组织 at a date, most ties first. Raises as `ask` does."""
    return typed(SupplyChainBranches, ask(db, "supply-chain-branches", at, {"list": which}, limit))


def cooperation_chains(
    db: Database, at: date, settings: Mapping[str, str | object] | None = None, limit: int = 200
) -> tuple[CooperationChain, ...]:
    """合作链 at a date, by kind; `settings` as its parameters. Raises as `ask` does."""
    return typed(CooperationChain, ask(db, "cooperation-chains", at, settings, limit))


def clusters(
    db: Database, at: date, settings: Mapping[str, str | object] | None = None, limit: int = 200
) -> tuple[Cluster, ...]:
    """企业群 at a date, largest first; `settings` as its parameters. Raises as `ask` does."""
    return typed(Cluster, ask(db, "clusters", at, settings, limit))


def projects_by_giver_and_builder(
    db: Database, at: date, state: Literal["all", "building", "finished", "unknown"] = "all", limit: int = 200
) -> tuple[CoBuildingProject, ...]:
    """联建项目 at a date, by state. Raises as `ask` does."""
    return typed(CoBuildingProject, ask(db, "projects-by-giver-and-builder", at, {"state": state}, limit))

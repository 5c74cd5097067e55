"""Typed answers on co-building pairs: how each stands, who has several, who has none, and who could pair with whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from graph.connection import Database
from queries.ask import ask
from queries.typed import typed

Side = Literal["enterprise", "organ"]
PairState = Literal["active", "idle", "expired", "one_sided", "ended"]


@dataclass(frozen=True)
class Pair:
    """A co-building pair as it stands on the day. Its branches are those that stand, or last stood, on each side.

    `lacks` and `why_lacking` are told for a one-sided pair only. `days_quiet` counts from the last activity, else from
    signing. `activities` are of the half-year, `meetings` of the year; None where nothing is agreed. `stated` is what
    the ledger calls it, undated.
    """

    pair: str
    organ: str | None
    organ_name: str | None
    enterprise: str | None
    enterprise_name: str | None
    state: PairState
    needs_action: Literal["act", "fine"]
    lacks: Literal["organ", "enterprise", "both"] | None
    why_lacking: Literal["missing", "dissolved", "ended"] | None
    last_activity: date | None
    days_quiet: int | None
    activities: int
    activities_agreed: int | None
    meetings: int
    meetings_agreed: int | None
    signed_on: date | None
    runs_until: date | None
    stated: Literal["active", "idle", "ended"] | None


@dataclass(frozen=True)
class SeveralPairs:
    """A branch paired with two or more others at once; `idle` of its pairs have had no activity for too long."""

    branch: str
    name: str
    side: Side
    partners: int
    idle: int
    kept_up: Literal["all", "some"]
    partner_names: str
    partner_branches: tuple[str, ...]
    pairs: tuple[str, ...]
    idle_pairs: tuple[str, ...]


@dataclass(frozen=True)
class FreeOrganBranch:
    """An organ branch without a pair and one enterprise branch it could pair with, or none (`branch` None).

    `score` counts which of the five flags after it hold. `metres` is the straight line; where it is not known,
    `matched` says whether the two meet in a cell, an area or a township.
    """

    organ: str
    organ_name: str
    branch: str | None
    branch_name: str | None
    score: int | None
    near: bool | None
    unpaired: bool | None
    below_three: bool | None
    inactive: bool | None
    few_members: bool | None
    members: int | None
    matched: Literal["distance", "cell", "area", "township", "none"] | None
    metres: float | None
    place_name: str | None
    approximate: bool | None
    department: str | None


@dataclass(frozen=True)
class UnpairedBranch:
    """A branch of either side without a co-building pair."""

    branch: str
    name: str
    side: Side
    firms: int
    department: str | None


def unpaired_branches(
    db: Database, at: date, side: Literal["all", "enterprise", "organ"] = "all", limit: int = 200
) -> tuple[UnpairedBranch, ...]:
    """未结对党组织 at a date, enterprise side first. Raises as `ask` does."""
    return typed(UnpairedBranch, ask(db, "unpaired-branches", at, {"side": side}, limit))


def pairs(
    db: Database, at: date, which: Literal["all", "action"] | PairState = "all", limit: int = 200
) -> tuple[Pair, ...]:
    """结对共建情况 at a date, those to act on first. Raises as `ask` does."""
    return typed(Pair, ask(db, "pairs", at, {"list": which}, limit))


def several_pairs(
    db: Database, at: date, side: Literal["all", "enterprise", "organ"] = "all", limit: int = 200
) -> tuple[SeveralPairs, ...]:
    """一对多结对 at a date, most partners first. Raises as `ask` does."""
    return typed(SeveralPairs, ask(db, "several-pairs", at, {"side": side}, limit))


def free_organ_branches(
    db: Database, at: date, settings: Mapping[str, str | object] | None = None, limit: int = 200
) -> tuple[FreeOrganBranch, ...]:
    """可结对的机关党组织 with the enterprise branches most in need, best first. Raises as `ask` does."""
    return typed(FreeOrganBranch, ask(db, "free-organ-branches", at, settings, limit))

"""Typed answers on firms without an organisation: the large ones, where to recruit, and the reasons given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from graph.connection import Database
from queries.ask import ask
from queries.typed import typed


@dataclass(frozen=True)
class LargeUnbuilt:
    """A firm above scale or with many staff that no branch covers."""

    firm: str
    name: str
    staff: int | None
    above_scale: bool | None
    formal: int
    probationary: int
    elsewhere: int
    reason: str | None
    area: str | None
    cell: str | None


@dataclass(frozen=True)
class NoApplicants:
    """A firm of some size without members; `applicants` tells none from not stated."""

    firm: str
    name: str
    staff: int
    applicants: Literal["none", "unknown"]
    area: str | None
    cell: str | None


@dataclass(frozen=True)
class UnbuiltReasons:
    """A reason for no organisation, with the firms that gave it; `share` in per cent of those without one."""

    reason: str | None
    state: Literal["stated", "none", "unstated"]
    count: int
    share: float
    with_members: int
    firms: tuple[str, ...]


def large_unbuilt(
    db: Database, at: date, settings: Mapping[str, str | object] | None = None, limit: int = 200
) -> tuple[LargeUnbuilt, ...]:
    """规模企业未建 at a date, most staff first. Raises as `ask` does."""
    return typed(LargeUnbuilt, ask(db, "large-unbuilt", at, settings, limit))


def no_applicants(
    db: Database, at: date, settings: Mapping[str, str | object] | None = None, limit: int = 200
) -> tuple[NoApplicants, ...]:
    """无党员无申请人 at a date, most staff first. Raises as `ask` does."""
    return typed(NoApplicants, ask(db, "no-applicants", at, settings, limit))


def unbuilt_reasons(
    db: Database, at: date, settings: Mapping[str, str | object] | None = None, limit: int = 200
) -> tuple[UnbuiltReasons, ...]:
    """未建原因分布 at a date, commonest first. Raises as `ask` does."""
    return typed(UnbuiltReasons, ask(db, "unbuilt-reasons", at, settings, limit))

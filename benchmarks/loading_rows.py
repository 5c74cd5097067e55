"""What a peer of the loaders sends: the csv module and code for these two kinds of ledger alone.

Every value is the one that the loaders keep, so that the graphs can be compared whole: the same row with what it
names, says and holds, the same node. Pinyin, checks of codes, digests and masks are the product's functions.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from graph.values.codes import credit_code_state
from graph.values.dates import OPEN
from graph.values.digest import Digester
from graph.values.masks import mask_id
from graph.values.names import normalise, search_keys
from loaders.ledger import Load

Values = dict[str, Any]

_OWNERSHIP = {
    "有限责任公司(自然人投资或控股)": "private",
    "私营独资企业": "private",
    "外商投资企业": "foreign",
    "国有独资公司": "state",
    "个体工商户": "individual",
}
_STANDING = {"正式党员": "formal", "预备党员": "probationary"}
_encode = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode


def common(load: Load) -> Values:
    """What all rows of a load share."""
    told = {"load": load.id, "kind": load.kind, "scope": load.scope, "as_of": load.as_of, "file": load.file}
    return {**told, "sheet": "", "state": "accepted", "rejected": False, "faults": "[]", "notes": "[]"}


def registry(path: Path, load: Load) -> Iterator[Values]:
    """Each row of a registry: `row`, the `firm` it states and the link `states` between them."""
    for number, cells in _rows(path):
        name, code, registered, kind, capital, scope, place = cells.values()
        state, ownership = credit_code_state(code), _OWNERSHIP[kind]
        said = (
            ("A", "name", name),
            ("B", "uscc", code),
            ("B", "uscc_state", state),
            ("C", "registered_on", registered),
            ("D", "ownership", ownership),
            ("E", "registered_capital", capital),
            ("F", "business_scope", scope),
            ("G", "registered_place", place),
        )
        firm: Values = {slot: value for _, slot, value in said}
        firm |= {"key": code, "registered_on": date.fromisoformat(registered), "search_keys": search_keys(name)}
        yield {
            "row": _row(load, number, cells, [_mention("Enterprise", code, name)], _values(said, number)),
            "firm": firm,
            "states": _link("Enterprise", name, 0),
        }


def members(path: Path, load: Load, digester: Digester) -> Iterator[Values]:
    """Each row of a member ledger: `row`, the `member`, its `record`, edges, links, and to whom."""
    for number, cells in _rows(path):
        name, id_number, joined, standing, firm, firm_code, branch, branch_code, since = cells.values()
        key, masked = digester.of(id_number), mask_id(id_number)
        said = (
            ("A", "name", name),
            ("B", "id_mask", masked),
            ("C", "joined_on", joined),
            ("D", "standing", _STANDING[standing]),
        )
        statements = [
            *_values(said, number),
            {"cell": f"E{number}", "of": 0, "slot": "WORKS_AT", "to": 1},
            {"cell": f"G{number}", "of": 0, "since": since, "slot": "BELONGS_TO", "to": 2},
        ]
        mentions = [
            _mention("Member", key, name),
            _mention("Enterprise", firm_code, firm),
            _mention("Branch", branch_code, branch),
        ]
        told = {"key": key, "name": name, "id_mask": masked, "joined_on": date.fromisoformat(joined)}
        period = {"since": load.as_of, "until": OPEN}
        yield {
            "row": _row(load, number, {**cells, "身份证号": masked}, mentions, statements),
            "member": {**told, "search_keys": search_keys(name)},
            "record": {"key": f"{key}#1", "standing": _STANDING[standing], **period},
            "works_at": period,
            "belongs_to": {"since": date.fromisoformat(since), "until": OPEN},
            "states": _link("Member", name, 0),
            "names_firm": _link("Enterprise", firm, 1),
            "names_branch": _link("Branch", branch, 2),
            "period": period,
            "to_firm": firm_code,
            "to_branch": branch_code,
        }


def named(codes: Iterable[tuple[str, str]]) -> list[Values]:
    """The firms or branches that rows name by (code, name) and nothing tells more of, each once."""
    return [{"key": code, "name": name, "search_keys": search_keys(name)} for code, name in dict(codes).items()]


def _rows(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    with path.open(newline="", encoding="utf-8-sig") as file:
        yield from enumerate(csv.DictReader(file), 2)


def _row(load: Load, number: int, cells: Values, mentions: list[Values], statements: list[Values]) -> Values:
    return {
        "key": f"{load.id}//{number:07d}",
        "row": number,
        "mentions": _encode(mentions),
        "statements": _encode(statements),
        "cells": _encode(cells),
    }


def _values(said: tuple[tuple[str, str, str], ...], number: int) -> list[Values]:
    return [{"cell": f"{column}{number}", "of": 0, "slot": slot, "value": value} for column, slot, value in said]


def _mention(node_type: str, code: str, name: str) -> Values:
    return {"type": node_type, "code": code, "name": name}


def _link(node_type: str, name: str, position: int) -> Values:
    return {"as": f"{node_type}|{normalise(name)}", "by": "code", "mention": position, "called": name}

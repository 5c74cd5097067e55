"""A key is rotated: the same people, the same graph, found again by their numbers; killed anywhere, it is completed."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from graph.connection import Database
from graph.errors import Busy, SettingsError
from graph.progress import Step
from graph.values.digest import add_key, key_file, read_digester
from loaders import apply, lease, rotation
from loaders.forgetting import forget
from loaders.keyring import digester_of, key_state
from loaders.ledger import Ledger
from loaders.reading import read_ledger
from loaders.review import means, same, waiting
from loaders.rotation import rotate
from loaders.session import Transaction
from loaders.sources import read_source
from tests.ledgers import MEMBERS, table, whole_graph

SEPTEMBER, OCTOBER = date(2026, 9, 30), date(2026, 10, 31)
ALPHA = "91990000MA0000001B"
ADA, BORIS, CLARA = "990000197001010018", "990000197505052027", "990000198003030025"

Read = Callable[..., Ledger]
Graph = tuple[frozenset[str], ...]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def read(database: Database, home: Path, tmp_path: Path) -> Read:
    """Reads a ledger of members (name and number) with the keys that the home has by then."""

    def reading(file: str, people: dict[str, str | None], as_of: date = SEPTEMBER) -> Ledger:
        rows = [[n, i, "1999-07-01", "正式党员", "甲公司", ALPHA, "第一支部", "B1", None] for n, i in people.items()]
        path, keys = tmp_path / file, digester_of(database, home)
        source = read_source(path if path.exists() else table(path, MEMBERS, rows))  # the same file has the same bytes
        return read_ledger(source, keys, kind="members", scope="测试园区", as_of=as_of, full=False)

    return reading


def _members(database: Database) -> dict[str, str]:
    found = database.read("MATCH (m:Member:Entity) RETURN m.name AS name, m.key AS key")
    return {row["name"]: row["key"] for row in found}


def _graph(database: Database, renamed: dict[str, str] | None = None) -> Graph:
    """The whole graph but for the notes of people removed, with the keys of `renamed` said as those they became."""
    pattern = re.compile("|".join(renamed or ["nothing renamed"]))
    parts = whole_graph(database)
    return tuple(
        frozenset(pattern.sub(lambda m: (renamed or {})[m[0]], word) for word in part if "'Forgotten'" not in word)
        for part in parts
    )


def test_a_new_key_keeps_people_graph_and_decisions(database: Database, read: Read, home: Path) -> None:
    everybody: dict[str, str | None] = {"安某": ADA, "鲍某": BORIS, "曹某": CLARA}
    apply.load(database, read("m9.xlsx", everybody))
    people = _members(database)
    apply.load(database, read("bare.xlsx", {"鲍某": None}))
    apply.load(database, means(database, waiting(database)[0], people["鲍某"], SEPTEMBER))
    apply.load(database, same(database, ("Member", people["鲍某"]), ("Member", people["安某"]), SEPTEMBER, "测试园区"))
    forget(database, digester_of(database, home), people["曹某"])
    before = _members(database)

    old = _graph(database)
    done = rotate(database, home)
    after = _members(database)
    assert (done.completed, done.keys, len(after)) == (False, 2, 1)
    renamed = {digest: digester_of(database, home).brought_up(digest, 1) for digest in people.values()}
    assert [renamed[key] for key in before.values()] == list(after.values())
    new = _graph(database)
    assert not any(digest in word for digest in people.values() for part in new for word in part)
    pattern = re.compile("|".join(renamed))
    assert new == tuple(frozenset(pattern.sub(lambda m: renamed[m[0]], word) for word in part) for part in old)
    assert not apply.rebuild(database)
    assert _graph(database) == new

    assert apply.load(database, read("m9.xlsx", everybody)).known
    later = apply.load(database, read("m10.xlsx", everybody, OCTOBER))
    assert later.rows == {"accepted": 2, "rejected": 1}, "the one who was removed is still held back"
    assert _members(database) == after
    rotate(database, home)
    assert len(_members(database)) == 1


class Killed(Exception):
    pass


@pytest.mark.parametrize("stage", ["更换密钥", "核对身份", "推算图谱"])
def test_a_rotation_killed_half_way_keeps_loads_out_and_is_completed(
    stage: str, database: Database, read: Read, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rotation, "BATCH", 1)
    apply.load(database, read("m9.xlsx", {"安某": ADA, "鲍某": BORIS}))
    before = _members(database)

    def kill(step: Step) -> None:
        if step.what.zh == stage:
            raise Killed

    with pytest.raises(Killed):
        rotate(database, home, kill)
    if stage == "更换密钥":
        assert key_state(database, home).state == "behind"
        with pytest.raises(Busy, match="rotate"):
            apply.load(database, read("m10.xlsx", {"安某": ADA}, OCTOBER))
        with pytest.raises(Busy, match="rotate"):
            apply.rebuild(database)
        assert rotate(database, home).completed
    outcome = apply.load(database, read("m11.xlsx", {"安某": ADA, "鲍某": BORIS}, OCTOBER))
    assert outcome.rows == {"accepted": 2}
    keys = read_digester(home)
    assert keys is not None
    assert len(keys.marks) == 2
    assert _members(database) == {name: keys.brought_up(key, 1) for name, key in before.items()}
    assert not apply.rebuild(database)


def test_a_key_added_by_a_rotation_that_died_before_it_began_is_used_by_the_next(
    database: Database, read: Read, home: Path
) -> None:
    apply.load(database, read("m9.xlsx", {"安某": ADA}))
    add_key(home)
    with pytest.raises(Busy, match="older key"):
        apply.load(database, read("m10.xlsx", {"安某": ADA}, OCTOBER))
    done = rotate(database, home)
    assert (done.completed, done.keys) == (True, 2)
    assert apply.load(database, read("m10.xlsx", {"安某": ADA}, OCTOBER)).rows == {"accepted": 1}
    assert len(_members(database)) == 1


def test_a_lost_or_foreign_key_file_is_refused_with_what_to_do(database: Database, read: Read, home: Path) -> None:
    assert key_state(database, home).state == "new"
    apply.load(database, read("m9.xlsx", {"安某": ADA}))
    assert key_state(database, home)[:3] == ("fits", 1, 1)
    kept = key_file(home).read_text()
    key_file(home).unlink()
    assert key_state(database, home).state == "lost"
    with pytest.raises(SettingsError, match="restore the folder keys"):
        read("m10.xlsx", {"安某": ADA}, OCTOBER)
    assert not key_file(home).exists(), "no new key is made silently"
    key_file(home).write_text("ab" * 32)
    assert key_state(database, home).state == "foreign"
    with pytest.raises(SettingsError, match="does not fit"):
        apply.load(database, read("m10.xlsx", {"安某": ADA}, OCTOBER))
    with pytest.raises(SettingsError, match="does not fit"):
        apply.preview(database, read("m10.xlsx", {"安某": ADA}, OCTOBER))
    with pytest.raises(SettingsError, match="does not fit"):
        rotate(database, home)
    assert key_file(home).read_text() == "ab" * 32, "no key is added to a file that does not fit"
    key_file(home).write_text(kept)
    assert apply.load(database, read("m10.xlsx", {"安某": ADA}, OCTOBER)).rows == {"accepted": 1}


def test_a_key_that_is_gone_for_good_is_replaced_once_nobody_is_known_by_it(
    database: Database, read: Read, home: Path
) -> None:
    first = apply.load(database, read("m9.xlsx", {"安某": ADA}))
    key_file(home).unlink()
    apply.unload(database, first.load.id)
    assert apply.load(database, read("m9.xlsx", {"安某": ADA})).rows == {"accepted": 1}
    assert key_state(database, home).state == "fits"


def test_no_key_is_rotated_while_a_load_runs(database: Database, read: Read, home: Path) -> None:
    apply.load(database, read("m9.xlsx", {"安某": ADA}))
    other = lease.holder()
    database.write(lambda tx: lease.take(Transaction(tx), other))
    with pytest.raises(Busy, match="another load"):
        rotate(database, home)
    database.write(lambda tx: lease.give_back(Transaction(tx), other))
    assert key_state(database, home)[:2] == ("fits", 1)

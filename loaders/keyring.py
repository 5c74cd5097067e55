"""Which keys the digests of a database are of: the database notes it, and takes only what is digested with the same.

A node `KeyMark` holds the mark of the keys (`graph.values.digest`), and while a rotation is under way the mark of those
it leads to. So a lost, foreign or outdated key file is noticed before it gives anybody a second identity.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Literal, NamedTuple

from graph.connection import Database
from graph.errors import Busy, SettingsError
from graph.model import model
from graph.text import Text
from graph.values.digest import Digester, key_file, make_digester, read_digester
from loaders.session import Transaction

FORM = "[0-9a-f]{24}"
"""The form of a digest, for the database's own regular expressions."""

_UNFINISHED = Text("密钥轮换尚未完成", "the rotation of the key is not complete")
_COMPLETE = Text("先运行 liangxin keys rotate 补完", "run liangxin keys rotate first, which completes it")


class KeyState(NamedTuple):
    """How the keys of an installation stand to its database. `people`: known by a digest; `since`: last rotation."""

    state: Literal["fits", "new", "behind", "foreign", "lost"]
    keys: int
    people: int
    since: datetime | None


class KeyMark(NamedTuple):
    """What the database notes of its keys: their mark, and that of the keys a rotation leads to."""

    mark: str | None
    next: str | None


def digester_of(database: Database, home: Path) -> Digester:
    """The digester of an installation; its first key is made here while nobody is known by a digest.

    Raises SettingsError when the key file is missing though the database has such people, or is damaged.
    """
    found = read_digester(home)
    if found is not None:
        return found
    if database.read(_held())[0]["held"]:
        raise SettingsError(
            Text(
                f"密钥文件不见了：{key_file(home)}；数据库里已有以身份证号识别的人",
                f"the key file is gone: {key_file(home)}; the database has people recognised by ID number",
            ),
            Text(
                "请从备份恢复 keys 文件夹。若已无备份，这些人不能再按身份证号识别："
                "用 liangxin unload 撤回含身份证号的批次，再重新导入(会生成新密钥)",
                "restore the folder keys from your backup. Without one these people cannot be recognised by number any "
                "more: take the loads with ID numbers back (liangxin unload) and load them again, under a new key",
            ),
        )
    try:
        return make_digester(home)
    except FileExistsError:
        return digester_of(database, home)  # another command was faster


def key_state(database: Database, home: Path) -> KeyState:
    """How the keys are. Raises SettingsError when their file is damaged."""
    found = read_digester(home)
    marks = found.marks if found else ()
    people = int(database.read(f"MATCH (n:{_people()}) WHERE n.key =~ '{FORM}' RETURN count(n) AS number")[0]["number"])
    kept = database.read("MATCH (k:KeyMark {key: 'id-number'}) RETURN k.mark AS mark, k.next AS next, k.since AS since")
    mark, following, since = kept[0].values() if kept else (None, None, None)
    state: Literal["fits", "new", "behind", "foreign", "lost"] = "fits"
    if not marks:
        state = "lost" if people else "new"
    elif mark is not None and mark not in marks:
        state = "foreign" if people else "new"
    elif following is not None or mark in marks[:-1]:
        state = "behind"
    elif not people:
        state = "new"
    return KeyState(state, len(marks), people, since)


def key_mark(tx: Transaction) -> KeyMark:
    """What the database notes of its keys."""
    rows = tx.run("MATCH (k:KeyMark {key: 'id-number'}) RETURN k.mark AS mark, k.next AS next")
    return KeyMark(**rows[0]) if rows else KeyMark(None, None)


def refuse_unfinished(tx: Transaction) -> None:
    """Raises Busy while a rotation that was killed waits to be completed."""
    if key_mark(tx).next is not None:
        raise Busy(_UNFINISHED, _COMPLETE)


def hold(tx: Transaction, digester: Digester) -> None:
    """See that digests made by `digester` are of the keys of the database; the first ones decide which these are.

    Raises Busy while a rotation is under way, SettingsError when the keys are others.
    """
    refuse_unfinished(tx)
    known = key_mark(tx).mark
    if known == digester.mark:
        return
    if known in digester.marks:
        raise Busy(
            Text("数据库里的摘要还是旧密钥的", "the digests in the database are still of an older key"), _COMPLETE
        )
    if known is not None and tx.run(_held())[0]["held"]:
        raise foreign()
    tx.run("MERGE (k:KeyMark {key: 'id-number'}) SET k.mark = $mark", mark=digester.mark)


def foreign() -> SettingsError:
    """What is wrong when the keys of the installation are not those of the database."""
    return SettingsError(
        Text(
            "密钥文件与数据库不符：库里的人不是用这把密钥识别的",
            "the key file does not fit the database: its people were recognised with another key",
        ),
        Text(
            "请恢复与数据库同时备份的 keys 文件夹，再读入台账",
            "restore the folder keys that was backed up with the database, and read the ledger again",
        ),
    )


def _held() -> str:
    """A query → held: whether anybody is known by a digest."""
    return f"OPTIONAL MATCH (n:{_people()}) WHERE n.key =~ '{FORM}' WITH n LIMIT 1 RETURN n IS NOT NULL AS held"


def _people() -> str:
    """The types of people, as Cypher writes alternatives."""
    return "|".join(model().people)

import datetime as dt

import pytest

from graph.connection import Database
from graph.errors import DatabaseError
from graph.settings import Settings


def remote(database, **changed):
    given = {"neo4j_uri": database.endpoint.uri, "neo4j_password": database.endpoint.password, **changed}
    return Settings(**given)


def test_rows_hold_pythons_own_values(database):
    rows = database.read(
        "RETURN date('9999-12-31') AS until, [date($day)] AS days, {km: 1.5} AS m", {"day": "2026-09-30"}
    )
    assert rows == [{"until": dt.date(9999, 12, 31), "days": [dt.date(2026, 9, 30)], "m": {"km": 1.5}}]


def test_written_work_is_read_back(database):
    made = database.write(
        lambda tx: tx.run("CREATE (f:Firm {name: $name}) RETURN f.name AS n", name="云雀").single()["n"]
    )
    assert made == "云雀"
    assert database.read("MATCH (f:Firm) RETURN f.name AS name") == [{"name": "云雀"}]


def test_each_test_begins_without_nodes(database):
    assert database.read("MATCH (n) RETURN count(n) AS n") == [{"n": 0}]


def test_a_read_never_writes(database):
    with pytest.raises(DatabaseError, match="read access mode"):
        database.read("CREATE (:Firm)")
    assert database.read("MATCH (n) RETURN count(n) AS n") == [{"n": 0}]


def test_a_question_that_takes_too_long_is_ended(database):
    with pytest.raises(DatabaseError) as caught:
        database.read("UNWIND range(1, 1000000000000) AS i RETURN sum(i)", timeout=0.5)
    assert caught.value.what.en == "the question took longer than 0.5 s"
    assert "0.5 秒" in caught.value.say("zh")


def test_a_question_that_needs_more_memory_than_there_is_says_what_to_ask_instead(database):
    with pytest.raises(DatabaseError) as caught:
        database.read("UNWIND range(1, 100000000) AS n WITH collect([n, n + 1]) AS many RETURN size(many)", timeout=120)
    assert caught.value.what.en == "the question needs more memory than the database has for it"
    assert "一个片区" in caught.value.say("zh")
    assert database.read("RETURN 1 AS one") == [{"one": 1}]


def test_failed_work_leaves_nothing(database):
    def work(tx):
        tx.run("CREATE (:Firm)").consume()
        raise ValueError("the row is wrong")

    with pytest.raises(ValueError, match="the row is wrong"):
        database.write(work)
    assert database.read("MATCH (n) RETURN count(n) AS n") == [{"n": 0}]


def test_schema_statements_run(database):
    database.run_schema("CREATE CONSTRAINT sample IF NOT EXISTS FOR (s:Sample) REQUIRE s.key IS UNIQUE")
    for _ in range(2):
        database.run_schema("DROP CONSTRAINT sample IF EXISTS")


def test_a_refused_statement_gives_neo4js_reason(database):
    with pytest.raises(DatabaseError, match="Invalid input"):
        database.read("RETRUN 1")


def test_the_servers_version_is_known(engine, database):
    assert database.version == engine.neo4j_version


def test_a_server_of_ones_own_is_used_by_address(database):
    with Database.open(remote(database)) as other:
        assert other.read("RETURN 1 AS one") == [{"one": 1}]
    routed = database.endpoint.uri.replace("bolt://", "neo4j://")
    with Database.open(remote(database, neo4j_uri=routed)) as other:
        assert other.read("RETURN 1 AS one") == [{"one": 1}]


def test_a_wrong_password_is_said(database):
    with pytest.raises(DatabaseError, match="NEO4J_PASSWORD"):
        Database.open(remote(database, neo4j_password="wrong"))


def test_an_unknown_database_is_said(database):
    with pytest.raises(DatabaseError, match="NEO4J_DATABASE"):
        Database.open(remote(database, neo4j_database="elsewhere"))


def test_an_address_where_nobody_answers_is_said():
    with pytest.raises(DatabaseError, match="cannot be reached"):
        Database.open(Settings(neo4j_uri="bolt://127.0.0.1:9", neo4j_password="x"))


def test_the_drivers_own_words_stay_off_the_terminal(database, capfd):
    database.read("MATCH (n:NoSuchLabel) RETURN n.nothing AS n")
    with pytest.raises(DatabaseError):
        Database.open(Settings(neo4j_uri="neo4j://127.0.0.1:9", neo4j_password="x"))
    assert capfd.readouterr().err == ""

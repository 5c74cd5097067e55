"""The one way to a Neo4j: reading, writing, schema; every failure in our own words.

Reads run in READ sessions with a time limit, in managed transactions that the driver retries.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from types import TracebackType
from typing import Any, Self, TypeVar

from neo4j import (
    READ_ACCESS,
    Driver,
    GraphDatabase,
    ManagedTransaction,
    NotificationMinimumSeverity,
    Transaction,
    unit_of_work,
)
from neo4j.exceptions import (
    AuthError,
    ConfigurationError,
    DatabaseUnavailable,
    DriverError,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
)
from neo4j.time import Date, DateTime, Time

from graph.errors import DatabaseError, DatabaseGone, TookTooLong
from graph.progress import Progress, silent
from graph.server import Endpoint, ensure_running
from graph.settings import Settings
from graph.text import Text

T = TypeVar("T")

OLDEST = (5, 26)
CONNECT_SECONDS = 10.0
# How long the driver retries: a cluster may be choosing a new leader; a local server that is gone stays gone.
REMOTE_RETRY_SECONDS = 30.0
LOCAL_RETRY_SECONDS = 3.0

# Each failure reaches the caller as one DatabaseError; the driver's own warnings would say it twice.
logging.getLogger("neo4j").addHandler(logging.NullHandler())


class Database:
    """One Neo4j, through one driver; safe to share by threads, never by forked processes.

    `rules_file` is where the zone of this database may keep its own rule values; `wait_seconds` is how long what loads
    waits for a database that went away.
    """

    def __init__(self, driver: Driver, endpoint: Endpoint, version: str, settings: Settings) -> None:
        self._driver = driver
        self._question_seconds = settings.question_seconds
        self.wait_seconds = settings.wait_seconds
        self.endpoint = endpoint
        self.version = version
        self.rules_file = settings.rules

    @classmethod
    def open(cls, settings: Settings, progress: Progress = silent) -> Self:
        """The database that the settings choose: NEO4J_URI, else the home's own, started if need be.

        DatabaseError when it cannot be reached, refuses the password or is too old; EngineError when the local one
        cannot be started.
        """
        endpoint = _remote(settings) or ensure_running(settings, progress)
        retry = REMOTE_RETRY_SECONDS if settings.neo4j_uri else LOCAL_RETRY_SECONDS
        with _in_our_words(endpoint):
            driver = GraphDatabase.driver(
                endpoint.uri,
                auth=(endpoint.username, endpoint.password),
                connection_timeout=CONNECT_SECONDS,
                max_transaction_retry_time=retry,
                notifications_min_severity=NotificationMinimumSeverity.OFF,
                telemetry_disabled=True,
            )
        try:
            return cls(driver, endpoint, _checked_version(driver, endpoint), settings)
        except BaseException:
            driver.close()
            raise

    def read(
        self, query: str, parameters: Mapping[str, Any] | None = None, *, timeout: float | None = None
    ) -> list[dict[str, Any]]:
        """All rows of a query that only reads; dates and times are Python's own. `timeout` is in seconds.

        DatabaseError when it takes longer, would write, or the database fails.
        """
        seconds = timeout or self._question_seconds

        @unit_of_work(timeout=seconds)
        def work(transaction: ManagedTransaction) -> list[dict[str, Any]]:
            result = transaction.run(query, dict(parameters or {}))
            columns = result.keys()
            return [dict(zip(columns, map(native, record), strict=True)) for record in result]

        with (
            _in_our_words(self.endpoint, seconds),
            self._driver.session(database=self.endpoint.database, default_access_mode=READ_ACCESS) as session,
        ):
            return session.execute_read(work)

    def write(self, work: Callable[[ManagedTransaction], T], *, timeout: float | None = None) -> T:
        """The result of `work` in one write transaction; the driver may run it again, so it must bear that.

        DatabaseGone when the database cannot be reached; the work may have been committed all the same. DatabaseError
        when it takes longer than `timeout`, in seconds; without one it may take as long as it does.
        """
        timed = unit_of_work(timeout=timeout)(work)
        with _in_our_words(self.endpoint, timeout), self._driver.session(database=self.endpoint.database) as session:
            return session.execute_write(timed)

    def rehearse(self, work: Callable[[Transaction], T]) -> T:
        """The result of `work` in a transaction that is rolled back: what would happen, with nothing of it kept."""
        with (
            _in_our_words(self.endpoint),
            self._driver.session(database=self.endpoint.database) as session,
            session.begin_transaction() as transaction,
        ):
            result = work(transaction)
            transaction.rollback()
            return result

    def run_schema(self, statement: str) -> None:
        """Run one statement that changes the schema; such ones do not go inside managed transactions."""
        with _in_our_words(self.endpoint), self._driver.session(database=self.endpoint.database) as session:
            session.run(statement).consume()

    def close(self) -> None:
        """Give the connections back; the server goes on."""
        self._driver.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _remote(settings: Settings) -> Endpoint | None:
    if settings.neo4j_uri is None or settings.neo4j_password is None:
        return None
    password = settings.neo4j_password.get_secret_value()
    return Endpoint(settings.neo4j_uri, settings.neo4j_username, password, settings.neo4j_database)


def _checked_version(driver: Driver, endpoint: Endpoint) -> str:
    with _in_our_words(endpoint), driver.session(database=endpoint.database) as session:
        agent = session.run("RETURN 1").consume().server.agent
    version = agent.partition("/")[2]
    found = re.match(r"(\d+)\.(\d+)", version)
    if found is None or (int(found[1]), int(found[2])) < OLDEST:
        raise DatabaseError(
            Text("{uri} 的数据库是 {agent}，版本过旧", "the database at {uri} is {agent}, which is too old").fill(
                uri=endpoint.uri, agent=agent
            ),
            Text("请使用 Neo4j 5.26 或更新的版本", "use Neo4j 5.26 or later"),
        )
    return version


def native(value: Any) -> Any:
    """A value of the driver as Python's own: dates and times of the standard library, also inside lists and maps."""
    if isinstance(value, (Date, DateTime, Time)):
        return value.to_native()
    if type(value) is list:
        return [native(item) for item in value]
    if type(value) is dict:
        return {key: native(item) for key, item in value.items()}
    return value


@contextmanager
def _in_our_words(endpoint: Endpoint, seconds: float | None = None) -> Iterator[None]:
    """The one place where the driver's exceptions become DatabaseError; DatabaseGone if it cannot be reached."""
    try:
        yield
    except AuthError as error:
        raise DatabaseError(
            Text("数据库 {uri} 拒绝了用户名或密码", "the database at {uri} refuses the user name or the password").fill(
                uri=endpoint.uri
            ),
            Text("请检查 NEO4J_USERNAME 和 NEO4J_PASSWORD", "check NEO4J_USERNAME and NEO4J_PASSWORD"),
        ) from error
    except (ServiceUnavailable, SessionExpired, DatabaseUnavailable, ConfigurationError, OSError) as error:
        raise DatabaseGone(
            Text("连接不上数据库 {uri}（{reason}）", "the database at {uri} cannot be reached ({reason})").fill(
                uri=endpoint.uri, reason=_first_line(_innermost(error))
            ),
            Text(
                "请确认它正在运行（本机数据库：liangxin db status），并检查 NEO4J_URI",
                "see that it is running (the local one: liangxin db status) and check NEO4J_URI",
            ),
        ) from error
    except Neo4jError as error:
        raise _refused(error, seconds) from error
    except DriverError as error:
        raise DatabaseError(
            Text("数据库 {uri} 出错：{reason}", "the database at {uri} failed: {reason}").fill(
                uri=endpoint.uri, reason=_first_line(error)
            )
        ) from error


def _refused(error: Neo4jError, seconds: float | None) -> DatabaseError:
    if "TimedOut" in str(error.code) and seconds is not None:
        return TookTooLong(
            Text("这个问题超过了 {n:g} 秒的时限", "the question took longer than {n:g} s").fill(n=seconds),
            Text(
                "请缩小范围，或提高 LIANGXIN_QUESTION_SECONDS",
                "ask about a smaller part, or raise LIANGXIN_QUESTION_SECONDS",
            ),
        )
    if "OutOfMemory" in str(error.code):
        return TookTooLong(
            Text("这个问题要用的内存超过了数据库的上限", "the question needs more memory than the database has for it"),
            Text(
                "请缩小范围(如只问一个片区、一家企业)，或提高 LIANGXIN_HEAP_MB",
                "ask about a smaller part (one area, one firm), or raise LIANGXIN_HEAP_MB",
            ),
        )
    if error.code == "Neo.ClientError.Database.DatabaseNotFound":
        return DatabaseError(
            Text("服务器上没有这个数据库：{reason}", "the server has no such database: {reason}").fill(
                reason=_first_line(error)
            ),
            Text("请检查 NEO4J_DATABASE", "check NEO4J_DATABASE"),
        )
    return DatabaseError(
        Text("数据库拒绝了操作：{reason}（{code}）", "the database refused: {reason} ({code})").fill(
            reason=_first_line(error), code=error.code
        )
    )


def _innermost(error: BaseException) -> BaseException:
    while error.__cause__ is not None:
        error = error.__cause__
    return error


def _first_line(error: BaseException) -> str:
    said = error.message if isinstance(error, Neo4jError) else str(error)
    return (said or type(error).__name__).splitlines()[0]

"""Engines: how geodb connects, to its own server or to one named by GEODB_DATABASE_URL."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import psycopg
from psycopg.conninfo import make_conninfo
from sqlalchemy import URL, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError

from geodb.errors import ConfigError, DatabaseTooOld

if TYPE_CHECKING:
    from sqlalchemy.engine.interfaces import DBAPIConnection
    from sqlalchemy.pool import ConnectionPoolEntry

OLDEST_SERVER = 15
DRIVER = "postgresql+psycopg"
CONNECT_TIMEOUT_SECONDS = 10
PINNED = {"DateStyle": "ISO", "IntervalStyle": "postgres", "standard_conforming_strings": "on"}
"""Settings that decide how values are written, of which the driver and our SQL know one way only."""
NEEDS_SETTINGS = "geodb.needs_settings"
"""In `info` of a connection: whether its transactions need settings of their own, see `Database`."""

_AROUND = """
SELECT pg_backend_pid(), to_regoperator('%(text,text)') IS NULL OR current_setting('jit')::boolean
"""


def normalized_url(url: str | URL) -> URL:
    """`url` (postgres://, postgresql:// or with a driver) for SQLAlchemy on psycopg 3.

    Raises ConfigError, without repeating the URL, which may hold a password.
    """
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError) as error:
        raise ConfigError(
            "the database URL cannot be read",
            hint="write it as postgresql://user:password@host:5432/database, special characters %-encoded",
        ) from error
    if parsed.drivername.partition("+")[0] not in {"postgres", "postgresql"}:
        raise ConfigError(f"the database URL is for {parsed.drivername}, but geodb runs on PostgreSQL")
    return _with_one_password(parsed.set(drivername=DRIVER))


def rendered(url: URL) -> str:
    """`url` for messages, with *** in place of its password."""
    # SQLAlchemy leaves blanks as they are, and writes + for those behind the ?: libpq reads neither.
    written = url.set(drivername="postgresql").render_as_string(hide_password=True)
    address, mark, options = written.partition("?")
    return f"{address.replace(' ', '%20')}{mark}{options.replace('+', '%20')}"


def without_password(url: URL) -> str:
    """`url` for any client, which looks for a password elsewhere: *** would be taken for one."""
    return rendered(url._replace(password=None))


def _with_one_password(url: URL) -> URL:
    """`url` with its password in the one place where it is hidden; libpq takes it from the query too."""
    password = url.query.get("password")
    if not isinstance(password, str):
        return url
    return url.difference_update_query(["password"]).set(password=password)


def make_engine(url: str | URL) -> Engine:
    """An engine that refuses servers older than OLDEST_SERVER (DatabaseTooOld) on connecting.

    It connects lazily, so a wrong address shows at first use. How values are written, and that transactions
    are READ COMMITTED and may write, is said here: what server, database, role or the environment have set
    by default does not count.
    """
    address = normalized_url(url)
    _refuse_unknown_options(address)
    defaults = {"application_name": "geodb", "connect_timeout": str(CONNECT_TIMEOUT_SECONDS)}
    connect_args = {name: value for name, value in defaults.items() if name not in address.query}
    connect_args["client_encoding"] = "utf8"
    engine = create_engine(
        address, connect_args=connect_args, pool_pre_ping=True, isolation_level="READ COMMITTED"
    )
    # Before SQLAlchemy looks at the connection, which remembers how it writes strings.
    for listener in (_pin_settings, _look_around, _refuse_old_server):  # the last of them comes first
        event.listen(engine, "connect", listener, insert=True)
    return engine


def check_server_version(server_version: int) -> None:
    """Raise DatabaseTooOld for a libpq version number (150003 is 15.3) below the floor."""
    if server_version < OLDEST_SERVER * 10_000:
        major, minor = divmod(server_version, 10_000)
        raise DatabaseTooOld(
            f"the PostgreSQL server is version {major}.{minor}, geodb needs {OLDEST_SERVER} or newer"
        )


def _refuse_unknown_options(address: URL) -> None:
    try:
        make_conninfo(**dict.fromkeys(address.query, ""))
    except psycopg.ProgrammingError as error:
        hint = "after the ? stand options of PostgreSQL's clients, such as sslmode=require"
        raise ConfigError(f"the database URL has an {str(error).strip()}", hint=hint) from error


def _refuse_old_server(connection: DBAPIConnection, _record: object) -> None:
    driver = cast("psycopg.Connection[Any]", connection)
    check_server_version(driver.info.server_version)


def _look_around(connection: DBAPIConnection, record: ConnectionPoolEntry) -> None:
    """See whether a pooler stands between, and whether transactions need settings that nobody reports.

    A pooler gives each transaction another server, which does not know what the last one prepared.
    """
    driver = cast("psycopg.Connection[Any]", connection)
    server, is_needed = driver.execute(_AROUND).fetchone() or (None, True)
    if server != driver.info.backend_pid:
        driver.prepare_threshold = None
    record.info[NEEDS_SETTINGS] = is_needed
    driver.rollback()


def _pin_settings(connection: DBAPIConnection, record: ConnectionPoolEntry) -> None:
    """Set what is set otherwise: the server has reported it, so that as a rule there is nothing to do.

    Not on connecting, which pgbouncer would refuse; what is set later it gives to each server, mostly. That a
    transaction may write BEGIN says itself. A standby would refuse that, even to those who read.
    """
    driver = cast("psycopg.Connection[Any]", connection)
    reported = driver.info.parameter_status
    for name, value in PINNED.items():
        if not (reported(name) or value).startswith(value):
            driver.execute("SELECT set_config(%s, %s, false)", [name, value])
            record.info[NEEDS_SETTINGS] = True
    driver.commit()
    if reported("default_transaction_read_only") == "on" and reported("in_hot_standby") != "on":
        driver.read_only = False

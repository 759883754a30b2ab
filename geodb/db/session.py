"""`Database`: the two ways to talk to PostgreSQL, reading and writing. The only place that commits."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Self, cast

import psycopg
from psycopg.pq import TransactionStatus
from sqlalchemy import text
from sqlalchemy.exc import InvalidRequestError
from sqlalchemy.orm import Session, sessionmaker

from geodb.config import Settings, load_settings
from geodb.db import migrate
from geodb.db.engine import NEEDS_SETTINGS, make_engine, rendered
from geodb.db.pgerrors import translated_errors
from geodb.errors import TransactionVoid

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType

    from sqlalchemy import URL, TextClause


class Database:
    """One geodb database. Connects at first use; close it, or use it in a `with` block.

    Attributes: `engine`, and `sessions`, the factory both verbs take their Session from.
    """

    def __init__(self, url: str | URL) -> None:
        self.engine = make_engine(url)
        self.sessions = sessionmaker(self.engine, expire_on_commit=False)

    @classmethod
    def open(cls, settings: Settings | None = None) -> Self:
        """The database of GEODB_DATABASE_URL, or of the embedded server, which is started if need be."""
        settings = settings or load_settings()
        if settings.database_url:
            return cls(settings.database_url.get_secret_value())
        from geodb.db.server import EmbeddedServer  # noqa: PLC0415 - POSIX only; with a URL Windows works too

        return cls(EmbeddedServer.from_settings(settings).ensure_running())

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session in a READ ONLY transaction, which is rolled back at the end."""
        with translated_errors(), self.sessions() as session:
            session.execute(_opening(session, *_READING))
            yield session

    @contextmanager
    def transaction(self, *, reason: str | None = None, user: str | None = None) -> Iterator[Session]:
        """A session that is committed at the end of the block, or rolled back if the block raises.

        `reason` and `user` are written into the change log with every row the block changes. Raises
        TransactionVoid if the block has caught an error of the database and gone on: nothing is left of it.
        """
        with translated_errors(), self.sessions.begin() as session:
            session.execute(_opening(session, *_WRITING), {"reason": reason or "", "user": user or ""})
            try:
                yield session
            except InvalidRequestError as error:  # SQLAlchemy takes no more orders after a flush that failed
                if not session.is_active:
                    raise TransactionVoid from error
                raise
            _refuse_void(session)

    def require_current(self) -> None:
        """Raise MigrationNeeded or DatabaseNewer unless the schema is the one this version of geodb knows."""
        with self.read() as session:
            migrate.require_current(session.connection())

    @property
    def display_url(self) -> str:
        """The URL without its password, for messages."""
        return rendered(self.engine.url)

    def close(self) -> None:
        """Close all connections."""
        self.engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


# Search paths of roles and databases need not lead to pg_trgm, whose operators we cannot name with a schema
# that only the server knows: it comes last, so that it hides nothing. Old poolers do not carry IntervalStyle
# from server to server. Views join so much that compiling a plan (jit) takes seconds where running it takes
# none. All are said as a transaction is opened, since behind a pooler nothing lasts longer.
_SETTINGS = """
    set_config('IntervalStyle', 'postgres', true),
    set_config('jit', 'off', true),
    CASE WHEN to_regoperator('%(text,text)') IS NULL THEN (
        SELECT set_config(
            'search_path',
            concat_ws(', ', nullif(current_setting('search_path'), ''), CAST(extnamespace AS regnamespace)),
            true
        )
        FROM pg_extension WHERE extname = 'pg_trgm'
    ) END
"""
_AUTHOR = "SELECT set_config('geodb.reason', :reason, true), set_config('geodb.user', :user, true)"
_READING = (
    text("SET TRANSACTION READ ONLY"),
    text(f"SELECT set_config('transaction_read_only', 'on', true), {_SETTINGS}"),
)
_WRITING = text(_AUTHOR), text(f"{_AUTHOR}, {_SETTINGS}")
_FAILED = TransactionStatus.INERROR


def _opening(session: Session, usual: TextClause, with_settings: TextClause) -> TextClause:
    return with_settings if session.connection().info.get(NEEDS_SETTINGS) else usual


def _refuse_void(session: Session) -> None:
    """Raise TransactionVoid where a commit would roll back without a word.

    SQLAlchemy does so after a flush that failed, PostgreSQL after any other statement.
    """
    if not session.is_active:
        raise TransactionVoid
    if session.in_transaction() and driver_connection(session).info.transaction_status is _FAILED:
        raise TransactionVoid


def driver_connection(session: Session) -> psycopg.Connection[Any]:
    """The psycopg connection below `session`, in the same transaction: for COPY."""
    return cast("psycopg.Connection[Any]", session.connection().connection.driver_connection)

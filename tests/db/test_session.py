"""Reading, writing, and what the two do when something is wrong."""

from __future__ import annotations

import contextlib
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from psycopg.conninfo import conninfo_to_dict
from pydantic import SecretStr
from sqlalchemy import create_engine, literal, text
from sqlalchemy.exc import DBAPIError

from geodb.config import Settings
from geodb.db.engine import check_server_version, make_engine, normalized_url
from geodb.db.session import Database, driver_connection
from geodb.errors import (
    ConfigError,
    DatabaseBusy,
    DatabaseTooOld,
    DatabaseUnreachable,
    GeodbError,
    NotPermitted,
    TransactionVoid,
)
from geodb.models import Actor
from geodb.repositories import Repositories

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from sqlalchemy.orm import Session

    from geodb.db.server import EmbeddedServer

NOWHERE = "postgresql://ann:secret@127.0.0.1:1/geodb"


def execute(db: Database, statement: str) -> None:
    with db.transaction() as session:
        session.execute(text(statement))


def ask(db: Database, query: str) -> object:
    with db.read() as session:
        return session.scalar(text(query))


@pytest.fixture
def notes(empty_db: Database) -> Database:
    execute(empty_db, "CREATE TABLE note (id int PRIMARY KEY)")
    return empty_db


# --- the two verbs -----------------------------------------------------------------------------------------


def test_a_transaction_is_committed_at_its_end(notes: Database) -> None:
    execute(notes, "INSERT INTO note VALUES (1)")
    assert ask(notes, "SELECT count(*) FROM note") == 1


def insert_and_fail(db: Database) -> None:
    with db.transaction() as session:
        session.execute(text("INSERT INTO note VALUES (1)"))
        raise RuntimeError("half-way")


def test_a_transaction_that_fails_leaves_nothing(notes: Database) -> None:
    with pytest.raises(RuntimeError, match="half-way"):
        insert_and_fail(notes)
    assert ask(notes, "SELECT count(*) FROM note") == 0


REFUSED: list[Callable[[Session], object]] = [
    lambda session: session.execute(text("SELECT 1 / 0")),
    lambda session: Repositories(session).actors.add(Actor(key="no key", label="X", kind_code="person")),
]


def go_on_after(session: Session, refused: Callable[[Session], object]) -> None:
    with contextlib.suppress(DBAPIError, GeodbError):
        refused(session)


@pytest.mark.parametrize("refused", REFUSED)
def test_a_block_that_goes_on_after_an_error_hears_that_nothing_is_kept(
    db: Database, refused: Callable[[Session], object]
) -> None:
    with pytest.raises(TransactionVoid, match="nothing of it is kept"), db.transaction() as session:
        go_on_after(session, refused)


def ask_on_after(session: Session, refused: Callable[[Session], object]) -> None:
    go_on_after(session, refused)
    Repositories(session).actors.find("test:ann")


@pytest.mark.parametrize("refused", REFUSED)
@pytest.mark.parametrize("begin", [Database.transaction, Database.read])
def test_whoever_asks_on_after_an_error_hears_why_there_is_no_answer(
    db: Database,
    begin: Callable[[Database], AbstractContextManager[Session]],
    refused: Callable[[Session], object],
) -> None:
    with pytest.raises(TransactionVoid) as caught, begin(db) as session:
        ask_on_after(session, refused)
    assert "begin_nested" in str(caught.value.hint)


@pytest.mark.parametrize("refused", REFUSED)
def test_what_may_be_refused_is_tried_in_a_savepoint(
    notes: Database, refused: Callable[[Session], object]
) -> None:
    with notes.transaction() as session:
        session.execute(text("INSERT INTO note VALUES (1)"))
        with contextlib.suppress(DBAPIError, GeodbError), session.begin_nested():
            refused(session)
    assert ask(notes, "SELECT count(*) FROM note") == 1


def test_whoever_rolls_back_by_hand_hears_nothing(notes: Database) -> None:
    with notes.transaction() as session:
        session.execute(text("INSERT INTO note VALUES (1)"))
        session.rollback()
    assert ask(notes, "SELECT count(*) FROM note") == 0


def test_waiting_in_vain_for_a_connection_is_told(notes: Database) -> None:
    with Database(notes.engine.url) as database:
        database.engine = create_engine(database.engine.url, pool_size=1, max_overflow=0, pool_timeout=0)
        database.sessions.configure(bind=database.engine)
        with database.read(), pytest.raises(DatabaseBusy, match="all connections"), database.read():
            pass


def test_reading_cannot_write(notes: Database) -> None:
    with notes.read() as session, pytest.raises(Exception, match="read-only transaction"):
        session.execute(text("INSERT INTO note VALUES (1)"))
    with pytest.raises(NotPermitted, match="read-only transaction"), notes.read() as session:
        session.execute(text("INSERT INTO note VALUES (1)"))


def test_reason_and_user_are_known_inside_the_transaction(empty_db: Database) -> None:
    query = text("SELECT current_setting('geodb.reason'), current_setting('geodb.user')")
    with empty_db.transaction(reason="merge of two Kremlins", user="ann") as session:
        assert tuple(session.execute(query).one()) == ("merge of two Kremlins", "ann")


def test_a_reason_does_not_leak_into_the_next_transaction(empty_db: Database) -> None:
    with empty_db.transaction(reason="first"):
        pass
    with empty_db.transaction() as session:
        assert session.scalar(text("SELECT current_setting('geodb.reason')")) == ""


def test_copy_runs_inside_the_transaction(notes: Database) -> None:
    with notes.transaction() as session:
        with driver_connection(session).cursor().copy("COPY note FROM STDIN") as copy:
            copy.write("1\n2\n")
        assert session.scalar(text("SELECT count(*) FROM note")) == 2
        assert ask(notes, "SELECT count(*) FROM note") == 0
    assert ask(notes, "SELECT count(*) FROM note") == 2


# --- settings of others ------------------------------------------------------------------------------------

PINNED = [
    ("datestyle=German", "DateStyle", "ISO, DMY"),
    ("intervalstyle=sql_standard", "IntervalStyle", "postgres"),
    ("client_encoding=LATIN1", "client_encoding", "UTF8"),
    ("standard_conforming_strings=off", "standard_conforming_strings", "on"),
    ("jit=on", "jit", "off"),
    ("default_transaction_isolation=serializable", "transaction_isolation", "read committed"),
    ("default_transaction_isolation=repeatable\\ read", "transaction_isolation", "read committed"),
]


def with_options(db: Database, options: str) -> Database:
    """`db` as one connects with such PGOPTIONS."""
    return Database(db.engine.url.update_query_dict({"options": options}))


@pytest.mark.parametrize(("setting", "name", "value"), PINNED)
def test_what_others_have_set_by_default_does_not_count(
    empty_db: Database, setting: str, name: str, value: str
) -> None:
    with with_options(empty_db, f"-c {setting}") as database:
        with database.read() as session, database.transaction() as writing:
            assert session.scalar(text(f"SHOW {name}")) == writing.scalar(text(f"SHOW {name}")) == value
        with database.engine.connect() as connection:
            assert name == "jit" or connection.scalar(text(f"SHOW {name}")) == value


def test_values_are_read_whatever_is_set(empty_db: Database) -> None:
    query = text(r"SELECT now(), interval '1 year 2 days', 'Кремль', 'a\b'")
    with with_options(empty_db, " ".join(f"-c {setting}" for setting, *_ in PINNED[:-1])) as database:
        with database.read() as session:
            moment, *others = session.execute(query).one()
        assert moment.tzinfo
        assert others == [timedelta(days=367), "Кремль", r"a\b"]
        written = literal(r"a\b").compile(database.engine, compile_kwargs={"literal_binds": True})
        assert str(written) == r"'a\b'"


def test_the_encoding_of_the_url_does_not_count_either(empty_db: Database) -> None:
    with Database(empty_db.engine.url.update_query_dict({"client_encoding": "latin1"})) as database:
        assert ask(database, "SELECT 'Кремль'") == "Кремль"


def test_a_transaction_writes_and_reading_does_not_where_sessions_are_read_only(notes: Database) -> None:
    with with_options(notes, "-c default_transaction_read_only=on") as database:
        execute(database, "INSERT INTO note VALUES (1)")
        assert ask(database, "SHOW transaction_read_only") == "on"
        with pytest.raises(NotPermitted, match="read-only transaction"), database.read() as session:
            session.execute(text("INSERT INTO note VALUES (2)"))
        execute(database, "INSERT INTO note VALUES (3)")
    assert ask(notes, "SELECT count(*) FROM note") == 2


@pytest.mark.parametrize("path", ["api", "''", '"$user", nowhere', '"Odd, name"'])
def test_trigrams_are_found_behind_every_search_path_which_stays_in_front(
    empty_db: Database, path: str
) -> None:
    execute(empty_db, 'CREATE SCHEMA "Ext ensions"; CREATE EXTENSION pg_trgm SCHEMA "Ext ensions"')
    name = ask(empty_db, "SELECT quote_ident(current_database())")
    execute(empty_db, f"ALTER DATABASE {name} SET search_path = {path}")
    likeness = "SELECT similarity('putin', 'puttin') > 0.5 AND 'putin' % 'puttin'"
    with Database(empty_db.engine.url) as database:
        assert ask(database, likeness) is True
        with database.transaction() as session:
            assert session.scalar(text(likeness)) is True
            found = session.scalar(text("SHOW search_path"))
        with database.engine.connect() as connection:
            own = connection.scalar(text("SHOW search_path"))
    assert found == f'{own}, "Ext ensions"'


def test_a_search_path_that_finds_trigrams_stays_as_it_is(empty_db: Database) -> None:
    execute(empty_db, "CREATE EXTENSION pg_trgm")
    assert ask(empty_db, "SHOW search_path") == '"$user", public'


def test_a_search_path_without_the_extension_stays_as_it_is(empty_db: Database) -> None:
    assert ask(empty_db, "SHOW search_path") == '"$user", public'


# --- reaching it -------------------------------------------------------------------------------------------


def test_connections_say_who_they_are(empty_db: Database) -> None:
    assert ask(empty_db, "SHOW application_name") == "geodb"


def test_the_application_name_of_the_url_wins(empty_db: Database) -> None:
    with Database(empty_db.engine.url.update_query_dict({"application_name": "bi"})) as database:
        assert ask(database, "SHOW application_name") == "bi"


def test_a_server_that_is_not_there_is_unreachable_and_the_password_stays_secret() -> None:
    with pytest.raises(DatabaseUnreachable, match="Connection refused") as caught, Database(NOWHERE).read():
        pass
    assert caught.value.exit_code == 3
    assert "secret" not in f"{caught.value.message} {caught.value.hint}"


def test_a_database_that_does_not_exist_is_unreachable(empty_db: Database) -> None:
    url = empty_db.engine.url.set(database="no_such_database")
    with pytest.raises(DatabaseUnreachable, match="no_such_database"), Database(url).read():
        pass


def test_the_password_is_never_displayed() -> None:
    assert Database(NOWHERE).display_url == "postgresql://ann:***@127.0.0.1:1/geodb"
    in_query = "postgresql://ann@127.0.0.1:1/geodb?password=secret&sslmode=prefer"
    assert Database(in_query).display_url == "postgresql://ann:***@127.0.0.1:1/geodb?sslmode=prefer"


def test_an_address_is_displayed_as_other_clients_read_it() -> None:
    url = "postgresql://ann%20e@/a%20b%2Fc+d%3F?host=%2Fe%20f%2Bg"
    read = conninfo_to_dict(Database(url).display_url)
    assert read == {"user": "ann e", "dbname": "a b/c+d?", "host": "/e f+g"}


def test_an_option_that_no_client_knows_is_a_wrong_setting() -> None:
    with pytest.raises(ConfigError, match='invalid connection option "sslmod"'):
        make_engine("postgresql://ann@db/geo?sslmod=require")


def test_a_pooled_connection_that_the_server_dropped_is_replaced(empty_db: Database) -> None:
    with empty_db.read() as session:
        pid = session.scalar(text("SELECT pg_backend_pid()"))
    with Database(empty_db.engine.url) as other, other.transaction() as session:
        session.execute(text("SELECT pg_terminate_backend(:pid)"), {"pid": pid})
    assert ask(empty_db, "SELECT 1") == 1


def test_opening_with_a_url_leaves_the_embedded_server_alone(empty_db: Database) -> None:
    url = empty_db.engine.url.set(drivername="postgresql").render_as_string(hide_password=False)
    settings = Settings(home=Path("/nonexistent/geodb"), database_url=SecretStr(url))
    with Database.open(settings) as database:
        assert ask(database, "SELECT 1") == 1


def test_opening_without_a_url_starts_the_embedded_server(make_server: Callable[[], EmbeddedServer]) -> None:
    server = make_server()
    with Database.open(Settings(home=server.home)) as database:
        assert ask(database, "SELECT current_database()") == "geodb"
    assert server.status().running


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg", "postgresql+psycopg2"])
def test_every_spelling_of_the_scheme_connects_through_psycopg_3(scheme: str) -> None:
    assert normalized_url(f"{scheme}://ann@db/geo").render_as_string() == "postgresql+psycopg://ann@db/geo"


def test_a_url_that_cannot_be_read_is_not_repeated() -> None:
    with pytest.raises(ConfigError) as caught:
        make_engine("postgresql//ann:secret@db")
    assert "secret" not in caught.value.message


def test_another_database_system_is_refused() -> None:
    with pytest.raises(ConfigError, match="is for mysql"):
        make_engine("mysql://ann@db/geo")


@pytest.mark.parametrize("version", [150_000, 180_006])
def test_servers_from_version_15_on_are_good(version: int) -> None:
    check_server_version(version)


def test_an_older_server_is_refused() -> None:
    with pytest.raises(DatabaseTooOld, match=r"version 14\.9, geodb needs 15") as caught:
        check_server_version(140_009)
    assert caught.value.exit_code == 3


def test_the_version_is_checked_on_connecting(empty_db: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("geodb.db.engine.OLDEST_SERVER", 99)
    with pytest.raises(DatabaseTooOld), Database(empty_db.engine.url).read():
        pass

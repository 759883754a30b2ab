"""What the database refuses, as a person hears it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from geodb.db.constraint_sentences import SENTENCES
from geodb.db.pgerrors import translated_errors
from geodb.db.session import driver_connection
from geodb.errors import (
    CheckFailed,
    Conflict,
    DatabaseBusy,
    DatabaseUnreachable,
    GeodbError,
    InvalidReference,
    InvalidValue,
    MigrationNeeded,
    NotPermitted,
    OverlapError,
)
from geodb.repositories import Repositories
from tests import builders as b

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy.orm import Session

    from geodb.db.session import Database

TABLES = """
CREATE TABLE party (id int CONSTRAINT pk_party PRIMARY KEY, name text NOT NULL,
    CONSTRAINT uq_party_name UNIQUE (name));
CREATE TABLE term (party_id int CONSTRAINT fk_term_party_id REFERENCES party, seats int, span int4range,
    CONSTRAINT ck_term_seats_are_positive CHECK (seats > 0),
    CONSTRAINT ex_term_one_at_a_time EXCLUDE USING gist (span WITH &&));
INSERT INTO party VALUES (1, 'Greens');
INSERT INTO term VALUES (1, 5, '[1,5)');
CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a party may not be renamed' USING ERRCODE = 'check_violation',
        CONSTRAINT = 'tg_party_name_stays', HINT = 'add a party_name';
END $$;
CREATE TRIGGER tg_party_name_stays BEFORE UPDATE ON party EXECUTE FUNCTION refuse();
"""


@pytest.fixture
def parties(empty_db: Database) -> Database:
    execute(empty_db, TABLES)
    return empty_db


def execute(db: Database, *statements: str) -> None:
    with db.transaction() as session:
        for statement in statements:
            session.execute(text(statement))


def refused(db: Database, *statements: str) -> GeodbError:
    with pytest.raises(GeodbError) as caught:
        execute(db, *statements)
    assert caught.value.__cause__ is not None
    return caught.value


CONSTRAINTS = [
    (
        "INSERT INTO party VALUES (2, 'Greens')",
        Conflict,
        "uq_party_name",
        "party has such a row already (name): Key (name)=(Greens) already exists",
    ),
    (
        "INSERT INTO party VALUES (1, 'Reds')",
        Conflict,
        "pk_party",
        "party has such a row already (primary key): Key (id)=(1) already exists",
    ),
    (
        "INSERT INTO term VALUES (9, 1, NULL)",
        InvalidReference,
        "fk_term_party_id",
        'Key (party_id)=(9) is not present in table "party"',
    ),
    (
        "DELETE FROM party",
        InvalidReference,
        "fk_term_party_id",
        'still referenced from table "term"',
    ),
    (
        "INSERT INTO term VALUES (1, -1, NULL)",
        CheckFailed,
        "ck_term_seats_are_positive",
        "a value breaks the rule 'seats are positive' (term)",
    ),
    ("INSERT INTO party VALUES (2, NULL)", CheckFailed, None, "party.name must have a value"),
    (
        "INSERT INTO term VALUES (1, 1, '[2,3)')",
        OverlapError,
        "ex_term_one_at_a_time",
        "term has a row whose period overlaps (one at a time): Key (span)=([2,3)) conflicts",
    ),
    ("UPDATE party SET name = 'Reds'", CheckFailed, "tg_party_name_stays", "a party may not be renamed"),
]


@pytest.mark.parametrize(("statement", "kind", "constraint", "words"), CONSTRAINTS)
def test_a_broken_rule_is_told_in_a_sentence(
    parties: Database,
    statement: str,
    kind: type[Conflict | InvalidReference | CheckFailed | OverlapError],
    constraint: str | None,
    words: str,
) -> None:
    error = refused(parties, statement)
    assert isinstance(error, kind)
    assert error.constraint == constraint
    assert words in error.message


def test_a_trigger_s_own_words_and_hint_reach_the_user(parties: Database) -> None:
    error = refused(parties, "UPDATE party SET name = 'Reds'")
    assert (error.message, error.hint) == ("a party may not be renamed", "add a party_name")


def test_a_value_that_goes_on_and_on_is_cut(parties: Database) -> None:
    long = "x" * 2000
    execute(parties, f"INSERT INTO party VALUES (2, '{long}')")
    assert len(refused(parties, f"INSERT INTO party VALUES (3, '{long}')").message) < 300


def test_what_breaks_a_check_is_told_without_the_rest_of_the_row(session: Session) -> None:
    geo = Repositories(session)
    b.actor(session, "a")
    with session.begin_nested(), pytest.raises(CheckFailed) as empty:
        geo.actors.retract("test:a", "")
    assert empty.value.message.endswith(": record.retraction_reason is ''")
    session.expire_all()
    b.source(session, "wire")
    with pytest.raises(CheckFailed) as high:
        geo.sources.cite("test:a", "test:wire", credibility=9)
    assert high.value.message == (
        "a credibility is 1 (confirmed) to 6 (cannot be judged): evidence.credibility is 9"
    )


def test_a_code_that_is_not_in_its_list_is_told_with_the_list(session: Session) -> None:
    geo = Repositories(session)
    b.actor(session, "a")
    b.event(session, "talks")
    writes: dict[str, Callable[[], object]] = {
        "event_status": lambda: geo.events.set_status("test:talks", "no"),
        "participant_role": lambda: geo.events.add_participant("test:talks", "test:a", "no"),
        "marking": lambda: geo.records.mark("test:a", "no"),
        "topic": lambda: geo.records.tag("test:a", "no"),
        "plover": lambda: b.plover(session, geo.events.get("test:talks"), "no"),
    }
    for code_list, write in writes.items():
        with session.begin_nested(), pytest.raises(InvalidReference) as caught, translated_errors():
            write()
        session.expunge_all()
        assert caught.value.message == f"'no' is not a code of the list {code_list}"
        assert caught.value.hint == f"`geodb codes {code_list}` lists the known ones"
        assert caught.value.constraint is not None
    with session.begin_nested(), pytest.raises(InvalidReference) as country, translated_errors():
        b.place(session, "kyiv", country_code="ukr")
    assert country.value.message == "there is no country 'ukr'"


def test_a_constraint_with_a_sentence_of_its_own_is_told_by_it(
    parties: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(SENTENCES, "ck_term_seats_are_positive", "a party holds at least one seat")
    error = refused(parties, "INSERT INTO term VALUES (1, -1, NULL)")
    assert error.message == "a party holds at least one seat (term)"


STATES = [
    ("SELECT * FROM no_such_table", MigrationNeeded),
    ("SELECT geodb.no_such_function()", MigrationNeeded),
    ("SELECT no_such_function()", GeodbError),
    ("SELECT daterange('2025-01-01', NULL) @> 'x'::varchar", GeodbError),
    ("SET LOCAL ROLE nobody_special; SELECT * FROM party", NotPermitted),
    ("SET LOCAL statement_timeout = 10; SELECT pg_sleep(5)", DatabaseBusy),
    ("SELECT pg_terminate_backend(pg_backend_pid())", DatabaseUnreachable),
    ("SELECT 1/0", GeodbError),
]


@pytest.mark.parametrize(("statement", "kind"), STATES)
def test_other_refusals_are_told_apart(
    parties: Database, statement: str, kind: type[GeodbError], request: pytest.FixtureRequest
) -> None:
    if "nobody_special" in statement:
        execute(parties, "CREATE ROLE nobody_special")
        request.addfinalizer(lambda: execute(parties, "DROP ROLE nobody_special"))
    assert type(refused(parties, *statement.split("; "))) is kind


def test_a_lock_held_by_another_is_a_reason_to_try_again(parties: Database) -> None:
    with parties.transaction() as holder:
        holder.execute(text("LOCK TABLE party"))
        error = refused(parties, "SET LOCAL lock_timeout = 10", "SELECT * FROM party")
    assert isinstance(error, DatabaseBusy)
    assert error.hint == "run the command again"


def test_errors_of_the_bare_driver_are_told_as_well(parties: Database) -> None:
    with pytest.raises(Conflict), parties.transaction() as session:
        driver_connection(session).execute("INSERT INTO party VALUES (2, 'Greens')")


def test_bytes_that_are_no_text_are_told(empty_db: Database) -> None:
    with pytest.raises(InvalidValue, match="is no text"), empty_db.read() as session:
        session.scalar(text("SELECT :given"), {"given": "Ki\udcffv"})

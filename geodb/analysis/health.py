"""What `geodb doctor` looks at, one question per function, answered from the catalog and our own files."""

from __future__ import annotations

import os
import re
import shutil
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING, Literal

from sqlalchemy import text

from geodb.db import migrate
from geodb.errors import DatabaseTooOld, DatabaseUnreachable, GeodbError, NotPermitted
from geodb.models.code import CODE_LISTS
from geodb.sql import apply, markings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from sqlalchemy.orm import Session

    from geodb.config import Settings
    from geodb.db.session import Database

Status = Literal["ok", "warn", "fail"]

EXTENSIONS = ("btree_gist", "pg_trgm")
SCHEMAS = ("geodb", "api", "audit", "ingest")
LOW_DISK, NO_DISK = 2 * 10**9, 2 * 10**8  # bytes

_CREATES = re.compile(r"^CREATE (?:OR REPLACE )?(?:VIEW|FUNCTION) api\.(\w+)", re.MULTILINE)
_DESCRIBES = re.compile(r"^COMMENT ON COLUMN api\.(\w+\.\w+)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Check:
    """One finding: what was looked at, how it stands, what was found, and what to do next."""

    name: str
    status: Status
    found: str
    next: str | None = None


def examine(database: Database) -> Iterator[Check]:
    """All checks of the database, in the order a person would make them.

    What the role may not look at is a warning. Raises DatabaseUnreachable or DatabaseTooOld.
    """
    for name, check in _SERVER_CHECKS.items():
        yield _asked(database, name, check)
    schema = _asked(database, "migrations", migrations)
    yield schema
    if schema.status != "fail":  # the others would only repeat that the schema is not there
        for name, check in _SCHEMA_CHECKS.items():
            yield _asked(database, name, check)


def _asked(database: Database, name: str, check: Callable[[Session], Check]) -> Check:
    try:
        with database.read() as session:
            return check(session)
    except NotPermitted as error:
        return Check(name, "warn", error.message, "ask again as the owner of the database")
    except (DatabaseUnreachable, DatabaseTooOld):
        raise
    except GeodbError as error:
        return Check(name, "fail", error.message, error.hint)


def server(session: Session) -> Check:
    """The version; one that is too old was refused on connecting."""
    version = session.scalar(text("SHOW server_version"))
    return Check("server", "ok", f"PostgreSQL {version}")


def encoding(session: Session) -> Check:
    """Names in every script need UTF-8 and a locale that knows their letters."""
    code, locale = session.execute(
        text(
            "SELECT pg_encoding_to_char(encoding), datcollate || '/' || datctype"
            " FROM pg_database WHERE datname = current_database()"
        )
    ).one()
    if code != "UTF8":
        return Check("encoding", "fail", f"{code}, {locale}", "create the database with ENCODING 'UTF8'")
    letters = session.scalar(text("SELECT 'Кремль' ~ '^[[:alpha:]]+$'"))
    if not letters:
        advice = "create the database with LC_CTYPE 'C.UTF-8', or search finds no Cyrillic"
        return Check("encoding", "fail", f"{code}, but the locale {locale} knows no Cyrillic letters", advice)
    return Check("encoding", "ok", f"{code}, {locale}")


def extensions(session: Session) -> Check:
    """The two extensions geodb stands on, and that trigrams work in Cyrillic."""
    rows = session.execute(text("SELECT extname, extversion FROM pg_extension"))
    present: dict[str, str] = {str(name): str(version) for name, version in rows}
    if missing := [name for name in EXTENSIONS if name not in present]:
        return Check("extensions", "fail", f"missing: {', '.join(missing)}", "run `geodb db migrate`")
    if not session.scalar(text("SELECT cardinality(show_trgm('Кремль'))")):
        return Check("extensions", "fail", "pg_trgm makes no trigrams of Кремль", "set LC_CTYPE to C.UTF-8")
    return Check("extensions", "ok", ", ".join(f"{name} {present[name]}" for name in EXTENSIONS))


def migrations(session: Session) -> Check:
    """Whether the schema is the one this version of geodb knows."""
    migrate.require_current(session.connection())
    return Check("migrations", "ok", f"at revision {migrate.head()}, the newest")


def api_views(session: Session) -> Check:
    """Whether every view and function of the read contract is there, with the columns of this version."""
    present = set(session.scalars(text(_API_OBJECTS)))
    expected = contract()
    advice = "run `geodb db migrate`"
    if missing := sorted(expected - present):
        return Check("api views", "fail", f"missing: {', '.join(missing)}", advice)
    if odd := sorted(name for name in present - expected if name.partition(".")[0] in expected):
        return Check(
            "api views", "fail", f"outdated, with columns of another version: {', '.join(odd)}", advice
        )
    if apply.made_from(session) != apply.fingerprint():
        return Check("api views", "fail", "outdated: made by another version of geodb", advice)
    columns = sum("." in name for name in expected)
    return Check("api views", "ok", f"all {len(expected) - columns} views and functions, {columns} columns")


_API_OBJECTS = """
    SELECT relname FROM pg_class WHERE relnamespace = to_regnamespace('api')
    UNION
    SELECT proname FROM pg_proc WHERE pronamespace = to_regnamespace('api')
    UNION
    SELECT concat(relname, '.', attname) FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid
    WHERE relnamespace = to_regnamespace('api') AND relkind = 'v' AND attnum > 0
"""


def contract() -> set[str]:
    """Names of the views and functions that this version puts into schema api, and of columns, `view.column`.

    Read from the files of the views, where every column has a comment.
    """
    folder = files("geodb.sql") / "views"
    texts = [file.read_text(encoding="utf-8") for file in folder.iterdir() if file.name.endswith(".sql")]
    return {name for content in texts for name in _CREATES.findall(content) + _DESCRIBES.findall(content)}


def indexes(session: Session) -> Check:
    """An index is invalid after CREATE INDEX CONCURRENTLY failed; it slows writes and helps nobody."""
    found = _names(
        session,
        "SELECT concat(nspname, '.', relname) FROM pg_index JOIN pg_class c ON c.oid = indexrelid"
        " JOIN pg_namespace n ON n.oid = relnamespace WHERE NOT indisvalid",
    )
    advice = "REINDEX INDEX CONCURRENTLY, or DROP INDEX, each of them"
    return _none("indexes", found, "invalid", "all valid", advice)


def constraints(session: Session) -> Check:
    """A constraint that is not validated does not hold for the rows that were there before it."""
    found = _names(
        session,
        "SELECT concat(nspname, '.', relname, '.', conname) FROM pg_constraint"
        " JOIN pg_class c ON c.oid = conrelid JOIN pg_namespace n ON n.oid = relnamespace"
        " WHERE NOT convalidated",
    )
    advice = "ALTER TABLE ... VALIDATE CONSTRAINT, each of them"
    return _none("constraints", found, "not validated", "all validated", advice)


def triggers(session: Session) -> Check:
    """Triggers keep evidence equal to its text, and the history complete; foreign keys are triggers too."""
    found = _names(
        session,
        "SELECT DISTINCT concat(nspname, '.', relname,"
        " CASE WHEN tgisinternal THEN ' (a foreign key)' ELSE '.' || tgname END)"
        " FROM pg_trigger JOIN pg_class c ON c.oid = tgrelid"
        " JOIN pg_namespace n ON n.oid = relnamespace WHERE tgenabled = 'D'",
    )
    if found:
        advice = "ALTER TABLE ... ENABLE TRIGGER ALL, each table"
        return Check("triggers", "fail", f"disabled: {', '.join(found)}", advice)
    ordinary = _names(
        session,
        "SELECT concat(nspname, '.', relname, '.', tgname) FROM pg_trigger JOIN pg_class c ON c.oid = tgrelid"
        " JOIN pg_namespace n ON n.oid = relnamespace WHERE tgenabled = 'O' AND NOT tgisinternal",
    )
    if ordinary:
        lost = f"{len(ordinary)} have lost their mode, so that good writes are refused: {ordinary[0]}, ..."
        return Check(
            "triggers", "fail", lost, "run `geodb db migrate`; restore dumps without --disable-triggers"
        )
    return Check("triggers", "ok", "all enabled")


def readers(session: Session) -> Check:
    """Whether who may read schema api is kept from marked records: views of the wrong owner show all."""
    if not session.scalar(text(f"SELECT {markings.IS_OPEN}")):
        return Check("readers", "ok", "schema api is open to its owner alone")
    showing = list(session.scalars(text(_SHOW_ALL)))
    tables = [table for table, _ in markings.policies()]
    showing += session.scalars(text(_HAVE_NO_POLICY), {"tables": tables})
    if showing:
        found = f"see marked records too, by {showing[0]} and {len(showing) - 1} others"
        return Check("readers", "fail", found, "run `geodb db roles` as an administrator of the server")
    return Check("readers", "ok", "see what their markings allow")


# Views and functions show what their owner sees. Row security holds neither for who owns a table nor for who
# bypasses it.
_SHOW_ALL = """
    SELECT concat('api.', name)
    FROM (
        SELECT relname AS name, relowner AS owner FROM pg_class
        WHERE relnamespace = 'api'::regnamespace AND relkind = 'v'
        UNION
        SELECT proname, proowner FROM pg_proc WHERE pronamespace = 'api'::regnamespace AND prosecdef
    ) AS read_through
    JOIN pg_roles ON pg_roles.oid = owner
    WHERE rolsuper OR rolbypassrls OR EXISTS (
        SELECT FROM pg_class
        WHERE relnamespace = 'geodb'::regnamespace AND relkind = 'r' AND pg_has_role(owner, relowner, 'USAGE')
    )
    ORDER BY 1
"""
_HAVE_NO_POLICY = """
    SELECT name FROM unnest(CAST(:tables AS text[])) AS name
    WHERE NOT (SELECT relrowsecurity FROM pg_class WHERE oid = name::regclass)
        OR NOT EXISTS (SELECT FROM pg_policy WHERE polrelid = name::regclass AND polname = 'seen')
    ORDER BY 1
"""


def code_lists(session: Session) -> Check:
    """Facts can carry only codes that were loaded."""
    unions = " UNION ALL ".join(
        f"SELECT '{name}' AS name, EXISTS (SELECT FROM geodb.{name}) AS loaded"  # noqa: S608 - names of our own
        for name in (*CODE_LISTS, "country", "taxonomy", "term")
    )
    loaded = {str(name): bool(there) for name, there in session.execute(text(unions))}
    if empty := [name for name, there in loaded.items() if not there]:
        return Check(
            "code lists", "fail", f"empty: {', '.join(empty)}", "run `geodb db migrate`, which loads them"
        )
    return Check("code lists", "ok", f"all {len(loaded)} loaded")


def records(session: Session) -> Check:
    """A record has its row in the table of its kind, a document its words: SQL can write half of either."""
    halves = [
        f"SELECT key FROM geodb.record WHERE kind = '{kind}'"  # noqa: S608 - names of our own
        f" AND id NOT IN (SELECT id FROM geodb.{table.name})"
        for kind, table in markings.kinds()
    ]
    halves.append(
        "SELECT key FROM geodb.record JOIN geodb.document d USING (id)"
        " WHERE NOT EXISTS (SELECT FROM geodb.paragraph p WHERE p.document_id = d.id)"
    )
    found = [str(key) for key in session.scalars(text(f"{' UNION ALL '.join(halves)} ORDER BY 1"))]
    advice = "insert the row of its kind, or the paragraphs; or retract the record"
    return _none("records", found, "half written", "all whole", advice)


def evidence(session: Session) -> Check:
    """The first promise of geodb: a quoted passage equals the characters of the stored text."""
    spans, differing = session.execute(
        text(
            "SELECT count(*), count(*) FILTER (WHERE e.exact IS DISTINCT FROM"
            " substr(p.text, e.start_offset + 1, e.end_offset - e.start_offset))"
            " FROM geodb.evidence e LEFT JOIN geodb.paragraph p"
            " ON p.document_id = e.document_id AND p.no = e.paragraph_no WHERE e.exact IS NOT NULL"
        )
    ).one()
    if differing:
        found = f"{differing:,} of {spans:,} passages differ from the text they quote"
        return Check("evidence", "fail", found, "load the dossiers they came from again: `geodb load FOLDER`")
    return Check("evidence", "ok", f"all {spans:,} passages equal the text they quote")


_SERVER_CHECKS: dict[str, Callable[[Session], Check]] = {
    "server": server,
    "encoding": encoding,
    "extensions": extensions,
}
_SCHEMA_CHECKS: dict[str, Callable[[Session], Check]] = {
    "api views": api_views,
    "indexes": indexes,
    "constraints": constraints,
    "triggers": triggers,
    "readers": readers,
    "code lists": code_lists,
    "records": records,
    "evidence": evidence,
}


def _names(session: Session, query: str) -> list[str]:
    ours = f"{query} AND nspname = ANY (:schemas) ORDER BY 1"
    return [str(name) for name in session.scalars(text(ours), {"schemas": list(SCHEMAS)})]


def _none(name: str, found: list[str], wrong: str, good: str, advice: str) -> Check:
    if found:
        return Check(name, "fail", f"{wrong}: {', '.join(found)}", advice)
    return Check(name, "ok", good)


def home(settings: Settings) -> Check:
    """Whether the folder of the embedded server can be written to."""
    if settings.database_url:
        return Check("home", "ok", "not needed: GEODB_DATABASE_URL names the server")
    folder = _existing(settings.home)
    if not os.access(folder, os.W_OK | os.X_OK):
        return Check("home", "fail", f"{folder} is not writable", "set GEODB_HOME to a folder of yours")
    return Check("home", "ok", f"{settings.home} is writable")


def disk(settings: Settings) -> Check:
    """Whether there is room below the embedded server."""
    if settings.database_url:
        return Check("disk", "ok", "not looked at: the server is not geodb's own")
    free = shutil.disk_usage(_existing(settings.home)).free
    status: Status = "ok" if free >= LOW_DISK else "warn" if free >= NO_DISK else "fail"
    advice = None if status == "ok" else "free some space, or set GEODB_HOME to another disk"
    return Check("disk", status, f"{free / 10**9:.1f} GB free", advice)


def _existing(folder: Path) -> Path:
    # os.path says no where Path raises: below a folder that is closed to us
    return next(path for path in (folder, *folder.parents) if os.path.exists(path))  # noqa: PTH110

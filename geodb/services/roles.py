"""The roles that people and programs connect as: made, and repaired where they are not as they should be."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from psycopg.errors import InsufficientPrivilege
from sqlalchemy import text
from sqlalchemy.exc import ProgrammingError

from geodb.errors import NotPermitted
from geodb.sql.apply import grant_statement
from geodb.sql.markings import IS_OPEN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.orm import Session

    from geodb.db.session import Database


@dataclass(frozen=True, slots=True)
class Role:
    """A role of the server. Settings hold for its own logins only, not for members of it."""

    name: str
    comment: str
    login: bool = True
    settings: dict[str, str] = field(default_factory=dict)
    member_of: str | None = None
    bypasses_rls: bool = False
    """Only where whoever makes the roles can give it: few managed servers let anybody."""


ROLES = (
    Role(
        "geodb_api",
        "Owns the views and functions of schema api, and sees what their reader may see.",
        login=False,
    ),
    Role(
        "geodb_owner",
        "Owns the schemas of geodb; its members migrate.",
        login=False,
        member_of="geodb_api",
    ),
    Role(
        "geodb_importer",
        "Writes through the tables of geodb and reads schema api.",
        settings={"jit": "off"},
        bypasses_rls=True,
    ),
    Role(
        "geodb_analyst",
        "Reads schema api, with a statement timeout.",
        settings={
            "search_path": "api",
            "default_transaction_read_only": "on",
            "statement_timeout": "60s",
            "jit": "off",
        },
    ),
    Role("geodb_service", "Reads schema api.", settings={"search_path": "api", "jit": "off"}),
    Role("geodb_tlp_green", "Cleared for records marked TLP:GREEN.", login=False),
    Role(
        "geodb_tlp_amber",
        "Cleared for records marked up to TLP:AMBER.",
        login=False,
        member_of="geodb_tlp_green",
    ),
    Role(
        "geodb_tlp_amber_strict",
        "Cleared for records marked up to TLP:AMBER+STRICT.",
        login=False,
        member_of="geodb_tlp_amber",
    ),
    Role(
        "geodb_tlp_red",
        "Cleared for records of every marking of the Traffic Light Protocol.",
        login=False,
        member_of="geodb_tlp_amber_strict",
    ),
)

OPEN = "GRANT USAGE ON SCHEMA api TO geodb_service"
"""Opens a database to the roles: without it the grants are left alone."""

_FOUND = text("""
    SELECT
        rolcanlogin,
        coalesce(rolconfig, '{}'),
        shobj_description(oid, 'pg_authid'),
        array_remove(ARRAY[
            CASE WHEN rolsuper THEN 'NOSUPERUSER' END,
            CASE WHEN rolcreatedb THEN 'NOCREATEDB' END,
            CASE WHEN rolcreaterole THEN 'NOCREATEROLE' END,
            CASE WHEN rolreplication THEN 'NOREPLICATION' END,
            CASE
                WHEN rolbypassrls AND NOT :bypasses_rls THEN 'NOBYPASSRLS'
                WHEN :may_bypass AND :bypasses_rls AND NOT rolbypassrls THEN 'BYPASSRLS'
            END
        ], NULL),
        ARRAY(SELECT roleid::regrole::text FROM pg_auth_members WHERE member = pg_roles.oid)
    FROM pg_roles WHERE rolname = :name
""")
_MAY_BYPASS = text("""
    SELECT rolsuper OR rolcreaterole AND rolbypassrls AND current_setting('server_version_num')::int >= 160000
    FROM pg_roles WHERE rolname = current_user
""")
_MAY_OWN = text("""
    SELECT CASE
        WHEN rolsuper THEN true
        WHEN to_regrole('geodb_owner') IS NULL THEN false
        WHEN current_setting('server_version_num')::int >= 160000 THEN pg_has_role('geodb_owner', 'SET')
        ELSE pg_has_role('geodb_owner', 'MEMBER')
    END
    FROM pg_roles WHERE rolname = current_user
""")
# Whoever owned the schemas before would not even read them any more.
_OWNERS = text("""
    SELECT DISTINCT quote_ident(rolname)
    FROM pg_namespace
    JOIN pg_roles ON pg_roles.oid = nspowner
    WHERE nspname IN ('geodb', 'api', 'audit', 'ingest') AND rolname <> 'geodb_owner' AND NOT rolsuper
        AND NOT CASE
            WHEN to_regrole('geodb_owner') IS NULL THEN false
            ELSE pg_has_role(pg_roles.oid, to_regrole('geodb_owner'), 'MEMBER')
        END
    ORDER BY 1
""")
_IS_SHUT = text(f"SELECT to_regrole('geodb_api') IS NULL AND {IS_OPEN}")
# Those who migrate wait for each other by the same lock.
_LOCK = text("SELECT pg_advisory_xact_lock(hashtext('geodb migrations'))")


def make_roles(db: Database, *, dry_run: bool = False) -> list[str]:
    """Make the roles of ROLES, repair those that are not as they should be, and grant what is theirs here.

    Returns the statements that make or repair roles, none if all is well; with `dry_run` nothing is done.
    Raises NotPermitted, with the statements an administrator must run, if the database user may not.
    """
    with db.transaction() as session:
        session.execute(_LOCK)
        statements = list(_missing(session))
        if not dry_run:
            _run(session, statements)
            session.execute(text(OPEN))
            session.execute(grant_statement())
    return statements


def are_of_older_version(db: Database) -> bool:
    """Whether this database was opened to roles that lack one: its readers see nothing until it is made."""
    with db.read() as session:
        return bool(session.scalar(_IS_SHUT))


def _run(session: Session, statements: list[str]) -> None:
    try:
        for statement in statements:
            session.connection().exec_driver_sql(statement)
    except ProgrammingError as error:
        if not isinstance(error.orig, InsufficientPrivilege):
            raise
        script = "".join(f"\n  {statement};" for statement in statements)
        hint = "have it run by an administrator of the server, then run `geodb db roles` again"
        why = error.orig.diag.message_primary
        message = f"the database user may not make the roles ({why}). What it takes:{script}"
        raise NotPermitted(message, hint=hint) from error


def _missing(session: Session) -> Iterator[str]:
    """What it takes to make the roles of the server what ROLES says."""
    may_bypass = bool(session.scalar(_MAY_BYPASS))
    for role in ROLES:
        yield from _repairs(session, role, may_bypass=may_bypass)
    owners = list(session.scalars(_OWNERS))
    if not session.scalar(_MAY_OWN):
        owners.append(str(session.scalar(text("SELECT quote_ident(current_user)"))))
    for owner in dict.fromkeys(owners):
        yield f"GRANT geodb_owner TO {owner}"


def _repairs(session: Session, role: Role, *, may_bypass: bool) -> Iterator[str]:
    wanted = "LOGIN" if role.login else "NOLOGIN"
    asked = {"name": role.name, "bypasses_rls": role.bypasses_rls, "may_bypass": may_bypass}
    found = session.execute(_FOUND, asked).one_or_none()
    login, settings, comment, changed, member_of = found or (role.login, [], None, [], [])
    if found is None:
        bypass = " BYPASSRLS" if role.bypasses_rls and may_bypass else ""
        yield f"CREATE ROLE {role.name} {wanted}{bypass}"
    if login != role.login or changed:
        yield f"ALTER ROLE {role.name} {' '.join([wanted, *changed])}"
    for name, value in role.settings.items():
        if f"{name}={value}" not in settings:
            yield f"ALTER ROLE {role.name} SET {name} = '{value}'"
    if role.member_of and role.member_of not in member_of:
        yield f"GRANT {role.member_of} TO {role.name}"
    if comment != role.comment:
        yield f"COMMENT ON ROLE {role.name} IS '{role.comment}'"

"""How a migration runs: in one transaction, one at a time, not waiting for ever, the views made anew.

`geodb db migrate` hands over a connection in ``config.attributes["connection"]``; the command `alembic` asks
geodb's settings for one; `alembic upgrade head --sql` needs none and prints the script.
"""

from __future__ import annotations

import logging
import os
from logging.config import fileConfig

import sqlalchemy as sa
from alembic import context
from alembic.runtime.environment import NameFilterParentNames, NameFilterType

import geodb.models  # noqa: F401 - the tables must be known before they can be compared
from geodb.db.base import AUDIT, INGEST, SCHEMA, Base
from geodb.db.migrate import VERSION_TABLE
from geodb.db.session import Database
from geodb.sql import apply

LOCK_TIMEOUT = os.environ.get("GEODB_MIGRATE_LOCK_TIMEOUT", "10s")
STATEMENT_TIMEOUT = os.environ.get("GEODB_MIGRATE_STATEMENT_TIMEOUT", "15min")
"""How long a step waits for others, and how long it may take itself; raise them for large data."""

VERSION_SCHEMA = "public"
"""Outside our own schemas, which the first revision makes and its downgrade drops."""

log = logging.getLogger("alembic.env")

# Names without a schema must not find our tables: a user called geodb has that schema in its path, and then
# PostgreSQL shows definitions without schema. The extensions are where the server's owner has put them.
SEARCH_PATH = """
SELECT set_config('search_path', concat_ws(', ', 'public', string_agg(quote_ident(nspname), ', ')), true)
FROM pg_extension JOIN pg_namespace ON pg_namespace.oid = extnamespace
WHERE extname IN ('btree_gist', 'pg_trgm') AND nspname <> 'public'
"""


def prepare() -> None:
    """Let no migration run beside another, nor hold up others by waiting for a lock."""
    if context.is_offline_mode():  # our own connections say so when they are made
        context.execute("SET LOCAL standard_conforming_strings = on")
    context.execute(f"SET LOCAL statement_timeout = '{STATEMENT_TIMEOUT}'")
    context.execute("SELECT pg_advisory_xact_lock(hashtext('geodb migrations'))")
    context.execute(f"SET LOCAL lock_timeout = '{LOCK_TIMEOUT}'")
    context.execute(SEARCH_PATH.strip())


def migrate() -> None:
    """Run what Alembic was asked for; around an upgrade or downgrade, drop the views and make them anew."""
    destination = context.get_context().opts.get("destination_rev")
    if destination is None:  # only a look: current, check, revision
        context.run_migrations()
        return
    if is_up_to_date(destination):
        for statement in apply.mend_statements():
            context.execute(statement)
        return
    if not context.is_offline_mode() or context.get_starting_revision_argument():
        context.execute(apply.drop_statement())
    context.run_migrations()
    if is_at_head():
        for statement in apply.create_statements():
            context.execute(statement)
    else:
        log.info("not at the newest revision: the views of schema %s are left out", apply.SCHEMA)


def is_up_to_date(destination: object) -> bool:
    """Whether the tables and the views are as an upgrade would leave them: then nobody need wait for it."""
    if context.is_offline_mode() or not is_at_head():
        return False
    connection = context.get_bind()
    heads = context.get_context().get_current_heads()
    return destination in {"head", "heads", *heads} and apply.made_from(connection) == apply.fingerprint()


def is_at_head() -> bool:
    """Whether the database stands at the newest revision once the migrations have run."""
    if context.is_offline_mode():
        return context.get_revision_argument() == context.get_head_revision()
    return context.get_context().get_current_heads() == context.get_head_revisions()


def include_name(name: str | None, kind: NameFilterType, _parents: NameFilterParentNames) -> bool:
    """Compare our own schemas with the models, and leave others' alone."""
    return kind != "schema" or name in {SCHEMA, AUDIT, INGEST}


def run_offline() -> None:
    """Print the script instead of running it."""
    context.configure(
        dialect_name="postgresql",
        dialect_opts={"paramstyle": "named"},
        literal_binds=True,
        target_metadata=Base.metadata,
        version_table=VERSION_TABLE,
        version_table_schema=VERSION_SCHEMA,
    )
    with context.begin_transaction():
        prepare()
        migrate()


def run_online(connection: sa.Connection) -> None:
    """Run on `connection`; all of it happens, or nothing."""
    connection.dialect.default_schema_name = VERSION_SCHEMA
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        include_schemas=True,
        include_name=include_name,
        compare_type=True,
        compare_server_default=True,
        autogenerate_plugins=["alembic.autogenerate.*", "alembic.ext.checkconstraint_byname"],
        version_table=VERSION_TABLE,
        version_table_schema=VERSION_SCHEMA,
    )
    with context.begin_transaction():
        prepare()
        migrate()


def main() -> None:
    """Find out how Alembic was called, and run."""
    if context.config.config_file_name:
        fileConfig(context.config.config_file_name, disable_existing_loggers=False)
    if context.is_offline_mode():
        run_offline()
    elif connection := context.config.attributes.get("connection"):
        run_online(connection)
    else:
        with Database.open() as database, database.engine.connect() as own:
            run_online(own)


main()

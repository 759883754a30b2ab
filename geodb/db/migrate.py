"""Moving a database between revisions of the schema, and asking at which one it stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sqlalchemy import inspect, text

from geodb.db.pgerrors import translated_errors
from geodb.errors import ConfigError, DatabaseEmpty, DatabaseNewer, MigrationNeeded
from geodb.resources import migrations_dir

if TYPE_CHECKING:
    from collections.abc import Callable

    from alembic.config import Config
    from sqlalchemy import Connection, Engine

VERSION_TABLE = "alembic_version"
VERSION_SCHEMA = "public"
_SELECT_REVISION = text(f"SELECT version_num FROM {VERSION_SCHEMA}.{VERSION_TABLE}")  # noqa: S608 - constants
_REVISION = re.compile(r'^revision(?:: str)? = "([^"]+)"', re.MULTILINE)


def revisions() -> tuple[str, ...]:
    """All revisions this version of geodb knows, oldest first.

    Read from the numbered files themselves: asking Alembic costs a third of a second, and every command asks.
    """
    files = sorted((migrations_dir() / "versions").glob("[0-9]*.py"))
    return tuple(match[1] for file in files if (match := _REVISION.search(file.read_text(encoding="utf-8"))))


def head() -> str | None:
    """The newest revision this version of geodb knows; None if there is none at all."""
    return next(reversed(revisions()), None)


def current(connection: Connection) -> str | None:
    """The revision the database stands at, or None if it was never migrated."""
    if not inspect(connection).has_table(VERSION_TABLE, VERSION_SCHEMA):
        return None
    revision: str | None = connection.scalar(_SELECT_REVISION)
    return revision


def require_current(connection: Connection) -> None:
    """Raise MigrationNeeded or DatabaseNewer unless the database stands at `head()`."""
    found = current(connection)
    if found == head():
        return
    if found is None:
        raise DatabaseEmpty("the database is empty: it was never migrated")
    _refuse_unknown(found)
    raise MigrationNeeded(f"the database stands at revision {found}, this version of geodb needs {head()}")


def upgrade(engine: Engine, revision: str = "head") -> None:
    """Migrate up to `revision`. Raises DatabaseNewer, ConfigError for an unknown revision, DatabaseBusy.

    Raises ConfigError for a database that cannot hold names in every script, too.
    """
    from alembic import command  # noqa: PLC0415 - slow to import, and most commands never migrate

    _run(engine, lambda config: command.upgrade(config, revision), _require_utf8)


def downgrade(engine: Engine, revision: str) -> None:
    """Migrate down to `revision` (`base` for an empty database, `-1` for one step). Raises as `upgrade`."""
    from alembic import command  # noqa: PLC0415 - as above

    _run(engine, lambda config: command.downgrade(config, revision))


def _run(engine: Engine, action: Callable[[Config], None], *checks: Callable[[Connection], None]) -> None:
    from alembic.config import Config  # noqa: PLC0415 - as above
    from alembic.util import CommandError  # noqa: PLC0415 - as above

    config = Config()
    config.set_main_option("script_location", str(migrations_dir()).replace("%", "%%"))
    with translated_errors():
        with engine.connect() as connection:
            for check in checks:
                check(connection)
            _refuse_unknown(current(connection))
        with engine.connect() as connection:
            config.attributes["connection"] = connection
            try:
                action(config)
            except CommandError as error:
                hint = f"known revisions: {', '.join(revisions())}"
                raise ConfigError(f"cannot migrate: {error}", hint=hint) from error
            connection.commit()


def _require_utf8(connection: Connection) -> None:
    encoding = connection.scalar(text("SHOW server_encoding"))
    if encoding != "UTF8":
        raise ConfigError(
            f"the database is encoded in {encoding}, geodb needs UTF8",
            hint="CREATE DATABASE ... ENCODING 'UTF8' LC_CTYPE 'C.UTF-8' TEMPLATE template0, "
            "and name it in GEODB_DATABASE_URL",
        )


def _refuse_unknown(revision: str | None) -> None:
    if revision is not None and revision not in revisions():
        raise DatabaseNewer(
            f"the database stands at revision {revision}, which this version of geodb does not know"
        )

"""`geodb db`: the server and the schema."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from geodb.cli.connect import connected
from geodb.cli.output import err, out, print_json
from geodb.errors import ConfigError, DatabaseUnreachable, ServerError

if TYPE_CHECKING:
    from geodb.config import Settings
    from geodb.db.session import Database

app = typer.Typer(help="Start, stop, reach and migrate the database.", no_args_is_help=True)


@dataclass(frozen=True, slots=True)
class DatabaseStatus:
    """What `geodb db status` tells. `embedded`: geodb runs the server itself."""

    embedded: bool
    running: bool
    url: str | None = None
    server_version: str | None = None
    revision: str | None = None
    newest_revision: str | None = None


@app.command()
def up() -> None:
    """Start the embedded server, unless it runs already."""
    with connected(migrated=False) as database:
        with database.read():  # a server named by GEODB_DATABASE_URL is only tried
            pass
        out.print(f"PostgreSQL is up: {database.display_url}", soft_wrap=True)


@app.command()
def down() -> None:
    """Stop the embedded server. Its data stays."""
    from geodb.config import load_settings
    from geodb.db.server import EmbeddedServer

    settings = load_settings()
    if settings.database_url:
        raise ConfigError(
            "GEODB_DATABASE_URL is set: that server is not geodb's to stop",
            hint="unset GEODB_DATABASE_URL to stop the embedded server",
        )
    stopped = EmbeddedServer.from_settings(settings).stop()
    out.print("PostgreSQL is stopped" if stopped else "PostgreSQL was not running")


@app.command()
def status(*, json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False) -> None:
    """Tell whether the database is up, where it is and how it is migrated. Exit code 3 if it is down."""
    found = _status()
    if json:
        print_json(found)
    else:
        out.print(_told(found), soft_wrap=True)
    if not found.running:
        raise typer.Exit(DatabaseUnreachable.exit_code)


@app.command()
def url() -> None:
    """Print the URL for psql and other clients; a password is left out."""
    from geodb.db.engine import without_password

    with connected(migrated=False) as database:
        typer.echo(without_password(database.engine.url))


@app.command(context_settings={"allow_extra_args": True, "ignore_unknown_options": True})
def psql(context: typer.Context) -> None:
    """Open psql on the database. Further arguments are passed on: geodb db psql -c 'SELECT 1'."""
    from geodb.db.engine import without_password

    with connected(migrated=False) as database:
        address = database.engine.url
    if address.password:  # not as an argument, which every user of the machine could read
        os.environ["PGPASSWORD"] = address.password
    program = _psql_program()
    os.execv(program, [program, without_password(address), *context.args])  # noqa: S606 - no shell is wanted


@app.command()
def migrate(
    revision: Annotated[str, typer.Argument(help="How far, such as 0003.")] = "head",
) -> None:
    """Bring the schema up to date and load the code lists. Changes nothing if both are."""
    from geodb.db import migrate as migrations

    with connected(migrated=False) as database:
        migrations.upgrade(database.engine, revision)
        reached = _revision(database)
        if reached == migrations.head():
            from geodb.services.codes import load_codes
            from geodb.services.roles import are_of_older_version

            codes = load_codes(database).total
            out.print(
                f"code lists: {codes.new} new, {codes.changed} changed, {codes.retracted} retired, "
                f"{codes.unchanged} unchanged"
            )
            if are_of_older_version(database):
                err.print("the roles are of an older version and may read nothing: run `geodb db roles`")
    out.print(f"the database stands at revision {reached}")


@app.command(context_settings={"ignore_unknown_options": True})  # -1 is a revision
def downgrade(
    revision: Annotated[str, typer.Argument(help="Where to: a revision, -1 for one step, base for nothing.")],
    *,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Take the schema back to an older revision. Tables and rows that came later are lost."""
    from geodb.db import migrate as migrations

    with connected(migrated=False) as database:
        if not yes:
            err.print(f"This drops tables with their rows in {database.display_url}", soft_wrap=True)
            typer.confirm("Go on?", abort=True, err=True)
        migrations.downgrade(database.engine, revision)
        out.print(f"the database stands at revision {_revision(database) or 'base, empty'}")


@app.command()
def roles(
    *,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only show what it would take.")] = False,
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Make or repair the roles to connect as, and grant each what is its own in this database."""
    from geodb.services.roles import make_roles

    with connected() as database:
        statements = make_roles(database, dry_run=dry_run)
    if json:
        print_json({"dry_run": dry_run, "statements": statements})
        return
    for statement in statements:
        typer.echo(f"{statement};")
    if not dry_run:
        err.print("the roles are as they should be; give each a password: docs/howto/connect.md tells how")


def _status() -> DatabaseStatus:
    from geodb.config import load_settings
    from geodb.db.session import Database

    settings = load_settings()
    address = settings.database_url.get_secret_value() if settings.database_url else _embedded_url(settings)
    embedded = settings.database_url is None
    if address is None:
        return DatabaseStatus(embedded=embedded, running=False)
    with Database(address) as database:
        return _status_of(database, embedded=embedded)


def _status_of(database: Database, *, embedded: bool) -> DatabaseStatus:
    from sqlalchemy import text

    from geodb.db import migrate as migrations

    try:
        with database.read() as session:
            version = session.scalar(text("SHOW server_version"))
    except DatabaseUnreachable as error:
        err.print(error.message, soft_wrap=True)
        return DatabaseStatus(embedded=embedded, running=False, url=database.display_url)
    return DatabaseStatus(
        embedded=embedded,
        running=True,
        url=database.display_url,
        server_version=version,
        revision=_revision(database),
        newest_revision=migrations.head(),
    )


def _embedded_url(settings: Settings) -> str | None:
    from geodb.db.server import EmbeddedServer

    return EmbeddedServer.from_settings(settings).status().url


def _revision(database: Database) -> str | None:
    from geodb.db import migrate as migrations

    with database.read() as session:
        return migrations.current(session.connection())


def _told(status: DatabaseStatus) -> str:
    whose = "the embedded server" if status.embedded else "the server of GEODB_DATABASE_URL"
    if not status.running:
        return f"{whose} is down" + ("; start it with `geodb db up`" if status.embedded else "")
    lines = [f"{whose} is up: PostgreSQL {status.server_version}", f"url: {status.url}"]
    if status.revision == status.newest_revision:
        lines.append(f"schema: revision {status.revision}, up to date")
    else:
        lines.append(
            f"schema: revision {status.revision}, newest {status.newest_revision}: `geodb db migrate`"
        )
    return "\n".join(lines)


def _psql_program() -> str:
    from geodb.config import load_settings
    from geodb.db.binaries import find_bindir

    bundled = find_bindir(load_settings().pg_bindir) / "psql"
    program = str(bundled) if bundled.exists() else shutil.which("psql")
    if program is None:
        raise ServerError("psql was not found", hint="install PostgreSQL's client programs")
    return program

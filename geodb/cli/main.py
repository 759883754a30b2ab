"""The command `geodb`. A new command is a function in a module of its own and one line here.

The modules import nothing slow at their top, so that `geodb --help` stays instant.
"""

from __future__ import annotations

import os
import sys
from functools import cache
from io import TextIOWrapper
from typing import TYPE_CHECKING, Annotated

import typer
from typer.main import get_command

from geodb import __version__
from geodb.cli import (
    changes,
    check,
    codes,
    db,
    doctor,
    draft,
    evaluate,
    find,
    history,
    load,
    mark,
    merge,
    quickstart,
    rejects,
    resolve,
    review,
    show,
)
from geodb.cli.output import print_error
from geodb.errors import GeodbError, told_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

app = typer.Typer(
    name="geodb",
    help="A relational event database for world politics in which every fact can show its sentence.",
    epilog="Exit codes: 0 done, 1 wrong data, 2 wrong command or setting, 3 no database that can be used.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.add_typer(db.app, name="db")
app.add_typer(rejects.app, name="rejects")
app.command()(quickstart.quickstart)
app.command()(draft.draft)
app.command()(review.review)
app.command()(load.load)
app.command()(codes.codes)
app.command()(show.show)
app.command()(history.history)
app.command()(find.find)
app.command()(changes.changes)
app.command()(check.check)
app.command()(resolve.resolve)
app.command()(mark.mark)
app.command()(merge.merge)
app.command()(merge.unmerge)
app.command("not-same")(merge.not_same)
app.command("suggest-merges")(merge.suggest_merges)
app.command()(evaluate.evaluate)
app.command()(doctor.doctor)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"geodb {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    pass


def run(args: Sequence[str] | None = None) -> None:
    """Run the command line and leave with its exit code. GEODB_DEBUG=1 shows the traceback of any error."""
    _escape_what_stdout_cannot_show()
    try:
        try:
            _command()(args, prog_name="geodb")
        finally:
            _flush()
    except (GeodbError, OSError) as error:
        if os.environ.get("GEODB_DEBUG"):
            raise
        told = error if isinstance(error, GeodbError) else GeodbError(told_of(error))
        print_error(told)
        sys.exit(told.exit_code)


@cache
def _command() -> Callable[..., object]:
    """The commands with their options, which `app` itself would read from the functions anew at each run."""
    return get_command(app)


def _escape_what_stdout_cannot_show() -> None:
    """Let letters that the encoding of stdout does not have be printed as escapes, as stderr does."""
    if isinstance(sys.stdout, TextIOWrapper) and sys.stdout.errors == "strict":
        sys.stdout.reconfigure(errors="backslashreplace")


def _flush() -> None:
    try:
        sys.stdout.flush()
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or Python tries again at its end
        if not isinstance(error, BrokenPipeError):  # `geodb ... | head`: the reader has seen enough
            error.filename = "standard output"
            raise

"""Every error geodb raises on purpose, told for people: what was wrong, where, and what to do next.

Exit codes of the command line: 1 the data is wrong, 2 the command or its settings are wrong,
3 the database cannot be reached or cannot be used.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from collections.abc import Sequence

_SHOWN_VALUE_LENGTH = 120


class GeodbError(Exception):
    """Something went wrong in geodb."""

    exit_code: ClassVar[int] = 1
    default_hint: ClassVar[str | None] = None

    def __init__(self, message: str | None = None, *, hint: str | None = None) -> None:
        self.message = message or (type(self).__doc__ or "").partition("\n")[0]
        self.hint = hint or self.default_hint
        super().__init__(self.message)


class ConfigError(GeodbError):
    """A setting is wrong."""

    exit_code = 2


# --- the database as a whole -------------------------------------------------------------------------------


class DatabaseUnreachable(GeodbError):
    """The database cannot be reached."""

    exit_code = 3
    default_hint = "check GEODB_DATABASE_URL, or unset it to use the embedded server; see `geodb db status`"


class ServerError(GeodbError):
    """The embedded PostgreSQL server cannot do its work."""

    exit_code = 3


class DatabaseTooOld(GeodbError):
    """The PostgreSQL server is too old: geodb needs version 15 or newer."""

    exit_code = 3
    default_hint = "point GEODB_DATABASE_URL at a newer server, or unset it to use the embedded one"


class MigrationNeeded(GeodbError):
    """The database is not migrated to the schema of this version of geodb."""

    exit_code = 3
    default_hint = "run `geodb db migrate`"


class DatabaseEmpty(MigrationNeeded):
    """The database is empty: it was never migrated."""


class DatabaseNewer(GeodbError):
    """The database was migrated by a newer version of geodb than this one."""

    exit_code = 3
    default_hint = "upgrade geodb: pip install --upgrade geodb"


class DatabaseBusy(GeodbError):
    """The database was too busy with other work, so nothing was changed."""

    exit_code = 3
    default_hint = "run the command again"


class TransactionVoid(GeodbError):
    """Something in the transaction was refused before, so nothing of it is kept."""

    default_hint = "begin anew; what may be refused is tried in a savepoint, `with session.begin_nested():`"


class NotPermitted(GeodbError):
    """The database role may not do this."""

    default_hint = "connect as a role that may, see docs on roles"


# --- what a caller asked for -------------------------------------------------------------------------------


class NotFound(GeodbError):
    """There is no such record."""

    default_hint = "look it up with `geodb find TEXT`"


class InvalidValue(GeodbError, ValueError):
    """A value does not have the form it must have."""


class UnknownCode(GeodbError):
    """A value is not in its code list. Attributes: `code_list`, `value`, `suggestions`."""

    def __init__(self, code_list: str, value: object, *, suggestions: Sequence[str] = ()) -> None:
        self.code_list = code_list
        self.value = value
        self.suggestions = tuple(suggestions)
        message, listed = unknown_code(code_list, value)
        close = f"did you mean {' or '.join(self.suggestions)}? " if self.suggestions else ""
        super().__init__(message, hint=f"{close}{listed}")


def unknown_code(code_list: str, value: object) -> tuple[str, str]:
    """What is wrong with a value that is not in its list, and where the known ones are to be found."""
    if code_list in _OTHER_LISTS:
        return f"there is no {code_list} {shown(value)}", _OTHER_LISTS[code_list]
    return (
        f"{shown(value)} is not a code of the list {code_list}",
        f"`geodb codes {code_list}` lists the known ones",
    )


_OTHER_LISTS = {
    "code list": "`geodb codes` lists them",
    "taxonomy": "`geodb codes` lists them",
    "dataset": "the key of a record begins with the prefix of one: add it first, as a geodb.models.Dataset",
    "country": "countries go by their alpha-3 codes of ISO 3166, as in UKR",
}
"""What `geodb codes` has no list of by this name -> how the known ones are found."""


# --- what the database refused -----------------------------------------------------------------------------


class ConstraintError(GeodbError):
    """The database refused a row. Attribute `constraint`: the name of the rule, or None."""

    def __init__(
        self, message: str | None = None, *, constraint: str | None = None, hint: str | None = None
    ) -> None:
        self.constraint = constraint
        super().__init__(message, hint=hint)


class Conflict(ConstraintError):
    """Such a row exists already."""


class InvalidReference(ConstraintError):
    """A row refers to something that does not exist, or something still refers to it."""


class CheckFailed(ConstraintError):
    """A value breaks a rule of the database."""


class OverlapError(ConstraintError):
    """Two periods overlap that may not."""


# --- what a file said --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in an input: what, where (`line` from 1, `field` a dotted path), and what to do."""

    message: str
    file: str | None = None
    line: int | None = None
    field: str | None = None
    value: object = None
    hint: str | None = None

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.file, self.line) if part is not None)
        parts = [part for part in (place, self.field, self.message) if part]
        got = "" if self.value is None else f" (got {shown(self.value)})"
        return ": ".join(parts) + got


class SourceFormatError(GeodbError):
    """The input does not have the form it must have. Attribute `problems`: all that were found."""

    def __init__(self, *problems: Problem) -> None:
        self.problems = problems
        if len(problems) == 1:
            super().__init__(str(problems[0]), hint=problems[0].hint)
        else:
            super().__init__("\n".join([f"{len(problems)} problems", *map(_bullet, problems)]))


class DossierError(SourceFormatError):
    """The dossier, or the article beside it, is not valid. Attribute `problems` as in SourceFormatError."""


def shown(value: object) -> str:
    """`value` as it is quoted in a message: on one line, and not longer than a person reads."""
    text = repr(value)
    return text if len(text) <= _SHOWN_VALUE_LENGTH else f"{text[:_SHOWN_VALUE_LENGTH]}…"


def told_of(error: OSError, file: object = None) -> str:
    """What the system refused, for people: the file, which is `file` where the error names none, and why."""
    name = error.filename if error.filename is not None else file
    reason = error.strerror or str(error)
    return reason if name is None else f"{name}: {reason}"


def _bullet(problem: Problem) -> str:
    return f"  - {problem}" + (f"\n    hint: {problem.hint}" if problem.hint else "")

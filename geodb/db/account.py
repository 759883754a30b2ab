"""The operating system user the embedded server runs as: PostgreSQL refuses to run as root."""

from __future__ import annotations

import os
import pwd
import subprocess
import tempfile
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geodb.errors import ConfigError, ServerError

if TYPE_CHECKING:
    from pathlib import Path

_CLEAN_ENVIRONMENT = {"PATH": "/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C", "TZ": "UTC"}


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a program ended: its exit code and everything it printed."""

    code: int
    output: str


@dataclass(frozen=True, slots=True)
class Account:
    """A user of the operating system to run programs as."""

    name: str
    uid: int
    gid: int

    @property
    def is_other(self) -> bool:
        """Whether this is not the user we are."""
        return self.uid != os.geteuid()

    def run(self, *command: str | Path, cwd: str | Path = "/") -> Outcome:
        """Run a program to its end as this user, with a clean environment, in the folder `cwd`.

        The output goes through a file: the server inherits it, and would keep a pipe open for ever.
        """
        with tempfile.TemporaryFile() as output:
            try:
                done = subprocess.run(
                    [str(part) for part in command],
                    cwd=cwd,
                    env=_CLEAN_ENVIRONMENT,
                    stdin=subprocess.DEVNULL,
                    stdout=output,
                    stderr=output,
                    check=False,
                    user=self.uid if self.is_other else None,
                    group=self.gid if self.is_other else None,
                    extra_groups=[] if self.is_other else None,
                )
            except OSError as error:
                return Outcome(126, f"{command[0]}: {error.strerror}")
            output.seek(0)
            return Outcome(done.returncode, output.read().decode(errors="replace"))

    def can_write(self, folder: Path) -> bool:
        """Whether this user can reach `folder` and write in it."""
        return self.run("/bin/sh", "-c", 'test -w "$1" -a -x "$1"', "sh", folder).code == 0


def server_account(chosen: str | None, data: Path) -> Account:
    """Who runs the server: ourselves, unless we are root.

    For root it is the owner of an existing `data` folder, else `chosen`, else postgres, else nobody.
    Raises ConfigError for an unknown or unfit `chosen`, ServerError if there is nobody to run it.
    """
    if os.geteuid() != 0:
        return Account(name=_name_of(os.geteuid()), uid=os.geteuid(), gid=os.getegid())
    if data.exists() and (owner := data.stat().st_uid) != 0:
        entry = pwd.getpwuid(owner)
    else:
        entry = _named(chosen) if chosen else _first_known("postgres", "nobody")
    return Account(entry.pw_name, entry.pw_uid, entry.pw_gid)


def _named(name: str) -> pwd.struct_passwd:
    try:
        entry = pwd.getpwnam(name)
    except KeyError as error:
        hint = "name an existing user without privileges"
        raise ConfigError(f"GEODB_PG_OS_USER: there is no user {name!r}", hint=hint) from error
    if entry.pw_uid == 0:
        raise ConfigError("GEODB_PG_OS_USER may not be root: PostgreSQL refuses to run as root")
    return entry


def _first_known(*names: str) -> pwd.struct_passwd:
    known = {entry.pw_name: entry for entry in pwd.getpwall()}
    for name in names:
        if name in known:
            return known[name]
    hint = "create one and name it in GEODB_PG_OS_USER"
    raise ServerError(f"root cannot run PostgreSQL, and no user {' or '.join(names)} exists", hint=hint)


def _name_of(uid: int) -> str:
    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        return str(uid)

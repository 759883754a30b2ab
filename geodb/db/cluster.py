"""One PostgreSQL data folder and the programs that make, start and stop a server on it."""

from __future__ import annotations

import shlex
import shutil
import sys
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geodb.db.binaries import version_of
from geodb.errors import ServerError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from geodb.db.account import Account

SUPERUSER = "geodb"
START_TIMEOUT_SECONDS = 300  # crash recovery of a big database takes its time
_ATTEMPTS = 40
_PAUSE_SECONDS = 0.5
_PREDECESSOR_LINGERS = ("lock file", "pre-existing shared memory block")
_FIRST_WITH_BUILTIN_LOCALE = 17


@dataclass(frozen=True, slots=True)
class Cluster:
    """A server's folder (`data` and `log` in it), its programs and the account that runs them."""

    folder: Path
    bindir: Path
    account: Account

    @property
    def data(self) -> Path:
        """The data folder; absent until it is initialized."""
        return self.folder / "data"

    def ensure_initialized(self, *, sync: bool = True) -> None:
        """Make the data folder unless there is one. Raises ServerError if another major version made it."""
        major = int(version_of(self.bindir, self.account).partition(".")[0])
        version_file = self.data / "PG_VERSION"
        if not version_file.exists():
            self._initialize(major, sync=sync)
        elif (made_by := version_file.read_text().strip()) != str(major):
            raise ServerError(
                f"the data in {self.data} belongs to PostgreSQL {made_by}, "
                f"but the programs in {self.bindir} are version {major}",
                hint=f"set GEODB_PG_BINDIR to programs of version {made_by}; to upgrade, pg_dump with those "
                "and restore into an empty GEODB_HOME",
            )

    def start(self, settings: Mapping[str, str]) -> None:
        """Start the server and wait until it takes connections. Raises ServerError with what its log says.

        A predecessor killed with -9 can linger for a second, until its parent or its last backend
        is gone, so its traces are a reason to wait and not to give up.
        """
        words = " ".join(shlex.quote(f"-c{name}={value}") for name, value in settings.items())
        said = ""
        for _ in range(_ATTEMPTS):
            log_size = self._log.stat().st_size if self._log.exists() else 0
            done = self._pg_ctl(
                "start", "-w", "-t", str(START_TIMEOUT_SECONDS), "-l", self._log.name, "-o", words
            )
            if done == "":
                return
            said = self._log_since(log_size) or done
            if not any(trace in said for trace in _PREDECESSOR_LINGERS):
                break
            time.sleep(_PAUSE_SECONDS)
        raise ServerError(f"PostgreSQL did not start: {said.strip()[-2000:]}", hint=self._next_step(said))

    def stop(self) -> str:
        """Stop the server, breaking off its sessions. Returns what pg_ctl complained about, if it failed."""
        return self._pg_ctl("stop", "-w", "-m", "fast")

    def _next_step(self, said: str) -> str:
        if "lock file" not in said:
            return f"see {self._log}"
        lock = self.data / "postmaster.pid"
        return (
            f"if the process it names is no PostgreSQL, as after a crash of the machine, remove {lock}; "
            "in a container whose first process reaps no children, use `docker run --init`"
        )

    @property
    def _log(self) -> Path:
        return self.folder / "log"

    def _log_since(self, offset: int) -> str:
        if not self._log.exists():
            return ""
        return self._log.read_bytes()[offset:].decode(errors="replace")

    def _pg_ctl(self, verb: str, *options: str) -> str:
        # pg_ctl has a shell read its paths, and a home may have letters that mean something there.
        program = self.bindir / "pg_ctl"
        done = self.account.run(program, "-D", self.data.name, *options, verb, cwd=self.folder)
        return "" if done.code == 0 else done.output.strip() or f"pg_ctl {verb} failed"

    def _initialize(self, major: int, *, sync: bool) -> None:
        unfinished = self.folder / "data.tmp"  # renamed at the end, so that a data folder is always whole
        shutil.rmtree(unfinished, ignore_errors=True)
        options = ["-U", SUPERUSER, "-A", "trust", "-E", "UTF8", "--no-instructions", *_locale_options(major)]
        if not sync:
            options.append("--no-sync")
        done = self.account.run(self.bindir / "initdb", "-D", unfinished, *options)
        if done.code:
            raise ServerError(f"initdb failed: {done.output.strip()[-2000:]}")
        unfinished.rename(self.data)


def read_pid_file(folder: Path) -> list[str]:
    """Lines of the pid file of the server in `folder` (pid, data, start, port, socket folder); none if down.

    A server that was killed leaves its pid file, so lines alone do not mean that it runs.
    """
    try:
        return (folder / "data" / "postmaster.pid").read_text().splitlines()
    except (FileNotFoundError, NotADirectoryError):
        return []
    except PermissionError as error:
        hint = "run geodb as that user, or set GEODB_HOME to a folder of your own"
        raise ServerError(f"{folder} belongs to another user", hint=hint) from error


def _locale_options(major: int) -> list[str]:
    # LC_CTYPE must know letters beyond ASCII even under the builtin provider: pg_trgm asks it what a word
    # is, and with C every name in Cyrillic would have no trigram at all.
    ctype = "en_US.UTF-8" if sys.platform == "darwin" else "C.UTF-8"
    options = ["--lc-collate=C", f"--lc-ctype={ctype}"]
    if major >= _FIRST_WITH_BUILTIN_LOCALE:
        options += ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
    return options

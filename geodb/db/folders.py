"""The embedded server's folders: private to its user, without touching a folder that was there before."""

from __future__ import annotations

import fcntl
import hashlib
import os
import stat
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from geodb.errors import ServerError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geodb.db.account import Account

PORT = 5432
_SOCKET_PATH_LIMIT = 103  # bytes on macOS; Linux allows 107
_SOCKET_FOLDER_LIMIT = _SOCKET_PATH_LIMIT - len(f"/.s.PGSQL.{PORT}")
_HOME_HINT = "set GEODB_HOME to a folder you can write in, or GEODB_DATABASE_URL to a server of your own"


@contextmanager
def locked(home: Path) -> Iterator[None]:
    """Hold the lock of `home`, waiting for other processes that start or stop its server."""
    try:
        lock = os.open(home / "server.lock", os.O_CREAT | os.O_RDWR | os.O_NOFOLLOW, 0o600)
    except OSError as error:
        raise _cannot_use(home, error) from error
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
    finally:
        os.close(lock)


def prepare_home(home: Path, account: Account) -> None:
    """Make `home` unless it is there, such that `account` can pass through. Raises ServerError."""
    try:
        if not home.exists():
            home.mkdir(parents=True, exist_ok=True)
            home.chmod(0o755 if account.is_other else 0o700)
    except OSError as error:
        raise _cannot_use(home, error) from error


def prepare_server_folder(folder: Path, account: Account) -> None:
    """Make `folder` for `account` alone; call it under the lock. Raises ServerError if that cannot be."""
    try:
        _make_private(folder, account)
    except OSError as error:
        raise _cannot_use(folder, error) from error
    if not account.can_write(folder):
        raise ServerError(
            f"the user {account.name}, who runs PostgreSQL, cannot reach {folder}",
            hint="a folder above it is closed to other users; set GEODB_HOME to a place that is open to them",
        )


def prepare_socket_folder(folder: Path, account: Account) -> Path:
    """A private folder for the server's socket: in `folder`, or the temporary folder if its path will not do.

    Call it under the lock. Raises ServerError if neither will do.
    """
    chosen = folder / "socket"
    if _why_unfit(chosen):
        digest = hashlib.sha256(os.fsencode(folder)).hexdigest()[:12]
        chosen = Path(tempfile.gettempdir()) / f"geodb-{account.uid}-{digest}"
    hint = "set TMPDIR=/tmp, or GEODB_HOME to a folder with a shorter path and no comma in it"
    if why := _why_unfit(chosen):
        raise ServerError(f"the path of the server's socket would {why}: {chosen}", hint=hint)
    try:
        _make_private(chosen, account)
    except OSError as error:
        raise ServerError(
            f"no folder for the server's socket: {chosen}: {error.strerror}", hint=hint
        ) from error
    if not account.can_write(chosen):
        raise ServerError(f"the user {account.name} cannot reach the socket folder {chosen}", hint=hint)
    return chosen


def _make_private(folder: Path, account: Account) -> None:
    """Make `folder` with mode 0700 for `account`. Raises OSError, also if somebody else's stands there."""
    try:
        folder.mkdir(mode=0o700)
    except FileExistsError:
        pass
    else:
        if account.is_other:
            os.chown(folder, account.uid, account.gid, follow_symlinks=False)
    found = folder.lstat()
    is_ours = stat.S_ISDIR(found.st_mode) and found.st_uid == account.uid
    if not is_ours or stat.S_IMODE(found.st_mode) & 0o077:
        raise PermissionError(0, f"it is not a private folder of the user {account.name}", str(folder))


def _why_unfit(folder: Path) -> str:
    """Why no client would find a socket in `folder`, if so: to them a comma parts two hosts."""
    if len(os.fsencode(folder)) > _SOCKET_FOLDER_LIMIT:
        return "be too long"
    return "have a comma" if "," in str(folder) else ""


def _cannot_use(folder: Path, error: OSError) -> ServerError:
    return ServerError(f"the folder {folder} cannot be used: {error.strerror}", hint=_HOME_HINT)

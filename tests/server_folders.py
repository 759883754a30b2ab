"""Folders for servers under test, in memory where there is room: a disk makes cloning a database slow."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

MEMORY = Path("/dev/shm")  # noqa: S108 - mkdtemp makes names that nobody can foresee
ROOM = 3 * 2**30
"""What two runs at once need at most, with all that a server under test logs between two checkpoints."""


def make_server_folder(prefix: str) -> Path:
    """A folder that every user can pass through: root's server runs as another user."""
    folder = Path(tempfile.mkdtemp(prefix=prefix, dir=MEMORY if _fits_in_memory() else None))
    folder.chmod(0o755)
    return folder


def _fits_in_memory() -> bool:
    """Not in most containers, where it is small, and programs that a home holds may not be run there."""
    return (
        MEMORY.is_dir()
        and os.access(MEMORY, os.W_OK)
        and not os.statvfs(MEMORY).f_flag & os.ST_NOEXEC
        and shutil.disk_usage(MEMORY).free > ROOM
    )

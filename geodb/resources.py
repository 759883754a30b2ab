"""Where the files live that geodb needs besides its code: migrations and seeds.

In a checkout they are folders beside the package; in an installed wheel they are inside it, under `_data`.
"""

from __future__ import annotations

from pathlib import Path

from geodb.errors import ConfigError

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT_MARK = Path("migrations", "env.py")


def migrations_dir() -> Path:
    """Return the folder that holds Alembic's `env.py` and `versions/`.

    Raises:
        ConfigError: the folder is neither in the checkout nor in the installed package.
    """
    return _find("migrations")


def seeds_dir() -> Path:
    """Return the folder that holds the code lists, taxonomies and seed articles.

    Raises:
        ConfigError: the folder is neither in the checkout nor in the installed package.
    """
    return _find("seeds")


def _find(name: str) -> Path:
    checkout = _PACKAGE.parent
    home = checkout if (checkout / _CHECKOUT_MARK).is_file() else _PACKAGE / "_data"
    folder = home / name
    if not folder.is_dir():
        message = f"geodb is installed without its {name}: there is no folder {folder}. Install geodb again."
        raise ConfigError(message)
    return folder

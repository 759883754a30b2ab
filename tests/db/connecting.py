"""Connections of one database as this role and that."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import psycopg

from geodb.db import migrate
from geodb.db.session import Database
from geodb.resources import seeds_dir
from geodb.services.codes import load_codes
from geodb.services.load_dossier import load_dossiers
from geodb.services.roles import make_roles

if TYPE_CHECKING:
    from pathlib import Path

SEED = seeds_dir() / "articles"


def fill(owner: Database) -> None:
    """Schema, codes, roles, and the seed as an importer loads it."""
    migrate.upgrade(owner.engine)
    load_codes(owner)
    make_roles(owner)
    load(owner, *SEED.iterdir())


def load(owner: Database, *folders: Path) -> None:
    with as_role(owner, "geodb_importer") as importer:
        load_dossiers(importer, folders)


def as_role(owner: Database, role: str) -> Database:
    return Database(owner.engine.url.set(username=role))


def connect(owner: Database, role: str) -> psycopg.Connection[Any]:
    url = owner.engine.url.set(username=role, drivername="postgresql")
    return psycopg.connect(url.render_as_string(hide_password=False), autocommit=True)

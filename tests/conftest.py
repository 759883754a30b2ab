"""One PostgreSQL server for the whole run; the fixtures are in tests/fixtures, by concern."""

from __future__ import annotations

import gc
import os
import shutil
from urllib.parse import parse_qs, urlsplit

import pytest

from geodb.config import load_settings
from geodb.db.server import EmbeddedServer
from tests.server_folders import make_server_folder

pytest_plugins = [
    "tests.fixtures.pg",
    "tests.fixtures.seeded",
    "tests.fixtures.server",
    "tests.fixtures.cli",
    "tests.fixtures.browser",
]

SERVER_URL = "GEODB_TEST_DATABASE_URL"
"""Names a server to test on, by a role that may create databases; otherwise we start one."""

# Without statistics views of no rows look dear, and Debian's server would compile their plans.
FAST_AND_UNSAFE = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "jit": "off"}
SERVER_KEY = pytest.StashKey[EmbeddedServer]()

NEW_OBJECTS = 20_000
"""How many Python makes before it looks for garbage: with its own 700, that takes a fifth of all drafting."""


def pytest_configure(config: pytest.Config) -> None:
    if SERVER_URL not in os.environ and not hasattr(config, "workerinput"):
        config.stash[SERVER_KEY] = server = _start_server()
        os.environ[SERVER_URL] = server.url("postgres")  # xdist's workers inherit it
    os.environ.pop("GEODB_DATABASE_URL", None)
    os.environ["GEODB_HOME"] = "/nonexistent/geodb"  # no test may touch the developer's own
    _point_pytest_postgresql_at(config, os.environ[SERVER_URL])


def pytest_collection_finish() -> None:
    """Look for no garbage among what was imported and collected, since all of it stays to the end."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(NEW_OBJECTS)


def pytest_unconfigure(config: pytest.Config) -> None:
    if server := config.stash.get(SERVER_KEY, None):
        server.stop()
        shutil.rmtree(server.home)
        del os.environ[SERVER_URL]


def _start_server() -> EmbeddedServer:
    home = make_server_folder("geodb-test-")
    server = EmbeddedServer(home, bindir=load_settings().pg_bindir, opts=FAST_AND_UNSAFE)
    server.ensure_running()
    return server


def _point_pytest_postgresql_at(config: pytest.Config, url: str) -> None:
    parts = urlsplit(url)
    config.option.postgresql_host = parts.hostname or parse_qs(parts.query)["host"][0]
    config.option.postgresql_port = str(parts.port or 5432)
    config.option.postgresql_user = parts.username
    config.option.postgresql_password = parts.password

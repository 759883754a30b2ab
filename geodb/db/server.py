"""The embedded server: a private PostgreSQL below GEODB_HOME, on a unix socket, up until it is stopped."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Self
from urllib.parse import quote

import psycopg
from psycopg import sql

from geodb.db.account import Account, server_account
from geodb.db.binaries import find_bindir, reachable_bindir
from geodb.db.cluster import SUPERUSER, Cluster, read_pid_file
from geodb.db.folders import PORT, locked, prepare_home, prepare_server_folder, prepare_socket_folder
from geodb.errors import ServerError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geodb.config import Settings

DATABASE = "geodb"
_SOCKET_LINE = 4  # of postmaster.pid
_PROBE_TIMEOUT_SECONDS = 5


@dataclass(frozen=True, slots=True)
class ServerStatus:
    """What is known of the embedded server; `url`, `pid` and `version` only while it runs."""

    running: bool
    home: Path
    url: str | None = None
    pid: int | None = None
    version: str | None = None


class EmbeddedServer:
    """The server of one home folder. Any number of processes may use and start it at the same time.

    `opts` are server settings for this start (tests turn fsync off). Nothing happens before a verb is called.
    """

    def __init__(
        self,
        home: Path,
        *,
        bindir: Path | None = None,
        os_user: str | None = None,
        opts: Mapping[str, str] | None = None,
    ) -> None:
        self.home = home
        self.folder = home / "postgres"
        self.opts = dict(opts or {})
        self._bindir = bindir
        self._os_user = os_user

    @classmethod
    def from_settings(cls, settings: Settings) -> Self:
        """The server of GEODB_HOME."""
        return cls(settings.home, bindir=settings.pg_bindir, os_user=settings.pg_os_user)

    def ensure_running(self) -> str:
        """Start the server, making its data folder and database first if need be; returns the database's URL.

        Raises ServerError or ConfigError saying what stands in the way.
        """
        if not self._answers(DATABASE):
            self._start()
        return self.url()

    def stop(self) -> bool:
        """Stop the server; False if it was not running. Raises ServerError if it does not stop."""
        if not read_pid_file(self.folder):
            return False
        with locked(self.home):
            complaint = self._cluster(server_account(self._os_user, self.folder / "data")).stop()
        if complaint and self._answers("postgres"):
            raise ServerError(f"PostgreSQL did not stop: {complaint}")
        return not complaint

    def status(self) -> ServerStatus:
        """Whether the server runs, and where. Starts and changes nothing."""
        try:
            with self._connect("postgres") as connection:
                version = connection.info.parameter_status("server_version")
        except psycopg.OperationalError:
            return ServerStatus(running=False, home=self.home)
        pid = int(read_pid_file(self.folder)[0])
        return ServerStatus(running=True, home=self.home, url=self.url(), pid=pid, version=version)

    def url(self, dbname: str = DATABASE) -> str:
        """The URL of a database of the running server, for any client. Raises ServerError if it is down."""
        folder = self._socket_folder()
        if not folder:
            raise ServerError("the embedded server is not running", hint="start it with `geodb db up`")
        return f"postgresql://{SUPERUSER}@/{dbname}?host={quote(str(folder), safe='')}"

    def _start(self) -> None:
        account = server_account(self._os_user, self.folder / "data")
        prepare_home(self.home, account)
        with locked(self.home):  # whoever comes second finds the server up
            prepare_server_folder(self.folder, account)
            if not self._answers("postgres"):
                self._start_cluster(account)
            self._ensure_database()

    def _start_cluster(self, account: Account) -> None:
        cluster = self._cluster(account)
        cluster.ensure_initialized(sync=self.opts.get("fsync") != "off")
        socket_folder = prepare_socket_folder(self.folder, account)
        settings = {
            "listen_addresses": "",
            "port": str(PORT),
            "unix_socket_directories": '"{}"'.format(str(socket_folder).replace('"', '""')),
            "unix_socket_permissions": "0700",
            "timezone": "UTC",
        }
        cluster.start({**settings, **self.opts})

    def _cluster(self, account: Account) -> Cluster:
        bindir = reachable_bindir(find_bindir(self._bindir), account, self.home / "binaries")
        return Cluster(self.folder, bindir, account)

    def _ensure_database(self) -> None:
        try:
            with self._connect("postgres") as connection:
                known = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE])
                if not known.fetchone():
                    connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(DATABASE)))
        except psycopg.Error as error:
            hint = f"see {self.folder / 'log'}"
            raise ServerError(f"PostgreSQL made no database {DATABASE}: {error}", hint=hint) from error

    def _socket_folder(self) -> Path | None:
        """Where the server listens, by its own word: TMPDIR may have been another when it was started."""
        lines = read_pid_file(self.folder)
        return Path(lines[_SOCKET_LINE]) if len(lines) > _SOCKET_LINE else None

    def _answers(self, dbname: str) -> bool:
        # A connection, not the pid: a killed server's pid lives on until its parent reaps it.
        try:
            self._connect(dbname).close()
        except psycopg.OperationalError:
            return False
        return True

    def _connect(self, dbname: str) -> psycopg.Connection:
        folder = self._socket_folder()
        if not folder:
            raise psycopg.OperationalError("the server is down")
        return psycopg.connect(
            host=str(folder),
            port=PORT,
            user=SUPERUSER,
            dbname=dbname,
            connect_timeout=_PROBE_TIMEOUT_SECONDS,
            autocommit=True,
        )

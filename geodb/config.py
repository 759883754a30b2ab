"""Settings, read from the environment (prefix GEODB_). Reading them touches neither disk nor network."""

from __future__ import annotations

import os
from pathlib import Path

from platformdirs import user_data_path
from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from geodb.errors import ConfigError

ROOT_HOME = Path("/var/lib/geodb")
"""Home of root: root's own folder is closed to the unprivileged user the server must run as."""

_URL_SCHEMES = ("postgresql://", "postgres://", "postgresql+psycopg://")


def default_home() -> Path:
    """The folder geodb keeps its server and data in when GEODB_HOME is not set."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return ROOT_HOME if is_root else user_data_path("geodb", appauthor=False)


class Settings(BaseSettings):
    """Where geodb finds its database. Build it with `load_settings()` for errors a person can read."""

    model_config = SettingsConfigDict(
        env_prefix="GEODB_", env_ignore_empty=True, extra="ignore", frozen=True, hide_input_in_errors=True
    )

    home: Path = Field(
        default_factory=default_home, description="Folder of the embedded server and its data."
    )
    database_url: SecretStr | None = Field(
        None, description="A PostgreSQL server of your own; wins over the embedded one."
    )
    pg_bindir: Path | None = Field(None, description="Folder with initdb, pg_ctl and postgres to use.")
    pg_os_user: str | None = Field(None, description="User the server runs as when geodb is started by root.")

    @field_validator("home", "pg_bindir")
    @classmethod
    def _absolute(cls, path: Path | None) -> Path | None:
        # PostgreSQL's pid file has a path on each line, and pg_ctl waits for it.
        if path and "\n" in str(path):
            msg = "must not have a line break in it"
            raise ValueError(msg)
        return path.expanduser().absolute() if path else None

    @field_validator("database_url")
    @classmethod
    def _is_postgresql(cls, url: SecretStr | None) -> SecretStr | None:
        if url and not url.get_secret_value().startswith(_URL_SCHEMES):
            msg = "must look like postgresql://user:password@host:5432/database"
            raise ValueError(msg)
        return url


def load_settings() -> Settings:
    """Read the settings from the environment.

    Raises ConfigError naming the variable; its value is not shown, since it may hold a password.
    """
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        variable = f"GEODB_{str(first['loc'][0]).upper()}"
        reason = first["msg"].removeprefix("Value error, ")
        raise ConfigError(f"{variable} {reason}", hint=f"set or unset {variable} and try again") from error

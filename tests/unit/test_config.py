from __future__ import annotations

import os
from pathlib import Path

import pytest

from geodb.config import ROOT_HOME, default_home, load_settings
from geodb.errors import ConfigError


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("GEODB_")]:
        monkeypatch.delenv(name)


def test_without_any_setting_the_embedded_server_in_the_default_home_is_meant() -> None:
    settings = load_settings()
    assert settings.database_url is None
    assert settings.home == default_home()


def test_root_keeps_its_home_where_the_service_user_can_reach_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    assert default_home() == ROOT_HOME


def test_a_user_keeps_the_home_in_the_data_folder_of_the_platform(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setenv("XDG_DATA_HOME", "/home/ann/.local/share")
    assert default_home() == Path("/home/ann/.local/share/geodb")


def test_settings_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GEODB_HOME", "/srv/geodb")
    monkeypatch.setenv("GEODB_PG_BINDIR", "/opt/pg/bin")
    monkeypatch.setenv("GEODB_PG_OS_USER", "postgres")
    settings = load_settings()
    assert (settings.home, settings.pg_bindir) == (Path("/srv/geodb"), Path("/opt/pg/bin"))
    assert settings.pg_os_user == "postgres"


def test_a_relative_home_is_made_absolute(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GEODB_HOME", "data")
    assert load_settings().home == tmp_path / "data"


def test_a_tilde_in_home_is_the_user_s_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/ann")
    monkeypatch.setenv("GEODB_HOME", "~/geodb")
    assert load_settings().home == Path("/home/ann/geodb")


def test_an_empty_variable_counts_as_unset(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GEODB_DATABASE_URL", "")
    assert load_settings().database_url is None


def test_reading_the_settings_makes_no_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("GEODB_HOME", str(tmp_path / "home"))
    load_settings()
    assert not (tmp_path / "home").exists()


def test_a_url_of_another_database_is_refused_without_showing_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GEODB_DATABASE_URL", "mysql://ann:secret@db/geo")
    with pytest.raises(ConfigError) as caught:
        load_settings()
    assert "GEODB_DATABASE_URL" in caught.value.message
    assert "secret" not in f"{caught.value.message} {caught.value.hint} {caught.value.__cause__}"
    assert caught.value.exit_code == 2


def test_the_password_is_not_shown_with_the_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GEODB_DATABASE_URL", "postgresql://ann:secret@db/geo")
    assert "secret" not in repr(load_settings())


def test_a_home_with_a_line_break_is_a_wrong_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GEODB_HOME", "/srv/one\ntwo")
    with pytest.raises(ConfigError, match="GEODB_HOME must not have a line break"):
        load_settings()

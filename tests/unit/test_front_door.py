"""`from geodb import ...`: what most programs want, and no cost for those that want nothing."""

from __future__ import annotations

import subprocess
import sys

import pytest

import geodb
from geodb.db.session import Database
from geodb.repositories import Repositories


def test_the_package_names_its_two_most_wanted_classes() -> None:
    assert geodb.Database is Database
    assert geodb.Repositories is Repositories
    assert {"Database", "Repositories"} == set(geodb.__all__)


def test_a_name_the_package_does_not_have_is_an_error() -> None:
    with pytest.raises(AttributeError, match="module 'geodb' has no attribute 'Databse'"):
        _ = geodb.Databse


def test_importing_the_package_alone_does_not_import_sqlalchemy() -> None:
    code = "import sys, geodb; sys.exit('sqlalchemy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0

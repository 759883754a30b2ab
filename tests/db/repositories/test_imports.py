"""Runs of loaders and what they refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import func

from geodb.errors import InvalidValue, NotFound
from geodb.models import Dossier, ImportReject, ImportRun
from tests import builders as b

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from geodb.repositories import Repositories


@pytest.fixture
def runs(session: Session) -> list[ImportRun]:
    return [b.add(session, ImportRun(importer="geodb 0.1", input=f"d{number}.yaml")) for number in range(3)]


def test_runs_are_listed_newest_first_and_by_the_page(geo: Repositories, runs: list[ImportRun]) -> None:
    assert geo.imports.runs(limit=2) == [runs[2], runs[1]]
    assert geo.imports.runs(before=runs[1].id, limit=1) == [runs[0]]


def test_one_run_is_got_by_its_id(geo: Repositories, runs: list[ImportRun]) -> None:
    assert geo.imports.run(runs[0].id).input == "d0.yaml"
    with pytest.raises(NotFound, match="no import 999999") as caught:
        geo.imports.run(999_999)
    assert caught.value.hint == "api.import_run lists them"
    for page in (geo.imports.runs, geo.imports.rejects):
        with pytest.raises(InvalidValue, match="a limit counts from 0, and -1 is less"):
            page(limit=-1)


def test_a_dossier_knows_the_run_that_last_changed_it(
    geo: Repositories, session: Session, runs: list[ImportRun]
) -> None:
    b.add(session, Dossier(key="test:d", sha256="0" * 64, import_id=runs[0].id))
    loaded = geo.imports.dossier("test:d")
    assert loaded is not None
    assert loaded.import_id == runs[0].id
    assert geo.imports.dossier("test:e") is None


def test_rejects_are_listed_until_a_retry_brings_them_in(
    geo: Repositories, session: Session, runs: list[ImportRun]
) -> None:
    rejects = [
        b.add(
            session, ImportReject(import_id=run.id, input=run.input, reason="not UTF-8", payload={"line": 1})
        )
        for run in runs
    ]
    rejects[0].resolved_at = func.now()
    assert geo.imports.rejects() == rejects[1:]
    assert geo.imports.rejects(run_id=runs[2].id) == geo.imports.rejects(after=rejects[1].id) == [rejects[2]]

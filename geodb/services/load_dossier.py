"""Loading dossiers: many files, one transaction, all or nothing; the same input twice changes nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from geodb.dossier.resolve import ResolvedDossier
from geodb.errors import ConstraintError, DossierError, Problem
from geodb.garbage import no_garbage_looked_for
from geodb.ingest.analyze import analyze_outgrown
from geodb.ingest.batch import Batch
from geodb.ingest.codes_used import unknown_codes, unknown_datasets
from geodb.ingest.compile import Rows, compile_dossier
from geodb.ingest.load import load_batch, refuse
from geodb.ingest.lookups import Lookups
from geodb.ingest.rejects import UNREVIEWED, names_a_dossier, refused_dossiers, resolve_rejects, store_rejects
from geodb.ingest.report import Counts, LoadReport
from geodb.ingest.runs import (
    close_run,
    digest,
    known_dossiers,
    open_run,
    store_dossiers,
)
from geodb.services.read_dossiers import Progress, key_of, read_dossiers
from geodb.services.retrying import retried

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from geodb.db.session import Database


def load_dossiers(
    db: Database,
    paths: Iterable[Path | str],
    *,
    dry_run: bool = False,
    jobs: int = 1,
    progress: Progress | None = None,
    accept_drafts: bool = False,
) -> LoadReport:
    """Load the dossiers that `paths` (files, folders, folders of folders) name, all of them or none.

    What is there already is left as it is, what a dossier does not say any more is retracted. Counts are by
    kind of record, and by table for what hangs on records. A dry run does all of it, and takes it back.
    `jobs` processes read the files; one transaction writes them. Drafts that nobody has reviewed are refused,
    unless `accept_drafts`; the coder of their evidence tells them apart in the database.

    Raises:
        DossierError: with all problems of all files; each names file, line and field.
        ConstraintError: the database refused a row.
        DatabaseBusy: other writers were in the way three times.
    """
    paths = list(paths)
    try:
        with no_garbage_looked_for():
            sources = read_dossiers(paths, jobs=jobs, progress=progress)
            return load_sources(db, sources, dry_run=dry_run, accept_drafts=accept_drafts)
    except (DossierError, ConstraintError) as error:
        if not dry_run:
            _keep_rejects(db, error, paths)
        raise


def load_sources(
    db: Database, sources: Sequence[ResolvedDossier], *, dry_run: bool = False, accept_drafts: bool = False
) -> LoadReport:
    """Load dossiers that were read, in the order of their keys. Raises as `load_dossiers`."""
    if not accept_drafts:
        refuse(_unreviewed(source) for source in sources if source.dossier.draft)
    report = retried(lambda: _load(db, sources, dry_run=dry_run))
    if not (dry_run or report.is_unchanged):
        with db.transaction() as session:  # of its own, since it holds tables that other loaders analyze too
            analyze_outgrown(session)
    return report


def _unreviewed(source: ResolvedDossier) -> Problem:
    hint = "review it and take out `draft: true`, or load it with --accept-drafts"
    return source.problem(("draft",), UNREVIEWED, hint=hint)


def _load(db: Database, sources: Sequence[ResolvedDossier], *, dry_run: bool) -> LoadReport:
    with db.transaction(reason="load dossiers") as session:
        report = _load_all(session, sources)
        resolve_rejects(session, [source.file for source in sources])
        if dry_run:
            session.rollback()
    return replace(report, dry_run=dry_run)


def _load_all(session: Session, sources: Sequence[ResolvedDossier]) -> LoadReport:
    _lock(session, sources)
    compiled = _compiled(session, sources)
    digests = {key: digest(rows) for key, rows in compiled.items()}
    known = known_dossiers(session, list(digests))
    stale = {
        key: sha256 for key, sha256 in digests.items() if key not in known or known[key].sha256 != sha256
    }
    batch = Batch()
    unchanged = frozenset(digests.keys() - stale.keys())
    for key in unchanged:
        batch.add_unchanged(compiled[key])
    if not stale:
        counts = {group: Counts(unchanged=total) for group, total in sorted(batch.counts().items())}
        return LoadReport(counts, unchanged=unchanged)
    run = open_run(session, [rows.source.file for rows in compiled.values()], stale)
    ids = store_dossiers(session, run, stale)
    refuse(problem for key in stale for problem in batch.add(compiled[key], ids[key]))
    dossiers = {id_: key for key, id_ in ids.items()}
    reloaded = {id_: key for id_, key in dossiers.items() if key in known}
    counts, overridden = load_batch(session, batch, sources, dossiers, reloaded, run)
    close_run(session, run, counts)
    return LoadReport(counts, unchanged=unchanged, overridden=tuple(overridden))


def _lock(session: Session, sources: Sequence[ResolvedDossier]) -> None:
    """Wait for other loaders of the same datasets, in an order in which nobody waits for ever."""
    for dataset in sorted({source.dossier.dataset for source in sources}):
        name = func.hashtextextended(f"geodb.dataset:{dataset}", 0)
        session.execute(select(func.pg_advisory_xact_lock(name)))


def _compiled(session: Session, sources: Sequence[ResolvedDossier]) -> dict[str, Rows]:
    """The rows of each dossier, by its key, once everything they name is known to exist."""
    problems = [*unknown_datasets(session, sources), *unknown_codes(session, sources)]
    lookups = Lookups(session, sources)
    answers = [lookups.of(source) for source in sources]
    refuse([*problems, *lookups.problems])
    return {
        key_of(source): compile_dossier(source, each) for source, each in zip(sources, answers, strict=True)
    }


def _keep_rejects(db: Database, error: DossierError | ConstraintError, paths: Sequence[Path | str]) -> None:
    """Keep what was refused in a transaction of its own, since the load's is gone."""
    problems = error.problems if isinstance(error, DossierError) else [Problem(error.message)]
    refused = [each for each in refused_dossiers(problems, paths) if names_a_dossier(each)]
    if refused:
        with db.transaction(reason="refused dossiers") as session:
            store_rejects(session, refused)

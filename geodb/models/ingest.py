"""Who loaded what: runs, rejected items, and which dossier contributed which row."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, Integer, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.orm import Mapped, mapped_column

from geodb.db.base import INGEST, Base, identity, ref


class ImportRun(Base):
    """One run of a loader over one input."""

    __tablename__ = "import_run"
    __table_args__ = (
        CheckConstraint("status IN ('running', 'done', 'failed')", name="status"),
        {"schema": INGEST, "comment": "Runs of loaders: who loaded what, when, with which result."},
    )

    id: Mapped[int] = identity()
    importer: Mapped[str] = mapped_column(comment="Loader and its version.")
    input: Mapped[str] = mapped_column(comment="Name of the input.")
    input_sha256: Mapped[str | None] = mapped_column(comment="SHA-256 of the input.")
    status: Mapped[str] = mapped_column(server_default="running", comment="running, done or failed.")
    started_at: Mapped[datetime] = mapped_column(server_default=text("now()"), comment="Start.")
    finished_at: Mapped[datetime | None] = mapped_column(comment="End.")
    db_user: Mapped[str] = mapped_column(server_default=text("session_user"), comment="Database user.")
    counts: Mapped[dict[str, Any] | None] = mapped_column(
        comment="new, changed, unchanged and retracted per kind."
    )


class ImportReject(Base):
    """An item of an input that was refused, kept with its reason."""

    __tablename__ = "import_reject"
    __table_args__ = (
        {"schema": INGEST, "comment": "Refused input with its reason; nothing is dropped silently."},
    )

    id: Mapped[int] = identity()
    import_id: Mapped[int | None] = ref("ingest.import_run", "The run; NULL: none was opened.", index=True)
    input: Mapped[str] = mapped_column(comment="Name of the input.")
    line: Mapped[int | None] = mapped_column(Integer, comment="Line of the input.")
    reason: Mapped[str] = mapped_column(comment="Why it was refused.")
    payload: Mapped[Any] = mapped_column(JSONB, comment="What was refused.")
    rejected_at: Mapped[datetime] = mapped_column(server_default=text("now()"), comment="When.")
    resolved_at: Mapped[datetime | None] = mapped_column(comment="When a retry went through.")


class Dossier(Base):
    """A dossier that was loaded, under its own key."""

    __tablename__ = "dossier"
    __table_args__ = (
        UniqueConstraint("key"),
        {"schema": INGEST, "comment": "Dossiers by key, with the state last loaded."},
    )

    id: Mapped[int] = identity()
    key: Mapped[str] = mapped_column(comment="Key of the dossier, prefix:local_key.")
    sha256: Mapped[str] = mapped_column(comment="SHA-256 of the dossier's content as last loaded.")
    import_id: Mapped[int] = ref("ingest.import_run", "Run that last changed it.", index=True)
    loaded_at: Mapped[datetime] = mapped_column(server_default=text("now()"), comment="When it last changed.")


class Contribution(Base):
    """The rows of one table that a dossier asserts; what no dossier asserts any more is retracted."""

    __tablename__ = "contribution"
    __table_args__ = (
        Index("ix_contribution_row_ids", "row_ids", postgresql_using="gin"),
        {
            "schema": INGEST,
            "comment": "Which dossier asserts which rows, so that a reload can retract what it dropped.",
        },
    )

    dossier_id: Mapped[int] = mapped_column(
        BigInteger, ForeignKey(f"{INGEST}.dossier.id"), primary_key=True, comment="The dossier."
    )
    table_name: Mapped[str] = mapped_column(primary_key=True, comment="Table of the rows.")
    row_ids: Mapped[list[int]] = mapped_column(
        ARRAY(BigInteger), comment="Ids of the rows, in ascending order."
    )

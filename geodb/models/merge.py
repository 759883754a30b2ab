"""Judgements that two records are not the same; merges themselves are in `record`."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from geodb.db.base import Base, identity, ref


class NotSame(Base):
    """Two records that look alike and are not the same; such a pair is never merged and never proposed."""

    __tablename__ = "not_same"
    __table_args__ = (
        CheckConstraint("record_id <> other_id", name="two_records"),
        CheckConstraint("reason <> ''", name="reason"),
        CheckConstraint("(undone_at IS NULL) = (undone_by IS NULL)", name="undone"),
        Index(
            "uq_not_same_standing",
            text("least(record_id, other_id)"),
            text("greatest(record_id, other_id)"),
            unique=True,
            postgresql_where=text("undone_at IS NULL"),
        ),
        {
            "comment": (
                "Judgements that two records which look alike are not the same: never merged nor proposed."
            )
        },
    )

    id: Mapped[int] = identity()
    record_id: Mapped[int] = ref("record", "One of the two records.", index=True)
    other_id: Mapped[int] = ref("record", "The other one.", index=True)
    reason: Mapped[str] = mapped_column(comment="Why they are not the same.")
    judged_by: Mapped[str] = mapped_column(server_default=text("session_user"), comment="Who judged.")
    judged_at: Mapped[datetime] = mapped_column(server_default=text("now()"), comment="When it was judged.")
    undone_by: Mapped[str | None] = mapped_column(comment="Who withdrew the judgement.")
    undone_at: Mapped[datetime | None] = mapped_column(comment="When it was withdrawn; NULL while it stands.")
    undo_reason: Mapped[str | None] = mapped_column(comment="Why it was withdrawn.")

"""The change log: every change of the record tier, with what was before and after."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, CheckConstraint, Index, column, select, table, text
from sqlalchemy.dialects.postgresql import CHAR, JSONB
from sqlalchemy.orm import Mapped, column_property, mapped_column
from sqlalchemy.types import UserDefinedType

from geodb.db.base import AUDIT, Base, identity


class Xid8(UserDefinedType[int]):
    """PostgreSQL's 64-bit transaction id."""

    cache_ok = True

    def get_col_spec(self, **_: object) -> str:
        """Return the type's name for DDL."""
        return "xid8"


OF_RECORDS = text("table_name = 'record' AND before IS NOT NULL")
"""Images of records before a change: what as-of reads look up by key and by survivor."""


_FULL = table(
    "full_change", column("id", BigInteger), column("after", JSONB(none_as_null=True)), schema=AUDIT
)


class Change(Base):
    """One change of one row of the record tier."""

    __tablename__ = "change"
    __table_args__ = (
        CheckConstraint("op IN ('I', 'U', 'D')", name="op"),
        CheckConstraint("(before IS NULL) = (op = 'I')", name="images"),
        Index("ix_change_row", "table_name", "row_id", "at"),
        Index("ix_change_record_id", "record_id", "id"),
        Index("ix_change_at", "table_name", "at", postgresql_where=text("before IS NOT NULL")),
        Index("ix_change_record_key", text("(before ->> 'key')"), postgresql_where=OF_RECORDS),
        Index(
            "ix_change_record_survivor",
            text("((before ->> 'survivor_id')::bigint)"),
            postgresql_where=OF_RECORDS,
        ),
        {
            "schema": AUDIT,
            "comment": "Change log of the record tier; also the feed for mirrors and the as-of views.",
        },
    )

    id: Mapped[int] = identity("Position in the feed.")
    txid: Mapped[int] = mapped_column(
        Xid8, server_default=text("pg_current_xact_id()"), comment="Transaction that made the change."
    )
    at: Mapped[datetime] = mapped_column(server_default=text("now()"), comment="Start of that transaction.")
    table_name: Mapped[str] = mapped_column(comment="Table of schema geodb.")
    row_id: Mapped[int] = mapped_column(BigInteger, comment="Id of the row.")
    record_id: Mapped[int] = mapped_column(BigInteger, comment="Record that the row belongs to.")
    op: Mapped[str] = mapped_column(CHAR(1), comment="I insert, U update, D delete.")
    before: Mapped[Any | None] = mapped_column(JSONB(none_as_null=True), comment="The row before.")
    db_user: Mapped[str] = mapped_column(server_default=text("session_user"), comment="Database user.")
    app_user: Mapped[str | None] = mapped_column(comment="Person or service, where the application said so.")
    import_id: Mapped[int | None] = mapped_column(BigInteger, comment="Import that made the change.")
    reason: Mapped[str | None] = mapped_column(comment="Why, where the application said so.")
    since: Mapped[datetime | None] = mapped_column(
        comment="Since when the row was as before; NULL for an insert, or where the log does not know."
    )
    after: Mapped[Any | None] = column_property(
        select(_FULL.c.after).where(_FULL.c.id == id).scalar_subquery(), deferred=True, raiseload=True
    )
    """The row after, which the log does not keep but `audit.full_change` finds. Undefer it to read it."""

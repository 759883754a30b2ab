"""What every table shares: the declarative base, the naming convention and a few column shorthands."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any, ClassVar

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Computed,
    Date,
    ForeignKey,
    ForeignKeyConstraint,
    Identity,
    MetaData,
    Numeric,
    Table,
    Text,
)
from sqlalchemy.dialects.postgresql import DATERANGE, JSONB, TIMESTAMP, ExcludeConstraint, Range
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedColumn, mapped_column
from sqlalchemy.schema import SchemaItem
from sqlalchemy.types import TypeEngine

SCHEMA = "geodb"
INGEST = "ingest"
AUDIT = "audit"
SCHEMAS = (SCHEMA, "api", AUDIT, INGEST)

NAMING_CONVENTION: dict[Any, str] = {
    "pk": "pk_%(table_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    # The string key "ex" is silently ignored by SQLAlchemy: the class itself must be the key.
    ExcludeConstraint: "ex_%(table_name)s_%(constraint_name)s",
}


class Base(DeclarativeBase):
    """Root of all mapped classes; text and timestamptz everywhere, ranges as daterange."""

    metadata = MetaData(schema=SCHEMA, naming_convention=NAMING_CONVENTION)
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        str: Text(),
        datetime: TIMESTAMP(timezone=True),
        Range[date]: DATERANGE(),
        Decimal: Numeric(),
        dict[str, Any]: JSONB(),
    }
    # A change brings along what is derived from it: after the commit it could not be asked for any more.
    __mapper_args__: dict[str, Any] = {"eager_defaults": True}  # noqa: RUF012 - SQLAlchemy reads it

    def __init_subclass__(cls, **options: Any) -> None:  # noqa: ANN401 - passed through
        """Give the table what all have: indexes without missing references, values that clients can read.

        The log is written by triggers alone, so that it needs no rules. Rows without a reference are left out
        of indexes of optional ones: nobody looks for these.
        """
        super().__init_subclass__(**options)
        table = cls.__dict__.get("__table__")
        if table is None:
            return
        if table.schema != AUDIT:
            bound_values(table)
        for index in table.indexes:
            columns = list(index.columns)
            if len(columns) == 1 and columns[0].nullable and columns[0].foreign_keys:
                index.dialect_options["postgresql"]["where"] = columns[0].is_not(None)


def bound_values(table: Table) -> Table:
    """Give a table the rules that keep its values to what clients can read."""
    for column in list(table.columns):
        if not column.computed and (readable := _readable(column.name, column.type)):
            table.append_constraint(CheckConstraint(readable[1], name=f"{column.name}_{readable[0]}"))
    return table


def _readable(name: str, kind: TypeEngine[Any]) -> tuple[str, str] | None:
    """Name and text of the rule that keeps a column to what views and clients can hold.

    PostgreSQL itself has days and numbers far beyond those of other languages, and one of them in a view
    would fail every query of it.
    """
    if isinstance(kind, DATERANGE):
        return "years", f"lower({name}) >= '0001-01-01' AND upper({name}) <= '9999-12-31'"
    if isinstance(kind, TIMESTAMP):
        return "years", f"{name} >= '0001-01-02 00:00+00' AND {name} < '9999-12-31 00:00+00'"
    if isinstance(kind, Date):
        return "years", f"{name} BETWEEN '0001-01-01' AND '9999-12-31'"
    if isinstance(kind, Numeric) and kind.precision is None:
        return "size", f"abs({name}) < 1e300 AND scale({name}) <= 300"
    return None


def identity(comment: str = "Surrogate key; never shown outside the database.") -> MappedColumn[int]:
    """Primary key of a table whose rows are not records."""
    return mapped_column(BigInteger, Identity(always=True), primary_key=True, comment=comment)


def ref(target: str, comment: str, *, index: bool = False, **options: Any) -> MappedColumn[Any]:  # noqa: ANN401 - passed through
    """Foreign key to the id of ``target``, a table of schema geodb (or ``schema.table``)."""
    table = target if "." in target else f"{SCHEMA}.{target}"
    return mapped_column(BigInteger, ForeignKey(f"{table}.id"), index=index, comment=comment, **options)


def code(code_list: str, comment: str, **options: Any) -> MappedColumn[Any]:  # noqa: ANN401 - passed through
    """Text column that holds a code of the code list ``code_list``."""
    return mapped_column(Text, ForeignKey(f"{SCHEMA}.{code_list}.code"), comment=comment, **options)


def span_of(edtf: str, comment: str) -> MappedColumn[Range[date] | None]:
    """Envelope of the date in the column `edtf`, which the database derives."""
    return _derived(DATERANGE(), f"{SCHEMA}.edtf_span_v1({edtf})", comment)


def span_between(start: str, end: str, comment: str) -> MappedColumn[Range[date] | None]:
    """Envelope from the date in one column to that in another, either of them unknown."""
    both = f"{SCHEMA}.edtf_span_v1(coalesce({start}, '..') || '/' || coalesce({end}, '..'))"
    rule = f"CASE WHEN num_nonnulls({start}, {end}) > 0 THEN {both} ELSE NULL END"
    return _derived(DATERANGE(), rule, comment)


def certain_term(start: str, end: str, comment: str) -> MappedColumn[Range[date] | None]:
    """The days on which a term from the date in one column to that in another certainly ran."""
    certain = f"{SCHEMA}.certain_term_v1({start}, {end})"
    return _derived(DATERANGE(), f"CASE WHEN {start} IS NOT NULL THEN {certain} ELSE NULL END", comment)


def precision_of(edtf: str, *, otherwise: str | None = None) -> MappedColumn[Any]:
    """Grain of the date in the column `edtf`; `otherwise` where there is no date."""
    rule = f"{SCHEMA}.edtf_precision_v1({edtf})"
    computed = Computed(f"coalesce({rule}, '{otherwise}')" if otherwise else rule, persisted=True)
    grain = ForeignKey(f"{SCHEMA}.date_precision.code")
    return mapped_column(Text, computed, grain, comment=f"Grain of {edtf}.")


def _derived(kind: TypeEngine[Any], rule: str, comment: str) -> MappedColumn[Any]:
    return mapped_column(kind, Computed(rule, persisted=True), comment=comment)


def record_id() -> MappedColumn[int]:
    """Primary key of a per-kind table: the id of its row in ``record``."""
    return mapped_column(BigInteger, primary_key=True, autoincrement=False, comment="Id of the record.")


def record_kind(kind: str) -> MappedColumn[str]:
    """Constant kind column that makes a row of the wrong kind impossible."""
    return mapped_column(
        Text,
        server_default=kind,
        nullable=False,
        comment=f"Always {kind}; ties the row to its record's kind.",
    )


def kind_table(kind: str, comment: str, *items: SchemaItem) -> tuple[Any, ...]:
    """Table arguments of a per-kind table: the kind-safe key to ``record``, then ``items``."""
    return (
        ForeignKeyConstraint(["id", "record_kind"], [f"{SCHEMA}.record.id", f"{SCHEMA}.record.kind"]),
        CheckConstraint(f"record_kind = '{kind}'", name="record_kind"),
        *items,
        {"comment": comment},
    )


__all__ = [
    "AUDIT",
    "INGEST",
    "SCHEMA",
    "SCHEMAS",
    "Base",
    "Mapped",
    "Range",
    "bound_values",
    "certain_term",
    "code",
    "identity",
    "kind_table",
    "precision_of",
    "record_id",
    "record_kind",
    "ref",
    "span_between",
    "span_of",
]

"""Make actors, their offices and relations, and places.

Revision ID: 0004
Revises: 0003
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0004"
down_revision: str | None = "0003"
branch_labels: str | None = None
depends_on: str | None = None


def upgrade() -> None:
    op.create_table(
        "actor",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False, comment="Id of the record."),
        sa.Column(
            "record_kind",
            sa.Text(),
            server_default="actor",
            nullable=False,
            comment="Always actor; ties the row to its record's kind.",
        ),
        sa.Column("kind_code", sa.Text(), nullable=False, comment="Kind of actor."),
        sa.Column("country_code", sa.Text(), comment="ISO 3166-1 alpha-3 of the state it is or belongs to."),
        sa.Column("sector", sa.Text(), comment="Sector as PLOVER names it: GOV, MIL, MED and so on."),
        sa.Column("founded_edtf", sa.Text(), comment="When it was founded or born, as EDTF."),
        sa.Column("dissolved_edtf", sa.Text(), comment="When it was dissolved or died, as EDTF."),
        sa.Column("life_span", postgresql.DATERANGE(), comment="Envelope from founding to dissolution."),
        sa.Column(
            "scoped_to_id",
            sa.BigInteger(),
            comment="Document that an unnamed group belongs to; such a group is never merged by itself.",
        ),
        check("ck_actor_record_kind", "record_kind = 'actor'"),
        fk("actor", "country_code", "geodb.country", "alpha3"),
        fk("actor", "id record_kind", "geodb.record", "id kind"),
        fk("actor", "kind_code", "geodb.actor_kind", "code"),
        fk("actor", "scoped_to_id", "geodb.record"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_actor")),
        schema="geodb",
        comment="Persons, states, organizations and groups, named or not.",
    )
    op.create_index("ix_actor_scoped_to_id", "actor", ["scoped_to_id"], schema="geodb")
    op.create_table(
        "actor_relation",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False, comment="Id of the record."),
        sa.Column(
            "record_kind",
            sa.Text(),
            server_default="actor_relation",
            nullable=False,
            comment="Always actor_relation; ties the row to its record's kind.",
        ),
        sa.Column(
            "from_id",
            sa.BigInteger(),
            nullable=False,
            comment="First actor; the one that acts where the relation has a direction.",
        ),
        sa.Column("to_id", sa.BigInteger(), nullable=False, comment="Second actor."),
        sa.Column("kind_code", sa.Text(), nullable=False, comment="Kind of relation."),
        sa.Column(
            "status_code",
            sa.Text(),
            server_default="actual",
            nullable=False,
            comment="Actual, sought, potential, ended.",
        ),
        sa.Column(
            "is_directed",
            sa.Boolean(),
            server_default=sa.text("true"),
            nullable=False,
            comment="Whether the order of the two matters.",
        ),
        sa.Column("edtf", sa.Text(), comment="When it held, as EDTF."),
        sa.Column("span", postgresql.DATERANGE(), comment="Envelope of edtf."),
        sa.Column("precision_code", sa.Text(), comment="Grain of edtf."),
        check("ck_actor_relation_record_kind", "record_kind = 'actor_relation'"),
        check("ck_actor_relation_not_itself", "from_id <> to_id"),
        fk("actor_relation", "from_id", "geodb.actor"),
        fk("actor_relation", "id record_kind", "geodb.record", "id kind"),
        fk("actor_relation", "kind_code", "geodb.relation_kind", "code"),
        fk("actor_relation", "precision_code", "geodb.date_precision", "code"),
        fk("actor_relation", "status_code", "geodb.relation_status", "code"),
        fk("actor_relation", "to_id", "geodb.actor"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_actor_relation")),
        schema="geodb",
        comment="Memberships, alliances, rivalries, wars and other relations between two actors.",
    )
    op.create_index("ix_actor_relation_from_id", "actor_relation", ["from_id"], schema="geodb")
    op.create_index("ix_actor_relation_to_id", "actor_relation", ["to_id"], schema="geodb")
    op.create_table(
        "office",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False, comment="Id of the record."),
        sa.Column(
            "record_kind",
            sa.Text(),
            server_default="office",
            nullable=False,
            comment="Always office; ties the row to its record's kind.",
        ),
        sa.Column("organization_id", sa.BigInteger(), comment="State or organization whose office it is."),
        sa.Column(
            "seats",
            sa.SmallInteger(),
            server_default="1",
            nullable=False,
            comment="How many may hold it at the same time.",
        ),
        sa.Column(
            "is_single_seat",
            sa.Boolean(),
            sa.Computed("seats = 1", persisted=True),
            nullable=False,
            comment="Whether only one may hold it at a time.",
        ),
        check("ck_office_record_kind", "record_kind = 'office'"),
        check("ck_office_seats", "seats > 0"),
        fk("office", "id record_kind", "geodb.record", "id kind"),
        fk("office", "organization_id", "geodb.actor"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_office")),
        sa.UniqueConstraint("id", "is_single_seat", name=op.f("uq_office_id_is_single_seat")),
        schema="geodb",
        comment="Posts apart from their holders.",
    )
    op.create_index("ix_office_organization_id", "office", ["organization_id"], schema="geodb")
    op.create_table(
        "office_holding",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False, comment="Id of the record."),
        sa.Column(
            "record_kind",
            sa.Text(),
            server_default="office_holding",
            nullable=False,
            comment="Always office_holding; ties the row to its record's kind.",
        ),
        sa.Column("office_id", sa.BigInteger(), nullable=False, comment="The office."),
        sa.Column("holder_id", sa.BigInteger(), nullable=False, comment="Who holds it."),
        sa.Column(
            "is_single_seat",
            sa.Boolean(),
            server_default=sa.text("true"),
            nullable=False,
            comment="The office's own is_single_seat, for the exclusion constraint.",
        ),
        sa.Column(
            "is_retracted",
            sa.Boolean(),
            server_default=sa.text("false"),
            nullable=False,
            comment="Whether the record is retracted; kept by a trigger.",
        ),
        sa.Column("start_edtf", sa.Text(), comment="Start of the term, as EDTF."),
        sa.Column("end_edtf", sa.Text(), comment="End of the term, as EDTF."),
        sa.Column(
            "span", postgresql.DATERANGE(), comment="Envelope: the office was possibly held within it."
        ),
        sa.Column(
            "certain_span",
            postgresql.DATERANGE(),
            comment="From the latest start to the earliest end: certainly held; NULL where neither is known.",
        ),
        sa.Column("first_attested_on", sa.Date(), comment="First day a source shows the holder in office."),
        sa.Column("last_attested_on", sa.Date(), comment="Last day a source shows the holder in office."),
        sa.Column(
            "status_code", sa.Text(), server_default="unknown", nullable=False, comment="Whether still held."
        ),
        postgresql.ExcludeConstraint(
            (sa.column("office_id"), "="),
            (sa.column("certain_span"), "&&"),
            where=sa.text("is_single_seat AND NOT is_retracted"),
            using="gist",
            name=op.f("ex_office_holding_one_holder"),
        ),
        check("ck_office_holding_record_kind", "record_kind = 'office_holding'"),
        check("ck_office_holding_attested", "first_attested_on <= last_attested_on"),
        fk("office_holding", "holder_id", "geodb.actor"),
        fk("office_holding", "id record_kind", "geodb.record", "id kind"),
        sa.ForeignKeyConstraint(
            ["office_id", "is_single_seat"],
            ["geodb.office.id", "geodb.office.is_single_seat"],
            name=op.f("fk_office_holding_office_id_is_single_seat"),
            onupdate="CASCADE",
        ),
        fk("office_holding", "office_id", "geodb.office"),
        fk("office_holding", "status_code", "geodb.office_status", "code"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_office_holding")),
        schema="geodb",
        comment="Who held which office when; a source often attests a day and no more.",
    )
    op.create_index("ix_office_holding_holder_id", "office_holding", ["holder_id"], schema="geodb")
    op.create_table(
        "place",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False, comment="Id of the record."),
        sa.Column(
            "record_kind",
            sa.Text(),
            server_default="place",
            nullable=False,
            comment="Always place; ties the row to its record's kind.",
        ),
        sa.Column("kind_code", sa.Text(), nullable=False, comment="Kind of place."),
        sa.Column("parent_id", sa.BigInteger(), comment="Place that it lies in."),
        sa.Column("country_code", sa.Text(), comment="ISO 3166-1 alpha-3 of the country it lies in."),
        sa.Column("geonames_id", sa.BigInteger(), comment="GeoNames id."),
        sa.Column("latitude", sa.Numeric(precision=9, scale=6), comment="Degrees north, WGS 84."),
        sa.Column("longitude", sa.Numeric(precision=9, scale=6), comment="Degrees east, WGS 84."),
        check("ck_place_record_kind", "record_kind = 'place'"),
        check("ck_place_point", "(latitude IS NULL) = (longitude IS NULL)"),
        check("ck_place_latitude", "latitude BETWEEN -90 AND 90"),
        check("ck_place_longitude", "longitude BETWEEN -180 AND 180"),
        check("ck_place_not_in_itself", "parent_id <> id"),
        fk("place", "country_code", "geodb.country", "alpha3"),
        fk("place", "id record_kind", "geodb.record", "id kind"),
        fk("place", "kind_code", "geodb.place_kind", "code"),
        fk("place", "parent_id", "geodb.place"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_place")),
        schema="geodb",
        comment="Countries, cities, regions and sites.",
    )
    op.create_index("ix_place_parent_id", "place", ["parent_id"], schema="geodb")


def fk(table: str, columns: str, target: str, target_columns: str = "id") -> sa.ForeignKeyConstraint:
    """A foreign key named by the convention; several columns are separated by blanks."""
    names = columns.split()
    targets = [f"{target}.{column}" for column in target_columns.split()]
    return sa.ForeignKeyConstraint(names, targets, name=op.f("_".join(["fk", table, *names])))


def check(name: str, rule: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(rule, name=op.f(name))


def downgrade() -> None:
    op.drop_table("place", schema="geodb")
    op.drop_table("office_holding", schema="geodb")
    op.drop_table("office", schema="geodb")
    op.drop_table("actor_relation", schema="geodb")
    op.drop_table("actor", schema="geodb")

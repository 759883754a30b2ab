"""Make events with their participants, places, terms and relations, and figures.

Revision ID: 0006
Revises: 0005
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0006"
down_revision: str | None = "0005"
branch_labels: str | None = None
depends_on: str | None = None


def upgrade() -> None:
    op.create_table(
        "event",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False, comment="Id of the record."),
        sa.Column(
            "record_kind",
            sa.Text(),
            server_default="event",
            nullable=False,
            comment="Always event; ties the row to its record's kind.",
        ),
        sa.Column("kind_code", sa.Text(), nullable=False, comment="Kind of event in words of our own."),
        sa.Column(
            "status_code", sa.Text(), nullable=False, comment="Where it stands between rumour and past."
        ),
        sa.Column("edtf", sa.Text(), comment="When, as the source said it, in EDTF."),
        sa.Column("span", postgresql.DATERANGE(), comment="Envelope of edtf: it lies within these days."),
        sa.Column(
            "precision_code", sa.Text(), server_default="unknown", nullable=False, comment="Grain of edtf."
        ),
        sa.Column("summary", sa.Text(), comment="What happened, in a sentence or two."),
        check("ck_event_record_kind", "record_kind = 'event'"),
        fk("event", "id record_kind", "geodb.record", "id kind"),
        fk("event", "kind_code", "geodb.event_kind", "code"),
        fk("event", "precision_code", "geodb.date_precision", "code"),
        fk("event", "status_code", "geodb.event_status", "code"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event")),
        schema="geodb",
        comment="What happened, goes on, is planned, was cancelled or did not occur.",
    )
    op.create_index("ix_event_span", "event", ["span"], schema="geodb", postgresql_using="gist")
    op.create_index(
        "ix_event_summary",
        "event",
        [sa.literal_column("to_tsvector('simple', summary)")],
        schema="geodb",
        postgresql_using="gin",
    )
    op.create_table(
        "event_term",
        identity(),
        sa.Column("event_id", sa.BigInteger(), nullable=False, comment="The event."),
        sa.Column("taxonomy_code", sa.Text(), nullable=False, comment="Ontology."),
        sa.Column(
            "term_code",
            sa.Text(),
            nullable=False,
            comment="Term of the ontology; its facet says type, mode or context.",
        ),
        sa.Column(
            "coder", sa.Text(), server_default="human", nullable=False, comment="Who or what coded it."
        ),
        sa.Column("confidence", sa.SmallInteger(), comment="Coder's confidence, 0 to 100."),
        check("ck_event_term_confidence", "confidence BETWEEN 0 AND 100"),
        fk("event_term", "event_id", "geodb.event"),
        fk("event_term", "taxonomy_code term_code", "geodb.term", "taxonomy_code code"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event_term")),
        sa.UniqueConstraint("event_id", "taxonomy_code", "term_code", "coder", name="uq_event_term_natural"),
        schema="geodb",
        comment="Events coded in published ontologies.",
    )
    op.create_index("ix_event_term_term", "event_term", ["taxonomy_code", "term_code"], schema="geodb")
    op.create_table(
        "event_participant",
        identity(),
        sa.Column("event_id", sa.BigInteger(), nullable=False, comment="The event."),
        sa.Column("actor_id", sa.BigInteger(), nullable=False, comment="The actor."),
        sa.Column("role_code", sa.Text(), nullable=False, comment="Role in the event."),
        sa.Column("on_behalf_of_id", sa.BigInteger(), comment="Actor that is acted for."),
        sa.Column("office_id", sa.BigInteger(), comment="Office in which the actor takes part."),
        fk("event_participant", "actor_id", "geodb.actor"),
        fk("event_participant", "event_id", "geodb.event"),
        fk("event_participant", "office_id", "geodb.office"),
        fk("event_participant", "on_behalf_of_id", "geodb.actor"),
        fk("event_participant", "role_code", "geodb.participant_role", "code"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event_participant")),
        sa.UniqueConstraint("event_id", "actor_id", "role_code", name="uq_event_participant_natural"),
        schema="geodb",
        comment="Actors in events; dyads exist only in views and only for roles that act.",
    )
    op.create_index("ix_event_participant_actor_id", "event_participant", ["actor_id"], schema="geodb")
    op.create_index("ix_event_participant_office_id", "event_participant", ["office_id"], schema="geodb")
    op.create_index(
        "ix_event_participant_on_behalf_of_id", "event_participant", ["on_behalf_of_id"], schema="geodb"
    )
    op.create_table(
        "event_place",
        identity(),
        sa.Column("event_id", sa.BigInteger(), nullable=False, comment="The event."),
        sa.Column("place_id", sa.BigInteger(), nullable=False, comment="The place."),
        sa.Column(
            "role_code", sa.Text(), server_default="venue", nullable=False, comment="Role of the place."
        ),
        sa.Column(
            "geo_precision",
            sa.SmallInteger(),
            comment="UCDP scale: 1 exact, 2 near, 3 district, 4 province, 5 area, 6 country, 7 sea or air.",
        ),
        check("ck_event_place_geo_precision", "geo_precision BETWEEN 1 AND 7"),
        fk("event_place", "event_id", "geodb.event"),
        fk("event_place", "place_id", "geodb.place"),
        fk("event_place", "role_code", "geodb.place_role", "code"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event_place")),
        sa.UniqueConstraint("event_id", "place_id", "role_code", name="uq_event_place_natural"),
        schema="geodb",
        comment="Where events took place.",
    )
    op.create_index("ix_event_place_place_id", "event_place", ["place_id"], schema="geodb")
    op.create_table(
        "event_relation",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False, comment="Id of the record."),
        sa.Column(
            "record_kind",
            sa.Text(),
            server_default="event_relation",
            nullable=False,
            comment="Always event_relation; ties the row to its record's kind.",
        ),
        sa.Column("from_id", sa.BigInteger(), nullable=False, comment="The part, outcome or answer."),
        sa.Column("to_id", sa.BigInteger(), nullable=False, comment="The whole, cause or occasion."),
        sa.Column("kind_code", sa.Text(), nullable=False, comment="How the first stands to the second."),
        check("ck_event_relation_record_kind", "record_kind = 'event_relation'"),
        check("ck_event_relation_not_itself", "from_id <> to_id"),
        fk("event_relation", "from_id", "geodb.record"),
        fk("event_relation", "id record_kind", "geodb.record", "id kind"),
        fk("event_relation", "kind_code", "geodb.event_relation_kind", "code"),
        fk("event_relation", "to_id", "geodb.record"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event_relation")),
        sa.UniqueConstraint(
            "from_id", "to_id", "kind_code", name=op.f("uq_event_relation_from_id_to_id_kind_code")
        ),
        schema="geodb",
        comment="How one record leads to, belongs to or answers another.",
    )
    op.create_index("ix_event_relation_to_id", "event_relation", ["to_id"], schema="geodb")
    op.create_table(
        "figure",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False, comment="Id of the record."),
        sa.Column(
            "record_kind",
            sa.Text(),
            server_default="figure",
            nullable=False,
            comment="Always figure; ties the row to its record's kind.",
        ),
        sa.Column("of_id", sa.BigInteger(), nullable=False, comment="Fact the number is about."),
        sa.Column("measure_code", sa.Text(), nullable=False, comment="What is counted."),
        sa.Column("best", sa.Numeric(), comment="Best value."),
        sa.Column("low", sa.Numeric(), comment="Lowest value."),
        sa.Column("high", sa.Numeric(), comment="Highest value."),
        sa.Column("unit_code", sa.Text(), nullable=False, comment="Unit of the three values."),
        sa.Column("qualifier", sa.Text(), comment="The source's own hedge: approximately, at least."),
        sa.Column("party_id", sa.BigInteger(), comment="Whose losses, troops or money."),
        sa.Column("as_of_edtf", sa.Text(), comment="When the number held, as EDTF."),
        sa.Column("as_of_span", postgresql.DATERANGE(), comment="Envelope of as_of_edtf."),
        check("ck_figure_record_kind", "record_kind = 'figure'"),
        check("ck_figure_best_high", "best <= high"),
        check("ck_figure_low_best", "low <= best"),
        check("ck_figure_low_high", "low <= high"),
        check("ck_figure_some_value", "num_nonnulls(best, low, high) > 0"),
        fk("figure", "id record_kind", "geodb.record", "id kind"),
        fk("figure", "measure_code", "geodb.measure", "code"),
        fk("figure", "of_id", "geodb.record"),
        fk("figure", "party_id", "geodb.actor"),
        fk("figure", "unit_code", "geodb.unit", "code"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_figure")),
        schema="geodb",
        comment="Numbers about facts: casualties, money, troops, durations, with bounds.",
    )
    op.create_index("ix_figure_of_id", "figure", ["of_id"], schema="geodb")
    op.create_index("ix_figure_party_id", "figure", ["party_id"], schema="geodb")
    op.create_table(
        "status_change",
        identity(),
        sa.Column("record_id", sa.BigInteger(), nullable=False, comment="The event or initiative."),
        sa.Column("seq", sa.SmallInteger(), nullable=False, comment="Order of the steps, from 1."),
        sa.Column("event_status_code", sa.Text(), comment="New status of an event."),
        sa.Column("initiative_status_code", sa.Text(), comment="New status of an initiative."),
        sa.Column("edtf", sa.Text(), comment="When the step was taken, as EDTF."),
        sa.Column("span", postgresql.DATERANGE(), comment="Envelope of edtf."),
        sa.Column("by_event_id", sa.BigInteger(), comment="Event that made the step."),
        check("ck_status_change_one_status", "num_nonnulls(event_status_code, initiative_status_code) = 1"),
        check("ck_status_change_seq", "seq > 0"),
        fk("status_change", "by_event_id", "geodb.event"),
        fk("status_change", "event_status_code", "geodb.event_status", "code"),
        fk("status_change", "initiative_status_code", "geodb.initiative_status", "code"),
        fk("status_change", "record_id", "geodb.record"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_status_change")),
        sa.UniqueConstraint("record_id", "seq", name="uq_status_change_natural"),
        schema="geodb",
        comment="Steps in the life of events and initiatives, in order.",
    )
    op.create_index("ix_status_change_by_event_id", "status_change", ["by_event_id"], schema="geodb")


def identity(comment: str = "Surrogate key; never shown outside the database.") -> sa.Column[int]:
    return sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False, comment=comment)


def fk(table: str, columns: str, target: str, target_columns: str = "id") -> sa.ForeignKeyConstraint:
    """A foreign key named by the convention; several columns are separated by blanks."""
    names = columns.split()
    targets = [f"{target}.{column}" for column in target_columns.split()]
    return sa.ForeignKeyConstraint(names, targets, name=op.f("_".join(["fk", table, *names])))


def check(name: str, rule: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(rule, name=op.f(name))


def downgrade() -> None:
    op.drop_table("status_change", schema="geodb")
    op.drop_table("figure", schema="geodb")
    op.drop_table("event_relation", schema="geodb")
    op.drop_table("event_place", schema="geodb")
    op.drop_table("event_participant", schema="geodb")
    op.drop_table("event_term", schema="geodb")
    op.drop_table("event", schema="geodb")

"""Vocabularies: our own code lists, one small table each, and the published ontologies beside them."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    ForeignKeyConstraint,
    Integer,
    SmallInteger,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.dialects.postgresql import TIMESTAMP
from sqlalchemy.orm import Mapped, mapped_column

from geodb.db.base import SCHEMA, Base, bound_values, code, identity

CODE_LISTS: dict[str, str] = {
    "record_kind": "What a record can be.",
    "marking": "Traffic Light Protocol markings: who may see a record.",
    "actor_kind": "Kinds of actors, from states to unnamed groups.",
    "name_kind": "How a name stands to what it names: official, alias, acronym, metonym, former.",
    "office_status": "Whether a holder is known to hold the office still.",
    "relation_kind": "Kinds of relations between two actors.",
    "relation_status": "Whether a relation is actual, sought, potential or ended.",
    "place_kind": "Kinds of places.",
    "event_kind": "Kinds of events in words of their own; ontologies are coded in event_term.",
    "event_status": "Life cycle of an event, from rumoured to occurred or cancelled.",
    "date_precision": "Grain of a date or time span.",
    "participant_role": "Roles of actors in events; acts says which roles make a side of a dyad.",
    "place_role": "Roles of places in events.",
    "event_relation_kind": "How one record leads to, belongs to or answers another.",
    "statement_form": "How close the text is to the words that were said.",
    "medium": "Channel through which a statement was made.",
    "statement_role": "Roles of actors in statements.",
    "stance": "How a statement stands towards its target.",
    "initiative_kind": "Kinds of initiatives: agreements, plans, programmes, projects.",
    "initiative_status": "Life cycle of an initiative, from proposed to ended.",
    "party_role": "Roles of actors in initiatives.",
    "target_comparator": "How an observed value must stand to a target's value.",
    "measure": "What a figure or target counts.",
    "unit": "Units of figures, targets and observations.",
    "observation_basis": "What an observation of a target is: baseline, reported progress, estimate.",
    "source_kind": "Kinds of sources.",
    "paragraph_kind": "Kinds of paragraphs of a document.",
    "evidence_relation": "Whether a passage supports, contradicts or only mentions a fact.",
    "claim_rank": "Standing of a reported value among its rivals.",
    "assessment_kind": "Judgment, forecast, scenario or scenario outcome.",
    "judgment_kind": "What a judgment asserts: intent, cause, significance, reaction.",
    "probability_basis": "Where a probability comes from.",
    "confidence_level": "An author's stated confidence in a judgment.",
    "resolution_outcome": "How a forecast ended.",
    "note_kind": "Kinds of notes on records.",
    "external_scheme": "Schemes of identifiers that others use for the same thing.",
    "topic": "What records are about.",
}
"""Code list tables of schema geodb, all of one shape, with their comments."""


def _code_list(name: str, comment: str, *extra: Column[bool]) -> Table:
    table = Table(
        name,
        Base.metadata,
        Column("code", Text, primary_key=True, comment="The code that facts carry."),
        Column("label", Text, nullable=False, comment="Name for people."),
        Column("description", Text, comment="When to use the code."),
        Column("sort_order", Integer, nullable=False, server_default="0", comment="Order in lists."),
        Column("parent_code", Text, comment="Broader code of the same list."),
        Column(
            "retired_at",
            TIMESTAMP(timezone=True),
            comment="Since when the code is no longer given; never deleted.",
        ),
        *extra,
        ForeignKeyConstraint(["parent_code"], [f"{SCHEMA}.{name}.code"]),
        CheckConstraint("code ~ '^[a-z0-9_]{1,40}$'", name="code_form"),
        comment=comment,
    )
    return bound_values(table)


def _acts() -> Column[bool]:
    return Column(
        "acts", Boolean, nullable=False, comment="Whether the role makes the actor a side of a dyad."
    )


CODE_TABLES: dict[str, Table] = {
    name: _code_list(name, comment, *([_acts()] if name == "participant_role" else []))
    for name, comment in CODE_LISTS.items()
}


class Country(Base):
    """A country or area of ISO 3166-1."""

    __tablename__ = "country"
    __table_args__ = (
        CheckConstraint("alpha3 ~ '^[A-Z]{3}$'", name="alpha3_form"),
        CheckConstraint("alpha2 ~ '^[A-Z]{2}$'", name="alpha2_form"),
        CheckConstraint("numeric_code ~ '^[0-9]{3}$'", name="numeric_form"),
        {"comment": "Countries and areas of ISO 3166-1."},
    )

    alpha3: Mapped[str] = mapped_column(primary_key=True, comment="ISO 3166-1 alpha-3 code.")
    alpha2: Mapped[str] = mapped_column(unique=True, comment="ISO 3166-1 alpha-2 code.")
    numeric_code: Mapped[str] = mapped_column(
        unique=True, comment="ISO 3166-1 numeric code with leading zeros."
    )
    name: Mapped[str] = mapped_column(comment="Short English name.")
    official_name: Mapped[str | None] = mapped_column(comment="Formal English name.")
    wikidata_id: Mapped[str | None] = mapped_column(unique=True, comment="Wikidata item.")
    retired_at: Mapped[datetime | None] = mapped_column(comment="Since when the code is no longer given.")


class Taxonomy(Base):
    """A published ontology with its version and licence."""

    __tablename__ = "taxonomy"
    __table_args__ = ({"comment": "Published ontologies whose terms code our records."},)

    code: Mapped[str] = mapped_column(primary_key=True, comment="Short name of the ontology.")
    title: Mapped[str] = mapped_column(comment="Full title.")
    version: Mapped[str | None] = mapped_column(comment="Version that the terms are from.")
    publisher: Mapped[str | None] = mapped_column(comment="Who publishes it.")
    licence: Mapped[str | None] = mapped_column(comment="Terms of use.")
    url: Mapped[str | None] = mapped_column(comment="Where it is published.")


class Term(Base):
    """A term of a published ontology, with its score or score band."""

    __tablename__ = "term"
    __table_args__ = (
        ForeignKeyConstraint(
            ["taxonomy_code", "parent_code"], [f"{SCHEMA}.term.taxonomy_code", f"{SCHEMA}.term.code"]
        ),
        CheckConstraint("score_low <= score_high", name="score_band"),
        {"comment": "Terms of published ontologies."},
    )

    taxonomy_code: Mapped[str] = code("taxonomy", "Ontology the term belongs to.", primary_key=True)
    code: Mapped[str] = mapped_column(primary_key=True, comment="The ontology's own code.")
    facet: Mapped[str | None] = mapped_column(
        comment="Part of the ontology: type, mode, context, root, base."
    )
    parent_code: Mapped[str | None] = mapped_column(comment="Broader term of the same ontology.")
    label: Mapped[str] = mapped_column(comment="Name for people.")
    description: Mapped[str | None] = mapped_column(comment="When to use the term, in our words.")
    score: Mapped[Decimal | None] = mapped_column(comment="Cooperation-conflict score, -10 to +10.")
    score_low: Mapped[Decimal | None] = mapped_column(comment="Lower bound of the band a word stands for.")
    score_high: Mapped[Decimal | None] = mapped_column(comment="Upper bound of the band a word stands for.")
    sort_order: Mapped[int] = mapped_column(SmallInteger, server_default="0", comment="Order in lists.")
    retired_at: Mapped[datetime | None] = mapped_column(comment="Since when the term is no longer given.")


class TermMap(Base):
    """One line of a crosswalk between two ontologies, as published or as corrected."""

    __tablename__ = "term_map"
    __table_args__ = (
        ForeignKeyConstraint(
            ["from_taxonomy_code", "from_code"], [f"{SCHEMA}.term.taxonomy_code", f"{SCHEMA}.term.code"]
        ),
        ForeignKeyConstraint(
            ["to_taxonomy_code", "to_code"], [f"{SCHEMA}.term.taxonomy_code", f"{SCHEMA}.term.code"]
        ),
        UniqueConstraint(
            "from_taxonomy_code",
            "from_code",
            "to_taxonomy_code",
            "to_code",
            "layer",
            name="uq_term_map_natural",
        ),
        CheckConstraint("relation IN ('exact', 'broad', 'narrow', 'related')", name="relation"),
        CheckConstraint("layer IN ('published', 'corrected')", name="layer"),
        {"comment": "Crosswalks between ontologies; corrections stand beside what was published."},
    )

    id: Mapped[int] = identity()
    from_taxonomy_code: Mapped[str] = mapped_column(comment="Ontology mapped from.")
    from_code: Mapped[str] = mapped_column(comment="Term mapped from.")
    to_taxonomy_code: Mapped[str] = mapped_column(comment="Ontology mapped to.")
    to_code: Mapped[str] = mapped_column(comment="Term mapped to.")
    relation: Mapped[str] = mapped_column(comment="exact, broad, narrow or related.")
    layer: Mapped[str] = mapped_column(comment="published: the map as its authors gave it; corrected: ours.")
    note: Mapped[str | None] = mapped_column(comment="Why a line was corrected.")
    retired_at: Mapped[datetime | None] = mapped_column(comment="Since when the line is no longer given.")


class Dataset(Base):
    """Who issues keys: a prefix and what stands behind it."""

    __tablename__ = "dataset"
    __table_args__ = (
        CheckConstraint("prefix ~ '^[a-z][a-z0-9_-]{0,39}$'", name="prefix_form"),
        CheckConstraint("tier IN ('record', 'coded')", name="tier"),
        {"comment": "Issuers of keys; the prefix is the first half of every public key."},
    )

    id: Mapped[int] = identity()
    prefix: Mapped[str] = mapped_column(
        unique=True, comment="First half of the public key, before the colon."
    )
    title: Mapped[str] = mapped_column(comment="Name for people.")
    description: Mapped[str | None] = mapped_column(comment="What the dataset holds and what it does not.")
    publisher: Mapped[str | None] = mapped_column(comment="Who publishes it.")
    licence: Mapped[str | None] = mapped_column(comment="Terms of use.")
    url: Mapped[str | None] = mapped_column(comment="Where it is published.")
    version: Mapped[str | None] = mapped_column(comment="Version in the database.")
    tier: Mapped[str] = mapped_column(
        server_default="record", comment="record: curated facts; coded: event data."
    )

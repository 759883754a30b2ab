"""Places and how they lie within one another."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Numeric, Text
from sqlalchemy.orm import Mapped, mapped_column

from geodb.db.base import SCHEMA, code, kind_table, record_id, record_kind, ref
from geodb.models.record import Record


class Place(Record):
    """A country, city, region or site."""

    __tablename__ = "place"
    __table_args__ = kind_table(
        "place",
        "Countries, cities, regions and sites.",
        CheckConstraint("latitude BETWEEN -90 AND 90", name="latitude"),
        CheckConstraint("longitude BETWEEN -180 AND 180", name="longitude"),
        CheckConstraint("(latitude IS NULL) = (longitude IS NULL)", name="point"),
        CheckConstraint("parent_id <> id", name="not_in_itself"),
    )

    id: Mapped[int] = record_id()
    record_kind: Mapped[str] = record_kind("place")
    kind_code: Mapped[str] = code("place_kind", "Kind of place.")
    parent_id: Mapped[int | None] = ref("place", "Place that it lies in.", index=True)
    country_code: Mapped[str | None] = mapped_column(
        Text, ForeignKey(f"{SCHEMA}.country.alpha3"), comment="ISO 3166-1 alpha-3 of the country it lies in."
    )
    geonames_id: Mapped[int | None] = mapped_column(BigInteger, comment="GeoNames id.")
    latitude: Mapped[Decimal | None] = mapped_column(Numeric(9, 6), comment="Degrees north, WGS 84.")
    longitude: Mapped[Decimal | None] = mapped_column(Numeric(9, 6), comment="Degrees east, WGS 84.")

    __mapper_args__: dict[str, Any] = {"polymorphic_identity": "place"}  # noqa: RUF012

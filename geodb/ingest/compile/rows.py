"""Rows of one dossier, table by table, with public keys in the place of record ids."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from geodb.dossier.fields import Ref
from geodb.dossier.resolve import ResolvedDossier
from geodb.ingest.tables import record_tables
from geodb.types import DateSpan

Row = tuple[Any, ...]
Answers = Mapping[tuple[str, str], str]
"""The keys of the references that a dossier could not resolve itself, by their text and expected kind."""


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a dossier: in `tables`, by table, with their values in the order of the columns."""

    source: ResolvedDossier
    answers: Answers
    tables: dict[str, list[Row]] = field(default_factory=dict)

    def add(self, table: str, **values: Any) -> None:  # noqa: ANN401 - columns have all types
        """Add a row; columns that are not given, or None, hold what the database puts there by itself."""
        blanks = _blanks(table)
        row = blanks | {name: value for name, value in values.items() if value is not None}
        if strangers := len(row) > len(blanks) and row.keys() - blanks.keys():
            raise TypeError(f"{table} has no column {', '.join(sorted(strangers))}")
        self.tables.setdefault(table, []).append(tuple(row.values()))

    def own(self, local_key: str) -> str:
        """The public key of a record of this dossier."""
        return f"{self.source.dossier.dataset}:{local_key}"

    def key(self, ref: Ref | str | None) -> str | None:
        """The public key that a reference of this dossier stands for."""
        if ref is None:
            return None
        if not isinstance(ref, Ref):
            raise TypeError(f"{ref!r} is not a reference")
        return str(self.source.key(ref) or self.answers[str(ref), ref.kind])

    @property
    def article(self) -> str | None:
        """Public key of the article as a source."""
        article = self.source.dossier.article
        return self.own(article.key) if article else None

    @property
    def document(self) -> str | None:
        """Public key of the article's words."""
        local_key = self.source.document_key
        return self.own(local_key) if local_key else None

    def coder(self, coder: str | None) -> str:
        """Who coded a part that may name its own coder."""
        return coder or self.source.dossier.coder

    def __iter__(self) -> Iterator[tuple[str, list[Row]]]:
        return iter(self.tables.items())


@cache
def _blanks(table: str) -> dict[str, object]:
    return record_tables()[table].blanks


def edtf(date: DateSpan | None) -> str | None:
    """The text of a fuzzy date."""
    return date.edtf if date else None

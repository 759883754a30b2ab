"""Finding records by what they are called, in any spelling or script."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.dialects.postgresql import distinct_on
from sqlalchemy.orm import joinedload, selectinload

from geodb.db.pgerrors import translated_errors
from geodb.errors import InvalidValue
from geodb.models import Record, RecordName
from geodb.repositories.base import Repository
from geodb.repositories.lookup import checked, counted, is_listed, points_to, survivor_of, survivors
from geodb.repositories.selection import Loads

M = TypeVar("M", bound=Record)

WITH_NAMES = Loads(page=(joinedload(Record.names),), stream=(selectinload(Record.names),))


@dataclass(frozen=True, slots=True)
class NameMatch(Generic[M]):
    """A record one of whose names is like the name that was asked for; `score` is 0 to 1, 1 the same."""

    record: M
    name: str
    score: float


class NamedRepository(Repository[M]):
    """Records that go by names: actors, offices, places. They come with their own names loaded.

    What was merged into a record keeps its names; `names_of` gives all of them.
    """

    loads = WITH_NAMES

    def find_by_name(
        self, name: str, on: date | None = None, lang: str | None = None, script: str | None = None
    ) -> list[M]:
        """The records with this name, whatever its case and accents. One round trip.

        With `on`, the name must have been in use on that day as far as is known. `lang` is a BCP 47 tag,
        `script` an ISO 15924 code. A name of a merged record finds its survivor.
        """
        criteria = [RecordName.folded == _folded(name)]
        if on is not None:
            criteria.append(or_(RecordName.valid_span.is_(None), RecordName.valid_span.contains(on)))
        if lang is not None:
            criteria.append(RecordName.lang == lang)
        if script is not None:
            criteria.append(RecordName.script == script)
        bearers = survivors(RecordName.record_id, *criteria)
        return self._listed().where(self.model.id.in_(bearers)).all()

    def similar(self, name: str, limit: int = 10) -> list[NameMatch[M]]:
        """The records with names most like `name`, by trigrams, best first. One round trip.

        Raises InvalidValue for a limit below nought.
        """
        folded = _folded(name)
        score = func.similarity(RecordName.folded, folded)
        bearer = survivor_of(RecordName.record_id).label("bearer")
        alike = (
            select(bearer, RecordName.name, score.label("score"))
            .where(RecordName.folded.op("%")(folded))
            .ext(distinct_on(bearer))
            .order_by(bearer, score.desc())
            .subquery()
        )
        statement = (
            select(self.model, alike.c.name, alike.c.score)
            .join(alike, alike.c.bearer == self.model.id)
            .where(is_listed(self.model))
            .order_by(alike.c.score.desc(), self.model.id)
            .options(*self.loads.page)
        )
        with translated_errors():
            rows = self.session.execute(statement.limit(counted(limit))).unique()
            return [NameMatch(record, found, found_score) for record, found, found_score in rows]

    def names_of(self, key: str) -> list[RecordName]:
        """All names of a record and of those merged into it. Raises NotFound. One round trip."""
        statement = select(RecordName).where(points_to(RecordName.record_id, key))
        return self._rows(statement.order_by(RecordName.id), (key, self.model))

    def add_name(  # noqa: PLR0913 - the parts of a name
        self,
        key: str,
        name: str,
        kind: str = "alias",
        *,
        lang: str | None = None,
        script: str | None = None,
        is_primary: bool = False,
        valid: str | None = None,
    ) -> RecordName:
        """Give a record one more name; `kind` is a code of name_kind, `valid` an EDTF string.

        Raises NotFound, InvalidValue, or a ConstraintError, as for a second primary name.
        """
        if not name.strip():
            raise InvalidValue("a name is not blank", hint="give what people call it")
        bearer = self.get(key)
        added = RecordName(
            name=name,
            kind_code=kind,
            lang=lang,
            script=script,
            is_primary=is_primary,
            valid_edtf=checked(valid),
        )
        return self._append(bearer.names, added)


def _folded(name: str) -> ColumnElement[str]:
    return func.geodb.fold_name_v1(name)

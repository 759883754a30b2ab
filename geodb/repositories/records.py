"""Records of any kind, and what any record can carry: identifiers, topics, notes, history, merges."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import selectin_polymorphic, undefer

from geodb.models import Change, ExternalId, Note, Record, RecordRedirect, RecordTopic, Source
from geodb.repositories.base import Repository
from geodb.repositories.lookup import points_to, survivors
from geodb.repositories.selection import Loads, Selection

_COLUMNS = (
    selectin_polymorphic(Record, [mapper.class_ for mapper in Record.__mapper__.self_and_descendants]),
)


class Records(Repository[Record]):
    """Facts of whatever kind, each as an instance of its own class, with its columns and nothing else.

    One round trip for the records and one for each kind among them, since each kind has a table of its own.
    """

    model = Record
    loads = Loads(_COLUMNS, _COLUMNS)

    def by_external_id(self, scheme: str, value: str) -> list[Record]:
        """The records that `scheme`, a code of external_scheme, knows as `value`. One round trip."""
        known = survivors(ExternalId.record_id, ExternalId.scheme_code == scheme, ExternalId.value == value)
        return self._listed().where(Record.id.in_(known), mentioned=[(scheme, "external_scheme")]).all()

    def on_topic(self, topic: str) -> Selection[Record]:
        """The records about a topic, a code of the list topic."""
        tagged = survivors(RecordTopic.record_id, RecordTopic.topic_code == topic)
        return self._listed().where(Record.id.in_(tagged), mentioned=[(topic, "topic")])

    def notes_on(self, key: str) -> list[Note]:
        """What coders and quality control remarked on a record and those merged into it. Raises NotFound."""
        notes = select(Note).where(points_to(Note.record_id, key)).order_by(Note.id)
        return self._rows(notes, (key, Record))

    def history(self, key: str) -> list[Change]:
        """Every change of a record, of the rows that hang on it, and of what was merged into it.

        In order of time. Raises NotFound. One round trip.
        """
        changes = select(Change).where(points_to(Change.record_id, key)).order_by(Change.id)
        return self._rows(changes.options(undefer(Change.after)), (key, Record))

    def merges_of(self, key: str) -> list[RecordRedirect]:
        """The merges that stand and lead to the record that answers for `key`. Raises NotFound."""
        merges = select(RecordRedirect).where(
            points_to(RecordRedirect.old_id, key), RecordRedirect.undone_at.is_(None)
        )
        return self._rows(merges.order_by(RecordRedirect.id), (key, Record))

    def identify(self, key: str, scheme: str, value: str) -> ExternalId:
        """Add an identifier of others, in a scheme of external_scheme. Raises as `tag` does."""
        return self._add(ExternalId(record_id=self._one(Record, key).id, scheme_code=scheme, value=value))

    def tag(self, key: str, topic: str) -> RecordTopic:
        """Say that a record is about a topic. Raises NotFound or a ConstraintError."""
        return self._add(RecordTopic(record_id=self._one(Record, key).id, topic_code=topic))

    def note(
        self, key: str, kind: str, text: str, *, source: str | None = None, coder: str = "human"
    ) -> Note:
        """Remark on a record; `kind` is a code of note_kind. Raises NotFound or a ConstraintError."""
        return self._add(
            Note(
                record_id=self._one(Record, key).id,
                kind_code=kind,
                text=text,
                source_id=source and self._one(Source, source).id,
                coder=coder,
            )
        )

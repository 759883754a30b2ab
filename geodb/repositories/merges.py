"""Merges: two records turn out to be one, or were taken for one and are not.

Nothing moves: the merged record keeps its rows and names the survivor that answers for it, so that undoing a
merge restores exactly what was. The database judges whether two records can be one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy import ColumnElement, func, or_, select, text
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import set_committed_value

from geodb.db.pgerrors import translated_errors
from geodb.errors import InvalidValue, NotFound
from geodb.models import NotSame, Record, RecordRedirect
from geodb.repositories import keys
from geodb.repositories.lookup import points_to

Judgement = TypeVar("Judgement", RecordRedirect, NotSame)


@dataclass(frozen=True, slots=True)
class MergeConflict:
    """Why two records cannot be one: the name of the rule, the reason in words, and what to do about it."""

    rule: str
    reason: str
    hint: str


class Merges:
    """Merging, undoing, and judging that two are not the same."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def merge(self, old: str, into: str, why: str) -> RecordRedirect:
        """Let the record `into` answer for `old`, which is no longer listed, and for all merged into that.

        If `into` was merged itself, its survivor answers. Raises NotFound; InvalidValue if the two are one
        record or of different kinds, or `old` was merged already; CheckFailed with the reason if they cannot
        be one.
        """
        first, second = self._exact(old, into)
        if first is second:
            raise InvalidValue(f"{old} cannot be merged into itself", hint="name the record that stays")
        if first.record_kind != second.record_kind:
            raise InvalidValue(
                f"{old} is of kind {first.record_kind} and {into} of kind {second.record_kind}: "
                "only records of one kind are merged"
            )
        if first.merged_into_id is not None:
            raise InvalidValue(f"{old} is merged already", hint=f"undo that first: `geodb unmerge {old}`")
        merged = RecordRedirect(
            kind=first.record_kind, old_id=first.id, new_id=second.id, reason=why, merged_by=_user()
        )
        return self._add(merged)

    def unmerge(self, key: str, why: str) -> RecordRedirect:
        """Undo the merge of the record `key` into another, so that all is as if it had never been.

        What was merged into `key` before or since goes with it. Raises NotFound, or InvalidValue if `key` is
        not merged.
        """
        (record,) = self._exact(key)
        merged = self._one_standing(RecordRedirect, RecordRedirect.old_id == record.id)
        if merged is None:
            raise InvalidValue(f"{key} is not merged into another record")
        return self._undo(merged, why)

    def history_of(self, key: str) -> list[RecordRedirect]:
        """Every merge of, or into, what `key` stands for now: standing and undone ones, in order of time.

        Raises NotFound.
        """
        keys.require(self.session, [(key, Record)])
        part = or_(points_to(RecordRedirect.old_id, key), points_to(RecordRedirect.new_id, key))
        with translated_errors():
            return list(self.session.scalars(select(RecordRedirect).where(part).order_by(RecordRedirect.id)))

    def conflicts(self, first: str, second: str) -> list[MergeConflict]:
        """Why the two, with all that merged into them, cannot be one; if anything. Raises NotFound."""
        one, other = self._exact(first, second)
        with translated_errors():
            rows = self.session.execute(_CONFLICTS, {"one": one.id, "other": other.id})
            return [MergeConflict(*row) for row in rows]

    def distinguish(self, first: str, second: str, why: str) -> NotSame:
        """Remember that two records are not the same: they are never merged, and never proposed again.

        Raises NotFound, InvalidValue if it is one record, Conflict if that was judged before, or CheckFailed
        if they are merged.
        """
        one, other = self._exact(first, second)
        if one is other:
            raise InvalidValue(f"{first} is the same as itself", hint="name two records")
        return self._add(NotSame(record_id=one.id, other_id=other.id, reason=why, judged_by=_user()))

    def withdraw(self, first: str, second: str, why: str) -> NotSame:
        """Withdraw the judgement that two records are not the same. Raises NotFound if there is none."""
        one, other = self._exact(first, second)
        pair = NotSame.record_id.in_([one.id, other.id]) & NotSame.other_id.in_([one.id, other.id])
        judged = self._one_standing(NotSame, pair)
        if judged is None:
            raise NotFound(f"nobody judged that {first} and {second} are not the same")
        return self._undo(judged, why)

    def _exact(self, *wanted: str) -> list[Record]:
        """The records with these very keys, merged or not."""
        keys.require(self.session, [(key, Record) for key in wanted])
        with translated_errors():
            found = self.session.scalars(select(Record).where(Record.key.in_(wanted)))
            by_key = {record.key: record for record in found}
        return [by_key[key] for key in wanted]

    def _one_standing(self, model: type[Judgement], which: ColumnElement[bool]) -> Judgement | None:
        with translated_errors():
            return self.session.scalars(select(model).where(which, model.undone_at.is_(None))).one_or_none()

    def _add(self, judged: Judgement) -> Judgement:
        with translated_errors():
            self.session.add(judged)
            self.session.flush()
        self._tell_survivors()
        return judged

    def _undo(self, judged: Judgement, why: str) -> Judgement:
        judged.undo_reason = why
        judged.undone_at, judged.undone_by = func.now(), _user()
        with translated_errors():
            self.session.flush()
            self.session.refresh(judged)
        self._tell_survivors()
        return judged

    def _tell_survivors(self) -> None:
        """The database has changed who answers for whom; records that were loaded before hear of it."""
        loaded = {record.id: record for record in self.session if isinstance(record, Record)}
        with translated_errors():
            for record_id, *answering in self.session.execute(_SURVIVORS, {"ids": list(loaded)}):
                for name, value in zip(("merged_into_id", "survivor_id"), answering, strict=True):
                    set_committed_value(loaded[record_id], name, value)


_SURVIVORS = text("SELECT id, merged_into_id, survivor_id FROM geodb.record WHERE id = ANY (:ids)")
_CONFLICTS = text("SELECT rule, reason, hint FROM geodb.find_merge_conflicts_v2(:one, :other)")


def _user() -> ColumnElement[str]:
    """Who acts: the user of the transaction, or else of the database."""
    return func.coalesce(func.nullif(func.current_setting("geodb.user", True), ""), text("session_user"))  # noqa: FBT003

"""Merging as one does it by hand: by keys that may lack their prefix, each act a transaction of its own.

An act that gave way to other writers (a load of the same records) is tried again. It raises DatabaseBusy if
that is in vain.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from geodb.models import Record
from geodb.repositories import Repositories
from geodb.repositories.keys import full_key
from geodb.services.retrying import retried

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy.orm import Session

    from geodb.db.session import Database


@dataclass(frozen=True, slots=True)
class Pair:
    """Two records that were merged, or judged apart. `survivor`: the key that now answers for the first."""

    key: str
    label: str
    other_key: str
    other_label: str
    survivor: str


def merge(db: Database, key: str, into: str, why: str, *, user: str | None = None) -> Pair:
    """Merge the record `key` into another. Raises as `Merges.merge`."""

    def act(session: Session) -> Pair:
        one, other = full_key(session, key), full_key(session, into)
        Repositories(session).merges.merge(one, other, why)
        return _pair(session, one, other)

    return _acted(db, act, why, user)


def unmerge(db: Database, key: str, why: str, *, user: str | None = None) -> Pair:
    """Undo the merge of the record `key` into another, which is named as the pair's other record.

    Raises as `Merges.unmerge`.
    """

    def act(session: Session) -> Pair:
        one = full_key(session, key)
        undone = Repositories(session).merges.unmerge(one, why)
        return _pair(session, one, session.get_one(Record, undone.new_id).key)

    return _acted(db, act, why, user)


def judge_not_same(db: Database, key: str, other: str, why: str, *, user: str | None = None) -> Pair:
    """Remember that two records are not the same. Raises as `Merges.distinguish`."""

    def act(session: Session) -> Pair:
        one, two = full_key(session, key), full_key(session, other)
        Repositories(session).merges.distinguish(one, two, why)
        return _pair(session, one, two)

    return _acted(db, act, why, user)


def withdraw_not_same(db: Database, key: str, other: str, why: str, *, user: str | None = None) -> Pair:
    """Withdraw such a judgement. Raises as `Merges.withdraw`."""

    def act(session: Session) -> Pair:
        one, two = full_key(session, key), full_key(session, other)
        Repositories(session).merges.withdraw(one, two, why)
        return _pair(session, one, two)

    return _acted(db, act, why, user)


def _acted(db: Database, act: Callable[[Session], Pair], why: str, user: str | None) -> Pair:
    def once() -> Pair:
        with db.transaction(reason=why, user=user) as session:
            return act(session)

    return retried(once)


def _pair(session: Session, key: str, other: str) -> Pair:
    rows = session.execute(
        select(Record.key, Record.label, Record.survivor_id).where(Record.key.in_([key, other]))
    )
    found = {row.key: row for row in rows}
    survivor = session.scalar(select(Record.key).where(Record.id == found[key].survivor_id))
    return Pair(key, found[key].label, other, found[other].label, survivor or key)

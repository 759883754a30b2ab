"""From keys to records; and if there is none, which key is unknown and what was probably meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from functools import cache
from typing import TypeVar

from sqlalchemy import Select, bindparam, func, select
from sqlalchemy.orm import Session
from sqlalchemy.sql.base import ExecutableOption

from geodb.db.pgerrors import translated_errors
from geodb.errors import InvalidValue, NotFound, shown
from geodb.garbage import no_garbage_looked_for
from geodb.models import Dataset, Record, RecordName
from geodb.repositories.codes import Codes
from geodb.repositories.lookup import survivor_id

M = TypeVar("M", bound=Record)
Mention = tuple[str, type[Record] | str]
"""A key in a question and the class of records it must name, or a code and the list it must be of."""

NEIGHBOURS = 50
"""Keys before and after the unknown one, in order of the alphabet, that may be what was meant."""


def find(session: Session, model: type[M], key: str, *options: ExecutableOption) -> M | None:
    """The record of `model` that answers for `key`, with what `options` load. One round trip.

    Raises InvalidValue if `key` is no text.
    """
    _require_text(key)
    with translated_errors(), no_garbage_looked_for():
        return session.scalars(_by_key(model, *options), {"key": key}).unique().one_or_none()


def get(session: Session, model: type[M], key: str, *options: ExecutableOption) -> M:
    """As `find`, but raises NotFound, with the nearest keys."""
    record = find(session, model, key, *options)
    if record is None:
        raise not_found(session, key, kind_of(model))
    return record


def full_key(session: Session, given: str) -> str:
    """`given` with the prefix it may lack; merged records too answer by their own key. Raises NotFound."""
    if ":" in given:
        return given
    possible = select(Dataset.prefix + f":{given}")
    found = session.scalars(select(Record.key).where(Record.key.in_(possible))).all()
    if len(found) > 1:
        hint = f"name one of {', '.join(sorted(found))}"
        raise NotFound(f"{shown(given)} is the key of {len(found)} records", hint=hint)
    return found[0] if found else given


@cache
def _by_key(model: type[M], *options: ExecutableOption) -> Select[M]:
    # Kept, because building it takes longer than running it.
    return select(model).where(model.id == survivor_id(bindparam("key"))).options(*options)


def kind_of(model: type[Record]) -> str:
    """The record kind of a mapped class, `record` for Record itself."""
    return str(model.__mapper__.polymorphic_identity or "record")


def require(session: Session, mentioned: Iterable[Mention]) -> None:
    """Raise NotFound for a key that no record of its kind has, UnknownCode for a code that its list lacks."""
    mentioned = list(mentioned)
    for code, code_list in mentioned:
        if isinstance(code_list, str):
            Codes(session).get(code_list, code)
    wanted = [(key, kind_of(model)) for key, model in mentioned if not isinstance(model, str)]
    for key, _ in wanted:
        _require_text(key)
    if not wanted:
        return
    kinds = select(Record.key, Record.record_kind).where(Record.key.in_([key for key, _ in wanted]))
    with translated_errors():
        known = {row.key: row.record_kind for row in session.execute(kinds)}
    for key, kind in wanted:
        if key not in known or kind not in {known[key], "record"}:
            raise not_found(session, key, kind)


def _require_text(key: object) -> None:
    if not isinstance(key, str):
        raise InvalidValue(
            f"{shown(key)} is not the key of a record", hint="keys are text, as in geodb:ukraine"
        )


def not_found(session: Session, key: str, kind: str = "record") -> NotFound:
    """The error for a key that no record of `kind` has, with the nearest keys as a hint."""
    with translated_errors():
        other = session.scalar(select(Record.record_kind).where(Record.key == key))
        if other is not None:
            return NotFound(f"{key} is of kind {other}, not {kind}", hint=f"ask for it as {other}")
        close = _nearest(session, key, kind)
    hint = f"did you mean {' or '.join(close)}?" if close else None
    return NotFound(f"there is no {kind} with the key {shown(key)}", hint=hint)


def _nearest(session: Session, key: str, kind: str) -> list[str]:
    of_kind = [] if kind == "record" else [Record.record_kind == kind]
    words = func.geodb.fold_name_v1(key.partition(":")[2].replace("-", " "))
    alike = (
        select(Record.key)
        .join(RecordName, RecordName.record_id == Record.id)
        .where(RecordName.folded.op("%")(words), *of_kind)
        .order_by(func.similarity(RecordName.folded, words).desc())
        .limit(NEIGHBOURS)
    )
    after = select(Record.key, Record.record_kind).where(Record.key > key).order_by(Record.key)
    before = select(Record.key, Record.record_kind).where(Record.key < key).order_by(Record.key.desc())
    near = after.limit(NEIGHBOURS).union_all(before.limit(NEIGHBOURS))
    candidates = [found for found, its_kind in session.execute(near) if kind in {"record", its_kind}]
    return get_close_matches(key, {*session.scalars(alike), *candidates}, n=3, cutoff=0.7)

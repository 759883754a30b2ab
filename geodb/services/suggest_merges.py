"""Which records may be one: pairs that go by like names or one identifier, with a score and its reasons."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice, product
from typing import TYPE_CHECKING

from geodb.db.pgerrors import translated_errors
from geodb.errors import InvalidValue
from geodb.models import Record
from geodb.repositories import keys
from geodb.services import name_matching
from geodb.services.merge_queries import ALIKE, BEARERS, IDENTIFIERS, MERGEABLE, ROLES

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

MIN_SCORE = 0.85
"""The default: of labelled pairs of names, about 86 of 100 that reach it are the same."""

SAME_IDENTIFIER = 0.95
SHARED = 0.02
"""What a shared country, office or relation adds to a score; at most three count."""

OTHER_HOME = 0.1
"""What a person loses against one of another country. Two ministries of two countries are never one."""

BATCH = 200


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A pair of records that may be one, as `geodb merge KEY INTO` takes it: the younger into the older.

    `score` is 0 to 1; `reasons` are for people.
    """

    key: str
    label: str
    into: str
    into_label: str
    score: float
    reasons: tuple[str, ...]


@dataclass(slots=True)
class _Bearer:
    """A record that goes by names: its country or organization is its `home`."""

    key: str
    label: str
    side: str
    home: str | None
    names: set[str] = field(default_factory=set)


@dataclass(slots=True)
class _Match:
    """Why a pair may be one: how alike the names are, and what else they share."""

    score: float
    reasons: list[str]


Ids = tuple[int, int]
"""A pair of records, the older one first."""


def suggest_merges(
    session: Session,
    kind: str = "actor",
    *,
    of: str | None = None,
    limit: int = 50,
    min_score: float = MIN_SCORE,
) -> list[Suggestion]:
    """At most `limit` pairs of records of `kind` (actor, office, place) that may be one, best first.

    With `of`, a key, only pairs of that record, whatever its kind, found by trigrams of its names in the
    database; without it, all records, found by words that sound alike. Left out are merged and retracted
    records, groups that belong to one document, and pairs that cannot be merged, those judged not to be the
    same among them. Raises InvalidValue or NotFound.
    """
    with translated_errors():
        record = None if of is None else keys.get(session, Record, keys.full_key(session, of))
        kind = record.record_kind if record else kind
        if kind not in BEARERS:
            hint = f"kinds: {', '.join(BEARERS)}"
            raise InvalidValue(f"records of kind {kind} do not go by names", hint=hint)
        only = list(session.scalars(ALIKE, {"id": record.id})) if record else None
        bearers = _bearers(session, kind, only)
        asked = only[0] if only else None
        matches = _by_name(bearers, asked, min_score - 3 * SHARED)
        _add_identifiers(session, matches, bearers)
        _add_homes(matches, bearers)
        _add_roles(session, matches)
        ranked = sorted(
            (ids for ids, match in matches.items() if match.score >= min_score and asked in {None, *ids}),
            key=lambda ids: (-matches[ids].score, ids),
        )
        return [_suggestion(ids, matches[ids], bearers) for ids in islice(_mergeable(session, ranked), limit)]


def _bearers(session: Session, kind: str, only: Sequence[int] | None) -> dict[int, _Bearer]:
    """The records of `kind` that may be merged, by id, each with its names in normal form."""
    found: dict[int, _Bearer] = {}
    every = only is None
    parameters = {"kind": kind, "every": every, "only": list(only or ())}
    for record_id, key, label, side, home, folded in session.execute(BEARERS[kind], parameters):
        bearer = found.get(record_id)
        if bearer is None:
            bearer = found[record_id] = _Bearer(key, label, side, home)
        if name := name_matching.normal_form(folded):
            bearer.names.add(name)
    return found


def _by_name(bearers: dict[int, _Bearer], asked: int | None, min_score: float) -> dict[Ids, _Match]:
    by_side: defaultdict[str, defaultdict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for record_id, bearer in bearers.items():
        for name in bearer.names:
            by_side[bearer.side][name].append(record_id)
    best: dict[Ids, tuple[float, str, str]] = {}
    for named in by_side.values():
        own = [name for name, known in named.items() if asked in known]
        compared = (
            name_matching.pairs_to_compare(named) if asked is None else product(own, named.keys() - own)
        )
        same = [(name, name) for name, known in named.items() if len(known) > 1 and asked in {None, *known}]
        for one, other, score in _like_names(named, chain(same, compared), min_score):
            for pair in _pairs(named[one], named[other], asked):
                if pair not in best or best[pair][0] < score:
                    best[pair] = score, one, other
    return {pair: _Match(score, [_told(score, one, other)]) for pair, (score, one, other) in best.items()}


def _like_names(
    named: dict[str, list[int]], compared: Iterable[tuple[str, str]], min_score: float
) -> Iterator[tuple[str, str, float]]:
    for one, other in compared:
        if one == other:
            yield one, other, 1.0
        elif named[one] != named[other]:  # not two names of one record
            score = name_matching.similarity(one, other)
            if score >= min_score:
                yield one, other, score


def _pairs(ones: Sequence[int], others: Sequence[int], asked: int | None) -> Iterator[Ids]:
    """Pairs of bearers of two names; of very common names only neighbours, so that no name makes a square."""
    if asked is not None:
        found: Iterable[Ids] = ((asked, other) for other in others)
    elif len(ones) * len(others) <= name_matching.BLOCK_SIZE**2:
        found = ((a, b) for a in ones for b in others)
    else:
        merged = sorted({*ones, *others})
        found = (
            (a, b)
            for place, a in enumerate(merged)
            for b in merged[place + 1 : place + 1 + name_matching.NEIGHBOURS]
        )
    return ((min(a, b), max(a, b)) for a, b in found if a != b)


def _told(score: float, one: str, other: str) -> str:
    return f"same name: {one}" if one == other else f"like names ({score:.2f}): {one}, {other}"


def _add_identifiers(session: Session, matches: dict[Ids, _Match], bearers: dict[int, _Bearer]) -> None:
    for one, other, identifier in session.execute(IDENTIFIERS, {"limit": name_matching.BLOCK_SIZE}):
        if one in bearers and other in bearers:
            match = matches.setdefault((one, other), _Match(0.0, []))
            match.score = max(match.score, SAME_IDENTIFIER)
            match.reasons.append(f"same identifier: {identifier}")


def _add_homes(matches: dict[Ids, _Match], bearers: dict[int, _Bearer]) -> None:
    for one, other in list(matches):
        first, second, match = bearers[one], bearers[other], matches[one, other]
        if first.home is None or second.home is None:
            continue
        if first.home == second.home:
            match.score = min(1.0, match.score + SHARED)
            match.reasons.append(f"both of {first.home}")
        elif first.side == "person":
            match.score -= OTHER_HOME
            match.reasons.append(f"but of {first.home} and of {second.home}")
        else:
            del matches[one, other]


def _add_roles(session: Session, matches: dict[Ids, _Match]) -> None:
    ones, others = zip(*matches, strict=True) if matches else ((), ())
    for one, other, roles in session.execute(ROLES, {"ones": list(ones), "others": list(others)}):
        match = matches[one, other]
        match.score = min(1.0, match.score + SHARED * min(2, len(roles)))
        match.reasons.extend(f"both {role}" for role in roles)


def _mergeable(session: Session, ranked: Sequence[Ids]) -> Iterator[Ids]:
    """Those of the pairs that the database would let be merged, in their order."""
    for start in range(0, len(ranked), BATCH):
        ones, others = zip(*ranked[start : start + BATCH], strict=True)
        for row in session.execute(MERGEABLE, {"ones": list(ones), "others": list(others)}).all():
            yield row.one, row.other


def _suggestion(ids: Ids, match: _Match, bearers: dict[int, _Bearer]) -> Suggestion:
    into, record = bearers[ids[0]], bearers[ids[1]]
    return Suggestion(
        record.key, record.label, into.key, into.label, round(match.score, 3), tuple(match.reasons)
    )

"""Claims: the rival values that sources give for an attribute, and which of them a declared rule prefers."""

from __future__ import annotations

import json
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, Literal, get_args

from sqlalchemy import Select, select, text
from sqlalchemy.orm import Session

from geodb.db.pgerrors import translated_errors
from geodb.errors import Conflict, InvalidValue, NotFound, shown
from geodb.models import Claim, Evidence, Record, Source
from geodb.repositories import keys
from geodb.repositories.lookup import points_to

Rule = Literal["latest", "majority", "most_reliable", "widest_bounds"]
RULES: tuple[Rule, ...] = get_args(Rule)


@dataclass(frozen=True, slots=True)
class Best:
    """What one rule takes for the best value of an attribute, as in api.claim_best.

    `value` is what JSON makes of it, None where `widest_bounds` gives `low` and `high` alone. `rank` says
    which claims were asked, `claims` how many; `agreeing` of them give the value, or lie within the bounds.
    With `is_tie` another value is as good by the rule.
    """

    rule: Rule
    value: Any
    low: float | None
    high: float | None
    rank: str
    claims: int
    agreeing: int
    is_tie: bool


class Claims:
    """Disputed values of records of any kind, side by side."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def of(self, record: str, attribute: str | None = None) -> list[Claim]:
        """The claims about a record, of whatever rank, in order of attributes. Raises NotFound."""
        found = select(Claim).where(points_to(Claim.record_id, record))
        if attribute is not None:
            found = found.where(Claim.attribute == attribute)
        claims = self._all(found.order_by(Claim.attribute, Claim.id))
        if not claims:
            keys.require(self.session, [(record, Record)])
        return claims

    def propose(
        self,
        record: str,
        attribute: str,
        value: object,
        *,
        source: str | None = None,
        evidence: Evidence | None = None,
        coder: str = "human",
    ) -> Claim:
        """Put a value, anything JSON can hold, beside others; `attribute` is a column of the record's view.

        `evidence` is the passage that speaks for it, as `Sources.quote` and its like return it. Raises
        NotFound, InvalidValue if records of that kind have no such attribute or JSON no such value, or a
        ConstraintError: a Conflict if the source has claimed this value before.
        """
        stated = _stated(value)
        said_of = keys.get(self.session, Record, record)
        self._require_attribute(said_of.record_kind, attribute)
        said_by = keys.get(self.session, Source, source) if source is not None else None
        self._require_new(record, attribute, stated, said_by)
        claim = Claim(
            record_id=said_of.id,
            attribute=attribute,
            value=value,
            source_id=said_by and said_by.id,
            coder=coder,
        )
        with translated_errors():
            self.session.add(claim)
            self.session.flush()
            if evidence is not None:
                evidence.attribute, evidence.claim_id = attribute, claim.id
                self.session.flush()
        return claim

    def rank(
        self, record: str, attribute: str, value: object, rank: str, *, reason: str | None = None
    ) -> list[Claim]:
        """Give every claim of a value a rank, a code of claim_rank, and say why; returns these claims.

        Raises NotFound if nobody claims the value, InvalidValue if it is none of JSON, or a ConstraintError.
        """
        stated, rivals = _stated(value), self.of(record, attribute)
        claims = [claim for claim in rivals if _is_same(claim.value, stated)]
        if not claims:
            known = ", ".join(json.dumps(claim.value) for claim in rivals) or "nothing"
            raise NotFound(
                f"nobody claims {json.dumps(stated)} as {attribute} of {record}", hint=f"claimed: {known}"
            )
        with translated_errors():
            for claim in claims:
                claim.rank_code, claim.reason = rank, reason
            self.session.flush()
        return claims

    def best(self, record: str, attribute: str, rule: Rule = "latest") -> Best | None:
        """What `rule` takes for the best value; None where it cannot tell, or nothing is claimed.

        Preferred claims are asked alone, where there are any; deprecated ones never. Raises NotFound, or
        InvalidValue if there is no such rule or records of that kind have no such attribute. One round trip.
        """
        if rule not in RULES:
            raise InvalidValue(f"there is no rule {rule!r}", hint=f"one of: {', '.join(RULES)}")
        with translated_errors():
            row = self.session.execute(_BEST, {"key": record, "attribute": attribute, "rule": rule}).first()
        if row is None:
            self._require_attribute(keys.get(self.session, Record, record).record_kind, attribute)
            return None
        value, value_type, *rest = row
        return Best(rule, _read(value, value_type), *rest)

    def _all(self, statement: Select[Claim]) -> list[Claim]:
        with translated_errors():
            return list(self.session.scalars(statement))

    def _require_new(self, record: str, attribute: str, value: object, source: Source | None) -> None:
        """The database tells values apart by their text, and 5 from 5.0."""
        source_id = source.id if source else None
        rivals = (claim for claim in self.of(record, attribute) if claim.source_id == source_id)
        if any(_is_same(claim.value, value) for claim in rivals):
            whose = "the source claims" if source else "it is claimed"
            raise Conflict(
                f"{whose} already that {attribute} of {record} is {json.dumps(value)}",
                constraint="uq_claim_natural",
            )

    def _require_attribute(self, kind: str, attribute: str) -> None:
        with translated_errors():
            known = list(self.session.scalars(_COLUMNS, {"view": f"api.{kind}"}))
        if attribute not in known:
            close = " or ".join(get_close_matches(attribute, known, n=2))
            hint = f"did you mean {close}?" if close else f"the columns of api.{kind} are attributes"
            raise InvalidValue(f"records of kind {kind} have no attribute {attribute!r}", hint=hint)


_COLUMNS = text("SELECT attname FROM pg_attribute WHERE attrelid = to_regclass(:view) AND attnum > 0")
_BEST = text(
    "SELECT value, value_type, low, high, rank, claims, agreeing, is_tie FROM api.claim_best"
    " WHERE record_key = api.resolve(:key) AND attribute = :attribute AND rule = :rule"
)


def _read(value: str | None, value_type: str) -> object:
    return value if value is None or value_type == "string" else json.loads(value)


def _stated(value: object) -> object:
    """`value` as it is read again once the database has it."""
    try:
        return json.loads(json.dumps(value, allow_nan=False))
    except (TypeError, ValueError) as error:
        hint = "claim a number, a string, true, false, null, or lists and objects of these"
        raise InvalidValue(f"{shown(value)} is nothing that JSON can hold", hint=hint) from error


def _is_same(one: object, other: object) -> bool:
    """Whether two values of JSON are one: 5 is 5.0, but not true, as 1 is for Python."""
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(_is_same, one, other))
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(_is_same(one[name], other[name]) for name in one)
    return one == other

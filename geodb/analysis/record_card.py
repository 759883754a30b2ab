"""Everything that hangs on one record: its facts, its neighbours, and the sentences it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from sqlalchemy import text

from geodb.analysis.card_sections import KIND_SECTIONS, SECTIONS
from geodb.analysis.past import as_of
from geodb.analysis.quoting import Quote, in_context
from geodb.analysis.rows import fetch
from geodb.errors import NotFound, shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

Row = dict[str, Any]
"""A row of a view of schema api, by column; dates as ISO text."""

SUGGESTIONS = 3


@dataclass(frozen=True, slots=True)
class Found:
    """The record that answers for a key. `merged_from`: the key that was asked for, if it was merged."""

    key: str
    kind: str
    label: str
    dataset: str
    marking: str
    created_at: datetime
    retracted_at: datetime | None
    retraction_reason: str | None
    merged_from: str | None
    merge_reason: str | None


@dataclass(frozen=True, slots=True)
class Passage:
    """Evidence for the record; `quote` is None where a source is cited without its text.

    `source` holds the text, and `cited` is what that text names for it under the footnote `marker`.
    """

    attribute: str | None
    claimed_value: str | None
    relation: str
    credibility: int | None
    coder: str
    source_key: str
    source_label: str
    document_key: str | None
    paragraph_no: int | None
    start_offset: int | None
    end_offset: int | None
    quote: Quote | None
    marker: str | None
    cited_source_key: str | None
    cited_source_label: str | None
    cited_accessed_on: date | None


@dataclass(frozen=True, slots=True)
class Card:
    """A record whole. `facts` is its row in the view of its kind, empty if it is retracted.

    `sections` has every section of the record's kind, empty ones too, each a list of rows of a view.
    `knowledge` is its row in api.knowledge: since when it was knowable, and what that rests on.
    """

    record: Found
    facts: Row
    knowledge: Row
    sections: dict[str, list[Row]]
    evidence: list[Passage]


def card_of(session: Session, key: str, moment: datetime | None = None) -> Card:
    """The card of the record that answers for `key`, which may lack its prefix; as of `moment` if given.

    Four round trips. Raises NotFound with the nearest keys, or with those it may mean.
    """
    found = find_record(session, key) if moment is None else find_record_as_of(session, key, moment)
    own = text(_query(_OWN.format(kind=found.kind), moment))
    facts, knowledge = session.execute(own, {"key": found.key, "as_of": moment}).one()
    sections = _sections(session, found, moment)
    return Card(found, facts or {}, knowledge or {}, sections, _evidence(session, found.key, moment))


_OWN = """
    SELECT
        (SELECT to_jsonb(v) FROM api.{kind} v WHERE v.key = :key),
        (SELECT to_jsonb(k) FROM api.knowledge k WHERE k.key = :key)
"""


def _query(query: str, moment: datetime | None) -> str:
    return query if moment is None else as_of(query)


def find_record(session: Session, key: str) -> Found:
    """The record that answers for `key`. Raises NotFound."""
    given = key.strip()
    rows = fetch(session, Found, _FIND, given=given, bare=":" not in given)
    if not rows:
        raise _unknown(session, given)
    return _only(given, rows)


def find_record_as_of(session: Session, key: str, moment: datetime) -> Found:
    """The record that answered for `key` at `moment`. Raises NotFound."""
    given = key.strip()
    rows = fetch(session, Found, _FIND_AS_OF, given=given, bare=":" not in given, as_of=moment)
    if not rows:
        found = find_record(session, key)
        day = f"{found.created_at.astimezone(UTC):%Y-%m-%d %H:%M} UTC"
        raise NotFound(
            f"{shown(given)} was not there yet at {moment:%Y-%m-%d %H:%M %Z}", hint=f"it came on {day}"
        )
    return _only(given, rows)


def _only(given: str, rows: Sequence[Found]) -> Found:
    if len(rows) > 1:
        keys = ", ".join(row.merged_from or row.key for row in rows)
        raise NotFound(f"{shown(given)} is the key of {len(rows)} records", hint=f"name one of {keys}")
    return rows[0]


_FIND = """
    WITH named AS (
        SELECT key, key AS asked, NULL AS reason FROM api.record
        UNION ALL
        SELECT survivor_key, key, reason FROM api.merge
    )
    SELECT r.*, nullif(n.asked, r.key) AS merged_from, n.reason AS merge_reason
    FROM named n JOIN api.record r ON r.key = n.key
    WHERE CASE WHEN :bare THEN n.asked IN (SELECT prefix || ':' || :given FROM api.dataset)
          ELSE n.asked = :given END
    ORDER BY r.key
"""

_FIND_AS_OF = """
    WITH asked (key) AS (
        SELECT prefix || ':' || :given FROM api.dataset WHERE :bare
        UNION ALL
        SELECT :given WHERE NOT :bare
    ),
    named AS (
        SELECT r.key, r.key AS asked, NULL AS reason FROM asked, api.record_asof(:as_of, key => asked.key) r
        UNION ALL
        SELECT m.survivor_key, m.key, m.reason FROM asked, api.merge_asof(:as_of, key => asked.key) m
    )
    SELECT r.*, nullif(n.asked, r.key) AS merged_from, n.reason AS merge_reason
    FROM named n, api.record_asof(:as_of, key => n.key) r
    ORDER BY r.key
"""


def _unknown(session: Session, key: str) -> NotFound:
    near = list(session.scalars(text(_NEAR), {"words": key.partition(":")[2] or key}))
    by_local = {found.partition(":")[2]: found for found in near}
    close = get_close_matches(key.partition(":")[2] or key, by_local, n=SUGGESTIONS, cutoff=0.6)
    keys = [by_local[local] for local in close] or near[:SUGGESTIONS]
    hint = f"did you mean {' or '.join(keys)}?" if keys else None
    return NotFound(f"there is no record with the key {shown(key)}", hint=hint)


_NEAR = """
    SELECT key FROM (
        SELECT key, score FROM api.search(replace(:words, '-', ' '), 20)
        UNION ALL
        SELECT key, similarity(key, :words) FROM api.record
        WHERE retracted_at IS NULL AND key % :words
    ) near GROUP BY key ORDER BY max(score) DESC, key LIMIT 50
"""


def _sections(session: Session, record: Found, moment: datetime | None) -> dict[str, list[Row]]:
    names = KIND_SECTIONS["record"] + KIND_SECTIONS.get(record.kind, ())
    parts = (_query(SECTIONS[name], moment) for name in names)
    query = "\nUNION ALL\n".join(
        f"SELECT '{name}' AS section, to_jsonb(s) AS row FROM ({part}) s"  # noqa: S608 - our own
        for name, part in zip(names, parts, strict=True)
    )
    sections: dict[str, list[Row]] = {name: [] for name in names}
    for section, row in session.execute(text(query), {"key": record.key, "as_of": moment}):
        sections[section].append(row)
    return sections


def _evidence(session: Session, key: str, moment: datetime | None) -> list[Passage]:
    query = text(_query(_EVIDENCE, moment))
    rows = session.execute(query, {"key": key, "as_of": moment}).mappings()
    return [_passage(dict(row)) for row in rows]


_EVIDENCE = """
    SELECT e.attribute, e.claimed_value, e.relation, e.credibility, e.coder, e.source_key, e.source_label,
        e.document_key, e.paragraph_no, e.start_offset, e.end_offset, p.text, e.marker, e.cited_source_key,
        e.cited_source_label, e.cited_accessed_on
    FROM api.evidence e
    LEFT JOIN api.paragraph p ON p.document_key = e.document_key AND p.paragraph_no = e.paragraph_no
    WHERE e.record_key = :key
    ORDER BY e.document_key NULLS LAST, e.paragraph_no, e.start_offset, e.end_offset, e.source_key,
        e.attribute
"""


def _passage(row: Row) -> Passage:
    paragraph = row.pop("text")
    quote = None if paragraph is None else in_context(paragraph, row["start_offset"], row["end_offset"])
    return Passage(quote=quote, **row)

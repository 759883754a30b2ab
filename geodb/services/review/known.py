"""What the database knows of a draft: the records it names, and those it may be about to write twice."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal, NamedTuple

from sqlalchemy import text

from geodb.dossier.actors import UNNAMED_KINDS
from geodb.dossier.items import Item
from geodb.dossier.resolve import ResolvedDossier
from geodb.dossier.sources import Source
from geodb.ingest.codes_used import unknown_codes
from geodb.ingest.lookups import Lookups
from geodb.services.review.concerns import Concern, told

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

ALIKE = 0.7
"""Names at least so alike by trigrams, 0 to 1, are shown; lower brings more strangers than twins."""

_THRESHOLD = text("SELECT set_config('pg_trgm.similarity_threshold', :least, true)")
_KNOWN = text("SELECT key FROM geodb.record WHERE key = ANY(:keys) AND retracted_at IS NULL")

_DUPLICATES = text("""
WITH asked AS (
  SELECT own, what, kind, words, CASE WHEN what = 'name' THEN geodb.fold_name_v1(words) END AS folded
  FROM unnest(:owns ::text[], :whats ::text[], :kinds ::text[], :words ::text[]) AS a (own, what, kind, words)
), found AS (
  SELECT a.own, 1 AS rank, 'has the name ' || n.name AS how, a.kind, n.record_id AS id
  FROM asked a JOIN geodb.record_name n ON n.folded = a.folded
  UNION ALL
  SELECT a.own, 1, 'has the label ' || a.words, a.kind, r.id
  FROM asked a JOIN geodb.record r ON r.label = a.words
    AND to_tsvector('simple', r.label) @@ phraseto_tsquery('simple', a.words)
  WHERE a.what = 'name'
  UNION ALL
  SELECT a.own, 2, 'has the identifier ' || a.kind || ' ' || a.words, NULL, x.record_id
  FROM asked a JOIN geodb.external_id x ON x.scheme_code = a.kind AND x.value = a.words
  WHERE a.what = 'identifier'
  UNION ALL
  SELECT a.own, 3, 'is the page ' || a.words, a.kind, x.id
  FROM asked a JOIN geodb.source x ON x.canonical_url = a.words
  WHERE a.what = 'address'
  UNION ALL
  SELECT a.own, 4, 'has a name like it, ' || n.name, a.kind, n.record_id
  FROM asked a JOIN geodb.record_name n ON n.folded % a.folded
)
SELECT DISTINCT ON (f.own, s.key) f.own, f.how, s.key, s.label
FROM found f
JOIN geodb.record r ON r.id = f.id AND r.kind = coalesce(f.kind, r.kind)
JOIN geodb.record s ON s.id = r.survivor_id AND s.retracted_at IS NULL
WHERE s.key <> ALL(:all_own)
ORDER BY f.own, s.key, f.rank, f.how
""")

_SAME_TEXT = text("""
SELECT r.key, r.label FROM geodb.document d JOIN geodb.record r ON r.id = d.id
WHERE d.sha256 = :sha256 AND r.key <> :own AND r.retracted_at IS NULL
""")


class Asked(NamedTuple):
    """A value of a record to look for: a name or address of its kind, or an identifier of a scheme."""

    own: str
    what: Literal["name", "identifier", "address"]
    kind: str
    words: str


def known_keys(session: Session, source: ResolvedDossier) -> frozenset[str]:
    """Those of the dossier's keys, without the dataset, that the database has already."""
    keys = [_key(source, item) for _, item in source.records]
    return frozenset(key.partition(":")[2] for key in session.scalars(_KNOWN, {"keys": keys}))


def doubts(session: Session, source: ResolvedDossier) -> Iterator[Concern]:
    """What only the database can tell: unknown names and codes, possible duplicates."""
    lookups = Lookups(session, [source])
    lookups.of(source)
    yield from told("name", lookups.problems)
    yield from told("code", unknown_codes(session, [source]))
    yield from _duplicates(session, source)


def _duplicates(session: Session, source: ResolvedDossier) -> Iterator[Concern]:
    places = {_key(source, item): path for path, item in source.records}
    asked = sorted(set(_values(source)))
    columns = zip(*asked, strict=True) if asked else ((),) * 4
    parameters = dict(zip(("owns", "whats", "kinds", "words"), map(list, columns), strict=True))
    session.execute(_THRESHOLD, {"least": str(ALIKE)})
    for own, how, key, label in session.execute(_DUPLICATES, {**parameters, "all_own": list(places)}):
        yield Concern(
            kind="duplicate",
            message=f"{key} ({label}) {how}",
            fact="-".join(map(str, places[own])),
            line=source.tree.line(places[own]),
            value=source.labels[own.partition(":")[2]],
            hint=f"if the two are one, leave this one out and write {key} where it is named",
        )
    yield from _texts(session, source)


def _texts(session: Session, source: ResolvedDossier) -> Iterator[Concern]:
    if source.document is None:
        return
    own = f"{source.dossier.dataset}:{source.document_key}"
    for key, label in session.execute(_SAME_TEXT, {"sha256": source.document.sha256, "own": own}):
        yield Concern(
            "duplicate", f"the database has this very text already, as {key}", value=label, refused=True
        )


def _values(source: ResolvedDossier) -> Iterator[Asked]:
    for path, item in source.records:
        if getattr(item, "kind", None) in UNNAMED_KINDS:
            continue
        key, kind = _key(source, item), item.record_kind
        if isinstance(item, Source) and item.canonical_url:
            yield Asked(key, "address", kind, item.canonical_url)
        if path[0] == "article":
            continue
        names = {item.caption, *(name.name for name in item.names)}
        yield from (Asked(key, "name", kind, name) for name in names if name)
        yield from (Asked(key, "identifier", scheme, value) for scheme, value in item.external_ids.items())


def _key(source: ResolvedDossier, item: Item) -> str:
    return f"{source.dossier.dataset}:{item.key}"

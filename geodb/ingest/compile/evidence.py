"""What speaks for the records of a dossier: passages, claims and notes."""

from __future__ import annotations

import json

from geodb.dossier.items import Claim, Note
from geodb.dossier.passages import Passage
from geodb.ingest.compile.rows import Rows


def add_claim(rows: Rows, claim: Claim) -> None:
    """A value that a source gives; where no source is named, it is the article."""
    rows.add(
        "claim",
        record_id=rows.key(claim.on),
        attribute=claim.attribute,
        value=_json(claim.value),
        rank_code=claim.rank,
        source_id=rows.key(claim.source) or rows.article,
        coder=rows.coder(claim.coder),
        reason=claim.reason,
    )


def add_passage(rows: Rows, passage: Passage) -> None:
    """A passage of the article, or a source as a whole."""
    span = passage.span
    rows.add(
        "evidence",
        record_id=rows.key(passage.record),
        attribute=passage.attribute,
        claim_id=_claimed(rows, passage.claim),
        source_id=rows.key(passage.source) or rows.article,
        document_id=rows.document if span else None,
        paragraph_no=span and span.paragraph,
        start_offset=span and span.start,
        end_offset=span and span.end,
        exact=passage.exact,
        relation_code=passage.relation,
        marker=passage.marker,
        credibility=passage.credibility,
        coder=passage.coder,
    )


def _claimed(rows: Rows, number: int | None) -> str | None:
    """Attribute, value and source of a claim, by which the merge finds it."""
    if number is None:
        return None
    claim = rows.source.dossier.claims[number]
    return _json([claim.attribute, claim.value, rows.key(claim.source) or rows.article])


def add_note(rows: Rows, note: Note) -> None:
    """A note, once for each record that it is on."""
    for record in note.on:
        rows.add(
            "note",
            record_id=rows.key(record),
            kind_code=note.kind,
            text=note.text,
            source_id=rows.key(note.source),
            coder=rows.coder(note.coder),
        )


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)

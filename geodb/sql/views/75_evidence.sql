-- What ties facts to text: passages, and how much of a document is coded.

CREATE VIEW api.evidence AS
SELECT DISTINCT
    r.key AS record_key,
    r.kind AS record_kind,
    e.attribute,
    s.key AS source_key,
    d.key AS document_key,
    e.paragraph_no,
    e.start_offset,
    e.end_offset,
    e.exact,
    e.relation_code AS relation,
    e.marker,
    e.credibility,
    e.coder,
    r.label AS record_label,
    s.label AS source_label,
    d.label AS document_label,
    c.key AS cited_source_key,
    c.label AS cited_source_label,
    f.accessed_on AS cited_accessed_on,
    CASE WHEN jsonb_typeof(x.value) = 'number' THEN trim_scale(x.value::numeric)::text ELSE x.value #>> '{}' END
        AS claimed_value
FROM geodb.evidence e
JOIN geodb.record r_said ON r_said.id = e.record_id
JOIN geodb.record r ON r.id = r_said.survivor_id AND r.retracted_at IS NULL
JOIN geodb.record s_said ON s_said.id = e.source_id
JOIN geodb.record s ON s.id = s_said.survivor_id AND s.retracted_at IS NULL
LEFT JOIN geodb.record d_said ON d_said.id = e.document_id
LEFT JOIN geodb.record d ON d.id = d_said.survivor_id AND d.retracted_at IS NULL
LEFT JOIN geodb.reference f ON f.document_id = e.document_id AND f.marker = e.marker
LEFT JOIN geodb.record c_said ON c_said.id = f.cited_source_id
LEFT JOIN geodb.record c ON c.id = c_said.survivor_id AND c.retracted_at IS NULL
LEFT JOIN geodb.claim x ON x.id = e.claim_id
WHERE e.document_id IS NULL OR d.id IS NOT NULL;

COMMENT ON VIEW api.evidence IS
    'Passages of documents, and sources without a text, that speak for or against facts.';
COMMENT ON COLUMN api.evidence.record_key IS 'Key of the fact.';
COMMENT ON COLUMN api.evidence.record_kind IS 'Kind of the fact, as in api.record.';
COMMENT ON COLUMN api.evidence.attribute IS 'Attribute it is about; NULL: the record as a whole.';
COMMENT ON COLUMN api.evidence.source_key IS 'Key of the source that says it.';
COMMENT ON COLUMN api.evidence.document_key IS
    'Key of the document that holds the passage; NULL: a source without text.';
COMMENT ON COLUMN api.evidence.paragraph_no IS 'Number of the paragraph in its document, from 1.';
COMMENT ON COLUMN api.evidence.start_offset IS 'First code point of the passage in its paragraph, from 0.';
COMMENT ON COLUMN api.evidence.end_offset IS 'Code point after the last one of the passage.';
COMMENT ON COLUMN api.evidence.exact IS
    'The passage: the characters of the paragraph from start_offset to end_offset.';
COMMENT ON COLUMN api.evidence.relation IS 'supports, contradicts or mentions; code list evidence_relation.';
COMMENT ON COLUMN api.evidence.marker IS 'Footnote marker the passage stands under.';
COMMENT ON COLUMN api.evidence.credibility IS
    'Admiralty credibility, 1 confirmed to 5 improbable; 6 cannot be judged.';
COMMENT ON COLUMN api.evidence.coder IS 'Who or what found it.';
COMMENT ON COLUMN api.evidence.record_label IS 'Name of the fact.';
COMMENT ON COLUMN api.evidence.source_label IS 'Name of the source that says it.';
COMMENT ON COLUMN api.evidence.document_label IS 'Name of the document.';
COMMENT ON COLUMN api.evidence.cited_source_key IS
    'Key of the source that the document cites there, through its footnote marker.';
COMMENT ON COLUMN api.evidence.cited_source_label IS 'Name of the source that the document cites there.';
COMMENT ON COLUMN api.evidence.cited_accessed_on IS 'Access date that the footnote states.';
COMMENT ON COLUMN api.evidence.claimed_value IS
    'Disputed value that the passage speaks for, as text; see api.claim.';

CREATE VIEW api.coverage AS
SELECT
    p.document_key,
    p.document_label,
    p.paragraph_no,
    p.kind,
    count(f.record_key) AS facts,
    count(f.record_key) FILTER (WHERE f.is_claim) AS claims,
    count(f.record_key) FILTER (WHERE f.is_claim AND NOT f.is_cited) AS uncited_claims,
    char_length(p.text) AS char_count
FROM api.paragraph p
LEFT JOIN (
    SELECT
        document_key,
        paragraph_no,
        record_key,
        record_kind IN ('event', 'statement', 'assessment', 'initiative', 'target') AS is_claim,
        bool_or(marker IS NOT NULL) AS is_cited
    FROM api.evidence
    WHERE relation = 'supports'
    GROUP BY document_key, paragraph_no, record_key, record_kind
) f ON f.document_key = p.document_key AND f.paragraph_no = p.paragraph_no
GROUP BY p.document_key, p.document_label, p.paragraph_no, p.kind, p.text;

COMMENT ON VIEW api.coverage IS
    'Per paragraph of a document: how many facts it supports, and how many claims carry no footnote.';
COMMENT ON COLUMN api.coverage.document_key IS 'Key of the document.';
COMMENT ON COLUMN api.coverage.document_label IS 'Name of the document.';
COMMENT ON COLUMN api.coverage.paragraph_no IS 'Number of the paragraph in its document, from 1.';
COMMENT ON COLUMN api.coverage.kind IS 'Title, body, footnote, caption; code list paragraph_kind.';
COMMENT ON COLUMN api.coverage.facts IS 'Records of any kind that a passage of the paragraph supports.';
COMMENT ON COLUMN api.coverage.claims IS
    'Those of them that are events, statements, assessments, initiatives or targets.';
COMMENT ON COLUMN api.coverage.uncited_claims IS
    'Claims no passage of which, in this paragraph, stands under a footnote marker.';
COMMENT ON COLUMN api.coverage.char_count IS 'Length of the paragraph in Unicode code points.';

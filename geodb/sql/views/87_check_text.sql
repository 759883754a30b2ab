-- Checks of texts: quotations, and what stands under no footnote.

CREATE VIEW api.check_quote_not_in_text AS
SELECT
    c.rule, c.severity, s.key, 'statement' AS kind, s.label,
    v.document_key AS other_key, v.document_label AS other_label,
    format('the words %s stand in none of its paragraphs (%s)', quote_literal(s.verbatim), v.paragraphs) AS message
FROM api.check_rule c
CROSS JOIN api.statement s
JOIN (
    SELECT
        e.record_key,
        min(e.document_key) AS document_key,
        min(e.document_label) AS document_label,
        string_agg(DISTINCT e.document_key || ' ' || e.paragraph_no, ', ') AS paragraphs
    FROM api.evidence e
    WHERE e.document_key IS NOT NULL AND e.relation = 'supports'
    GROUP BY e.record_key
) v ON v.record_key = s.key
WHERE c.rule = 'quote_not_in_text'
    AND s.verbatim IS NOT NULL
    AND NOT EXISTS (
        SELECT
        FROM api.evidence e
        JOIN api.paragraph p ON p.document_key = e.document_key AND p.paragraph_no = e.paragraph_no
        -- Of a quotation in pieces, "one," she said, "two", the pieces joined are its words.
        CROSS JOIN LATERAL (
            VALUES (p.text), (regexp_replace(p.text, '([,.!?;:—–-])["”»’] [^“"«]{1,200}["“«‘]', '\1 ', 'g'))
        ) AS said (words)
        WHERE e.record_key = s.key AND e.relation = 'supports' AND api.quotes(said.words, s.verbatim)
    );

COMMENT ON VIEW api.check_quote_not_in_text IS
    'Quality check: Quoted words that stand in no paragraph given as evidence for the statement.';
COMMENT ON COLUMN api.check_quote_not_in_text.rule IS 'Name of the check; see api.check_rule.';
COMMENT ON COLUMN api.check_quote_not_in_text.severity IS 'error, warning or info; see api.check_rule.';
COMMENT ON COLUMN api.check_quote_not_in_text.key IS 'Key of the record it concerns.';
COMMENT ON COLUMN api.check_quote_not_in_text.kind IS 'Kind of the record, as in api.record.';
COMMENT ON COLUMN api.check_quote_not_in_text.label IS 'Name of the record.';
COMMENT ON COLUMN api.check_quote_not_in_text.other_key IS
    'Key of the other record it concerns: the source, document, actor or rival; NULL: none.';
COMMENT ON COLUMN api.check_quote_not_in_text.other_label IS 'Name of the other record.';
COMMENT ON COLUMN api.check_quote_not_in_text.message IS
    'What is wrong, as the rest of a sentence that begins with the label.';

CREATE VIEW api.check_quote_altered AS
SELECT DISTINCT
    c.rule, c.severity, s.key, 'statement' AS kind, s.label,
    d.key AS other_key, d.label AS other_label,
    format(
        '%s, cited for the words %s, does not have them', e.cited_source_label, quote_literal(s.verbatim)
    ) AS message
FROM api.check_rule c
CROSS JOIN api.statement s
JOIN api.evidence e ON e.record_key = s.key AND e.relation = 'supports'
JOIN api.document quoting ON quoting.key = e.document_key
JOIN api.document d ON d.source_key = e.cited_source_key
WHERE c.rule = 'quote_altered'
    AND s.verbatim IS NOT NULL
    -- A translation has other words.
    AND split_part(d.lang, '-', 1) = split_part(quoting.lang, '-', 1)
    AND NOT EXISTS (
        SELECT
        FROM api.document same
        JOIN api.paragraph p ON p.document_key = same.key
        WHERE same.source_key = e.cited_source_key AND api.quotes(p.text, s.verbatim)
    );

COMMENT ON VIEW api.check_quote_altered IS
    'Quality check: Quoted words that the source cited for them, whose text we hold in the same language, does not '
    'have.';
COMMENT ON COLUMN api.check_quote_altered.rule IS 'Name of the check; see api.check_rule.';
COMMENT ON COLUMN api.check_quote_altered.severity IS 'error, warning or info; see api.check_rule.';
COMMENT ON COLUMN api.check_quote_altered.key IS 'Key of the record it concerns.';
COMMENT ON COLUMN api.check_quote_altered.kind IS 'Kind of the record, as in api.record.';
COMMENT ON COLUMN api.check_quote_altered.label IS 'Name of the record.';
COMMENT ON COLUMN api.check_quote_altered.other_key IS
    'Key of the other record it concerns: the source, document, actor or rival; NULL: none.';
COMMENT ON COLUMN api.check_quote_altered.other_label IS 'Name of the other record.';
COMMENT ON COLUMN api.check_quote_altered.message IS
    'What is wrong, as the rest of a sentence that begins with the label.';

CREATE VIEW api.uncited AS
SELECT
    v.record_key,
    v.record_kind,
    v.record_label,
    min(v.document_key) AS document_key,
    min(v.document_label) AS document_label,
    array_to_string(array_agg(DISTINCT v.paragraph_no ORDER BY v.paragraph_no), ', ') AS paragraphs,
    v.record_kind = 'assessment' AND bool_and(EXISTS (
        SELECT
        FROM api.assessment a
        JOIN api.source_author w ON w.author_key = a.author_key
        WHERE a.key = v.record_key AND w.source_key = v.source_key
    )) AS is_own_judgment
FROM api.evidence v
LEFT JOIN api.paragraph p ON p.document_key = v.document_key AND p.paragraph_no = v.paragraph_no
WHERE v.relation = 'supports'
    AND v.record_kind IN ('event', 'statement', 'assessment', 'initiative', 'target', 'figure')
GROUP BY v.record_key, v.record_kind, v.record_label
HAVING bool_and(
    v.marker IS NULL
    AND p.kind IS NOT NULL AND p.kind NOT IN ('footnote', 'bibliography')
    AND EXISTS (SELECT FROM api.reference f WHERE f.document_key = v.document_key)
);

COMMENT ON VIEW api.uncited IS
    'Claims (events, statements, assessments, initiatives, targets, figures) that rest on the running text of '
    'documents with footnotes, without standing under one.';
COMMENT ON COLUMN api.uncited.record_key IS 'Key of the claim.';
COMMENT ON COLUMN api.uncited.record_kind IS 'Kind of the claim, as in api.record.';
COMMENT ON COLUMN api.uncited.record_label IS 'Name of the claim.';
COMMENT ON COLUMN api.uncited.document_key IS 'Key of the document, the first of several in order of their keys.';
COMMENT ON COLUMN api.uncited.document_label IS 'Name of a document.';
COMMENT ON COLUMN api.uncited.paragraphs IS
    'Numbers of the paragraphs, joined by '', ''; one row each in api.evidence.';
COMMENT ON COLUMN api.uncited.is_own_judgment IS
    'Whether it is an assessment by an author of the document, which nobody else need have said.';

CREATE VIEW api.check_uncited_claim AS
SELECT
    c.rule, c.severity, u.record_key AS key, u.record_kind AS kind, u.record_label AS label,
    u.document_key AS other_key, u.document_label AS other_label,
    format('paragraph %s, under no footnote', u.paragraphs) AS message
FROM api.check_rule c
CROSS JOIN api.uncited u
WHERE c.rule = 'uncited_claim' AND NOT u.is_own_judgment;

COMMENT ON VIEW api.check_uncited_claim IS
    'Quality check: A claim that stands under no footnote, in a document that uses footnotes, and nowhere else.';
COMMENT ON COLUMN api.check_uncited_claim.rule IS 'Name of the check; see api.check_rule.';
COMMENT ON COLUMN api.check_uncited_claim.severity IS 'error, warning or info; see api.check_rule.';
COMMENT ON COLUMN api.check_uncited_claim.key IS 'Key of the record it concerns.';
COMMENT ON COLUMN api.check_uncited_claim.kind IS 'Kind of the record, as in api.record.';
COMMENT ON COLUMN api.check_uncited_claim.label IS 'Name of the record.';
COMMENT ON COLUMN api.check_uncited_claim.other_key IS
    'Key of the other record it concerns: the source, document, actor or rival; NULL: none.';
COMMENT ON COLUMN api.check_uncited_claim.other_label IS 'Name of the other record.';
COMMENT ON COLUMN api.check_uncited_claim.message IS
    'What is wrong, as the rest of a sentence that begins with the label.';

CREATE VIEW api.check_uncited_judgment AS
SELECT
    c.rule, c.severity, u.record_key AS key, u.record_kind AS kind, u.record_label AS label,
    u.document_key AS other_key, u.document_label AS other_label,
    format('paragraph %s, the author''s own', u.paragraphs) AS message
FROM api.check_rule c
CROSS JOIN api.uncited u
WHERE c.rule = 'uncited_judgment' AND u.is_own_judgment;

COMMENT ON VIEW api.check_uncited_judgment IS
    'Quality check: As uncited_claim, for what the author of the document judges or foresees: it rests on the author '
    'alone.';
COMMENT ON COLUMN api.check_uncited_judgment.rule IS 'Name of the check; see api.check_rule.';
COMMENT ON COLUMN api.check_uncited_judgment.severity IS 'error, warning or info; see api.check_rule.';
COMMENT ON COLUMN api.check_uncited_judgment.key IS 'Key of the record it concerns.';
COMMENT ON COLUMN api.check_uncited_judgment.kind IS 'Kind of the record, as in api.record.';
COMMENT ON COLUMN api.check_uncited_judgment.label IS 'Name of the record.';
COMMENT ON COLUMN api.check_uncited_judgment.other_key IS
    'Key of the other record it concerns: the source, document, actor or rival; NULL: none.';
COMMENT ON COLUMN api.check_uncited_judgment.other_label IS 'Name of the other record.';
COMMENT ON COLUMN api.check_uncited_judgment.message IS
    'What is wrong, as the rest of a sentence that begins with the label.';

CREATE VIEW api.check_publication_date_missing AS
SELECT
    c.rule, c.severity, s.key, 'source' AS kind, s.label,
    NULL AS other_key, NULL AS other_label,
    coalesce(
        'not dated; read on ' || to_char(k.known_from, 'YYYY-MM-DD'),
        'not dated, nor is it known when anybody read it'
    ) AS message
FROM api.check_rule c
CROSS JOIN api.source s
JOIN api.knowledge k ON k.key = s.key
WHERE c.rule = 'publication_date_missing' AND s.published_edtf IS NULL;

COMMENT ON VIEW api.check_publication_date_missing IS
    'Quality check: A source without a publication date: what it supports is known no earlier than somebody read it.';
COMMENT ON COLUMN api.check_publication_date_missing.rule IS 'Name of the check; see api.check_rule.';
COMMENT ON COLUMN api.check_publication_date_missing.severity IS 'error, warning or info; see api.check_rule.';
COMMENT ON COLUMN api.check_publication_date_missing.key IS 'Key of the record it concerns.';
COMMENT ON COLUMN api.check_publication_date_missing.kind IS 'Kind of the record, as in api.record.';
COMMENT ON COLUMN api.check_publication_date_missing.label IS 'Name of the record.';
COMMENT ON COLUMN api.check_publication_date_missing.other_key IS
    'Key of the other record it concerns: the source, document, actor or rival; NULL: none.';
COMMENT ON COLUMN api.check_publication_date_missing.other_label IS 'Name of the other record.';
COMMENT ON COLUMN api.check_publication_date_missing.message IS
    'What is wrong, as the rest of a sentence that begins with the label.';

CREATE VIEW api.check_copies_of_one_source AS
SELECT
    c.rule, c.severity, o.record_key AS key, o.record_kind AS kind, o.record_label AS label,
    min(o.origin_key) AS other_key, min(o.origin_label) AS other_label,
    format('%s sources, all of which have it from %s', count(DISTINCT o.source_key), min(o.origin_label)) AS message
FROM api.check_rule c
CROSS JOIN api.source_origin o
WHERE c.rule = 'copies_of_one_source' AND o.record_kind NOT IN ('actor', 'office', 'place', 'source', 'document')
GROUP BY c.rule, c.severity, o.record_key, o.record_kind, o.record_label
HAVING count(DISTINCT o.source_key) > 1 AND count(DISTINCT o.origin_key) = 1;

COMMENT ON VIEW api.check_copies_of_one_source IS
    'Quality check: A claim with several sources that all have it from one.';
COMMENT ON COLUMN api.check_copies_of_one_source.rule IS 'Name of the check; see api.check_rule.';
COMMENT ON COLUMN api.check_copies_of_one_source.severity IS 'error, warning or info; see api.check_rule.';
COMMENT ON COLUMN api.check_copies_of_one_source.key IS 'Key of the record it concerns.';
COMMENT ON COLUMN api.check_copies_of_one_source.kind IS 'Kind of the record, as in api.record.';
COMMENT ON COLUMN api.check_copies_of_one_source.label IS 'Name of the record.';
COMMENT ON COLUMN api.check_copies_of_one_source.other_key IS
    'Key of the other record it concerns: the source, document, actor or rival; NULL: none.';
COMMENT ON COLUMN api.check_copies_of_one_source.other_label IS 'Name of the other record.';
COMMENT ON COLUMN api.check_copies_of_one_source.message IS
    'What is wrong, as the rest of a sentence that begins with the label.';

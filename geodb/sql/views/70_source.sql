-- Sources, who wrote and rated them, the documents we hold of them and what those cite.

CREATE VIEW api.source_author AS
SELECT DISTINCT
    s.key AS source_key,
    s.label AS source_label,
    a.key AS author_key,
    a.label AS author_label,
    w.position
FROM geodb.source_author w
JOIN geodb.record s_said ON s_said.id = w.source_id
JOIN geodb.record s ON s.id = s_said.survivor_id AND s.retracted_at IS NULL
JOIN geodb.record a_said ON a_said.id = w.actor_id
JOIN geodb.record a ON a.id = a_said.survivor_id AND a.retracted_at IS NULL;

COMMENT ON VIEW api.source_author IS
    'Authors of sources in the order of the byline.';
COMMENT ON COLUMN api.source_author.source_key IS 'Key of the source.';
COMMENT ON COLUMN api.source_author.source_label IS 'Name of the source.';
COMMENT ON COLUMN api.source_author.author_key IS 'Key of the author.';
COMMENT ON COLUMN api.source_author.author_label IS 'Name of the author.';
COMMENT ON COLUMN api.source_author.position IS 'Place in the byline, from 1.';

CREATE VIEW api.source AS
SELECT
    r.key,
    s.kind_code AS kind,
    r.label,
    s.title,
    w.authors,
    p.key AS publisher_key,
    p.label AS publisher_label,
    s.url,
    s.canonical_url,
    s.archived_url,
    s.lang,
    s.script,
    s.published_edtf,
    lower(s.published_span) AS published_from,
    upper(s.published_span) - 1 AS published_until
FROM geodb.source s
JOIN geodb.record r ON r.id = s.id AND r.merged_into_id IS NULL AND r.retracted_at IS NULL
LEFT JOIN (
    SELECT source_key, string_agg(author_label, '; ' ORDER BY position, author_label) AS authors
    FROM api.source_author
    GROUP BY source_key
) w ON w.source_key = r.key
LEFT JOIN geodb.record p_said ON p_said.id = s.publisher_id
LEFT JOIN geodb.record p ON p.id = p_said.survivor_id AND p.retracted_at IS NULL;

COMMENT ON VIEW api.source IS
    'Publications, posts and pages; title, publisher and date may all be missing.';
COMMENT ON COLUMN api.source.key IS 'Public key, prefix:local_key; stable for ever.';
COMMENT ON COLUMN api.source.kind IS 'Kind of source; code list source_kind.';
COMMENT ON COLUMN api.source.label IS 'Name for people, one line.';
COMMENT ON COLUMN api.source.title IS 'Title as printed.';
COMMENT ON COLUMN api.source.authors IS
    'Names of the authors in the order of the byline, joined by ''; ''; one row each in api.source_author.';
COMMENT ON COLUMN api.source.publisher_key IS 'Key of the actor that published it.';
COMMENT ON COLUMN api.source.publisher_label IS 'Name of the actor that published it.';
COMMENT ON COLUMN api.source.url IS 'Address as cited.';
COMMENT ON COLUMN api.source.canonical_url IS 'Address without tracking, for recognising it again.';
COMMENT ON COLUMN api.source.archived_url IS 'Address of an archived copy.';
COMMENT ON COLUMN api.source.lang IS 'Language, BCP 47.';
COMMENT ON COLUMN api.source.script IS 'Script, ISO 15924.';
COMMENT ON COLUMN api.source.published_edtf IS 'When it was published, as EDTF.';
COMMENT ON COLUMN api.source.published_from IS 'First day it can have been published; NULL: not known.';
COMMENT ON COLUMN api.source.published_until IS
    'Last day it can have been published, inclusive; NULL: not known.';

CREATE VIEW api.source_rating AS
SELECT DISTINCT
    r.key AS record_key,
    r.kind AS record_kind,
    r.label AS record_label,
    g.reliability_code AS reliability,
    t.label AS reliability_label,
    g.rated_by,
    g.rated_on,
    g.reason
FROM geodb.source_rating g
JOIN geodb.record r_said ON r_said.id = g.record_id
JOIN geodb.record r ON r.id = r_said.survivor_id AND r.retracted_at IS NULL
JOIN geodb.term t ON t.taxonomy_code = g.taxonomy_code AND t.code = g.reliability_code;

COMMENT ON VIEW api.source_rating IS
    'Reliability of sources and publishers on the Admiralty scale, by whom and on which day.';
COMMENT ON COLUMN api.source_rating.record_key IS 'Key of the source, or of the actor that publishes.';
COMMENT ON COLUMN api.source_rating.record_kind IS 'source or actor.';
COMMENT ON COLUMN api.source_rating.record_label IS 'Name of the source or publisher.';
COMMENT ON COLUMN api.source_rating.reliability IS 'A to F; F cannot be judged and is no middle value.';
COMMENT ON COLUMN api.source_rating.reliability_label IS 'What the letter means.';
COMMENT ON COLUMN api.source_rating.rated_by IS 'Who rates.';
COMMENT ON COLUMN api.source_rating.rated_on IS 'On which day.';
COMMENT ON COLUMN api.source_rating.reason IS 'Why.';

CREATE VIEW api.document AS
SELECT
    r.key,
    r.kind,
    r.label,
    s.key AS source_key,
    s.label AS source_label,
    d.sha256,
    d.original_sha256,
    d.normalization,
    d.char_count,
    d.lang,
    d.accessed_on
FROM geodb.document d
JOIN geodb.record r ON r.id = d.id AND r.merged_into_id IS NULL AND r.retracted_at IS NULL
JOIN geodb.record s_said ON s_said.id = d.source_id
JOIN geodb.record s ON s.id = s_said.survivor_id AND s.retracted_at IS NULL;

COMMENT ON VIEW api.document IS
    'Immutable texts of sources as we hold them.';
COMMENT ON COLUMN api.document.key IS 'Public key, prefix:local_key; stable for ever.';
COMMENT ON COLUMN api.document.kind IS 'Always document.';
COMMENT ON COLUMN api.document.label IS 'Name for people, one line.';
COMMENT ON COLUMN api.document.source_key IS 'Key of the source the text is of.';
COMMENT ON COLUMN api.document.source_label IS 'Name of the source the text is of.';
COMMENT ON COLUMN api.document.sha256 IS 'SHA-256 of the paragraphs joined by line feeds, in UTF-8.';
COMMENT ON COLUMN api.document.original_sha256 IS 'SHA-256 of the file as it was received.';
COMMENT ON COLUMN api.document.normalization IS
    'What was done to the received text: none, or steps such as bom, crlf.';
COMMENT ON COLUMN api.document.char_count IS 'Length in Unicode code points.';
COMMENT ON COLUMN api.document.lang IS 'Language, BCP 47.';
COMMENT ON COLUMN api.document.accessed_on IS 'When the text was fetched.';

CREATE VIEW api.paragraph AS
SELECT
    r.key AS document_key,
    r.label AS document_label,
    p.no AS paragraph_no,
    p.kind_code AS kind,
    p.doc_start,
    p.text
FROM geodb.paragraph p
JOIN geodb.record r ON r.id = p.document_id AND r.merged_into_id IS NULL AND r.retracted_at IS NULL;

COMMENT ON VIEW api.paragraph IS
    'Paragraphs of documents; offsets of evidence count within them.';
COMMENT ON COLUMN api.paragraph.document_key IS 'Key of the document.';
COMMENT ON COLUMN api.paragraph.document_label IS 'Name of the document.';
COMMENT ON COLUMN api.paragraph.paragraph_no IS 'Number of the paragraph in its document, from 1.';
COMMENT ON COLUMN api.paragraph.kind IS 'Title, body, footnote, caption; code list paragraph_kind.';
COMMENT ON COLUMN api.paragraph.doc_start IS 'Offset of its first code point in the document, from 0.';
COMMENT ON COLUMN api.paragraph.text IS 'The text.';

CREATE VIEW api.reference AS
SELECT DISTINCT
    d.key AS document_key,
    d.label AS document_label,
    f.marker,
    f.paragraph_no,
    s.key AS cited_source_key,
    s.label AS cited_source_label,
    f.raw,
    f.accessed_on
FROM geodb.reference f
JOIN geodb.record d_said ON d_said.id = f.document_id
JOIN geodb.record d ON d.id = d_said.survivor_id AND d.retracted_at IS NULL
JOIN geodb.record s_said ON s_said.id = f.cited_source_id
JOIN geodb.record s ON s.id = s_said.survivor_id AND s.retracted_at IS NULL;

COMMENT ON VIEW api.reference IS
    'What documents cite: their footnotes and bibliography entries.';
COMMENT ON COLUMN api.reference.document_key IS 'Key of the document that cites.';
COMMENT ON COLUMN api.reference.document_label IS 'Name of the document that cites.';
COMMENT ON COLUMN api.reference.marker IS 'The marker as it stands in the text, as in [1].';
COMMENT ON COLUMN api.reference.paragraph_no IS 'Number of the paragraph that holds the entry, from 1.';
COMMENT ON COLUMN api.reference.cited_source_key IS 'Key of the source it cites.';
COMMENT ON COLUMN api.reference.cited_source_label IS 'Name of the source it cites.';
COMMENT ON COLUMN api.reference.raw IS 'The entry as printed.';
COMMENT ON COLUMN api.reference.accessed_on IS 'Access date that the entry states.';

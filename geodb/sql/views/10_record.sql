-- What any record has. In all files here a record hides once it is retracted or merged into another, a reference
-- shows the survivor of a merge, and every base table is written with its schema.

CREATE VIEW api.record AS
SELECT
    r.key,
    r.kind,
    r.label,
    r.dataset_prefix AS dataset,
    r.marking_code AS marking,
    r.created_at,
    r.retracted_at,
    r.retraction_reason
FROM geodb.record r
WHERE r.merged_into_id IS NULL;

COMMENT ON VIEW api.record IS
    'Every record that is not merged into another, whatever its kind; the only view that lists '
    'retracted ones.';
COMMENT ON COLUMN api.record.key IS 'Public key, prefix:local_key; stable for ever.';
COMMENT ON COLUMN api.record.kind IS
    'Kind of the record: actor, event, statement and so on; code list record_kind.';
COMMENT ON COLUMN api.record.label IS 'Name for people, one line.';
COMMENT ON COLUMN api.record.dataset IS 'Prefix of the dataset that issued the key; see api.dataset.';
COMMENT ON COLUMN api.record.marking IS 'Who may see the record (TLP); code list marking.';
COMMENT ON COLUMN api.record.created_at IS 'When we recorded it.';
COMMENT ON COLUMN api.record.retracted_at IS 'When it was taken back; NULL while it stands.';
COMMENT ON COLUMN api.record.retraction_reason IS 'Why it was taken back.';

CREATE VIEW api.merge AS
SELECT
    o.key,
    o.kind,
    o.label,
    s.key AS survivor_key,
    s.label AS survivor_label,
    d.reason,
    d.merged_by,
    d.merged_at
FROM geodb.record_redirect d
JOIN geodb.record o ON o.id = d.old_id
JOIN geodb.record s ON s.id = o.survivor_id
WHERE d.undone_at IS NULL;

COMMENT ON VIEW api.merge IS
    'Merges that stand: a record that is answered by another one.';
COMMENT ON COLUMN api.merge.key IS 'Key of the record that is no longer listed.';
COMMENT ON COLUMN api.merge.kind IS 'Kind of both records.';
COMMENT ON COLUMN api.merge.label IS 'Name of the record that is no longer listed.';
COMMENT ON COLUMN api.merge.survivor_key IS
    'Key of the record that answers for it, at the end of the chain of merges.';
COMMENT ON COLUMN api.merge.survivor_label IS 'Name of the record that answers for it.';
COMMENT ON COLUMN api.merge.reason IS 'Why the two are one.';
COMMENT ON COLUMN api.merge.merged_by IS 'Who merged them.';
COMMENT ON COLUMN api.merge.merged_at IS 'When they were merged.';

CREATE VIEW api.not_same AS
SELECT DISTINCT
    r.key,
    r.kind,
    r.label,
    o.key AS other_key,
    o.label AS other_label,
    n.reason,
    n.judged_by,
    n.judged_at
FROM geodb.not_same n
JOIN geodb.record r_said ON r_said.id = n.record_id
JOIN geodb.record r ON r.id = r_said.survivor_id AND r.retracted_at IS NULL
JOIN geodb.record o_said ON o_said.id = n.other_id
JOIN geodb.record o ON o.id = o_said.survivor_id AND o.retracted_at IS NULL
WHERE n.undone_at IS NULL;

COMMENT ON VIEW api.not_same IS
    'Judgements that two records which look alike are not the same: they are never merged.';
COMMENT ON COLUMN api.not_same.key IS 'Key of one of the two records.';
COMMENT ON COLUMN api.not_same.kind IS 'Kind of the record, as in api.record.';
COMMENT ON COLUMN api.not_same.label IS 'Name of the record.';
COMMENT ON COLUMN api.not_same.other_key IS 'Key of the other record.';
COMMENT ON COLUMN api.not_same.other_label IS 'Name of the other record.';
COMMENT ON COLUMN api.not_same.reason IS 'Why they are not the same.';
COMMENT ON COLUMN api.not_same.judged_by IS 'Who judged.';
COMMENT ON COLUMN api.not_same.judged_at IS 'When it was judged.';

CREATE FUNCTION api.resolve(key text) RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE
SECURITY DEFINER SET search_path = pg_catalog, pg_temp  -- with the rights of the owner, as views have them
BEGIN ATOMIC
    SELECT s.key
    FROM geodb.record r
    JOIN geodb.record s ON s.id = r.survivor_id
    WHERE r.key = resolve.key;
END;

COMMENT ON FUNCTION api.resolve(text) IS
    'The key that answers for a key: the survivor of a merge, or the key itself; NULL if there is no such record.';

CREATE VIEW api.name AS
SELECT DISTINCT
    r.key AS record_key,
    r.kind AS record_kind,
    r.label AS record_label,
    n.name,
    n.kind_code AS kind,
    n.lang,
    n.script,
    n.is_primary,
    n.valid_edtf,
    lower(n.valid_span) AS valid_from,
    upper(n.valid_span) - 1 AS valid_until,
    n.folded
FROM geodb.record_name n
JOIN geodb.record r_said ON r_said.id = n.record_id
JOIN geodb.record r ON r.id = r_said.survivor_id AND r.retracted_at IS NULL;

COMMENT ON VIEW api.name IS
    'Names of records of any kind: official, alias, acronym, transliteration, metonym, former.';
COMMENT ON COLUMN api.name.record_key IS 'Key of the record.';
COMMENT ON COLUMN api.name.record_kind IS 'Kind of the record, as in api.record.';
COMMENT ON COLUMN api.name.record_label IS 'Name of the record.';
COMMENT ON COLUMN api.name.name IS 'The name as written.';
COMMENT ON COLUMN api.name.kind IS 'How the name stands to what it names; code list name_kind.';
COMMENT ON COLUMN api.name.lang IS 'Language, BCP 47.';
COMMENT ON COLUMN api.name.script IS 'Script, ISO 15924.';
COMMENT ON COLUMN api.name.is_primary IS 'Whether it is the name to show in its language.';
COMMENT ON COLUMN api.name.valid_edtf IS 'When the name was in use, as EDTF.';
COMMENT ON COLUMN api.name.valid_from IS 'First day the name can have been in use; NULL: not known.';
COMMENT ON COLUMN api.name.valid_until IS
    'Last day the name can have been in use, inclusive; NULL: not known or not over.';
COMMENT ON COLUMN api.name.folded IS 'The name in lower case without diacritics, as api.fold_name gives it.';

CREATE FUNCTION api.fold_name(name text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN geodb.fold_name_v1(name);

COMMENT ON FUNCTION api.fold_name(text) IS
    'A name in lower case without diacritics, to compare with api.name.folded.';

CREATE VIEW api.external_id AS
SELECT DISTINCT
    r.key AS record_key,
    r.kind AS record_kind,
    r.label AS record_label,
    x.scheme_code AS scheme,
    x.value
FROM geodb.external_id x
JOIN geodb.record r_said ON r_said.id = x.record_id
JOIN geodb.record r ON r.id = r_said.survivor_id AND r.retracted_at IS NULL;

COMMENT ON VIEW api.external_id IS
    'Identifiers of records in other data: Wikidata, COW, UCDP and so on.';
COMMENT ON COLUMN api.external_id.record_key IS 'Key of the record.';
COMMENT ON COLUMN api.external_id.record_kind IS 'Kind of the record, as in api.record.';
COMMENT ON COLUMN api.external_id.record_label IS 'Name of the record.';
COMMENT ON COLUMN api.external_id.scheme IS 'Whose identifier it is; code list external_scheme.';
COMMENT ON COLUMN api.external_id.value IS 'The identifier, as its issuer writes it.';

CREATE VIEW api.topic AS
SELECT DISTINCT
    r.key AS record_key,
    r.kind AS record_kind,
    r.label AS record_label,
    c.code AS topic,
    c.label AS topic_label
FROM geodb.record_topic t
JOIN geodb.record r_said ON r_said.id = t.record_id
JOIN geodb.record r ON r.id = r_said.survivor_id AND r.retracted_at IS NULL
JOIN geodb.topic c ON c.code = t.topic_code;

COMMENT ON VIEW api.topic IS
    'What records are about, as codes.';
COMMENT ON COLUMN api.topic.record_key IS 'Key of the record.';
COMMENT ON COLUMN api.topic.record_kind IS 'Kind of the record, as in api.record.';
COMMENT ON COLUMN api.topic.record_label IS 'Name of the record.';
COMMENT ON COLUMN api.topic.topic IS 'The topic; code list topic.';
COMMENT ON COLUMN api.topic.topic_label IS 'Name of the topic.';

CREATE VIEW api.subject AS
SELECT DISTINCT
    r.key AS record_key,
    r.kind AS record_kind,
    r.label AS record_label,
    s.key AS subject_key,
    s.kind AS subject_kind,
    s.label AS subject_label
FROM geodb.record_subject b
JOIN geodb.record r_said ON r_said.id = b.record_id
JOIN geodb.record r ON r.id = r_said.survivor_id AND r.retracted_at IS NULL
JOIN geodb.record s_said ON s_said.id = b.subject_id
JOIN geodb.record s ON s.id = s_said.survivor_id AND s.retracted_at IS NULL
WHERE r.id <> s.id;

COMMENT ON VIEW api.subject IS
    'Which records a statement or an assessment speaks about.';
COMMENT ON COLUMN api.subject.record_key IS 'Key of the statement or assessment.';
COMMENT ON COLUMN api.subject.record_kind IS 'Kind of the record, as in api.record.';
COMMENT ON COLUMN api.subject.record_label IS 'Name of the statement or assessment.';
COMMENT ON COLUMN api.subject.subject_key IS 'Key of the record spoken about.';
COMMENT ON COLUMN api.subject.subject_kind IS 'Kind of the record spoken about, as in api.record.';
COMMENT ON COLUMN api.subject.subject_label IS 'Name of the record spoken about.';

CREATE VIEW api.note AS
SELECT DISTINCT
    r.key AS record_key,
    r.kind AS record_kind,
    r.label AS record_label,
    n.kind_code AS kind,
    n.text,
    s.key AS source_key,
    s.label AS source_label,
    n.coder
FROM geodb.note n
JOIN geodb.record r_said ON r_said.id = n.record_id
JOIN geodb.record r ON r.id = r_said.survivor_id AND r.retracted_at IS NULL
LEFT JOIN geodb.record s_said ON s_said.id = n.source_id
LEFT JOIN geodb.record s ON s.id = s_said.survivor_id AND s.retracted_at IS NULL;

COMMENT ON VIEW api.note IS
    'Remarks on records by coders and by quality control; never part of a coded value.';
COMMENT ON COLUMN api.note.record_key IS 'Key of the record.';
COMMENT ON COLUMN api.note.record_kind IS 'Kind of the record, as in api.record.';
COMMENT ON COLUMN api.note.record_label IS 'Name of the record.';
COMMENT ON COLUMN api.note.kind IS 'Kind of the note; code list note_kind.';
COMMENT ON COLUMN api.note.text IS 'The note.';
COMMENT ON COLUMN api.note.source_key IS 'Key of the source the note rests on.';
COMMENT ON COLUMN api.note.source_label IS 'Name of the source the note rests on.';
COMMENT ON COLUMN api.note.coder IS 'Who wrote it.';

-- What the database derives from a date; not inlined, since readers may not name what it calls.
CREATE FUNCTION api.edtf_span(edtf text) RETURNS daterange
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
SECURITY DEFINER SET search_path = pg_catalog, pg_temp
RETURN geodb.edtf_span_v1(edtf);

COMMENT ON FUNCTION api.edtf_span(text) IS
    'The days, the last one excluded, within which a date in EDTF lies (2025-02, 2025-02-12/.., 202X); NULL where nothing is known. An error if it is not EDTF.';

CREATE FUNCTION api.edtf_precision(edtf text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
SECURITY DEFINER SET search_path = pg_catalog, pg_temp
RETURN geodb.edtf_precision_v1(edtf);

COMMENT ON FUNCTION api.edtf_precision(text) IS
    'The grain of a date in EDTF, a code of date_precision. An error if it is not EDTF.';

CREATE FUNCTION api.certain_term(start_edtf text, end_edtf text) RETURNS daterange
LANGUAGE sql IMMUTABLE PARALLEL SAFE
SECURITY DEFINER SET search_path = pg_catalog, pg_temp
RETURN geodb.certain_term_v1(start_edtf, end_edtf);

COMMENT ON FUNCTION api.certain_term(text, text) IS
    'The days, the last one excluded, on which a term from one date in EDTF to another certainly ran; NULL where there are none.';

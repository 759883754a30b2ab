-- Statements: who said what, in which capacity and form, on which occasion, about whom.

CREATE VIEW api.statement_actor AS
SELECT DISTINCT
    s.key AS statement_key,
    s.label AS statement_label,
    a.key AS actor_key,
    a.label AS actor_label,
    p.role_code AS role,
    p.stance_code AS stance,
    p.hop
FROM geodb.statement_actor p
JOIN geodb.record s_said ON s_said.id = p.statement_id
JOIN geodb.record s ON s.id = s_said.survivor_id AND s.retracted_at IS NULL
JOIN geodb.record a_said ON a_said.id = p.actor_id
JOIN geodb.record a ON a.id = a_said.survivor_id AND a.retracted_at IS NULL;

COMMENT ON VIEW api.statement_actor IS
    'Who spoke, for whom, to whom, about whom, and who passed it on.';
COMMENT ON COLUMN api.statement_actor.statement_key IS 'Key of the statement.';
COMMENT ON COLUMN api.statement_actor.statement_label IS 'Name of the statement.';
COMMENT ON COLUMN api.statement_actor.actor_key IS 'Key of the actor.';
COMMENT ON COLUMN api.statement_actor.actor_label IS 'Name of the actor.';
COMMENT ON COLUMN api.statement_actor.role IS 'Role in the statement; code list statement_role.';
COMMENT ON COLUMN api.statement_actor.stance IS
    'How the statement stands towards a target; code list stance; NULL for other roles.';
COMMENT ON COLUMN api.statement_actor.hop IS 'Position in the chain of relays: 1 heard it from the speaker.';

CREATE VIEW api.statement AS
SELECT
    r.key,
    s.form_code AS kind,
    r.label,
    s.form_code AS form,
    sp.speaker_keys,
    sp.speaker_labels,
    c.key AS capacity_key,
    c.label AS capacity_label,
    o.key AS occasion_key,
    o.label AS occasion_label,
    s.content,
    s.verbatim,
    s.is_truncated,
    s.lang,
    s.original_text,
    s.medium_code AS medium,
    s.speech_act_code AS speech_act,
    CASE WHEN s.said_edtf IS NOT NULL THEN 'said' WHEN e.edtf IS NOT NULL THEN 'occasion' END AS when_basis,
    coalesce(s.said_edtf, e.edtf) AS when_edtf,
    lower(w.span) AS when_from,
    upper(w.span) - 1 AS when_until,
    CASE WHEN s.said_edtf IS NOT NULL THEN s.said_precision_code ELSE e.precision_code END AS precision,
    n.key AS canonical_key,
    n.label AS canonical_label
FROM geodb.statement s
JOIN geodb.record r ON r.id = s.id AND r.merged_into_id IS NULL AND r.retracted_at IS NULL
LEFT JOIN (
    SELECT
        statement_key,
        string_agg(actor_key, '; ' ORDER BY actor_label, actor_key) AS speaker_keys,
        string_agg(actor_label, '; ' ORDER BY actor_label, actor_key) AS speaker_labels
    FROM api.statement_actor
    WHERE role = 'speaker'
    GROUP BY statement_key
) sp ON sp.statement_key = r.key
LEFT JOIN geodb.record c_said ON c_said.id = s.capacity_id
LEFT JOIN geodb.record c ON c.id = c_said.survivor_id AND c.retracted_at IS NULL
LEFT JOIN geodb.record o_said ON o_said.id = s.occasion_id
LEFT JOIN geodb.record o ON o.id = o_said.survivor_id AND o.retracted_at IS NULL
LEFT JOIN geodb.event e ON e.id = o.id
CROSS JOIN LATERAL (SELECT CASE WHEN s.said_edtf IS NULL THEN e.span ELSE s.said_span END AS span) AS w
LEFT JOIN geodb.record n_said ON n_said.id = s.canonical_id
LEFT JOIN geodb.record n ON n.id = n_said.survivor_id AND n.retracted_at IS NULL AND n.id <> r.id;

COMMENT ON VIEW api.statement IS
    'What was said, meant or implied; when, as far as its own date or its occasion tells.';
COMMENT ON COLUMN api.statement.key IS 'Public key, prefix:local_key; stable for ever.';
COMMENT ON COLUMN api.statement.kind IS 'Same as form, so that every view of records can be read alike.';
COMMENT ON COLUMN api.statement.label IS 'Name for people, one line.';
COMMENT ON COLUMN api.statement.form IS
    'How close the text is to the words that were said; code list statement_form.';
COMMENT ON COLUMN api.statement.speaker_keys IS
    'Keys of the speakers, joined by ''; '' in the order of their names; one row each in '
    'api.statement_actor.';
COMMENT ON COLUMN api.statement.speaker_labels IS 'Names of the speakers, joined by ''; ''.';
COMMENT ON COLUMN api.statement.capacity_key IS 'Key of the office in which the speaker spoke.';
COMMENT ON COLUMN api.statement.capacity_label IS 'Name of the office in which the speaker spoke.';
COMMENT ON COLUMN api.statement.occasion_key IS 'Key of the event at which it was said.';
COMMENT ON COLUMN api.statement.occasion_label IS 'Name of the event at which it was said.';
COMMENT ON COLUMN api.statement.content IS 'What was said, as the document puts it.';
COMMENT ON COLUMN api.statement.verbatim IS 'The words in quotation marks.';
COMMENT ON COLUMN api.statement.is_truncated IS 'Whether the quotation leaves words out.';
COMMENT ON COLUMN api.statement.lang IS 'Language the words were said in, BCP 47.';
COMMENT ON COLUMN api.statement.original_text IS 'The words in that language.';
COMMENT ON COLUMN api.statement.medium IS 'Channel of the statement; code list medium.';
COMMENT ON COLUMN api.statement.speech_act IS 'PLOVER type of what the statement does; see api.term.';
COMMENT ON COLUMN api.statement.when_basis IS
    'What the date rests on: said, the statement''s own; occasion, that of its event; NULL: neither '
    'has one.';
COMMENT ON COLUMN api.statement.when_edtf IS
    'When it was said, as EDTF; the occasion''s date where the statement has none of its own.';
COMMENT ON COLUMN api.statement.when_from IS 'First day it can have been said; NULL: not known.';
COMMENT ON COLUMN api.statement.when_until IS 'Last day it can have been said, inclusive; NULL: not known.';
COMMENT ON COLUMN api.statement.precision IS 'Grain of when_edtf; code list date_precision.';
COMMENT ON COLUMN api.statement.canonical_key IS 'Key of the same utterance, better reported.';
COMMENT ON COLUMN api.statement.canonical_label IS 'Name of the same utterance, better reported.';

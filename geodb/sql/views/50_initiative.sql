-- Initiatives, their parties and where they stand.

CREATE VIEW api.initiative AS
SELECT
    r.key,
    i.kind_code AS kind,
    r.label,
    p.key AS parent_key,
    p.label AS parent_label,
    e.key AS launch_event_key,
    e.label AS launch_event_label,
    CASE WHEN i.term IS NOT NULL THEN concat(
        'P',
        nullif(extract(year FROM i.term), 0) || 'Y',
        nullif(extract(month FROM i.term), 0) || 'M',
        nullif(extract(day FROM i.term), 0) || 'D'
    ) END AS term,
    i.is_binding,
    s.status,
    s.when_edtf AS status_edtf,
    s.when_from AS status_from,
    s.when_until AS status_until
FROM geodb.initiative i
JOIN geodb.record r ON r.id = i.id AND r.merged_into_id IS NULL AND r.retracted_at IS NULL
LEFT JOIN geodb.record p_said ON p_said.id = i.parent_id
LEFT JOIN geodb.record p ON p.id = p_said.survivor_id AND p.retracted_at IS NULL
LEFT JOIN geodb.record e_said ON e_said.id = i.launch_event_id
LEFT JOIN geodb.record e ON e.id = e_said.survivor_id AND e.retracted_at IS NULL
LEFT JOIN (
    SELECT DISTINCT ON (record_key) record_key, status, when_edtf, when_from, when_until
    FROM api.status_change
    WHERE record_kind = 'initiative'
    ORDER BY record_key, seq DESC
) s ON s.record_key = r.key;

COMMENT ON VIEW api.initiative IS
    'Agreements, plans, programmes and projects, with the last status recorded.';
COMMENT ON COLUMN api.initiative.key IS 'Public key, prefix:local_key; stable for ever.';
COMMENT ON COLUMN api.initiative.kind IS 'Kind of initiative; code list initiative_kind.';
COMMENT ON COLUMN api.initiative.label IS 'Name for people, one line.';
COMMENT ON COLUMN api.initiative.parent_key IS 'Key of the initiative it is part of.';
COMMENT ON COLUMN api.initiative.parent_label IS 'Name of the initiative it is part of.';
COMMENT ON COLUMN api.initiative.launch_event_key IS 'Key of the event that launched it.';
COMMENT ON COLUMN api.initiative.launch_event_label IS 'Name of the event that launched it.';
COMMENT ON COLUMN api.initiative.term IS
    'How long it is meant to run, as ISO 8601 duration in years, months and days: P10Y.';
COMMENT ON COLUMN api.initiative.is_binding IS 'Whether it binds its parties in law; NULL: not known.';
COMMENT ON COLUMN api.initiative.status IS
    'Status after the last step in api.status_change; code list initiative_status.';
COMMENT ON COLUMN api.initiative.status_edtf IS 'When that step was taken, as EDTF.';
COMMENT ON COLUMN api.initiative.status_from IS 'First day that step can have been taken; NULL: not known.';
COMMENT ON COLUMN api.initiative.status_until IS
    'Last day that step can have been taken, inclusive; NULL: not known.';

CREATE VIEW api.initiative_party AS
SELECT DISTINCT
    i.key AS initiative_key,
    i.label AS initiative_label,
    a.key AS actor_key,
    a.label AS actor_label,
    p.role_code AS role,
    p.joined_edtf,
    p.left_edtf,
    lower(p.span) AS party_from,
    upper(p.span) - 1 AS party_until
FROM geodb.initiative_party p
JOIN geodb.record i_said ON i_said.id = p.initiative_id
JOIN geodb.record i ON i.id = i_said.survivor_id AND i.retracted_at IS NULL
JOIN geodb.record a_said ON a_said.id = p.actor_id
JOIN geodb.record a ON a.id = a_said.survivor_id AND a.retracted_at IS NULL;

COMMENT ON VIEW api.initiative_party IS
    'Who takes part in initiatives, in which role, since when and until when.';
COMMENT ON COLUMN api.initiative_party.initiative_key IS 'Key of the initiative.';
COMMENT ON COLUMN api.initiative_party.initiative_label IS 'Name of the initiative.';
COMMENT ON COLUMN api.initiative_party.actor_key IS 'Key of the actor.';
COMMENT ON COLUMN api.initiative_party.actor_label IS 'Name of the actor.';
COMMENT ON COLUMN api.initiative_party.role IS 'Role in the initiative; code list party_role.';
COMMENT ON COLUMN api.initiative_party.joined_edtf IS 'When it joined, as EDTF.';
COMMENT ON COLUMN api.initiative_party.left_edtf IS 'When it left, as EDTF.';
COMMENT ON COLUMN api.initiative_party.party_from IS 'First day it can have taken part; NULL: not known.';
COMMENT ON COLUMN api.initiative_party.party_until IS
    'Last day it can have taken part, inclusive; NULL: not known or not over.';

-- Events with their participants, places, terms and relations, and the pairs of states that face each other in them.

CREATE VIEW api.event AS
SELECT
    r.key,
    e.kind_code AS kind,
    r.label,
    e.status_code AS status,
    e.edtf AS when_edtf,
    lower(e.span) AS when_from,
    upper(e.span) - 1 AS when_until,
    e.precision_code AS precision,
    e.summary
FROM geodb.event e
JOIN geodb.record r ON r.id = e.id AND r.merged_into_id IS NULL AND r.retracted_at IS NULL;

COMMENT ON VIEW api.event IS
    'What happened, goes on, is planned, was cancelled or did not occur.';
COMMENT ON COLUMN api.event.key IS 'Public key, prefix:local_key; stable for ever.';
COMMENT ON COLUMN api.event.kind IS 'Kind of event in words of our own; code list event_kind.';
COMMENT ON COLUMN api.event.label IS 'Name for people, one line.';
COMMENT ON COLUMN api.event.status IS 'Where it stands between rumour and past; code list event_status.';
COMMENT ON COLUMN api.event.when_edtf IS 'When, as the source said it, in EDTF.';
COMMENT ON COLUMN api.event.when_from IS 'First day it can be; NULL: not known.';
COMMENT ON COLUMN api.event.when_until IS 'Last day it can be, inclusive; NULL: not known or not over.';
COMMENT ON COLUMN api.event.precision IS 'Grain of when_edtf; code list date_precision.';
COMMENT ON COLUMN api.event.summary IS 'What happened, in a sentence or two.';

CREATE VIEW api.event_participant AS
SELECT DISTINCT
    e.key AS event_key,
    e.label AS event_label,
    a.key AS actor_key,
    a.label AS actor_label,
    p.role_code AS role,
    c.acts,
    b.key AS on_behalf_of_key,
    b.label AS on_behalf_of_label,
    o.key AS office_key,
    o.label AS office_label
FROM geodb.event_participant p
JOIN geodb.record e_said ON e_said.id = p.event_id
JOIN geodb.record e ON e.id = e_said.survivor_id AND e.retracted_at IS NULL
JOIN geodb.record a_said ON a_said.id = p.actor_id
JOIN geodb.record a ON a.id = a_said.survivor_id AND a.retracted_at IS NULL
JOIN geodb.participant_role c ON c.code = p.role_code
LEFT JOIN geodb.record b_said ON b_said.id = p.on_behalf_of_id
LEFT JOIN geodb.record b ON b.id = b_said.survivor_id AND b.retracted_at IS NULL
LEFT JOIN geodb.record o_said ON o_said.id = p.office_id
LEFT JOIN geodb.record o ON o.id = o_said.survivor_id AND o.retracted_at IS NULL;

COMMENT ON VIEW api.event_participant IS
    'Actors in events, in which role, for whom and in which office.';
COMMENT ON COLUMN api.event_participant.event_key IS 'Key of the event.';
COMMENT ON COLUMN api.event_participant.event_label IS 'Name of the event.';
COMMENT ON COLUMN api.event_participant.actor_key IS 'Key of the actor.';
COMMENT ON COLUMN api.event_participant.actor_label IS 'Name of the actor.';
COMMENT ON COLUMN api.event_participant.role IS 'Role in the event; code list participant_role.';
COMMENT ON COLUMN api.event_participant.acts IS 'Whether the role makes the actor a side of a dyad.';
COMMENT ON COLUMN api.event_participant.on_behalf_of_key IS 'Key of the actor that is acted for.';
COMMENT ON COLUMN api.event_participant.on_behalf_of_label IS 'Name of the actor that is acted for.';
COMMENT ON COLUMN api.event_participant.office_key IS 'Key of the office in which the actor takes part.';
COMMENT ON COLUMN api.event_participant.office_label IS 'Name of the office in which the actor takes part.';

CREATE VIEW api.event_place AS
SELECT DISTINCT
    e.key AS event_key,
    e.label AS event_label,
    l.key AS place_key,
    l.label AS place_label,
    p.role_code AS role,
    p.geo_precision
FROM geodb.event_place p
JOIN geodb.record e_said ON e_said.id = p.event_id
JOIN geodb.record e ON e.id = e_said.survivor_id AND e.retracted_at IS NULL
JOIN geodb.record l_said ON l_said.id = p.place_id
JOIN geodb.record l ON l.id = l_said.survivor_id AND l.retracted_at IS NULL;

COMMENT ON VIEW api.event_place IS
    'Where events took place.';
COMMENT ON COLUMN api.event_place.event_key IS 'Key of the event.';
COMMENT ON COLUMN api.event_place.event_label IS 'Name of the event.';
COMMENT ON COLUMN api.event_place.place_key IS 'Key of the place.';
COMMENT ON COLUMN api.event_place.place_label IS 'Name of the place.';
COMMENT ON COLUMN api.event_place.role IS 'Role of the place in the event; code list place_role.';
COMMENT ON COLUMN api.event_place.geo_precision IS
    'UCDP scale: 1 exact, 2 near, 3 district, 4 province, 5 area, 6 country, 7 sea or air.';

CREATE VIEW api.event_term AS
SELECT DISTINCT
    e.key AS event_key,
    e.label AS event_label,
    t.taxonomy_code AS taxonomy,
    t.code AS term,
    t.facet,
    t.label AS term_label,
    t.score::double precision AS score,
    x.confidence,
    x.coder
FROM geodb.event_term x
JOIN geodb.record e_said ON e_said.id = x.event_id
JOIN geodb.record e ON e.id = e_said.survivor_id AND e.retracted_at IS NULL
JOIN geodb.term t ON t.taxonomy_code = x.taxonomy_code AND t.code = x.term_code;

COMMENT ON VIEW api.event_term IS
    'Events coded in published ontologies, several side by side.';
COMMENT ON COLUMN api.event_term.event_key IS 'Key of the event.';
COMMENT ON COLUMN api.event_term.event_label IS 'Name of the event.';
COMMENT ON COLUMN api.event_term.taxonomy IS 'The ontology; see api.taxonomy.';
COMMENT ON COLUMN api.event_term.term IS 'The ontology''s own code; see api.term.';
COMMENT ON COLUMN api.event_term.facet IS 'Part of the ontology: type, mode, context, root, base.';
COMMENT ON COLUMN api.event_term.term_label IS 'Name of the term.';
COMMENT ON COLUMN api.event_term.score IS
    'Cooperation-conflict score of the term, -10 to +10, as double precision; NULL: the term has none.';
COMMENT ON COLUMN api.event_term.confidence IS 'The coder''s confidence, 0 to 100.';
COMMENT ON COLUMN api.event_term.coder IS 'Who or what coded it.';

CREATE VIEW api.event_relation AS
SELECT
    r.key,
    l.kind_code AS kind,
    r.label,
    f.key AS from_key,
    f.kind AS from_kind,
    f.label AS from_label,
    t.key AS to_key,
    t.kind AS to_kind,
    t.label AS to_label
FROM geodb.event_relation l
JOIN geodb.record r ON r.id = l.id AND r.merged_into_id IS NULL AND r.retracted_at IS NULL
JOIN geodb.record f_said ON f_said.id = l.from_id
JOIN geodb.record f ON f.id = f_said.survivor_id AND f.retracted_at IS NULL
JOIN geodb.record t_said ON t_said.id = l.to_id
JOIN geodb.record t ON t.id = t_said.survivor_id AND t.retracted_at IS NULL
WHERE f.id <> t.id;

COMMENT ON VIEW api.event_relation IS
    'How one record leads to, belongs to or answers another.';
COMMENT ON COLUMN api.event_relation.key IS 'Public key, prefix:local_key; stable for ever.';
COMMENT ON COLUMN api.event_relation.kind IS
    'How the first stands to the second; code list event_relation_kind.';
COMMENT ON COLUMN api.event_relation.label IS 'Name for people, one line.';
COMMENT ON COLUMN api.event_relation.from_key IS 'Key of the part, outcome or answer.';
COMMENT ON COLUMN api.event_relation.from_kind IS 'Kind of the first record, as in api.record.';
COMMENT ON COLUMN api.event_relation.from_label IS 'Name of the part, outcome or answer.';
COMMENT ON COLUMN api.event_relation.to_key IS 'Key of the whole, cause or occasion.';
COMMENT ON COLUMN api.event_relation.to_kind IS 'Kind of the second record, as in api.record.';
COMMENT ON COLUMN api.event_relation.to_label IS 'Name of the whole, cause or occasion.';

CREATE VIEW api.acting_state AS
SELECT
    e.key AS event_key,
    e.label AS event_label,
    r.key AS actor_key,
    r.label AS actor_label,
    CASE WHEN min(p.role_code) FILTER (WHERE p.role_code IN ('side_a', 'side_b'))
        = max(p.role_code) FILTER (WHERE p.role_code IN ('side_a', 'side_b'))
    THEN min(p.role_code) FILTER (WHERE p.role_code IN ('side_a', 'side_b')) END AS side
FROM geodb.event_participant p
JOIN geodb.participant_role c ON c.code = p.role_code AND c.acts
JOIN geodb.record e_said ON e_said.id = p.event_id
JOIN geodb.record e ON e.id = e_said.survivor_id AND e.retracted_at IS NULL
CROSS JOIN LATERAL (VALUES (p.actor_id), (p.on_behalf_of_id)) AS side (actor_id)
JOIN geodb.record r_said ON r_said.id = side.actor_id
JOIN geodb.record r ON r.id = r_said.survivor_id AND r.retracted_at IS NULL
JOIN geodb.actor a ON a.id = r.id AND a.kind_code = 'state'
GROUP BY e.key, e.label, r.key, r.label;

COMMENT ON VIEW api.acting_state IS
    'States that act in an event, themselves or through somebody who takes part on their behalf.';
COMMENT ON COLUMN api.acting_state.event_key IS 'Key of the event.';
COMMENT ON COLUMN api.acting_state.event_label IS 'Name of the event.';
COMMENT ON COLUMN api.acting_state.actor_key IS 'Key of the state.';
COMMENT ON COLUMN api.acting_state.actor_label IS 'Name of the state.';
COMMENT ON COLUMN api.acting_state.side IS
    'Side of the conflict it is on, side_a or side_b; NULL: none, or both.';

CREATE VIEW api.dyad AS
-- All joined by ids, in this order, and grouped last: the planner orders eight tables at a time, so each can be looked
-- up by those before it. Few actors are states, but most who act: behind CASE the planner does not expect few of them.
SELECT
    r.key AS event_key,
    r.label AS event_label,
    e.kind_code AS kind,
    e.status_code AS status,
    e.edtf AS when_edtf,
    lower(e.span) AS when_from,
    upper(e.span) - 1 AS when_until,
    a.key AS a_key,
    a.label AS a_label,
    b.key AS b_key,
    b.label AS b_label,
    t.term AS plover_type,
    t.score AS plover_score
FROM geodb.event e
JOIN geodb.record r ON r.id = e.id AND r.merged_into_id IS NULL AND r.retracted_at IS NULL
JOIN geodb.record pa_said ON pa_said.survivor_id = r.id
JOIN geodb.event_participant pa ON pa.event_id = pa_said.id
JOIN geodb.participant_role ca ON ca.code = pa.role_code AND ca.acts
CROSS JOIN LATERAL (VALUES (pa.actor_id), (pa.on_behalf_of_id)) AS side_a (actor_id)
JOIN geodb.record a_said ON a_said.id = side_a.actor_id
JOIN geodb.record a ON a.id = a_said.survivor_id AND a.retracted_at IS NULL
JOIN geodb.actor xa ON xa.id = a.id AND CASE WHEN xa.kind_code = 'state' THEN true END
JOIN geodb.record pb_said ON pb_said.survivor_id = r.id
JOIN geodb.event_participant pb ON pb.event_id = pb_said.id
JOIN geodb.participant_role cb ON cb.code = pb.role_code AND cb.acts
CROSS JOIN LATERAL (VALUES (pb.actor_id), (pb.on_behalf_of_id)) AS side_b (actor_id)
JOIN geodb.record b_said ON b_said.id = side_b.actor_id
JOIN geodb.record b ON b.id = b_said.survivor_id AND b.retracted_at IS NULL AND b.key > a.key
JOIN geodb.actor xb ON xb.id = b.id AND CASE WHEN xb.kind_code = 'state' THEN true END
LEFT JOIN (
    SELECT x_said.survivor_id AS event_id, c.code AS term, c.score::double precision AS score
    FROM geodb.event_term x
    JOIN geodb.record x_said ON x_said.id = x.event_id
    JOIN geodb.term c ON c.taxonomy_code = x.taxonomy_code AND c.code = x.term_code
    WHERE c.taxonomy_code = 'plover' AND c.facet = 'type'
) t ON t.event_id = r.id
GROUP BY
    r.key, r.label, e.kind_code, e.status_code, e.edtf, e.span, a.key, a.label, b.key, b.label, t.term, t.score
-- unless each is on one side alone, and it is the same
HAVING (
    min(pa.role_code) FILTER (WHERE pa.role_code IN ('side_a', 'side_b'))
        = max(pb.role_code) FILTER (WHERE pb.role_code IN ('side_a', 'side_b'))
    AND max(pa.role_code) FILTER (WHERE pa.role_code IN ('side_a', 'side_b'))
        = min(pb.role_code) FILTER (WHERE pb.role_code IN ('side_a', 'side_b'))
) IS NOT TRUE;

COMMENT ON VIEW api.dyad IS
    'Unordered pairs of states that act in an event and are not on the same side of it, with the PLOVER '
    'score; one row per pair, event and type.';
COMMENT ON COLUMN api.dyad.event_key IS 'Key of the event.';
COMMENT ON COLUMN api.dyad.event_label IS 'Name of the event.';
COMMENT ON COLUMN api.dyad.kind IS 'Kind of the event; code list event_kind.';
COMMENT ON COLUMN api.dyad.status IS 'Status of the event; code list event_status.';
COMMENT ON COLUMN api.dyad.when_edtf IS 'When, as the source said it, in EDTF.';
COMMENT ON COLUMN api.dyad.when_from IS 'First day it can be; NULL: not known.';
COMMENT ON COLUMN api.dyad.when_until IS 'Last day it can be, inclusive; NULL: not known or not over.';
COMMENT ON COLUMN api.dyad.a_key IS 'Key of the state whose key comes first.';
COMMENT ON COLUMN api.dyad.a_label IS 'Name of that state.';
COMMENT ON COLUMN api.dyad.b_key IS 'Key of the other state.';
COMMENT ON COLUMN api.dyad.b_label IS 'Name of the other state.';
COMMENT ON COLUMN api.dyad.plover_type IS 'PLOVER type of the event; NULL: not coded in PLOVER.';
COMMENT ON COLUMN api.dyad.plover_score IS
    'Score of that type from conflict to cooperation, -10 to +10, as double precision.';

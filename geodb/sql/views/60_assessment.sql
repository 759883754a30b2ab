-- Judgments, forecasts and scenarios, their conditions and how they came out.

CREATE VIEW api.assessment_condition AS
SELECT DISTINCT
    a.key AS assessment_key,
    a.label AS assessment_label,
    x.kind_code AS assessment_kind,
    c.seq,
    c.text,
    c.is_negated,
    r.key AS record_key,
    r.kind AS record_kind,
    r.label AS record_label
FROM geodb.assessment_condition c
JOIN geodb.record a_said ON a_said.id = c.assessment_id
JOIN geodb.record a ON a.id = a_said.survivor_id AND a.retracted_at IS NULL
JOIN geodb.assessment x ON x.id = a.id
LEFT JOIN geodb.record r_said ON r_said.id = c.record_id
LEFT JOIN geodb.record r ON r.id = r_said.survivor_id AND r.retracted_at IS NULL;

COMMENT ON VIEW api.assessment_condition IS
    'Conditions of assessments; all of them must hold.';
COMMENT ON COLUMN api.assessment_condition.assessment_key IS 'Key of the assessment.';
COMMENT ON COLUMN api.assessment_condition.assessment_label IS 'Name of the assessment.';
COMMENT ON COLUMN api.assessment_condition.assessment_kind IS
    'Kind of the assessment; code list assessment_kind.';
COMMENT ON COLUMN api.assessment_condition.seq IS 'Order, from 1.';
COMMENT ON COLUMN api.assessment_condition.text IS 'The condition in the document''s words.';
COMMENT ON COLUMN api.assessment_condition.is_negated IS 'Whether it must not come true.';
COMMENT ON COLUMN api.assessment_condition.record_key IS
    'Key of the event, statement or outcome that it names.';
COMMENT ON COLUMN api.assessment_condition.record_kind IS
    'Kind of the record that it names, as in api.record.';
COMMENT ON COLUMN api.assessment_condition.record_label IS 'Name of the record that it names.';

CREATE VIEW api.assessment_resolution AS
SELECT DISTINCT
    a.key AS assessment_key,
    a.label AS assessment_label,
    o.outcome_code AS outcome,
    o.resolved_on,
    e.key AS event_key,
    e.label AS event_label,
    s.key AS source_key,
    s.label AS source_label,
    o.reason,
    o.resolved_by
FROM geodb.assessment_resolution o
JOIN geodb.record a_said ON a_said.id = o.assessment_id
JOIN geodb.record a ON a.id = a_said.survivor_id AND a.retracted_at IS NULL
LEFT JOIN geodb.record e_said ON e_said.id = o.event_id
LEFT JOIN geodb.record e ON e.id = e_said.survivor_id AND e.retracted_at IS NULL
LEFT JOIN geodb.record s_said ON s_said.id = o.source_id
LEFT JOIN geodb.record s ON s.id = s_said.survivor_id AND s.retracted_at IS NULL;

COMMENT ON VIEW api.assessment_resolution IS
    'How assessments came out, on which day and by which event.';
COMMENT ON COLUMN api.assessment_resolution.assessment_key IS 'Key of the assessment.';
COMMENT ON COLUMN api.assessment_resolution.assessment_label IS 'Name of the assessment.';
COMMENT ON COLUMN api.assessment_resolution.outcome IS 'How it came out; code list resolution_outcome.';
COMMENT ON COLUMN api.assessment_resolution.resolved_on IS 'Day on which it was decided.';
COMMENT ON COLUMN api.assessment_resolution.event_key IS 'Key of the event that decided it.';
COMMENT ON COLUMN api.assessment_resolution.event_label IS 'Name of the event that decided it.';
COMMENT ON COLUMN api.assessment_resolution.source_key IS 'Key of the source the decision rests on.';
COMMENT ON COLUMN api.assessment_resolution.source_label IS 'Name of the source the decision rests on.';
COMMENT ON COLUMN api.assessment_resolution.reason IS 'Why it counts so.';
COMMENT ON COLUMN api.assessment_resolution.resolved_by IS 'Who decided it.';

CREATE VIEW api.assessment AS
SELECT
    r.key,
    a.kind_code AS kind,
    r.label,
    a.judgment_kind_code AS judgment_kind,
    p.key AS parent_key,
    p.label AS parent_label,
    a.seq,
    w.key AS author_key,
    w.label AS author_label,
    s.key AS statement_key,
    s.label AS statement_label,
    a.text,
    a.wording,
    a.probability_low::double precision AS probability_low,
    a.probability_high::double precision AS probability_high,
    a.probability_basis_code AS probability_basis,
    a.confidence_code AS confidence,
    a.horizon_edtf,
    lower(a.horizon_span) AS horizon_from,
    upper(a.horizon_span) - 1 AS horizon_until,
    a.horizon_duration,
    coalesce(a.due_on, upper(a.horizon_span) - 1) AS due_on,
    a.is_resolvable,
    a.criteria,
    o.outcome,
    o.resolved_on,
    o.event_key AS decided_by_key,
    o.event_label AS decided_by_label,
    power((a.probability_low + a.probability_high) / 2 - hit.value, 2)::double precision AS brier
FROM geodb.assessment a
JOIN geodb.record r ON r.id = a.id AND r.merged_into_id IS NULL AND r.retracted_at IS NULL
LEFT JOIN geodb.record p_said ON p_said.id = a.parent_id
LEFT JOIN geodb.record p ON p.id = p_said.survivor_id AND p.retracted_at IS NULL
LEFT JOIN geodb.record w_said ON w_said.id = a.author_id
LEFT JOIN geodb.record w ON w.id = w_said.survivor_id AND w.retracted_at IS NULL
LEFT JOIN geodb.record s_said ON s_said.id = a.statement_id
LEFT JOIN geodb.record s ON s.id = s_said.survivor_id AND s.retracted_at IS NULL
LEFT JOIN (
    SELECT DISTINCT ON (assessment_key) *
    FROM api.assessment_resolution
    ORDER BY assessment_key, resolved_on DESC, outcome
) o ON o.assessment_key = r.key
LEFT JOIN (VALUES ('true', 1), ('false', 0)) AS hit (outcome, value) ON hit.outcome = o.outcome;

COMMENT ON VIEW api.assessment IS
    'Judgments, forecasts, scenarios and their outcomes, with the result and the Brier score where '
    'there is one.';
COMMENT ON COLUMN api.assessment.key IS 'Public key, prefix:local_key; stable for ever.';
COMMENT ON COLUMN api.assessment.kind IS
    'judgment, forecast, scenario or scenario_outcome; code list assessment_kind.';
COMMENT ON COLUMN api.assessment.label IS 'Name for people, one line.';
COMMENT ON COLUMN api.assessment.judgment_kind IS 'What a judgment asserts; code list judgment_kind.';
COMMENT ON COLUMN api.assessment.parent_key IS 'Key of the scenario that an outcome belongs to.';
COMMENT ON COLUMN api.assessment.parent_label IS 'Name of the scenario that an outcome belongs to.';
COMMENT ON COLUMN api.assessment.seq IS 'Order of an outcome in its scenario, from 1.';
COMMENT ON COLUMN api.assessment.author_key IS 'Key of the actor whose assessment it is.';
COMMENT ON COLUMN api.assessment.author_label IS 'Name of the actor whose assessment it is.';
COMMENT ON COLUMN api.assessment.statement_key IS 'Key of the statement that reports it.';
COMMENT ON COLUMN api.assessment.statement_label IS 'Name of the statement that reports it.';
COMMENT ON COLUMN api.assessment.text IS 'What is assessed or foreseen, in the document''s words.';
COMMENT ON COLUMN api.assessment.wording IS 'The word of likelihood as written: could, may, would.';
COMMENT ON COLUMN api.assessment.probability_low IS
    'Lower probability, 0 to 1, as double precision; NULL unless stated.';
COMMENT ON COLUMN api.assessment.probability_high IS
    'Upper probability, as double precision; equal to the lower if one was stated.';
COMMENT ON COLUMN api.assessment.probability_basis IS
    'Where the probability comes from; code list probability_basis.';
COMMENT ON COLUMN api.assessment.confidence IS 'The author''s stated confidence; code list confidence_level.';
COMMENT ON COLUMN api.assessment.horizon_edtf IS 'Time it is about, as EDTF, where the text gives one.';
COMMENT ON COLUMN api.assessment.horizon_from IS 'First day of that time; NULL: not known.';
COMMENT ON COLUMN api.assessment.horizon_until IS 'Last day of that time, inclusive; NULL: not known.';
COMMENT ON COLUMN api.assessment.horizon_duration IS 'ISO 8601 duration of a relative horizon, as in P5Y.';
COMMENT ON COLUMN api.assessment.due_on IS
    'Day by which it can be resolved: as given, else the last day of its horizon; NULL: not known.';
COMMENT ON COLUMN api.assessment.is_resolvable IS 'Whether its wording allows a yes or no.';
COMMENT ON COLUMN api.assessment.criteria IS 'What would decide it.';
COMMENT ON COLUMN api.assessment.outcome IS 'How it came out; code list resolution_outcome; NULL while open.';
COMMENT ON COLUMN api.assessment.resolved_on IS 'Day on which it was decided.';
COMMENT ON COLUMN api.assessment.decided_by_key IS 'Key of the event that decided it.';
COMMENT ON COLUMN api.assessment.decided_by_label IS 'Name of the event that decided it.';
COMMENT ON COLUMN api.assessment.brier IS
    'Brier score, 0 best to 1 worst, as double precision: squared distance of the probability (middle'
    ' of its range) from 1 if it came true, 0 if not; NULL without a probability or such an outcome.';

CREATE VIEW api.scenario_outcome AS
SELECT
    a.key,
    a.kind,
    a.label,
    a.parent_key AS scenario_key,
    a.parent_label AS scenario_label,
    a.seq,
    a.text AS outcome,
    a.wording,
    nullif(concat_ws(' AND ', sc.conditions, oc.conditions), '') AS conditions,
    a.author_key,
    a.author_label,
    a.probability_low,
    a.probability_high,
    a.outcome AS resolution
FROM api.assessment a
LEFT JOIN (
    SELECT
        assessment_key,
        string_agg(CASE WHEN is_negated THEN 'NOT ' ELSE '' END || text, ' AND ' ORDER BY seq) AS conditions
    FROM api.assessment_condition
    GROUP BY assessment_key
) sc ON sc.assessment_key = a.parent_key
LEFT JOIN (
    SELECT
        assessment_key,
        string_agg(CASE WHEN is_negated THEN 'NOT ' ELSE '' END || text, ' AND ' ORDER BY seq) AS conditions
    FROM api.assessment_condition
    GROUP BY assessment_key
) oc ON oc.assessment_key = a.key
WHERE a.kind = 'scenario_outcome';

COMMENT ON VIEW api.scenario_outcome IS
    'What is expected under a scenario, with all conditions that must hold for it.';
COMMENT ON COLUMN api.scenario_outcome.key IS 'Public key, prefix:local_key; stable for ever.';
COMMENT ON COLUMN api.scenario_outcome.kind IS 'Always scenario_outcome.';
COMMENT ON COLUMN api.scenario_outcome.label IS 'Name for people, one line.';
COMMENT ON COLUMN api.scenario_outcome.scenario_key IS 'Key of the scenario.';
COMMENT ON COLUMN api.scenario_outcome.scenario_label IS 'Name of the scenario.';
COMMENT ON COLUMN api.scenario_outcome.seq IS 'Order in the scenario, from 1.';
COMMENT ON COLUMN api.scenario_outcome.outcome IS 'What is expected, in the document''s words.';
COMMENT ON COLUMN api.scenario_outcome.wording IS 'The word of likelihood as written: could, may, would.';
COMMENT ON COLUMN api.scenario_outcome.conditions IS
    'The scenario''s conditions and then its own, joined by '' AND ''; a negated one begins with ''NOT ''.'
    ' One row each in api.assessment_condition.';
COMMENT ON COLUMN api.scenario_outcome.author_key IS 'Key of the actor whose assessment it is.';
COMMENT ON COLUMN api.scenario_outcome.author_label IS 'Name of the actor whose assessment it is.';
COMMENT ON COLUMN api.scenario_outcome.probability_low IS
    'Lower probability, 0 to 1, as double precision; NULL unless stated.';
COMMENT ON COLUMN api.scenario_outcome.probability_high IS 'Upper probability, as double precision.';
COMMENT ON COLUMN api.scenario_outcome.resolution IS
    'How it came out; code list resolution_outcome; NULL while open.';

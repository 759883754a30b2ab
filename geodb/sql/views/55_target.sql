-- What initiatives promise in numbers, what was observed, and how far along the straight line they are.

CREATE VIEW api.target AS
SELECT
    r.key,
    t.measure_code AS kind,
    r.label,
    i.key AS initiative_key,
    i.label AS initiative_label,
    t.metric,
    t.measure_code AS measure,
    t.comparator_code AS comparator,
    t.value::double precision AS value,
    t.unit_code AS unit,
    t.deadline_edtf,
    lower(t.deadline_span) AS deadline_from,
    upper(t.deadline_span) - 1 AS deadline_until
FROM geodb.initiative_target t
JOIN geodb.record r ON r.id = t.id AND r.merged_into_id IS NULL AND r.retracted_at IS NULL
JOIN geodb.record i_said ON i_said.id = t.initiative_id
JOIN geodb.record i ON i.id = i_said.survivor_id AND i.retracted_at IS NULL;

COMMENT ON VIEW api.target IS
    'Measurable promises of initiatives: so much of that by then.';
COMMENT ON COLUMN api.target.key IS 'Public key, prefix:local_key; stable for ever.';
COMMENT ON COLUMN api.target.kind IS 'Same as measure, so that every view of records can be read alike.';
COMMENT ON COLUMN api.target.label IS 'Name for people, one line.';
COMMENT ON COLUMN api.target.initiative_key IS 'Key of the initiative.';
COMMENT ON COLUMN api.target.initiative_label IS 'Name of the initiative.';
COMMENT ON COLUMN api.target.metric IS 'What is to be reached, in words.';
COMMENT ON COLUMN api.target.measure IS 'What is counted; code list measure.';
COMMENT ON COLUMN api.target.comparator IS
    'How an observed value must stand to the target''s; code list target_comparator.';
COMMENT ON COLUMN api.target.value IS 'Value to be reached, as double precision.';
COMMENT ON COLUMN api.target.unit IS 'Unit of the value and of all observations; code list unit.';
COMMENT ON COLUMN api.target.deadline_edtf IS 'By when, as EDTF.';
COMMENT ON COLUMN api.target.deadline_from IS 'First day the deadline can be; NULL: not known.';
COMMENT ON COLUMN api.target.deadline_until IS 'Last day the deadline can be, inclusive; NULL: not known.';

CREATE VIEW api.target_observation AS
SELECT DISTINCT
    t.key AS target_key,
    t.label AS target_label,
    o.basis_code AS basis,
    o.value::double precision AS value,
    g.unit_code AS unit,
    o.scope,
    o.as_of_edtf,
    lower(o.as_of_span) AS as_of_from,
    upper(o.as_of_span) - 1 AS as_of_until,
    o.published_edtf,
    lower(o.published_span) AS published_from,
    upper(o.published_span) - 1 AS published_until,
    s.key AS source_key,
    s.label AS source_label
FROM geodb.target_observation o
JOIN geodb.record t_said ON t_said.id = o.target_id
JOIN geodb.record t ON t.id = t_said.survivor_id AND t.retracted_at IS NULL
JOIN geodb.initiative_target g ON g.id = o.target_id
JOIN geodb.record s_said ON s_said.id = o.source_id
JOIN geodb.record s ON s.id = s_said.survivor_id AND s.retracted_at IS NULL;

COMMENT ON VIEW api.target_observation IS
    'Attributed values of targets'' metrics; competing baselines stand side by side.';
COMMENT ON COLUMN api.target_observation.target_key IS 'Key of the target.';
COMMENT ON COLUMN api.target_observation.target_label IS 'Name of the target.';
COMMENT ON COLUMN api.target_observation.basis IS
    'Baseline, reported, estimate, projection and so on; code list observation_basis.';
COMMENT ON COLUMN api.target_observation.value IS 'Observed value, as double precision.';
COMMENT ON COLUMN api.target_observation.unit IS 'Unit of the values; code list unit.';
COMMENT ON COLUMN api.target_observation.scope IS 'What the value covers: goods and services, goods only.';
COMMENT ON COLUMN api.target_observation.as_of_edtf IS 'Time the value is for, as EDTF.';
COMMENT ON COLUMN api.target_observation.as_of_from IS 'First day of that time; NULL: not known.';
COMMENT ON COLUMN api.target_observation.as_of_until IS 'Last day of that time, inclusive; NULL: not known.';
COMMENT ON COLUMN api.target_observation.published_edtf IS 'When the value was published, as EDTF.';
COMMENT ON COLUMN api.target_observation.published_from IS
    'First day it can have been published; NULL: not known.';
COMMENT ON COLUMN api.target_observation.published_until IS
    'Last day it can have been published, inclusive; NULL: not known.';
COMMENT ON COLUMN api.target_observation.source_key IS 'Key of the source that gives the value.';
COMMENT ON COLUMN api.target_observation.source_label IS 'Name of the source that gives the value.';

CREATE VIEW api.target_progress AS
SELECT
    t.key,
    t.kind,
    t.label,
    t.initiative_key,
    t.initiative_label,
    t.value,
    t.comparator,
    t.unit,
    t.deadline_edtf,
    t.deadline_until,
    b.value AS baseline_value,
    b.as_of_edtf AS baseline_edtf,
    b.as_of_until AS baseline_on,
    b.scope AS baseline_scope,
    b.source_key AS baseline_source_key,
    b.source_label AS baseline_source_label,
    b.observed_value,
    b.observed_edtf,
    b.observed_on,
    b.observed_basis,
    b.observed_source_key,
    b.observed_source_label,
    path.on_day AS path_on,
    line.value AS path_value,
    b.observed_value - line.value AS gap,
    t.value - last_known.value AS remaining,
    CASE WHEN growth.logarithm < 700 THEN 100 * (exp(greatest(growth.logarithm, -700)) - 1) END
        AS needed_growth_percent,
    b.published_until AS baseline_published_on,
    b.observed_published_on
FROM api.target t
LEFT JOIN (
    SELECT DISTINCT ON (b.target_key, b.source_key, b.as_of_edtf, b.scope, b.value)
        b.*,
        o.value AS observed_value,
        o.as_of_edtf AS observed_edtf,
        o.as_of_until AS observed_on,
        o.basis AS observed_basis,
        o.source_key AS observed_source_key,
        o.source_label AS observed_source_label,
        o.published_until AS observed_published_on
    FROM api.target_observation b
    LEFT JOIN api.target_observation o ON o.target_key = b.target_key
        AND o.basis NOT IN ('baseline', 'projection')
        AND o.scope IS NOT DISTINCT FROM b.scope
        AND o.as_of_until > b.as_of_until
    WHERE b.basis = 'baseline'
    ORDER BY
        b.target_key, b.source_key, b.as_of_edtf, b.scope, b.value,
        o.as_of_until DESC, o.published_until DESC NULLS LAST, o.source_key, b.published_until
) b ON b.target_key = t.key
CROSS JOIN LATERAL (
    SELECT
        coalesce(b.observed_value, b.value) AS value,
        coalesce(b.observed_on, b.as_of_until) AS on_day
) last_known
CROSS JOIN LATERAL (
    SELECT CASE WHEN t.deadline_until > b.as_of_until THEN coalesce(b.observed_on, current_date) END AS on_day
) path
CROSS JOIN LATERAL (
    SELECT CASE WHEN path.on_day IS NOT NULL THEN
        b.value + (t.value - b.value) * least(1, greatest(0,
            (path.on_day - b.as_of_until)::double precision / (t.deadline_until - b.as_of_until)))
    END AS value
) line
CROSS JOIN LATERAL (
    -- of growth in a year; exp() fails beyond 709
    SELECT CASE WHEN last_known.value > 0 AND t.value > 0 AND last_known.on_day < t.deadline_until THEN
        (ln(t.value) - ln(last_known.value)) * 365.25 / (t.deadline_until - last_known.on_day)
    END AS logarithm
) growth;

COMMENT ON VIEW api.target_progress IS
    'Every target once per baseline a source gives (once with NULLs if none does), against the '
    'straight line from there to the target. Values count for the last day of their time.';
COMMENT ON COLUMN api.target_progress.key IS 'Key of the target.';
COMMENT ON COLUMN api.target_progress.kind IS 'What is counted; code list measure.';
COMMENT ON COLUMN api.target_progress.label IS 'Name of the target.';
COMMENT ON COLUMN api.target_progress.initiative_key IS 'Key of the initiative.';
COMMENT ON COLUMN api.target_progress.initiative_label IS 'Name of the initiative.';
COMMENT ON COLUMN api.target_progress.value IS 'Value to be reached, as double precision.';
COMMENT ON COLUMN api.target_progress.comparator IS
    'How an observed value must stand to it; code list target_comparator.';
COMMENT ON COLUMN api.target_progress.unit IS 'Unit of the values; code list unit.';
COMMENT ON COLUMN api.target_progress.deadline_edtf IS 'By when, as EDTF.';
COMMENT ON COLUMN api.target_progress.deadline_until IS 'Last day of the deadline, inclusive.';
COMMENT ON COLUMN api.target_progress.baseline_value IS
    'Value the source says it starts from, as double precision; NULL: no source gives a baseline.';
COMMENT ON COLUMN api.target_progress.baseline_edtf IS 'Time the baseline is for, as EDTF.';
COMMENT ON COLUMN api.target_progress.baseline_on IS 'Last day of that time.';
COMMENT ON COLUMN api.target_progress.baseline_scope IS
    'What the baseline covers; only observations of the same scope are compared with it.';
COMMENT ON COLUMN api.target_progress.baseline_source_key IS 'Key of the source that gives the baseline.';
COMMENT ON COLUMN api.target_progress.baseline_source_label IS 'Name of the source that gives the baseline.';
COMMENT ON COLUMN api.target_progress.observed_value IS
    'Latest value of the same scope after the baseline that is no projection, as double precision.';
COMMENT ON COLUMN api.target_progress.observed_edtf IS 'Time the observed value is for, as EDTF.';
COMMENT ON COLUMN api.target_progress.observed_on IS 'Last day of that time.';
COMMENT ON COLUMN api.target_progress.observed_basis IS
    'What the observed value is; code list observation_basis.';
COMMENT ON COLUMN api.target_progress.observed_source_key IS
    'Key of the source that gives the observed value.';
COMMENT ON COLUMN api.target_progress.observed_source_label IS
    'Name of the source that gives the observed value.';
COMMENT ON COLUMN api.target_progress.path_on IS
    'Day for which path_value is given: observed_on, or today where nothing was observed.';
COMMENT ON COLUMN api.target_progress.path_value IS
    'Value on the straight line from the baseline to the target on that day; the target''s value after'
    ' the deadline.';
COMMENT ON COLUMN api.target_progress.gap IS
    'observed_value less path_value: above the line if positive; NULL where nothing was observed.';
COMMENT ON COLUMN api.target_progress.remaining IS
    'The target''s value less the latest value known, observed or baseline.';
COMMENT ON COLUMN api.target_progress.needed_growth_percent IS
    'Growth a year, in percent, compounded, that leads from the latest value known (observed or '
    'baseline) to the target by the deadline; a year has 365.25 days. NULL where that is no number in reason.';
COMMENT ON COLUMN api.target_progress.baseline_published_on IS
    'Last day on which the baseline can have been published; NULL: not known.';
COMMENT ON COLUMN api.target_progress.observed_published_on IS
    'Last day on which the observed value can have been published; NULL: not known.';

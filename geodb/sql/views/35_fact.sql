-- What events, initiatives and other facts carry: the steps of their life and the numbers told about them.

CREATE VIEW api.status_change AS
SELECT
    t.record_key,
    t.record_kind,
    t.record_label,
    row_number() OVER (
        PARTITION BY t.record_key, t.record_kind ORDER BY t.by_day NULLS FIRST, t.seq, t.status
    )::smallint AS seq,
    t.status,
    t.when_edtf,
    t.when_from,
    t.when_until,
    t.by_event_key,
    t.by_event_label
FROM (
    -- what two records that were merged both tell is one step
    SELECT
        s.record_key,
        s.record_kind,
        s.record_label,
        min(s.by_day) AS by_day,
        min(s.seq) AS seq,
        s.status,
        s.when_edtf,
        s.when_from,
        s.when_until,
        s.by_event_key,
        s.by_event_label
    FROM (
        SELECT
            r.key AS record_key,
            r.kind AS record_kind,
            r.label AS record_label,
            -- a step without a day comes after those before it, so that a record keeps its own order
            max(lower(s.span)) OVER (PARTITION BY r.key, r.kind, s.record_id ORDER BY s.seq) AS by_day,
            s.seq,
            coalesce(s.event_status_code, s.initiative_status_code) AS status,
            s.edtf AS when_edtf,
            lower(s.span) AS when_from,
            upper(s.span) - 1 AS when_until,
            e.key AS by_event_key,
            e.label AS by_event_label,
            row_number() OVER (
                PARTITION BY
                    r.key, r.kind, s.record_id,
                    s.event_status_code, s.initiative_status_code, s.edtf, s.by_event_id
                ORDER BY s.seq
            ) AS nth
        FROM geodb.status_change s
        JOIN geodb.record r_said ON r_said.id = s.record_id
        JOIN geodb.record r ON r.id = r_said.survivor_id AND r.retracted_at IS NULL
        LEFT JOIN geodb.record e_said ON e_said.id = s.by_event_id
        LEFT JOIN geodb.record e ON e.id = e_said.survivor_id AND e.retracted_at IS NULL
    ) s
    GROUP BY
        s.record_key, s.record_kind, s.record_label, s.status, s.when_edtf, s.when_from, s.when_until,
        s.by_event_key, s.by_event_label, s.nth
) t;

COMMENT ON VIEW api.status_change IS
    'Steps in the life of events and initiatives, in order.';
COMMENT ON COLUMN api.status_change.record_key IS 'Key of the event or initiative.';
COMMENT ON COLUMN api.status_change.record_kind IS 'Kind of the record, as in api.record.';
COMMENT ON COLUMN api.status_change.record_label IS 'Name of the event or initiative.';
COMMENT ON COLUMN api.status_change.seq IS
    'Order of the steps, from 1; steps of merged records are in the order of their days.';
COMMENT ON COLUMN api.status_change.status IS
    'New status; code list event_status or initiative_status, by record_kind.';
COMMENT ON COLUMN api.status_change.when_edtf IS 'When the step was taken, as EDTF.';
COMMENT ON COLUMN api.status_change.when_from IS 'First day it can be; NULL: not known.';
COMMENT ON COLUMN api.status_change.when_until IS
    'Last day it can be, inclusive; NULL: not known or not over.';
COMMENT ON COLUMN api.status_change.by_event_key IS 'Key of the event that made the step.';
COMMENT ON COLUMN api.status_change.by_event_label IS 'Name of the event that made the step.';

CREATE VIEW api.figure AS
SELECT
    r.key,
    f.measure_code AS kind,
    r.label,
    o.key AS of_key,
    o.kind AS of_kind,
    o.label AS of_label,
    f.measure_code AS measure,
    f.best::double precision AS best,
    f.low::double precision AS low,
    f.high::double precision AS high,
    f.unit_code AS unit,
    f.qualifier,
    p.key AS party_key,
    p.label AS party_label,
    f.as_of_edtf,
    lower(f.as_of_span) AS as_of_from,
    upper(f.as_of_span) - 1 AS as_of_until
FROM geodb.figure f
JOIN geodb.record r ON r.id = f.id AND r.merged_into_id IS NULL AND r.retracted_at IS NULL
JOIN geodb.record o_said ON o_said.id = f.of_id
JOIN geodb.record o ON o.id = o_said.survivor_id AND o.retracted_at IS NULL
LEFT JOIN geodb.record p_said ON p_said.id = f.party_id
LEFT JOIN geodb.record p ON p.id = p_said.survivor_id AND p.retracted_at IS NULL;

COMMENT ON VIEW api.figure IS
    'Numbers about facts: casualties, money, troops, durations, with bounds.';
COMMENT ON COLUMN api.figure.key IS 'Public key, prefix:local_key; stable for ever.';
COMMENT ON COLUMN api.figure.kind IS 'Same as measure, so that every view of records can be read alike.';
COMMENT ON COLUMN api.figure.label IS 'Name for people, one line.';
COMMENT ON COLUMN api.figure.of_key IS 'Key of the fact the number is about.';
COMMENT ON COLUMN api.figure.of_kind IS 'Kind of the fact the number is about, as in api.record.';
COMMENT ON COLUMN api.figure.of_label IS 'Name of the fact the number is about.';
COMMENT ON COLUMN api.figure.measure IS 'What is counted; code list measure.';
COMMENT ON COLUMN api.figure.best IS 'Best value, as double precision.';
COMMENT ON COLUMN api.figure.low IS 'Lowest value, as double precision.';
COMMENT ON COLUMN api.figure.high IS 'Highest value, as double precision.';
COMMENT ON COLUMN api.figure.unit IS 'Unit of the values; code list unit.';
COMMENT ON COLUMN api.figure.qualifier IS 'The source''s own hedge: approximately, at least.';
COMMENT ON COLUMN api.figure.party_key IS 'Key of the actor whose losses, troops or money it is.';
COMMENT ON COLUMN api.figure.party_label IS 'Name of the actor whose losses, troops or money it is.';
COMMENT ON COLUMN api.figure.as_of_edtf IS 'When the number held, as EDTF.';
COMMENT ON COLUMN api.figure.as_of_from IS 'First day the number can be for; NULL: not known.';
COMMENT ON COLUMN api.figure.as_of_until IS 'Last day the number can be for, inclusive; NULL: not known.';

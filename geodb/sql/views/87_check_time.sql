-- Checks of time: what cannot have been before, after or during what. Unknown days never contradict anything.
-- Messages write days by to_char: as text they would follow the reader's DateStyle.

CREATE VIEW api.check_source_before_event AS
SELECT
    c.rule, c.severity, h.key, h.kind, h.label,
    newest.source_key AS other_key, newest.source_label AS other_label,
    format(
        'was not before %s, but the newest source that supports it dates from %s',
        to_char(h.when_from, 'YYYY-MM-DD'), to_char(newest.day, 'YYYY-MM-DD')
    ) AS message
FROM api.check_rule c
CROSS JOIN (
    SELECT e.key, 'event' AS kind, e.label, e.when_from
    FROM api.event e
    WHERE e.status IN ('occurred', 'ongoing', 'suspended')
    UNION ALL
    SELECT s.key, 'statement', s.label, s.when_from
    FROM api.statement s
    WHERE s.when_basis = 'said'
) h
JOIN (
    SELECT DISTINCT ON (d.record_key)
        d.record_key,
        d.source_key,
        d.source_label,
        d.day,
        bool_and(d.day IS NOT NULL) OVER (PARTITION BY d.record_key) AS all_are_dated
    FROM (
        -- A passage under a footnote has it from what is cited; what was read on a day was written by then.
        SELECT
            v.record_key,
            s.key AS source_key,
            s.label AS source_label,
            least(
                s.published_until,
                CASE WHEN v.cited_source_key IS NULL THEN t.accessed_on ELSE v.cited_accessed_on END
            ) AS day
        FROM api.evidence v
        JOIN api.source s ON s.key = coalesce(v.cited_source_key, v.source_key)
        LEFT JOIN api.document t ON t.key = v.document_key
        WHERE v.relation = 'supports'
    ) d
    ORDER BY d.record_key, d.day DESC NULLS LAST, d.source_key
) newest ON newest.record_key = h.key AND newest.all_are_dated AND newest.day < h.when_from
WHERE c.rule = 'source_before_event';

COMMENT ON VIEW api.check_source_before_event IS
    'Quality check: An event that has begun, or a statement, certainly later than the newest source that supports it.';
COMMENT ON COLUMN api.check_source_before_event.rule IS 'Name of the check; see api.check_rule.';
COMMENT ON COLUMN api.check_source_before_event.severity IS 'error, warning or info; see api.check_rule.';
COMMENT ON COLUMN api.check_source_before_event.key IS 'Key of the record it concerns.';
COMMENT ON COLUMN api.check_source_before_event.kind IS 'Kind of the record, as in api.record.';
COMMENT ON COLUMN api.check_source_before_event.label IS 'Name of the record.';
COMMENT ON COLUMN api.check_source_before_event.other_key IS
    'Key of the other record it concerns: the source, document, actor or rival; NULL: none.';
COMMENT ON COLUMN api.check_source_before_event.other_label IS 'Name of the other record.';
COMMENT ON COLUMN api.check_source_before_event.message IS
    'What is wrong, as the rest of a sentence that begins with the label.';

CREATE VIEW api.check_outcome_before_cause AS
SELECT DISTINCT
    c.rule, c.severity, o.key, o.kind, o.label,
    w.key AS other_key, w.label AS other_label,
    format(
        'was over on %s, but %s (%s) began no earlier than %s',
        to_char(o.when_until, 'YYYY-MM-DD'), w.label, replace(r.kind, '_', ' '), to_char(w.when_from, 'YYYY-MM-DD')
    ) AS message
FROM api.check_rule c
CROSS JOIN api.event_relation r
JOIN (VALUES
    ('outcome_of', true), ('follow_up_of', true), ('responds_to', true), ('implements', true), ('violates', true),
    ('ends', true), ('causes', false), ('prepares', false), ('precondition_of', false), ('announces', false),
    ('cancels', false), ('postpones', false)
) AS ordered (kind, from_is_later) ON ordered.kind = r.kind
CROSS JOIN LATERAL (
    SELECT
        CASE WHEN from_is_later THEN r.from_key ELSE r.to_key END AS later_key,
        CASE WHEN from_is_later THEN r.to_key ELSE r.from_key END AS earlier_key
) pair
JOIN (
    SELECT e.key, 'event' AS kind, e.label, e.when_from, e.when_until FROM api.event e
    UNION ALL
    SELECT s.key, 'statement', s.label, s.when_from, s.when_until FROM api.statement s
) o ON o.key = pair.later_key
JOIN (
    SELECT e.key, e.label, e.when_from FROM api.event e
    UNION ALL
    SELECT s.key, s.label, s.when_from FROM api.statement s
) w ON w.key = pair.earlier_key AND o.when_until < w.when_from
WHERE c.rule = 'outcome_before_cause';

COMMENT ON VIEW api.check_outcome_before_cause IS
    'Quality check: An outcome, sequel or answer that was over before what it follows can have begun.';
COMMENT ON COLUMN api.check_outcome_before_cause.rule IS 'Name of the check; see api.check_rule.';
COMMENT ON COLUMN api.check_outcome_before_cause.severity IS 'error, warning or info; see api.check_rule.';
COMMENT ON COLUMN api.check_outcome_before_cause.key IS 'Key of the record it concerns.';
COMMENT ON COLUMN api.check_outcome_before_cause.kind IS 'Kind of the record, as in api.record.';
COMMENT ON COLUMN api.check_outcome_before_cause.label IS 'Name of the record.';
COMMENT ON COLUMN api.check_outcome_before_cause.other_key IS
    'Key of the other record it concerns: the source, document, actor or rival; NULL: none.';
COMMENT ON COLUMN api.check_outcome_before_cause.other_label IS 'Name of the other record.';
COMMENT ON COLUMN api.check_outcome_before_cause.message IS
    'What is wrong, as the rest of a sentence that begins with the label.';

CREATE VIEW api.check_actor_not_alive AS
SELECT DISTINCT
    c.rule, c.severity, x.key, x.kind, x.label,
    a.key AS other_key, a.label AS other_label,
    CASE
        WHEN a.life_until < x.when_from
            THEN format(
                'was not before %s, but %s was gone after %s',
                to_char(x.when_from, 'YYYY-MM-DD'), a.label, to_char(a.life_until, 'YYYY-MM-DD'))
        ELSE format(
            'was over on %s, but %s did not exist before %s',
            to_char(x.when_until, 'YYYY-MM-DD'), a.label, to_char(a.life_from, 'YYYY-MM-DD'))
    END AS message
FROM api.check_rule c
CROSS JOIN (
    SELECT s.key, 'statement' AS kind, s.label, p.actor_key, s.when_from, s.when_until
    FROM api.statement s
    JOIN api.statement_actor p ON p.statement_key = s.key AND p.role IN ('speaker', 'on_behalf_of')
    UNION ALL
    SELECT e.key, 'event', e.label, p.actor_key, e.when_from, e.when_until
    FROM api.event e
    JOIN api.event_participant p ON p.event_key = e.key AND p.acts
    WHERE e.status IN ('occurred', 'ongoing', 'suspended')
) x
JOIN api.actor a ON a.key = x.actor_key AND (a.life_until < x.when_from OR a.life_from > x.when_until)
WHERE c.rule = 'actor_not_alive';

COMMENT ON VIEW api.check_actor_not_alive IS
    'Quality check: A speaker, or one who acts in an event, before they can have existed or after they were gone.';
COMMENT ON COLUMN api.check_actor_not_alive.rule IS 'Name of the check; see api.check_rule.';
COMMENT ON COLUMN api.check_actor_not_alive.severity IS 'error, warning or info; see api.check_rule.';
COMMENT ON COLUMN api.check_actor_not_alive.key IS 'Key of the record it concerns.';
COMMENT ON COLUMN api.check_actor_not_alive.kind IS 'Kind of the record, as in api.record.';
COMMENT ON COLUMN api.check_actor_not_alive.label IS 'Name of the record.';
COMMENT ON COLUMN api.check_actor_not_alive.other_key IS
    'Key of the other record it concerns: the source, document, actor or rival; NULL: none.';
COMMENT ON COLUMN api.check_actor_not_alive.other_label IS 'Name of the other record.';
COMMENT ON COLUMN api.check_actor_not_alive.message IS
    'What is wrong, as the rest of a sentence that begins with the label.';

CREATE VIEW api.check_office_not_held AS
SELECT
    c.rule, c.severity, x.key, x.kind, x.label,
    x.actor_key AS other_key, x.actor_label AS other_label,
    CASE
        WHEN held.never THEN format(
            '%s as %s, who held that office only %s', x.actor_label, x.office_label, held.terms)
        ELSE format('%s as %s, an office that %s held at the time', x.actor_label, x.office_label, rival.labels)
    END AS message
FROM api.check_rule c
CROSS JOIN api.acted_as x
CROSS JOIN LATERAL (
    SELECT
        bool_and(coalesce(h.held_until < x.when_from OR h.held_from > x.when_until, false)) AS never,
        string_agg(
            format('%s to %s', coalesce(h.start_edtf, '...'), coalesce(h.end_edtf, '...')), ', ' ORDER BY h.held_from
        ) AS terms,
        coalesce(bool_or(h.first_attested_on <= x.when_until AND h.last_attested_on >= x.when_from), false)
            AS is_attested
    FROM api.office_holding h
    WHERE h.office_key = x.office_key AND h.holder_key = x.actor_key
) held
CROSS JOIN LATERAL (
    SELECT string_agg(DISTINCT h.holder_label, ', ' ORDER BY h.holder_label) AS labels
    FROM api.office_holding h
    JOIN api.office f ON f.key = h.office_key AND f.seats = 1
    WHERE h.office_key = x.office_key AND h.holder_key <> x.actor_key
        AND h.certain_from <= x.when_from AND x.when_until <= h.certain_until
) rival
WHERE c.rule = 'office_not_held'
    AND NOT held.is_attested AND (held.never OR rival.labels IS NOT NULL);

COMMENT ON VIEW api.check_office_not_held IS
    'Quality check: A speaker or participant in an office that they certainly did not hold at the time.';
COMMENT ON COLUMN api.check_office_not_held.rule IS 'Name of the check; see api.check_rule.';
COMMENT ON COLUMN api.check_office_not_held.severity IS 'error, warning or info; see api.check_rule.';
COMMENT ON COLUMN api.check_office_not_held.key IS 'Key of the record it concerns.';
COMMENT ON COLUMN api.check_office_not_held.kind IS 'Kind of the record, as in api.record.';
COMMENT ON COLUMN api.check_office_not_held.label IS 'Name of the record.';
COMMENT ON COLUMN api.check_office_not_held.other_key IS
    'Key of the other record it concerns: the source, document, actor or rival; NULL: none.';
COMMENT ON COLUMN api.check_office_not_held.other_label IS 'Name of the other record.';
COMMENT ON COLUMN api.check_office_not_held.message IS
    'What is wrong, as the rest of a sentence that begins with the label.';

CREATE VIEW api.check_holding_unknown AS
SELECT
    c.rule, c.severity, x.key, x.kind, x.label,
    x.actor_key AS other_key, x.actor_label AS other_label,
    format('%s as %s: not recorded as a holder of that office', x.actor_label, x.office_label) AS message
FROM api.check_rule c
CROSS JOIN api.acted_as x
WHERE c.rule = 'holding_unknown'
    AND NOT EXISTS (
        SELECT FROM api.office_holding h WHERE h.office_key = x.office_key AND h.holder_key = x.actor_key
    );

COMMENT ON VIEW api.check_holding_unknown IS
    'Quality check: A speaker or participant in an office of which no holding by them is recorded.';
COMMENT ON COLUMN api.check_holding_unknown.rule IS 'Name of the check; see api.check_rule.';
COMMENT ON COLUMN api.check_holding_unknown.severity IS 'error, warning or info; see api.check_rule.';
COMMENT ON COLUMN api.check_holding_unknown.key IS 'Key of the record it concerns.';
COMMENT ON COLUMN api.check_holding_unknown.kind IS 'Kind of the record, as in api.record.';
COMMENT ON COLUMN api.check_holding_unknown.label IS 'Name of the record.';
COMMENT ON COLUMN api.check_holding_unknown.other_key IS
    'Key of the other record it concerns: the source, document, actor or rival; NULL: none.';
COMMENT ON COLUMN api.check_holding_unknown.other_label IS 'Name of the other record.';
COMMENT ON COLUMN api.check_holding_unknown.message IS
    'What is wrong, as the rest of a sentence that begins with the label.';

CREATE VIEW api.check_forecast_overdue AS
SELECT
    c.rule, c.severity, a.key, 'assessment' AS kind, a.label,
    a.author_key AS other_key, a.author_label AS other_label,
    format(
        'was to be decided by %s, and nobody said how it came out', to_char(a.due_on, 'YYYY-MM-DD')
    ) AS message
FROM api.check_rule c
CROSS JOIN api.assessment a
WHERE c.rule = 'forecast_overdue'
    AND a.kind IN ('forecast', 'scenario_outcome') AND a.outcome IS NULL AND a.due_on < current_date;

COMMENT ON VIEW api.check_forecast_overdue IS
    'Quality check: A forecast whose day has passed without anybody saying how it came out.';
COMMENT ON COLUMN api.check_forecast_overdue.rule IS 'Name of the check; see api.check_rule.';
COMMENT ON COLUMN api.check_forecast_overdue.severity IS 'error, warning or info; see api.check_rule.';
COMMENT ON COLUMN api.check_forecast_overdue.key IS 'Key of the record it concerns.';
COMMENT ON COLUMN api.check_forecast_overdue.kind IS 'Kind of the record, as in api.record.';
COMMENT ON COLUMN api.check_forecast_overdue.label IS 'Name of the record.';
COMMENT ON COLUMN api.check_forecast_overdue.other_key IS
    'Key of the other record it concerns: the source, document, actor or rival; NULL: none.';
COMMENT ON COLUMN api.check_forecast_overdue.other_label IS 'Name of the other record.';
COMMENT ON COLUMN api.check_forecast_overdue.message IS
    'What is wrong, as the rest of a sentence that begins with the label.';

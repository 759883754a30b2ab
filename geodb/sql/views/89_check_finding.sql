-- What all quality checks find, and what their views have in common.

CREATE VIEW api.check_finding AS
SELECT * FROM api.check_source_before_event
UNION ALL SELECT * FROM api.check_outcome_before_cause
UNION ALL SELECT * FROM api.check_circular_part_of
UNION ALL SELECT * FROM api.check_actor_not_alive
UNION ALL SELECT * FROM api.check_office_not_held
UNION ALL SELECT * FROM api.check_quote_not_in_text
UNION ALL SELECT * FROM api.check_figure_out_of_bounds
UNION ALL SELECT * FROM api.check_quote_altered
UNION ALL SELECT * FROM api.check_figure_contradicted
UNION ALL SELECT * FROM api.check_value_disputed
UNION ALL SELECT * FROM api.check_evidence_against
UNION ALL SELECT * FROM api.check_uncited_claim
UNION ALL SELECT * FROM api.check_forecast_overdue
UNION ALL SELECT * FROM api.check_uncited_judgment
UNION ALL SELECT * FROM api.check_holding_unknown
UNION ALL SELECT * FROM api.check_publication_date_missing
UNION ALL SELECT * FROM api.check_target_without_baseline
UNION ALL SELECT * FROM api.check_copies_of_one_source;

COMMENT ON VIEW api.check_finding IS
    'What all quality checks find: one row per rule and pair of records; api.check_rule explains the rules.';

DO $comment$
DECLARE
    finds record;
BEGIN
    FOR finds IN
        SELECT 'check_' || c.rule AS view, c.description FROM api.check_rule c
        UNION ALL
        SELECT 'check_finding', NULL
    LOOP
        IF finds.description IS NOT NULL THEN
            EXECUTE format('COMMENT ON VIEW api.%I IS %L', finds.view, 'Quality check: ' || finds.description);
        END IF;
        EXECUTE format('COMMENT ON COLUMN api.%I.rule IS %L', finds.view, 'Name of the check; see api.check_rule.');
        EXECUTE format('COMMENT ON COLUMN api.%I.severity IS %L', finds.view,
            'error, warning or info; see api.check_rule.');
        EXECUTE format('COMMENT ON COLUMN api.%I.key IS %L', finds.view, 'Key of the record it concerns.');
        EXECUTE format('COMMENT ON COLUMN api.%I.kind IS %L', finds.view, 'Kind of the record, as in api.record.');
        EXECUTE format('COMMENT ON COLUMN api.%I.label IS %L', finds.view, 'Name of the record.');
        EXECUTE format('COMMENT ON COLUMN api.%I.other_key IS %L', finds.view,
            'Key of the other record it concerns: the source, document, actor or rival; NULL: none.');
        EXECUTE format('COMMENT ON COLUMN api.%I.other_label IS %L', finds.view, 'Name of the other record.');
        EXECUTE format('COMMENT ON COLUMN api.%I.message IS %L', finds.view,
            'What is wrong, as the rest of a sentence that begins with the label.');
    END LOOP;
END
$comment$;

-- What all quality checks find.

CREATE VIEW api.check_finding AS
SELECT * FROM api.check_source_before_event
UNION ALL SELECT * FROM api.check_outcome_before_cause
UNION ALL SELECT * FROM api.check_circular_part_of
UNION ALL SELECT * FROM api.check_merge_contradicted
UNION ALL SELECT * FROM api.check_actor_not_alive
UNION ALL SELECT * FROM api.check_office_not_held
UNION ALL SELECT * FROM api.check_quote_not_in_text
UNION ALL SELECT * FROM api.check_figure_out_of_bounds
UNION ALL SELECT * FROM api.check_quote_altered
UNION ALL SELECT * FROM api.check_figure_contradicted
UNION ALL SELECT * FROM api.check_value_disputed
UNION ALL SELECT * FROM api.check_stands_on_retracted
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

COMMENT ON COLUMN api.check_finding.rule IS 'Name of the check; see api.check_rule.';
COMMENT ON COLUMN api.check_finding.severity IS 'error, warning or info; see api.check_rule.';
COMMENT ON COLUMN api.check_finding.key IS 'Key of the record it concerns.';
COMMENT ON COLUMN api.check_finding.kind IS 'Kind of the record, as in api.record.';
COMMENT ON COLUMN api.check_finding.label IS 'Name of the record.';
COMMENT ON COLUMN api.check_finding.other_key IS
    'Key of the other record it concerns: the source, document, actor or rival; NULL: none.';
COMMENT ON COLUMN api.check_finding.other_label IS 'Name of the other record.';
COMMENT ON COLUMN api.check_finding.message IS 'What is wrong, as the rest of a sentence that begins with the label.';

-- How far is each target of an initiative, against the straight line from each published baseline?
SELECT
    p.label,
    p.value,
    p.baseline_value,
    p.baseline_edtf,
    p.baseline_scope,
    p.baseline_source_label,
    p.observed_value,
    p.gap,
    round(p.needed_growth_percent::numeric, 1) AS needed_growth_percent
FROM api.target_progress p
ORDER BY p.key, p.baseline_value;

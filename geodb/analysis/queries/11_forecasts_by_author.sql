-- How did each author's forecasts come out, how many are overdue, how many name no probability?
SELECT
    a.author_label,
    count(*) AS forecasts,
    count(a.outcome) AS resolved,
    round(avg(a.brier)::numeric, 3) AS brier,
    count(*) FILTER (WHERE a.probability_low IS NULL) AS without_probability,
    count(*) FILTER (WHERE a.outcome IS NULL AND a.due_on < current_date) AS overdue
FROM api.assessment a
WHERE a.kind IN ('forecast', 'scenario_outcome')
GROUP BY a.author_key, a.author_label
ORDER BY forecasts DESC, a.author_label;

-- How cooperative or hostile was each pair of states, month by month? Ongoing events count in every month.
SELECT
    to_char(month, 'YYYY-MM') AS month,
    d.a_label,
    d.b_label,
    count(DISTINCT d.event_key) AS events,
    round(avg(d.plover_score)::numeric, 2) AS balance
FROM api.dyad d
CROSS JOIN (SELECT DATE '2025-01-01' AS first, DATE '2025-03-31' AS last) w
CROSS JOIN LATERAL generate_series(
    date_trunc('month', greatest(d.when_from, w.first)::timestamp),
    least(d.when_until, w.last)::timestamp,
    INTERVAL '1 month'
) AS month
WHERE d.plover_score IS NOT NULL
    AND (d.status = 'occurred' AND d.when_from >= w.first AND d.when_until <= w.last OR d.status = 'ongoing')
GROUP BY 1, 2, 3
ORDER BY 1, 2, 3;

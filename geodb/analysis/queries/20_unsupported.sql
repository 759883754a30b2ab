-- Which statements rest on no cited publisher at all? For the others: how many there are, and how reliable the best is.
SELECT
    s.key,
    count(DISTINCT c.publisher_key) AS publishers,
    min(r.reliability) AS best_reliability,
    min(e.credibility) AS best_credibility
FROM api.statement s
LEFT JOIN api.evidence e ON e.record_key = s.key AND e.relation = 'supports'
LEFT JOIN api.source c ON c.key = e.cited_source_key
LEFT JOIN api.source_rating r ON r.record_key IN (c.key, c.publisher_key)
GROUP BY s.key
ORDER BY publishers, s.key;

-- Which events are said to have occurred, though all their cited sources were read before the first possible day?
SELECT e.key, e.label, e.when_from AS happened_from, max(v.cited_accessed_on) AS last_read_on
FROM api.event e
JOIN api.evidence v ON v.record_key = e.key
WHERE e.status = 'occurred'
GROUP BY e.key, e.label, e.when_from
HAVING max(v.cited_accessed_on) < e.when_from
ORDER BY e.key;

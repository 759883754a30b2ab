-- Which events could be known by 14 February 2025, by the dates of the sources that support them?
SELECT e.key, e.label, min(k.readable_by) AS known_by
FROM api.event e
JOIN api.evidence v ON v.record_key = e.key AND v.relation = 'supports'
JOIN api.source s ON s.key = v.source_key
LEFT JOIN api.source c ON c.key = v.cited_source_key
LEFT JOIN api.document d ON d.key = v.document_key
-- An access date is an upper bound: the text was there by then.
CROSS JOIN LATERAL (
    SELECT least(s.published_until, d.accessed_on, c.published_until, v.cited_accessed_on) AS readable_by
) k
GROUP BY e.key, e.label
HAVING min(k.readable_by) <= DATE '2025-02-14'
ORDER BY e.key;

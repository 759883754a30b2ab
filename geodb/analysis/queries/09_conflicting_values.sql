-- For which attributes do sources give different values?
SELECT
    c.record_key,
    c.attribute,
    count(DISTINCT c.value) AS variants,
    string_agg(DISTINCT c.value, ' / ' ORDER BY c.value) AS reported
FROM api.claim c
WHERE c.rank <> 'deprecated'
GROUP BY c.record_key, c.attribute
HAVING count(DISTINCT c.value) > 1
ORDER BY c.record_key, c.attribute;

-- In which capacity did people speak, and is it known that they held the office on the day?
SELECT
    sp.actor_label AS speaker,
    s.capacity_label AS capacity,
    count(DISTINCT s.key) AS statements,
    bool_and(h.key IS NOT NULL) AS holding_known
FROM api.statement s
JOIN api.statement_actor sp ON sp.statement_key = s.key AND sp.role = 'speaker'
LEFT JOIN api.office_holding h ON h.office_key = s.capacity_key AND h.holder_key = sp.actor_key
    AND (h.held_from <= s.when_until) IS NOT FALSE
    AND (h.held_until >= s.when_from) IS NOT FALSE
WHERE s.capacity_key IS NOT NULL
GROUP BY 1, 2
ORDER BY statements DESC, speaker;

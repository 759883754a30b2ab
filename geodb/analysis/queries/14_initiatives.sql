-- Which initiatives are there, under which, with which parties, and where do they stand?
SELECT
    i.key,
    i.label,
    i.parent_label,
    string_agg(DISTINCT p.actor_label, ', ' ORDER BY p.actor_label) AS parties,
    i.status,
    i.status_edtf
FROM api.initiative i
LEFT JOIN api.initiative_party p ON p.initiative_key = i.key
GROUP BY i.key, i.label, i.parent_label, i.status, i.status_edtf
ORDER BY i.parent_label NULLS FIRST, i.key;

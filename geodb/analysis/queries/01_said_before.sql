-- What did Zelensky say about the membership of Ukraine in NATO before the US-India summit began?
SELECT s.key, s.form, s.content, s.when_edtf, s.when_basis
FROM api.statement s
JOIN api.statement_actor sp ON sp.statement_key = s.key AND sp.role = 'speaker'
JOIN api.topic t ON t.record_key = s.key AND t.topic = 'ukraine_nato_membership'
JOIN api.event z ON z.key = 'geodb:us-india-summit-2025-02-13'
WHERE sp.actor_key IN (SELECT n.actor_key FROM api.actor_name n WHERE n.name = 'Zelensky')
    AND (s.when_from < z.when_from OR s.when_from IS NULL)
ORDER BY s.key;

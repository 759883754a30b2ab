-- Which statements reached us second hand, through whom?
SELECT s.key, s.speaker_labels, string_agg(b.actor_label, ' <- ' ORDER BY b.hop) AS relayed_by
FROM api.statement s
JOIN api.statement_actor b ON b.statement_key = s.key AND b.role = 'reported_by'
GROUP BY s.key, s.speaker_labels
ORDER BY s.key;

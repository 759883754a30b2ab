-- Who speaks well and who speaks ill of whom?
SELECT
    sp.actor_label AS speaker,
    tg.actor_label AS target,
    count(*) FILTER (WHERE tg.stance = 'positive') AS positive,
    count(*) FILTER (WHERE tg.stance = 'negative') AS negative
FROM api.statement_actor sp
JOIN api.statement_actor tg ON tg.statement_key = sp.statement_key AND tg.role = 'target'
WHERE sp.role = 'speaker' AND tg.stance IN ('positive', 'negative')
GROUP BY 1, 2
ORDER BY 1, 2;

-- Who changed an event, when and why, and what did it say before?
SELECT c.at, coalesce(c.app_user, c.db_user) AS changed_by, c.reason, c.table_name, c.op, c.before, c.after
FROM api.change c
WHERE c.record_key = 'geodb:us-russia-talks-in-saudi-arabia'
ORDER BY c.change_id DESC;

-- What was merged is judged apart.
UPDATE geodb.record_redirect SET undone_at = now(), undone_by = 'test' WHERE undone_at IS NULL;
INSERT INTO geodb.not_same (record_id, other_id, reason) VALUES (1, 2, 'two of one name');

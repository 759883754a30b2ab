-- An assessment merged into one that came out, and judged apart again.
INSERT INTO geodb.record (id, kind, key, label, marking_code, import_id) OVERRIDING SYSTEM VALUE
VALUES (19, 'assessment', 'test:same-assessment', 'Same assessment', 'any', 1) ON CONFLICT DO NOTHING;
INSERT INTO geodb.assessment (id, kind_code, author_id, text) VALUES (19, 'any', 1, 'It may end.')
ON CONFLICT DO NOTHING;
INSERT INTO geodb.record_redirect (kind, old_id, new_id, reason) VALUES ('assessment', 19, 15, 'the same words');
UPDATE geodb.record_redirect SET undone_at = now(), undone_by = 'test' WHERE undone_at IS NULL;
-- What plain SQL could write then, and what revision 0021 mends.
UPDATE geodb.assessment SET text = ' ', horizon_duration = 'P5X' WHERE id = 19;
UPDATE geodb.record SET label = E' \n' WHERE id = 19;

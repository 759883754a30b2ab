-- A row whose references are checked with those of its whole statement.
SET LOCAL session_replication_role = replica;
INSERT INTO geodb.record_name (record_id, name, kind_code) VALUES (1, 'Checked by sets', 'any') ON CONFLICT DO NOTHING;
SET LOCAL session_replication_role = origin;

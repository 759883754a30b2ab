-- A place that lies in no other, which the index leaves out, and one that does.
INSERT INTO geodb.record (id, kind, key, label, marking_code, import_id) OVERRIDING SYSTEM VALUE
VALUES (16, 'place', 'test:inner-place', 'Inner place', 'any', 1) ON CONFLICT DO NOTHING;
INSERT INTO geodb.place (id, kind_code, parent_id) VALUES (16, 'any', 6) ON CONFLICT DO NOTHING;

-- A marking that readers need a role for, and a place that carries it.
INSERT INTO geodb.marking (code, label, description, sort_order)
VALUES ('amber', 'TLP:AMBER', 'Not for everybody.', 1) ON CONFLICT DO NOTHING;
INSERT INTO geodb.record (id, kind, key, label, marking_code, import_id) OVERRIDING SYSTEM VALUE
VALUES (18, 'place', 'test:hidden-place', 'Hidden place', 'amber', 1) ON CONFLICT DO NOTHING;
INSERT INTO geodb.place (id, kind_code) VALUES (18, 'any') ON CONFLICT DO NOTHING;

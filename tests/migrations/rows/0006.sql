INSERT INTO geodb.event (id, kind_code, status_code, precision_code) VALUES (9, 'any', 'any', 'any');
INSERT INTO geodb.event_term (event_id, taxonomy_code, term_code) VALUES (9, 'plover', 'CONSULT');
INSERT INTO geodb.event_participant (event_id, actor_id, role_code, office_id) VALUES (9, 1, 'any', 3);
INSERT INTO geodb.event_place (event_id, place_id, role_code) VALUES (9, 6, 'any');
INSERT INTO geodb.event_relation (id, from_id, to_id, kind_code) VALUES (10, 9, 12, 'any');
INSERT INTO geodb.figure (id, of_id, measure_code, best, unit_code, party_id) VALUES (11, 9, 'any', 12.50, 'any', 1);
INSERT INTO geodb.status_change (record_id, seq, event_status_code, by_event_id) VALUES (9, 1, 'any', 9);

INSERT INTO geodb.statement (id, form_code, content, medium_code, capacity_id, occasion_id, speech_act_code)
VALUES (12, 'any', 'That it will end.', 'any', 3, 9, 'CONSULT');
INSERT INTO geodb.statement_actor (statement_id, actor_id, role_code) VALUES (12, 1, 'any');
INSERT INTO geodb.initiative (id, kind_code, launch_event_id, term) VALUES (13, 'any', 9, '10 years');
INSERT INTO geodb.initiative_party (initiative_id, actor_id, role_code) VALUES (13, 1, 'any');
INSERT INTO geodb.initiative_target (id, initiative_id, metric, measure_code, comparator_code, value, unit_code)
VALUES (14, 13, 'trade', 'any', 'any', 500, 'any');
INSERT INTO geodb.target_observation (target_id, basis_code, value, as_of_edtf, source_id)
VALUES (14, 'any', 190.08, '2023', 7);

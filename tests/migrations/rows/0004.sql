INSERT INTO geodb.actor (id, kind_code, country_code) VALUES (1, 'any', 'IND'), (2, 'any', NULL);
INSERT INTO geodb.office (id, organization_id) VALUES (3, 1);
INSERT INTO geodb.office_holding (id, office_id, holder_id, certain_span, status_code)
VALUES (4, 3, 1, '[2020-01-01,2021-01-01)', 'any');
INSERT INTO geodb.actor_relation (id, from_id, to_id, kind_code, status_code) VALUES (5, 1, 2, 'any', 'any');
INSERT INTO geodb.place (id, kind_code, country_code) VALUES (6, 'any', 'IND');

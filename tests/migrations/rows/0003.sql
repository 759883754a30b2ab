-- A record of every kind, ids by kind in the order of the kinds; 1 and 2 are actors.
INSERT INTO geodb.record (id, kind, key, label, marking_code, import_id) OVERRIDING SYSTEM VALUE VALUES
    (1, 'actor', 'test:actor', 'Actor', 'any', 1),
    (2, 'actor', 'test:other-actor', 'Other actor', 'any', 1),
    (3, 'office', 'test:office', 'Office', 'any', 1),
    (4, 'office_holding', 'test:office-holding', 'Office holding', 'any', 1),
    (5, 'actor_relation', 'test:actor-relation', 'Actor relation', 'any', 1),
    (6, 'place', 'test:place', 'Place', 'any', 1),
    (7, 'source', 'test:source', 'Source', 'any', 1),
    (8, 'document', 'test:document', 'Document', 'any', 1),
    (9, 'event', 'test:event', 'Event', 'any', 1),
    (10, 'event_relation', 'test:event-relation', 'Event relation', 'any', 1),
    (11, 'figure', 'test:figure', 'Figure', 'any', 1),
    (12, 'statement', 'test:statement', 'Statement', 'any', 1),
    (13, 'initiative', 'test:initiative', 'Initiative', 'any', 1),
    (14, 'target', 'test:target', 'Target', 'any', 1),
    (15, 'assessment', 'test:assessment', 'Assessment', 'any', 1);
INSERT INTO geodb.record_name (record_id, name, kind_code) VALUES (1, 'Владимир Зеленский', 'any');
INSERT INTO geodb.external_id (record_id, scheme_code, value) VALUES (1, 'any', 'Q1');
INSERT INTO geodb.record_topic (record_id, topic_code) VALUES (1, 'any');
INSERT INTO geodb.record_subject (record_id, subject_id) VALUES (12, 1);
INSERT INTO geodb.record_redirect (kind, old_id, new_id, reason) VALUES ('actor', 2, 1, 'the same');

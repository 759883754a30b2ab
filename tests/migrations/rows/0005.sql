INSERT INTO geodb.source (id, kind_code, publisher_id) VALUES (7, 'any', 1);
INSERT INTO geodb.source_author (source_id, position, actor_id) VALUES (7, 1, 1);
INSERT INTO geodb.source_rating (record_id, reliability_code, rated_by, rated_on) VALUES (7, 'A', 'me', '2025-01-01');
INSERT INTO geodb.document (id, source_id, sha256, char_count)
VALUES (8, 7, encode(sha256('One sentence.'), 'hex'), 13);
INSERT INTO geodb.paragraph (document_id, no, kind_code, doc_start, text) VALUES (8, 1, 'any', 0, 'One sentence.');
INSERT INTO geodb.reference (document_id, marker, paragraph_no, cited_source_id) VALUES (8, '[1]', 1, 7);
INSERT INTO geodb.note (record_id, kind_code, text, source_id) VALUES (1, 'any', 'A note.', 7);

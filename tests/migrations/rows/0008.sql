INSERT INTO geodb.assessment (id, kind_code, author_id, statement_id, text) VALUES (15, 'any', 1, 12, 'It may end.');
INSERT INTO geodb.assessment_condition (assessment_id, seq, text, record_id) VALUES (15, 1, 'if they talk', 9);
INSERT INTO geodb.assessment_resolution (assessment_id, outcome_code, resolved_on, event_id)
VALUES (15, 'any', '2025-06-01', 9);
INSERT INTO geodb.claim (id, record_id, attribute, value, rank_code, source_id) OVERRIDING SYSTEM VALUE
VALUES (1, 11, 'best', '12.5', 'any', 7);
INSERT INTO geodb.evidence
    (record_id, claim_id, source_id, document_id, paragraph_no, start_offset, end_offset, exact, relation_code, marker)
VALUES (11, 1, 7, 8, 1, 4, 12, 'sentence', 'any', '[1]');

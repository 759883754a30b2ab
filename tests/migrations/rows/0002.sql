INSERT INTO geodb.taxonomy (code, title) VALUES ('plover', 'PLOVER'), ('admiralty_reliability', 'Admiralty');
INSERT INTO geodb.term (taxonomy_code, code, label) VALUES
    ('plover', 'CONSULT', 'Consult'), ('plover', 'AGREE', 'Agree'), ('admiralty_reliability', 'A', 'Reliable');
INSERT INTO geodb.term_map (from_taxonomy_code, from_code, to_taxonomy_code, to_code, relation, layer)
VALUES ('plover', 'CONSULT', 'plover', 'AGREE', 'related', 'corrected');
INSERT INTO geodb.country (alpha3, alpha2, numeric_code, name) VALUES ('IND', 'IN', '356', 'India');
INSERT INTO geodb.dataset (prefix, title) VALUES ('test', 'Test');
INSERT INTO ingest.import_run (id, importer, input) OVERRIDING SYSTEM VALUE VALUES (1, 'test 1', 'input.yaml');
INSERT INTO ingest.import_reject (import_id, input, reason, payload) VALUES (1, 'input.yaml', 'none', '{}');
INSERT INTO ingest.dossier (id, key, sha256, import_id) OVERRIDING SYSTEM VALUE VALUES (1, 'test:dossier', 'f00d', 1);
INSERT INTO ingest.contribution (dossier_id, table_name, row_ids) VALUES (1, 'record', '{1}');

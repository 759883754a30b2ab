INSERT INTO geodb.date_precision (code, label) VALUES ('interval', 'Interval'), ('decade', 'Decade') ON CONFLICT DO NOTHING;
-- The last day and the greatest number that may be.
UPDATE geodb.event SET span = '[0001-01-01,9999-12-31)' WHERE id = (SELECT min(id) FROM geodb.event);
UPDATE geodb.claim SET value = '9.99e299' WHERE id = (SELECT min(id) FROM geodb.claim);

-- From here on every change is logged, and old rows meet the new rules.
UPDATE geodb.record SET label = 'Renamed actor' WHERE id = 1;

-- A length of time on either side of the rule.
UPDATE geodb.assessment SET horizon_duration = 'P5Y' WHERE id = (SELECT min(id) FROM geodb.assessment);
UPDATE geodb.initiative SET term = '10 years' WHERE id = (SELECT min(id) FROM geodb.initiative);
